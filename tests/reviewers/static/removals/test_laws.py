"""What holds for every change: it is read to its end, in bounded time; what stays is not lost."""

import time
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reviewbot.chunks import Limits, plan
from reviewbot.review import Review, Unread
from reviewbot.reviewers.static.removals.familybook import Example, Kind, load
from reviewbot.reviewers.static.removals.reviewer import LARGEST, LONGEST
from reviewbot.triage import anchor
from reviewers.static.reading import outcomes
from reviewers.static.removals.twosides import PATHS, READER, bare, edited, found

BOOK: Final = load()
EXAMPLES: Final = [(e.language, e) for family in BOOK.families for e in (*family.found, *family.quiet)]
LINES: Final = sorted(
    {line for _, e in EXAMPLES for text in (e.before, e.after) for line in text.split("\n")}
    | {
        "",
        "}",
        "'''",
        "/*",
        "*/",
        "\t" * 200,
        "((((((",
        "if (",
        "\ud800",
        "\x00\r\f",
        "@",
        "return a and b or c",
    }
)
TEXTS: Final = st.lists(st.sampled_from(LINES), max_size=12).map("\n".join)
NAMES: Final = st.sampled_from(sorted(PATHS.values()))


@settings(deadline=None, max_examples=50)
@given(TEXTS, TEXTS, NAMES, st.booleans())
def test_every_chunk_has_one_outcome_and_every_claim_its_line(
    before: str,
    after: str,
    path: str,
    bared: bool,  # noqa: FBT001 - drawn
) -> None:
    file = edited(before, after, path)
    chunks = plan([bare(file) if bared else file], Limits(), len).chunks
    read = outcomes(READER, *chunks)
    assert [one.chunk.id for one in read] == [chunk.id for chunk in chunks]
    for one in read:
        assert isinstance(one, Review)
        assert all(anchor(claim, one.chunk) for claim in one.claims)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(EXAMPLES), st.integers(0, 30), st.integers(0, 30))
def test_a_move_loses_nothing(example: tuple[str, Example], start: int, to: int) -> None:
    language, change = example
    lines = change.before.removesuffix("\n").split("\n")
    start, to = start % len(lines), to % len(lines)
    block, rest = lines[start : start + 3], lines[:start] + lines[start + 3 :]
    # A check that is moved behind a call, or a call before it, may come too late.
    assume(not any("(" in line for line in rest[min(start, to) : max(start, to)]))
    after = [*rest[:to], *block, *rest[to:]]
    assert found(edited("\n".join(lines), "\n".join(after), PATHS[language])) == []


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(EXAMPLES), st.lists(st.sampled_from(LINES), max_size=4), st.integers(0, 30))
def test_added_lines_remove_nothing(example: tuple[str, Example], new: list[str], at: int) -> None:
    language, change = example
    lines = change.before.removesuffix("\n").split("\n")
    after = [*lines[: at % len(lines)], *new, *lines[at % len(lines) :]]
    claims = found(edited("\n".join(lines), "\n".join(after), PATHS[language]))
    assert all("is added" in claim.explanation for claim in claims)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from([e for e in EXAMPLES if e[0] not in {"python", "yaml"}]), st.integers(1, 8))
def test_indentation_loses_nothing(example: tuple[str, Example], width: int) -> None:
    language, change = example
    before = change.before
    after = "".join(f"{' ' * width}{line}  \n" for line in before.splitlines())
    assert found(edited(before, after, PATHS[language])) == []


def test_a_sign_is_found_wherever_its_pattern_is() -> None:
    texts = {line for line in LINES if line.strip()}
    for text in texts:
        shown = {id(one.sign) for one in BOOK.shown(text, "python", *Kind)}
        every = (sign for family in BOOK.families for sign in family.signs)
        fits = (sign for sign in every if not sign.languages or "python" in sign.languages)
        assert shown == {id(sign) for sign in fits if sign.pattern.search(text)}, text


HOSTILE: Final = {
    "parentheses": "(" * 20_000,
    "nesting": "\n".join(f"{' ' * min(at, 400)}if a{at}:" for at in range(500)),
    "quotes": "\n".join(["'" * 501] * 40),
    "strings that do not end": "\n".join(['"' + "\\" * 999] * 40),
    "words": "\n".join(["validate_" * 200] * 40),
    "stars": "\n".join(["int " + "* " * 900 + "f("] * 40),
    "connectives": "\n".join(["if a" + " and b" * 300 + ": raise X"] * 40),
    "definitions": "\n".join([f"def f{at}(a): return a" for at in range(1_000)]),
    "slashes": "\n".join(["/" * 1_999] * 200),
    "one long line": "if x: raise Y; " * 2_000,
    "blanks": "\n".join([" " * 1_900 + "x"] * 40),
}


@pytest.mark.parametrize("path", ["a.py", "a.c"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_in_bounded_time(text: str, path: str) -> None:
    start = time.monotonic()
    found(edited(text, "x", path), edited(f"{text}\ny", f"{text}\nz", f"b{path}"))
    assert time.monotonic() - start < 20


def test_twice_the_text_takes_about_twice_the_time() -> None:
    unit = "def f{0}(name):\n    if len(name) > MAX and is_safe(name):\n        raise Bad\n    go(name)\n"
    texts = ["".join(unit.format(at) for at in range(size)) for size in (100, 400)]
    spent = []  # of the processor: others are at work beside this
    for text in texts:
        chunks = plan([edited(text, text.replace("raise", "# raise"), "a.py")], Limits(), len).chunks
        start = time.process_time()
        outcomes(READER, *chunks)
        spent.append(time.process_time() - start)
    assert spent[1] < 12 * max(spent[0], 0.05)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x = 1 + 22\n" * (LARGEST // 10 + 1), "too large to compare both sides: 2,000,010 characters"),
        ("x" * (LONGEST + 1), "too large to compare both sides: a line of 100,001 characters"),
    ],
)
def test_what_is_too_large_is_unread_with_the_reason(text: str, reason: str) -> None:
    lines = tuple(text.split("\n"))
    file = edited("a\n", "b\n", "a.py")
    (chunk,) = plan([file], Limits(), len).chunks
    file = replace(file, edits=(replace(file.edits[0], removed=lines),))
    (outcome,) = outcomes(READER, replace(chunk, file=file))
    assert isinstance(outcome, Unread)
    assert outcome.reason == reason


def test_a_chunk_that_removes_and_came_without_its_file_is_unread() -> None:
    (chunk,) = plan([edited("a = 1\n", "a = 2\n", "a.py")], Limits(), len).chunks
    (outcome,) = outcomes(READER, replace(chunk, file=None))
    assert isinstance(outcome, Unread)
    assert outcome.reason == "the chunk came without its file"
