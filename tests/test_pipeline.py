"""Whatever reviewers do, every chunk has one outcome each, and nothing unread is called clean."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import chunk_of, claim
from reviewbot.chunks import Chunk, Plan
from reviewbot.diff import Target
from reviewbot.errors import Unavailable
from reviewbot.findings import Severity
from reviewbot.pipeline import review_plan
from reviewbot.report import Report, Verdict
from reviewbot.review import Redaction, Rejected, Review, Reviewer, Unread, Usage
from reviewbot.spans import Gap, GapKind, Side, Span
from reviewbot.verification import Case, Opinion, Ruling

TARGET = Target("diff", "somewhere")
CHUNKS = tuple(chunk_of(f"eval(x{n})\n", path=f"f{n}.py") for n in range(5))


@dataclass(frozen=True)
class Scripted:
    """Does with each chunk what its script says: finds, passes, fails, forgets, or stops for good."""

    script: Sequence[str]
    name: str = "model"

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        for chunk, act in zip(chunks, self.script, strict=False):
            await asyncio.sleep(0)
            if act == "stop":
                raise Unavailable("the key is wrong")
            if act == "find":
                yield Review(chunk, self.name, (claim(chunk.rows[0].text, by=self.name, cwe="CWE-95"),))
            if act == "pass":
                yield Review(chunk, self.name)
            if act == "fail":
                yield Unread(chunk, self.name, "timed out")


def review(*reviewers: Reviewer, chunks: tuple[Chunk, ...] = CHUNKS, gaps: tuple[Gap, ...] = ()) -> Report:
    return asyncio.run(review_plan(TARGET, Plan(chunks, gaps), reviewers))


def test_all_read_and_nothing_found_is_clean() -> None:
    report = review(Scripted(["pass"] * 5))
    assert (report.verdict, report.exit_code(Severity.LOW)) == (Verdict.CLEAN, 0)
    assert report.coverage.reviewed == report.coverage.changed == 5


def test_findings_exit_1_from_the_threshold_on() -> None:
    report = review(Scripted(["find", *["pass"] * 4]))
    assert report.verdict is Verdict.FINDINGS
    assert [report.exit_code(severity) for severity in Severity] == [1, 1, 1, 0]


def test_one_failed_chunk_makes_the_review_incomplete_and_names_its_lines() -> None:
    report = review(Scripted(["pass", "fail", "find", "pass", "pass"]))
    assert (report.verdict, report.exit_code(Severity.LOW)) == (Verdict.INCOMPLETE, 3)
    (gap,) = report.gaps
    assert (gap.path, gap.reason, gap.by) == ("f1.py", "timed out", "model")
    assert len(report.findings) == 1


def test_a_model_that_is_down_does_not_silence_the_static_engine() -> None:
    report = review(Scripted(["stop"]), Scripted(["find"] * 5, name="static/ruff"))
    assert len(report.findings) == 5
    assert report.exit_code(Severity.LOW) == 4
    assert {gap.reason for gap in report.gaps} == {"the key is wrong"}
    assert report.coverage.failed == 5


def test_a_model_that_stops_half_way_leaves_an_incomplete_review() -> None:
    report = review(Scripted(["find", "pass", "stop"]))
    assert report.exit_code(Severity.LOW) == 3
    assert len(report.gaps) == 3


def test_a_chunk_that_a_reviewer_forgets_is_a_gap() -> None:
    report = review(Scripted(["pass", "forget", "pass", "pass", "pass"]))
    assert [gap.path for gap in report.gaps] == ["f1.py"]
    assert report.verdict is Verdict.INCOMPLETE


def test_a_chunk_read_twice_is_a_bug() -> None:
    @dataclass(frozen=True)
    class Twice:
        name: str = "model"

        async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
            yield Review(chunks[0], self.name)
            yield Unread(chunks[0], self.name, "changed its mind")

    with pytest.raises(AssertionError, match="twice"):
        review(Twice())


def test_a_skipped_gap_is_harmless_and_counted() -> None:
    gap = Gap("yarn.lock", (Span("yarn.lock", Side.NEW, 1, 7),), GapKind.SKIPPED, "policy", "lockfile")
    report = review(Scripted(["pass"] * 5), gaps=(gap,))
    assert report.verdict is Verdict.CLEAN
    assert (report.coverage.changed, report.coverage.skipped) == (12, 7)


def test_nothing_to_read_needs_no_reviewer() -> None:
    assert review(Scripted(["stop"]), chunks=()).verdict is Verdict.CLEAN


def test_no_secret_stands_in_a_reason_or_an_excerpt() -> None:
    value = "kD9-vTq2!mZx7Lw"

    @dataclass(frozen=True)
    class Careless:
        name: str = "model"

        async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
            redactions = (Redaction(1, "x = [secret]", (value,)),)
            yield Unread(chunks[0], self.name, f"not JSON: {value}", redactions=redactions)
            yield Review(chunks[1], self.name, rejected=(Rejected(f"quote: {value}", "no severity"),))

    assert value not in repr(review(Careless()))


SCRIPTS = st.lists(st.sampled_from(["find", "pass", "fail", "forget", "stop"]), min_size=5, max_size=5)


@given(st.lists(SCRIPTS, min_size=1, max_size=3))
def test_law_exit_0_means_that_every_line_was_read(scripts: list[list[str]]) -> None:
    report = review(*(Scripted(script, name=f"reader{n}") for n, script in enumerate(scripts)))
    coverage = report.coverage
    assert coverage.changed == coverage.reviewed + coverage.skipped + coverage.failed
    if report.exit_code(Severity.CRITICAL) == 0:
        assert coverage.reviewed == coverage.changed
        assert not report.gaps
    everything_read = all(act in {"find", "pass"} for script in scripts for act in script)
    assert (report.verdict is not Verdict.INCOMPLETE) == everything_read


@dataclass(frozen=True)
class Opinions:
    """Confirms, refutes, forgets, stops or speaks twice, case by case."""

    script: Sequence[str]

    async def verify(self, cases: Sequence[Case]) -> AsyncIterator[Opinion]:
        for case, act in zip(cases, self.script, strict=False):
            await asyncio.sleep(0)
            if act == "stop":
                raise Unavailable("the balance is used up")
            said = Opinion(case.finding.id, Ruling.CONFIRMED, sink=case.finding.quote, usage=Usage(1, 10))
            for _ in range({"confirm": 1, "forget": 0, "twice": 2}[act]):
                yield replace(said)


def verified(script: Sequence[str], find: Sequence[str] = ("find",) * 3) -> Report:
    plan = Plan(CHUNKS[:3], ())
    return asyncio.run(review_plan(TARGET, plan, [Scripted(find)], verifier=Opinions(script)))


def test_each_finding_is_put_to_the_verifier_and_the_bill_counts() -> None:
    report = verified(["confirm"] * 3)
    assert [finding.verified for finding in report.findings] == ["confirmed"] * 3
    assert (report.usage.calls, report.usage.prompt_tokens) == (3, 30)


@pytest.mark.parametrize(
    ("script", "why"),
    [
        (["confirm", "forget", "confirm"], "the verifier ended without an answer"),
        (["confirm", "confirm", "stop"], "the balance is used up"),
    ],
)
def test_a_finding_that_nobody_has_an_opinion_of_stays_and_is_no_gap(script: Sequence[str], why: str) -> None:
    report = verified(script)
    unheard = [finding for finding in report.findings if finding.verified == "unverified"]
    assert [finding.evidence for finding in unheard] == [(f"not verified: {why}",)]
    assert len(report.findings) == 3
    assert (report.verdict, report.gaps, report.errors) == (Verdict.FINDINGS, (), ())


def test_a_finding_verified_twice_is_a_bug() -> None:
    with pytest.raises(AssertionError, match="twice"):
        verified(["twice", "confirm", "confirm"])


class Unwanted:
    """Must not be asked: to connect costs a second."""

    def verify(self, cases: Sequence[Case]) -> AsyncIterator[Opinion]:
        raise AssertionError(f"asked about {cases}")


def test_nothing_found_needs_no_verifier() -> None:
    work = review_plan(TARGET, Plan(CHUNKS, ()), [Scripted(["pass"] * 5)], verifier=Unwanted())
    assert asyncio.run(work).verdict is Verdict.CLEAN
