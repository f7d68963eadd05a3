"""What became of findings from sweep to sweep: new, still open, fixed, come back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from reviewbot.findings import Finding
from reviewbot.report import Report


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
    """A finding through all sweeps: the numbers of the first and the last that saw it, and that missed it.

    `severity` is its rank, 1 to 4. `fixed` is None as long as it is open.
    """

    id: str
    path: str
    line: int
    cwe: str
    severity: int
    title: str
    first: int
    last: int
    fixed: int | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One sweep in the history: its figures, and the findings whose story it goes on with."""

    sweep: Sweep
    changed: tuple[Sighting, ...]
    new: frozenset[str]
    """Ids that no earlier sweep had open."""
    fixed: tuple[Sighting, ...]


def tell_chapter(
    report: Report, before: Iterable[Sighting], number: int, at: int, was_read: Callable[[str], bool]
) -> Chapter:
    """What sweep `number` adds to the history `before` it, at `at` seconds since 1970.

    A finding that is not seen is fixed only if `was_read` says that its file was read to its end, or is gone.
    """
    known = {sighting.id: sighting for sighting in before}
    opened = {ident for ident, sighting in known.items() if sighting.fixed is None}
    seen = {finding.id: _seen(finding, known.get(finding.id), number) for finding in report.findings}
    gone = sorted(ident for ident in opened - seen.keys() if was_read(known[ident].path))
    fixed = tuple(replace(known[ident], fixed=number) for ident in gone)
    new = frozenset(seen.keys() - opened)
    sweep = Sweep(
        number=number,
        at=at,
        head=report.target.head,
        complete=not report.errors and report.verdict != "incomplete",
        lines=report.coverage.changed,
        calls=report.usage.calls,
        usd=report.usage.cost_usd,
        open=len(opened | seen.keys()) - len(fixed),
        new=len(new),
        fixed=len(fixed),
    )
    return Chapter(sweep, (*seen.values(), *fixed), new, fixed)


def _seen(finding: Finding, known: Sighting | None, number: int) -> Sighting:
    first = known.first if known else number
    return Sighting(
        finding.id,
        finding.path,
        finding.line,
        finding.cwe,
        int(finding.severity),
        finding.title,
        first,
        number,
    )
