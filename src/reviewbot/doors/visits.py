"""From the name of a repository to a sweep of it that is ready to begin, and on to its report."""

import os
import sys
import time
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from reviewbot.diff import Target
from reviewbot.doors.accepting import baseline_of
from reviewbot.doors.selection import settings_with
from reviewbot.doors.speaking import note
from reviewbot.doors.steered import trusted_files
from reviewbot.doors.sweeping import Round, access
from reviewbot.errors import ReviewbotError, UsageError
from reviewbot.executors.pools import HERE, Pool, cores, open_pool
from reviewbot.joined import join
from reviewbot.report import Report
from reviewbot.settings import Settings
from reviewbot.sinks.sweep_progress import SweepProgress
from reviewbot.spans import Gap, GapKind
from reviewbot.sweeping.estate import Estate, tree_at
from reviewbot.sweeping.scope import Unmatched
from reviewbot.sweeping.survey import Survey, survey
from reviewbot.sweeping.visit import Visit

SMALL: Final = 400_000
"""Bytes that are read sooner in this process than another one starts."""


def general(flags: dict[str, Any]) -> Settings:
    """The settings that hold whatever is swept."""
    return settings_with(flags, lambda _: None)


@dataclass(slots=True)
class Visits:
    """Sweeps of several repositories, one after the other, with one purse and one deadline.

    `end` is when time is over, on the monotonic clock; None if it never is.
    """

    rounds: Round
    flags: dict[str, Any]
    end: float | None
    spent: float = 0.0

    @classmethod
    def begin(cls, rounds: Round, flags: dict[str, Any]) -> "Visits":
        """From now on time passes."""
        return cls(rounds, flags, None if rounds.seconds is None else time.monotonic() + rounds.seconds)

    def report_on(self, estate: Estate) -> tuple[Report, Settings]:
        """Sweep one repository with the time and the money that are left.

        Raises:
            ReviewbotError: it cannot be had, or not be read at all.
        """
        visit = self._prepare(estate)
        settings = visit.settings
        if settings.max_cost is not None:
            left = max(settings.max_cost - self.spent, 0.0)
            limited = settings.model_copy(update={"max_cost": left})
            visit = replace(visit, settings=limited, limit=settings.max_cost)
        seconds = None if self.end is None else max(self.end - time.monotonic(), 0.0)
        with self._pool(visit) as pool, SweepProgress(sys.stderr) as progress:
            report, _ = visit.run(pool, seconds, progress.watch)
        # A bill that nobody knows is taken for all there is.
        spent = report.usage.cost_usd
        self.spent += (visit.settings.max_cost or 0.0) if spent is None else spent
        return report, settings

    def survey(self) -> Survey:
        """What sweeping all of them would read and cost.

        Raises:
            ReviewbotError: one of them cannot be had.
        """
        total = Survey()
        for estate in self.rounds.estates:
            try:
                visit = self._prepare(estate)
            except Unmatched:
                if len(self.rounds.estates) == 1:
                    raise
                continue
            with self._pool(visit) as pool:
                total += survey(visit.tree, visit.cut, visit.settings, pool)
        return total

    def _prepare(self, estate: Estate) -> Visit:
        state = self.rounds.state_of(estate, general(self.flags))
        if state is None and estate.is_remote:
            raise UsageError(f"there is no place to clone {estate.named} into", "give --state DIR")
        scope = self.rounds.scope
        place = estate.place(state or Path(), access(), history=scope.since is not None)
        tree = tree_at(place, scope.since)
        # A clone is of the default branch.
        files = trusted_files(tree.target, place, merged=estate.is_remote or self.flags["trusted"], tell=note)
        target = replace(tree.target, repo=estate.name) if estate.is_remote else tree.target
        tree, settings = replace(tree, target=target), settings_with(self.flags, files)
        return Visit.to(tree, scope, settings, os.environ, state, note, baseline_of(files))

    def _pool(self, visit: Visit) -> AbstractContextManager[Pool]:
        lanes = max(min(cores(), len(visit.cut)), 1) if visit.size > SMALL else HERE
        return open_pool(self.flags["executor"], lanes)


def missing(name: str, error: ReviewbotError) -> Report:
    """The report on a repository that could not be had: nothing of it was read, and that is said.

    That it holds nothing of what was asked for is no failure, among others.
    """
    kind = GapKind.SKIPPED if isinstance(error, Unmatched) else GapKind.FAILED
    gap = Gap(".", (), kind, "source", error.message)
    return join(Target("sweep", name), (), (gap,))
