"""Reviews one change of a case after another, as the doors do: same wiring, same plan, same pipeline."""

import asyncio
import os
from collections.abc import Mapping
from dataclasses import replace

from reviewbot.diff import Library
from reviewbot.evaluation.cases import Case, Twin
from reviewbot.evaluation.imports import Imports
from reviewbot.evaluation.libraries import Libraries
from reviewbot.evaluation.purse import Purse
from reviewbot.evaluation.trees import Archive
from reviewbot.report import Report
from reviewbot.settings import Settings
from reviewbot.wiring import Desk, Stock, Supplies, set_up, user_folder


class Bench:
    """Reviews any number of changes at a time."""

    def __init__(
        self,
        archive: Archive,
        settings: Settings,
        environ: Mapping[str, str],
        purse: Purse,
        supplies: Supplies,
        imports: Imports,
    ) -> None:
        self._archive = archive
        self._settings = settings
        self._environ = environ
        self._purse = purse
        self._supplies = replace(supplies, imports=())
        self._imports = imports
        self._libraries = Libraries()
        self._stock = Stock.of(user_folder())
        desk = self._set_up(settings, self._libraries)
        self.facts = desk.facts
        if desk.asking and desk.asking.shelf:
            desk.asking.shelf.close()
        # Without a model nothing at a desk remembers anything but its rules, which take most of a second to
        # load. Whoever asks one gets a desk for each run, as in a review.
        self._kept = None if desk.asking else desk

    @property
    def lanes(self) -> int:
        """How many reviews at a time pay off: a model is waited for, the static engine needs cores."""
        return (os.cpu_count() or 1) if self._kept else self._settings.concurrency

    async def review(self, case: Case, twin: Twin) -> Report:
        """Review one change of a case, as the doors would."""
        changes = await asyncio.to_thread(self._archive.changes, case, twin)
        with self._purse.share(self.lanes) as share:
            share.spent = share.usd or 0.0  # what a review has spent that breaks off, nobody knows
            desk = self._desk(changes.library, share.usd).beside(self._imports.scanners(case, twin))
            planned = await asyncio.to_thread(desk.cut, changes)
            report = await desk.read(changes.target, planned)
            share.spent = report.usage.cost_usd or 0.0
        return report

    def _desk(self, library: Library | None, usd: float | None) -> Desk:
        self._libraries.open(library)
        return self._kept or self._set_up(self._settings.model_copy(update={"max_cost": usd}), library)

    def _set_up(self, settings: Settings, library: Library | None) -> Desk:
        return set_up(settings, self._environ, library, supplies=self._supplies, stock=self._stock)
