"""Has every change of every case reviewed as the doors do: same wiring, same plan, same pipeline."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from reviewbot.errors import ReviewbotError
from reviewbot.evaluation.bench import Bench
from reviewbot.evaluation.cases import Case, Twin
from reviewbot.evaluation.imports import Imports
from reviewbot.evaluation.purse import Purse
from reviewbot.evaluation.sightings import Sighting, shown
from reviewbot.evaluation.trees import Archive
from reviewbot.report import Facts, Report
from reviewbot.review import Usage
from reviewbot.settings import Settings
from reviewbot.spans import GapKind
from reviewbot.wiring import NOTHING, Supplies

Clock = Callable[[], float]
Watch = Callable[["Run"], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What one review of one change came to; `failures` are the reasons why it is not complete."""

    case: Case
    twin: Twin
    sightings: tuple[Sighting, ...]
    lines: int = 0
    """Changed lines that were read."""
    failures: tuple[str, ...] = ()
    seconds: float = 0.0
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Session:
    """All runs, and what holds for every one of them."""

    runs: tuple[Run, ...]
    engines: tuple[str, ...]
    facts: Facts
    seconds: float


def run_cases(
    cases: Sequence[Case],
    settings: Settings,
    environ: Mapping[str, str],
    watch: Watch = lambda _: None,
    clock: Clock = perf_counter,
    supplies: Supplies = NOTHING,
) -> Session:
    """Review every change of these cases.

    `supplies` record the answers of a model, or replay them, or are logs about the folder of the cases.

    Raises:
        Unavailable: a reviewer could not start with the first of them, so it would not with any.
        UsageError: settings that cannot hold together, or a file among the supplies that is something else.
        SourceError: git failed.
    """
    start = clock()
    imports = Imports(supplies.scans(), cases)
    with TemporaryDirectory(prefix="reviewbot-") as folder:
        archive = Archive.fill(Path(folder), cases)
        bench = Bench(archive, settings, environ, Purse(settings.max_cost), supplies, imports)
        reviewed = asyncio.run(_every(bench, cases, watch, clock))
    reports = [report for _, report in reviewed if report]
    engines = tuple(dict.fromkeys(engine for report in reports for engine in report.engines))
    facts = reports[0].facts if reports else bench.facts
    facts = replace(facts, notes=(*facts.notes, *imports.notes()))
    return Session(tuple(run for run, _ in reviewed), engines, facts, clock() - start)


Done = tuple[Run, Report | None]
"""What a review came to, and all it said; None if it broke off."""


async def _every(bench: Bench, cases: Iterable[Case], watch: Watch, clock: Clock) -> list[Done]:
    """The first alone, to learn whether there is anybody to ask; then as many at a time as pay off."""
    first, *others = ((case, twin) for case in cases for twin in case.trees)
    lanes = asyncio.Semaphore(bench.lanes)

    async def run(case: Case, twin: Twin) -> Done:
        async with lanes:
            done = await _review(bench, case, twin, clock)
        watch(done[0])
        return done

    begun = await run(*first)
    if begun[1] and begun[1].errors:
        raise begun[1].errors[0]
    return [begun, *await asyncio.gather(*(run(case, twin) for case, twin in others))]


async def _review(bench: Bench, case: Case, twin: Twin, clock: Clock) -> Done:
    """One change of a case; what nobody has foreseen is a failure of this review, and of no other."""
    start = clock()
    try:
        report = await bench.review(case, twin)
    except ReviewbotError:
        raise
    except Exception as bug:  # noqa: BLE001 - the front door of one review: a bug in it must not cost all others
        reason = f"the review broke off: {type(bug).__name__}; this is a bug in reviewbot"
        return Run(case, twin, (), failures=(reason,), seconds=clock() - start), None
    return _run(case, twin, report, clock() - start), report


def _run(case: Case, twin: Twin, report: Report, seconds: float) -> Run:
    failures = [f"{gap.by}: {gap.reason}" for gap in report.gaps if gap.kind is GapKind.FAILED]
    failures += [error.message for error in report.errors]
    return Run(
        case,
        twin,
        tuple(map(Sighting.of, shown(report))),
        report.coverage.changed - report.coverage.failed,
        tuple(dict.fromkeys(failures)),
        seconds,
        report.usage,
    )
