"""What became of the findings of the last push: still open, fixed, or not seen again, which is less."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from reviewbot.evidence import engine
from reviewbot.findings import Finding, Severity
from reviewbot.report import Report


class Standing(StrEnum):
    """How the last push left a finding."""

    OPEN = "open"
    NOT_SEEN = "not_seen"


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of an earlier push, as far as it is remembered.

    `line` is where it stood then. `engines` are those that saw it: `model`, `static`. `comment_id` is the
    comment that speaks of its line, None where there is none.
    """

    id: str
    path: str
    line: int
    severity: Severity
    title: str
    engines: tuple[str, ...] = ()
    status: Standing = Standing.OPEN
    comment_id: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """The findings of a report and of the push before it, each in exactly one place.

    `new` and `still_open` together are the findings of the report. What is gone is `fixed` only if everyone
    who saw it has read all of its file again; otherwise it is `not_seen`.
    """

    new: tuple[Finding, ...] = ()
    still_open: tuple[Finding, ...] = ()
    fixed: tuple[Known, ...] = ()
    not_seen: tuple[Known, ...] = ()


def compare(known: Iterable[Known], report: Report, left_out: Container[Finding] = ()) -> Progress:
    """Tell what is new from what the last push had too; of what was `left_out` only ids are remembered."""
    known = tuple(known)
    before = {one.id for one in known}
    before |= {finding.id for finding in report.findings if finding in left_out}
    now = {finding.id for finding in report.findings}
    gone = [one for one in known if one.id not in now]
    unsure = Doubts.of(report)
    return Progress(
        new=tuple(finding for finding in report.findings if finding.id not in before),
        still_open=tuple(finding for finding in report.findings if finding.id in before),
        fixed=tuple(one for one in gone if not unsure.about(one.path, one.title, one.engines)),
        not_seen=tuple(one for one in gone if unsure.about(one.path, one.title, one.engines)),
    )


def remember(known: Iterable[Known], progress: Progress) -> tuple[Known, ...]:
    """What the next push has to know: all that is open, and all of which nobody can say that it is fixed."""
    comments = {one.id: one.comment_id for one in known}
    present = (*progress.new, *progress.still_open)
    there = [_known(finding, comments.get(finding.id)) for finding in present]
    return (*there, *(replace(one, status=Standing.NOT_SEEN) for one in progress.not_seen))


@dataclass(frozen=True, slots=True)
class Doubts:
    """Why a finding that is gone may not be fixed."""

    engines: frozenset[str]
    unread: frozenset[str]
    dropped: frozenset[tuple[str, str]]
    blind: bool

    @classmethod
    def of(cls, report: Report) -> "Doubts":
        """The doubts that a report leaves."""
        return cls(
            engines=frozenset(report.engines),
            unread=frozenset(gap.path for gap in report.gaps),
            dropped=frozenset((dropped.path, dropped.claim.title) for dropped in report.dropped),
            blind=bool(report.errors),
        )

    def about(self, path: str, title: str, engines: Iterable[str]) -> bool:
        """Whether one of those who saw it did not look again, or looked and only does not report it."""
        absent = not self.engines.issuperset(engines)
        unread = not self.unread.isdisjoint((path, *_above(path)))
        return self.blind or absent or unread or (path, title) in self.dropped


def _above(path: str) -> Iterator[str]:
    """The folders that a file lies in: their gaps are its own, and a missing shard is a gap of the top."""
    yield "."
    yield from accumulate(path.split("/")[:-1], "{}/{}".format)


def _known(finding: Finding, comment_id: int | None) -> Known:
    engines = tuple(sorted({engine(source) for source in finding.sources}))
    return Known(
        finding.id,
        finding.path,
        finding.line,
        finding.severity,
        finding.title,
        engines,
        comment_id=comment_id,
    )
