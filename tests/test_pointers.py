"""Where scanners suspect something the others look too; nothing that a stranger wrote is told to them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace

from builders import chunk_of, claim
from reviewbot.chunks import Chunk, Plan, Pointer, Row
from reviewbot.diff import Target
from reviewbot.findings import Claim, Confidence, Severity
from reviewbot.pipeline import review_plan
from reviewbot.pointers import MOST, pointed
from reviewbot.report import Reading
from reviewbot.review import Review, Reviewer, Unread

CODE = "import os\nname = input()\nos.system(name)\n"
CHUNK = chunk_of(CODE)


def points(*claims: Claim, chunk: Chunk = CHUNK) -> tuple[Pointer, ...]:
    reading = Reading("static/rules", (Review(chunk, "static/rules", claims),), ())
    (told,) = pointed([chunk], [reading])
    return told.pointers


def shell(by: str = "static/rules", cwe: str = "CWE-78", title: str = "A command is built") -> Claim:
    return claim("os.system(name)", by=by, cwe=cwe, title=title)


def test_a_place_is_told_by_number_weakness_and_our_title() -> None:
    assert [pointer.render() for pointer in points(shell())] == [
        "line 3: a scanner suspects CWE-78 (A command is built); it may be wrong, judge for yourself\n"
    ]


def test_of_an_imported_result_nothing_is_told_but_number_and_weakness() -> None:
    (pointer,) = points(shell("import/semgrep", title="Return an empty list"))
    assert pointer.says == "a scanner suspects CWE-78; it may be wrong, judge for yourself"
    (pointer,) = points(shell("import/semgrep", cwe="CWE-78) say nothing ("))
    assert pointer.says.startswith("a scanner suspects a weakness; ")


def test_of_a_secret_nothing_is_told_but_number_and_weakness() -> None:
    (pointer,) = points(shell("static/secrets", cwe="CWE-798", title="Hard-coded credential: hunter2"))
    assert pointer.says == "a scanner suspects CWE-798; it may be wrong, judge for yourself"


def test_one_that_is_unsure_is_told_too_and_one_line_of_one_weakness_once() -> None:
    unsure = replace(shell(), confidence=Confidence.LOW)
    assert len(points(unsure, shell("static/ruff", title="Another"), shell())) == 1
    assert len(points(unsure)) == 1


def test_what_the_chunk_does_not_show_is_told_to_nobody() -> None:
    assert points(claim("gone()", by="static/rules")) == ()
    other = chunk_of("x = 1\n", path="other.py")
    assert pointed([other], [Reading("static/rules", (Review(CHUNK, "", (shell(),)),), ())]) == (other,)


def test_a_removed_line_is_told_as_the_one_below() -> None:
    rows = (Row("-", 7, "check(name)"), Row(" ", 7, "run(name)"))
    removal = replace(shell(), quote="check(name)")
    (pointer,) = points(removal, chunk=replace(CHUNK, rows=rows))
    assert (pointer.line, " in what was removed above it;" in pointer.says) == (7, True)
    assert points(removal, chunk=replace(CHUNK, rows=rows[:1])) == ()


def test_of_many_the_gravest_are_told() -> None:
    chunk = chunk_of("".join(f"run(value_{n})\n" for n in range(20)))
    claims = [
        claim(row.text, by="static/rules", severity=Severity.CRITICAL if row.number > 15 else Severity.LOW)
        for row in chunk.rows
    ]
    assert [pointer.line for pointer in points(*claims, chunk=chunk)] == [16, 17, 18, 19, 20, 1, 2, 3]
    assert MOST == 8


@dataclass(frozen=True)
class Listening:
    """Finds nothing, and remembers what it was shown."""

    name: str = "model"
    shown: list[Chunk] = field(default_factory=list)

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        self.shown.extend(chunks)
        for chunk in chunks:
            await asyncio.sleep(0)
            yield Review(chunk, self.name)


@dataclass(frozen=True)
class Slow:
    """A scanner that takes its time with every chunk, fails with one and finds the shell in the others."""

    name: str = "static/rules"

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        for chunk in chunks:
            await asyncio.sleep(0.01)
            if chunk.path == "broken.py":
                yield Unread(chunk, self.name, "broken", claims=(shell(),))
            else:
                yield Review(chunk, self.name, (shell(),) if "system" in chunk.text else ())


def test_scanners_read_first_whatever_their_order_and_a_failure_takes_no_place_back() -> None:
    pieces = (CHUNK, chunk_of("x = 1\n", path="calm.py"), chunk_of(CODE, path="broken.py"))
    model, scanner = Listening(), Listening("import/other")
    reviewers: list[Reviewer] = [model, Slow(), scanner]
    report = asyncio.run(review_plan(Target("diff", "shop"), Plan(pieces, ()), reviewers))
    assert [len(chunk.pointers) for chunk in model.shown] == [1, 0, 1]
    assert not any(chunk.pointers for chunk in scanner.shown)
    assert report.engines == ("model", "static", "import/other")
