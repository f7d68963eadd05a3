"""What became of findings from sweep to sweep: new, still open, fixed, come back."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from reviewbot.baseline import ACCEPTED as IN_THE_BASELINE
from reviewbot.evidence import engine
from reviewbot.findings import Finding
from reviewbot.history import Doubts
from reviewbot.pragmas import IGNORED
from reviewbot.report import Report, Verdict

FIXED: Final = "fixed"
ACCEPTED: Final = "accepted"
_ACCEPTED: Final = (IN_THE_BASELINE, IGNORED)


@dataclass(frozen=True, slots=True)
class Sweep:
    """One sweep, as history keeps it: when, of which commit, and how many findings were open after it."""

    number: int
    at: int
    head: str
    complete: bool
    lines: int
    calls: int
    usd: float | None
    open: int
    new: int
    fixed: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """A finding through all sweeps: the numbers of the first and the last that saw it.

    `severity` is its rank, 1 to 4; `engines` are those that saw it. `ended` is the sweep after which it was
    not open any more, None as long as it is, and `how` what became of it: fixed, or accepted by a person.
    """

    id: str
    path: str
    line: int
    cwe: str
    severity: int
    title: str
    engines: tuple[str, ...]
    first: int
    last: int
    ended: int | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One sweep in the history: its figures, and the findings whose story it goes on with."""

    sweep: Sweep
    changed: tuple[Sighting, ...]


def tell_chapter(
    report: Report, before: Iterable[Sighting], number: int, at: int, is_there: Callable[[str], bool]
) -> Chapter:
    """What sweep `number` adds to the history `before` it, at `at` seconds since 1970.

    A finding that is not seen is fixed only if everybody who saw it has read all of its file again, or the
    file is gone; `is_there` tells whether a path was to be read.
    """
    known = {sighting.id: sighting for sighting in before}
    opened = {ident: sighting for ident, sighting in known.items() if sighting.ended is None}
    seen = {finding.id: _seen(finding, known.get(finding.id), number) for finding in report.findings}
    accepted = {dropped.id for dropped in report.dropped if dropped.reason.startswith(_ACCEPTED)}
    doubts = Doubts.of(report)
    ended = tuple(
        replace(one, ended=number, how=how)
        for ident, one in opened.items()
        if ident not in seen and (how := _end(one, accepted, doubts, is_there))
    )
    sweep = Sweep(
        number=number,
        at=at,
        head=report.target.head,
        complete=report.verdict is not Verdict.INCOMPLETE,
        lines=report.coverage.changed,
        calls=report.usage.calls,
        usd=report.usage.cost_usd,
        open=len(opened.keys() | seen.keys()) - len(ended),
        new=len(seen.keys() - opened.keys()),
        fixed=sum(one.how == FIXED for one in ended),
    )
    return Chapter(sweep, (*seen.values(), *ended))


def _end(one: Sighting, accepted: Collection[str], doubts: Doubts, is_there: Callable[[str], bool]) -> str:
    """What became of a finding that is not reported, "" if nobody can tell."""
    if one.id in accepted:
        return ACCEPTED
    unsure = doubts.about(one.path, one.title, one.engines)
    return "" if unsure or not is_there(one.path) else FIXED


def _seen(finding: Finding, known: Sighting | None, number: int) -> Sighting:
    return Sighting(
        finding.id,
        finding.path,
        finding.line,
        finding.cwe,
        int(finding.severity),
        finding.title,
        tuple(sorted({engine(source) for source in finding.sources})),
        known.first if known else number,
        number,
    )
