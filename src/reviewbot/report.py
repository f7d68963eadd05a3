"""Everything that is known after a review, and what it amounts to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from reviewbot.chunks import Chunk, Plan
from reviewbot.diff import Target
from reviewbot.errors import Unavailable
from reviewbot.findings import Dropped, Finding, Severity
from reviewbot.review import Rejected, Review, Unread, Usage
from reviewbot.spans import MARKED, Gap, GapKind, Side, Span, line_count
from reviewbot.triage import Triage


class Verdict(StrEnum):
    """What a review amounts to.

    Never clean when a line was not read because something failed, or none because the code asks for that.
    """

    CLEAN = "clean"
    FINDINGS = "findings"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reviewer made of all chunks; `error` if it had to stop early."""

    by: str
    reviews: tuple[Review, ...]
    unread: tuple[Unread, ...]
    error: Unavailable | None = None

    @property
    def outcomes(self) -> tuple[Review | Unread, ...]:
        """What became of every chunk."""
        return (*self.reviews, *self.unread)

    @property
    def usage(self) -> Usage:
        """What all calls cost, failed ones included."""
        read = sum((review.usage for review in self.reviews), start=Usage())
        return sum((unread.usage for unread in self.unread), start=read)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Changed lines, both sides: `changed == reviewed + skipped + failed`.

    `cached` are those among the reviewed that no model had to be asked about, since it was before.
    """

    changed: int
    reviewed: int
    cached: int
    skipped: int
    failed: int
    chunks: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader needs to judge or repeat a review; `notes` are sentences for people.

    `elsewhere` are other models with the USD that this review's tokens would cost there, the cheapest first.
    """

    version: str = ""
    model: str | None = None
    prompt_sha256: str | None = None
    prices_as_of: str | None = None
    notes: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One review of one change, complete: what every sink gets, and nothing else."""

    target: Target
    engines: tuple[str, ...]
    findings: tuple[Finding, ...]
    dropped: tuple[Dropped, ...]
    rejected: tuple[tuple[str, Rejected], ...]
    merged: int
    gaps: tuple[Gap, ...]
    coverage: Coverage
    usage: Usage
    errors: tuple[Unavailable, ...] = ()
    """Reviewers that could not start. One that stopped later has left gaps, and is not here."""
    facts: Facts = Facts()

    @property
    def verdict(self) -> Verdict:
        """Incomplete outranks findings, findings outrank clean."""
        if self.errors or self.is_blindfolded or any(gap.kind is GapKind.FAILED for gap in self.gaps):
            return Verdict.INCOMPLETE
        return Verdict.FINDINGS if self.findings else Verdict.CLEAN

    @property
    def is_blindfolded(self) -> bool:
        """Whether of all there is nothing was read since the reviewed code itself asks for that."""
        return (
            self.target.is_everything
            and not self.coverage.reviewed
            and any(gap.reason.endswith(MARKED) for gap in self.gaps)
        )

    def exit_code(self, fail_on: Severity) -> int:
        """0 complete and nothing at or above `fail_on`, 1 something is, 3 incomplete, 4 could not start.

        4 means that a reviewer was unavailable from the start; it outranks 3, which outranks 1.
        """
        if self.errors:
            return max(error.exit_code for error in self.errors)
        if self.verdict is Verdict.INCOMPLETE:
            return 3
        return int(any(finding.severity >= fail_on for finding in self.findings))


class Sink(Protocol):
    """Delivers a report somewhere. One that fails does not stop the others."""

    def deliver(self, report: Report) -> None:
        """Publish the whole report.

        Raises:
            SinkError: it could not be published.
        """


def compile_report(
    target: Target,
    engines: tuple[str, ...],
    plan: Plan,
    readings: Iterable[Reading],
    triaged: Triage,
    facts: Facts,
) -> Report:
    """Put together what was planned, what was read and what came of it."""
    readings = tuple(readings)
    hide = triaged.secrets.hide
    gaps = plan.gaps + tuple(gap_of(unread, hide) for reading in readings for unread in reading.unread)
    rejected = tuple(
        (review.chunk.path, Rejected(hide(item.excerpt), hide(item.reason)))
        for reading in readings
        for review in reading.reviews
        for item in review.rejected
    )
    return Report(
        target=target,
        engines=engines,
        findings=triaged.findings,
        dropped=triaged.dropped,
        rejected=rejected,
        merged=triaged.merged,
        gaps=gaps,
        coverage=measure(plan, gaps, (review for reading in readings for review in reading.reviews)),
        usage=sum((reading.usage for reading in readings), start=triaged.usage),
        errors=tuple(reading.error for reading in readings if reading.error and not reading.reviews),
        facts=replace(facts, notes=(*facts.notes, *triaged.notes)),
    )


def gap_of(unread: Unread, hide: Callable[[str], str]) -> Gap:
    """The gap that a chunk leaves when a reviewer could not read it; its reason may quote a reply."""
    spans = unread.spans or unread.chunk.holds
    return Gap(unread.chunk.path, spans, GapKind.FAILED, unread.by, hide(unread.reason))


def measure(plan: Plan, gaps: Iterable[Gap], reviews: Iterable[Review] = ()) -> Coverage:
    """Count lines by what became of them; a line that one reviewer failed to read has failed."""
    owned = sum(line_count(chunk.owns) for chunk in plan.chunks)
    changed = owned + sum(line_count(gap.spans) for gap in plan.gaps)
    skipped = sum(line_count(gap.spans) for gap in plan.gaps if gap.kind is GapKind.SKIPPED)
    failed = set(_lines(span for gap in gaps if gap.kind is GapKind.FAILED for span in gap.spans))
    kept = _lines(span for chunk in _answered_before(reviews) for span in chunk.owns)
    cached = sum(line not in failed for line in kept)
    reviewed = changed - skipped - len(failed)
    return Coverage(changed, reviewed, cached, skipped, len(failed), len(plan.chunks))


def _answered_before(reviews: Iterable[Review]) -> list[Chunk]:
    """The chunks with a kept answer about which nobody had to be asked this time."""
    reviews = tuple(reviews)
    asked = {review.chunk.id for review in reviews if review.usage.calls}
    return [review.chunk for review in reviews if review.cached and review.chunk.id not in asked]


def _lines(spans: Iterable[Span]) -> Iterator[tuple[str, Side, int]]:
    return ((span.path, span.side, n) for span in spans for n in range(span.start, span.end + 1))


def totals(plan: Plan) -> dict[str, int]:
    """What a plan comes to, for `plan` and for the progress bar."""
    held = {kind: sum(line_count(g.spans) for g in plan.gaps if g.kind is kind) for kind in GapKind}
    owned = sum(line_count(chunk.owns) for chunk in plan.chunks)
    return {
        "changed_lines": owned + sum(held.values()),
        "owned_lines": owned,
        "skipped_lines": held[GapKind.SKIPPED],
        "failed_lines": held[GapKind.FAILED],
        "files": len({chunk.path for chunk in plan.chunks} | {gap.path for gap in plan.gaps}),
        "chunks": len(plan.chunks),
        "gaps": len(plan.gaps),
        "tokens": sum(chunk.tokens for chunk in plan.chunks),
    }


def largest(chunks: Iterable[Chunk]) -> int:
    """Tokens of the largest chunk, 0 if there is none."""
    return max((chunk.tokens for chunk in chunks), default=0)
