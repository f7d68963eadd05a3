"""From the name of a repository to a sweep of it that is ready to begin, and on to its report."""

import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from reviewbot.baseline import Baseline
from reviewbot.diff import Target
from reviewbot.doors.accepting import baseline_of
from reviewbot.doors.selection import settings_with
from reviewbot.doors.speaking import note
from reviewbot.doors.steered import trusted_files, with_believed_marks
from reviewbot.doors.sweeping import Round, access
from reviewbot.errors import ReviewbotError, UsageError
from reviewbot.executors.pools import HERE, LOCAL, Pool, cores, open_pool
from reviewbot.joined import join
from reviewbot.report import Report
from reviewbot.settings import Settings
from reviewbot.sinks.sweep_progress import SweepProgress
from reviewbot.sources.git import OutOfTime
from reviewbot.sources.tree import Tree
from reviewbot.spans import Gap, GapKind
from reviewbot.stores.ranks import load_counter
from reviewbot.sweeping.estate import Estate, tree_at
from reviewbot.sweeping.lanes import Limit, out_of_time
from reviewbot.sweeping.scope import Unmatched
from reviewbot.sweeping.survey import Survey, survey
from reviewbot.sweeping.visit import Visit

SMALL: Final = 400_000
"""Bytes that are read sooner in this process than another one starts."""


def general(flags: dict[str, Any]) -> Settings:
    """The settings that hold whatever is swept."""
    return settings_with(flags, lambda _: None)


class Own(NamedTuple):
    """What one repository brings along: its files, and the settings and the baseline that hold for it."""

    tree: Tree
    settings: Settings
    accepted: Baseline


def own_of(estate: Estate, place: Path, since: str | None, flags: dict[str, Any]) -> Own:
    """Find it all in a directory.

    Raises:
        ReviewbotError: there is no tree, or what steers cannot be read.
    """
    tree = tree_at(place, since)
    merged = estate.is_remote or flags["trusted"]  # a clone is of the default branch
    files = trusted_files(tree.target, place, merged=merged, tell=note)
    tree = with_believed_marks(tree, merged=merged, tell=note)
    tree = replace(tree, target=replace(tree.target, repo=estate.called(tree)))
    return Own(tree, settings_with(flags, files), baseline_of(files))


@dataclass(slots=True)
class Visits:
    """Sweeps of several repositories, one after the other, with one purse and one deadline.

    `end` is when time is over, on the monotonic clock; None if it never is. `far` is the cluster that all are
    read on, None where that is this machine.
    """

    rounds: Round
    flags: dict[str, Any]
    end: float | None
    far: Pool | None
    spent: float = 0.0

    @classmethod
    @contextmanager
    def begin(cls, rounds: Round, flags: dict[str, Any]) -> Iterator["Visits"]:
        """From now on time passes.

        Raises:
            UsageError: there is no such executor, or it cannot be reached.
        """
        end = None if rounds.seconds is None else time.monotonic() + rounds.seconds
        there = nullcontext() if flags["executor"] == LOCAL else open_pool(flags["executor"], HERE)
        with there as far:
            yield cls(rounds, flags, end, far)

    def report_on(self, estate: Estate) -> tuple[Report, Settings]:
        """Sweep one repository with the time and the money that are left.

        Raises:
            ReviewbotError: it cannot be had, or not be read at all; no time is left to clone it.
        """
        visit = self._prepare(estate)
        settings, granted = visit.settings, visit.settings.max_cost
        visit = replace(visit, limit=Limit(granted, self.rounds.seconds))
        if granted is not None:
            granted = max(granted - self.spent, 0.0)
            visit = replace(visit, settings=settings.model_copy(update={"max_cost": granted}))
        desk = visit.desk()  # before the pool, whose workers then have loaded what it takes
        with self._pool(visit) as pool, SweepProgress(sys.stderr) as progress:
            report, left = visit.run(desk, pool, self._left, progress.watch)
        # A bill that nobody knows is at most what is missing.
        most = 0.0 if granted is None or left is None else granted - left
        self.spent += most if report.usage.cost_usd is None else report.usage.cost_usd
        return report, settings

    def survey(self) -> Survey:
        """What sweeping all of them would read and cost.

        Raises:
            ReviewbotError: one of them cannot be had, or none holds what was asked for.
        """
        total, unmatched = Survey(), 0
        for estate in self.rounds.estates:
            try:
                visit = self._prepare(estate)
            except Unmatched:
                unmatched += 1
                if unmatched == len(self.rounds.estates):
                    raise
                continue
            with self._pool(visit) as pool:
                total += survey(visit.tree, visit.cut, visit.settings, pool)
        return total

    @property
    def _left(self) -> float | None:
        """Seconds that are left, None where there is no bound."""
        return None if self.end is None else max(self.end - time.monotonic(), 0.0)

    def _prepare(self, estate: Estate) -> Visit:
        state = self.rounds.state_of(estate, general(self.flags))
        if state is None and estate.is_remote:
            raise UsageError(f"there is no place to clone {estate.named} into", "give --state DIR")
        scope = self.rounds.scope
        place = self._place(estate, state or Path())
        with ThreadPoolExecutor(1) as beside:  # most of the time that git takes is spent on waiting
            if self.far is None:
                beside.submit(load_counter)
            own = own_of(estate, place, scope.since, self.flags)
        return Visit.to(own.tree, scope, own.settings, os.environ, state, note, own.accepted)

    def _place(self, estate: Estate, state: Path) -> Path:
        """Where a repository is; what there is no time to clone is not waited for."""
        over = OutOfTime(out_of_time(self.rounds.seconds or 0.0), "give a longer --deadline")
        if estate.is_remote and self._left == 0.0:
            raise over
        history = self.rounds.scope.since is not None
        try:
            return estate.place(state, access(), history=history, seconds=self._left)
        except OutOfTime:
            raise over from None

    def _pool(self, visit: Visit) -> AbstractContextManager[Pool]:
        if self.far is not None:
            return nullcontext(self.far)
        lanes = max(min(cores(), len(visit.cut)), 1) if visit.size > SMALL else HERE
        if lanes > 1:
            load_counter()  # the workers are forks of this process, and have what it has loaded
        return open_pool(LOCAL, lanes)


def missing(name: str, error: ReviewbotError) -> Report:
    """The report on a repository that could not be had: nothing of it was read, and that is said.

    That it holds nothing of what was asked for is no failure, among others.
    """
    kind = GapKind.SKIPPED if isinstance(error, Unmatched) else GapKind.FAILED
    gap = Gap(".", (), kind, "source", error.message)
    return join(Target("sweep", name), (), (gap,))
