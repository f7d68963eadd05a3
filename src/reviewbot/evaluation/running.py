"""Has every change of every case reviewed as the doors do: same wiring, same plan, same pipeline."""

import asyncio
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from reviewbot.chunks import Plan, plan
from reviewbot.diff import Changeset, Library
from reviewbot.evaluation.cases import Case, Twin
from reviewbot.evaluation.libraries import Libraries
from reviewbot.evaluation.purse import Purse
from reviewbot.evaluation.sightings import Sighting, shown
from reviewbot.evaluation.trees import Archive
from reviewbot.pipeline import review_plan
from reviewbot.report import Facts, Report
from reviewbot.review import Usage
from reviewbot.settings import Settings
from reviewbot.spans import GapKind
from reviewbot.wiring import NOTHING, Desk, Supplies, set_up

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
    clock: Callable[[], float] = perf_counter,
    supplies: Supplies = NOTHING,
) -> Session:
    """Review every change of these cases; `supplies` record the answers of a model, or replay them.

    Raises:
        Unavailable: a reviewer could not start with the first of them, so it would not with any.
        UsageError: settings that cannot hold together.
        SourceError: git failed.
    """
    start = clock()
    with TemporaryDirectory(prefix="reviewbot-") as folder:
        archive = Archive.fill(Path(folder), cases)
        bench = Bench(archive, settings, environ, Purse(settings.max_cost), clock, supplies)
        reviewed = asyncio.run(_every(bench, cases, watch))
    reports = [report for _, report in reviewed]
    engines = tuple(dict.fromkeys(engine for report in reports for engine in report.engines))
    return Session(tuple(run for run, _ in reviewed), engines, reports[0].facts, clock() - start)


async def _every(bench: "Bench", cases: Iterable[Case], watch: Watch) -> list[tuple[Run, Report]]:
    """The first alone, to learn whether there is anybody to ask; then as many at a time as pay off."""
    first, *others = ((case, twin) for case in cases for twin in case.trees)
    lanes = asyncio.Semaphore(bench.lanes)

    async def run(case: Case, twin: Twin) -> tuple[Run, Report]:
        async with lanes:
            done = await bench.review(case, twin)
        watch(done[0])
        return done

    begun = await run(*first)
    if begun[1].errors:
        raise begun[1].errors[0]
    return [begun, *await asyncio.gather(*(run(case, twin) for case, twin in others))]


class Bench:
    """Reviews one change after another."""

    def __init__(
        self,
        archive: Archive,
        settings: Settings,
        environ: Mapping[str, str],
        purse: Purse,
        clock: Callable[[], float],
        supplies: Supplies,
    ) -> None:
        self._archive = archive
        self._settings = settings
        self._environ = environ
        self._purse = purse
        self._clock = clock
        self._supplies = supplies
        self._libraries = Libraries()
        desk = set_up(settings, environ, self._libraries, supplies=supplies)
        if desk.asking and desk.asking.shelf:
            desk.asking.shelf.close()
        # Without a model nothing at a desk remembers anything but its rules, which take most of a second to
        # load. Whoever asks one gets a desk for each run, as in a review.
        self._kept = None if desk.asking else desk

    @property
    def lanes(self) -> int:
        """How many reviews at a time pay off: a model is waited for, the static engine needs cores."""
        return (os.cpu_count() or 1) if self._kept else self._settings.concurrency

    async def review(self, case: Case, twin: Twin) -> tuple[Run, Report]:
        """Review one change of a case, as the doors would."""
        start = self._clock()
        changes = await asyncio.to_thread(self._archive.changes, case, twin)
        with self._purse.share(self.lanes) as share:
            report = await self._read(changes, self._desk(changes.library, share.usd))
            share.spent = report.usage.cost_usd or 0.0
        return _run(case, twin, report, self._clock() - start), report

    async def _read(self, changes: Changeset, desk: Desk) -> Report:
        planned = await asyncio.to_thread(_plan, changes, desk)
        report = await review_plan(
            changes.target,
            planned,
            desk.reviewers,
            min_severity=self._settings.min_severity,
            min_confidence=self._settings.min_confidence,
            facts=desk.facts_about(planned),
            verifier=desk.verifier,
        )
        return desk.conclude(report)

    def _desk(self, library: Library | None, usd: float | None) -> Desk:
        self._libraries.open(library)
        if self._kept:
            return self._kept
        settings = self._settings.model_copy(update={"max_cost": usd})
        return set_up(settings, self._environ, library, supplies=self._supplies)


def _plan(changes: Changeset, desk: Desk) -> Plan:
    planned = plan(changes.files, desk.limits, desk.count)
    return desk.with_context(planned) if desk.asking else planned


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
