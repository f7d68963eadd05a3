"""Keeps every lane of a pool at work, each with its share of money and calls, until all batches are read."""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from reviewbot.errors import SourceError
from reviewbot.executors.death import Died
from reviewbot.executors.pools import Pool
from reviewbot.report import Report
from reviewbot.review import Usage
from reviewbot.reviewers.budget import is_over_budget, over_budget
from reviewbot.settings import Settings
from reviewbot.sinks.stored_report import read_report
from reviewbot.sources.tree import Tree
from reviewbot.spans import Gap
from reviewbot.sweeping.batches import Batch, riskiest_first
from reviewbot.sweeping.reading import Outcome, Task, portable, read_batch, unread
from reviewbot.sweeping.shares import DUST, Purse, Share

TRIES: Final = 3
"""A batch whose worker dies so often is not given to another one."""
GRACE: Final = 60.0
"""Seconds after the deadline for what is under way; then it is given up."""
_TICK: Final = 1.0
"""Seconds after which the time is looked at, though nothing has ended."""


class Read(NamedTuple):
    """A batch and the report on it."""

    batch: Batch
    report: Report


class Limit(NamedTuple):
    """What a person has set for all of a sweep; None is no bound."""

    usd: float | None = None
    seconds: float | None = None


def out_of_time(seconds: float) -> str:
    """The reason for what a deadline leaves unread."""
    return f"the {seconds:g} s of this sweep were over"


NO_LIMIT: Final = Limit()


@dataclass(slots=True)
class Lanes:
    """A pool at work on one tree. `tell` gets what workers have to say; `clock` gives seconds that only grow.

    `asks` says whether a model is asked. The money in the settings and `seconds` are what is left of `limit`,
    which reasons name. `left` is what there is of the money in the end, with no doubt about it.
    """

    tree: Tree
    settings: Settings
    pool: Pool
    asks: bool
    seconds: float | None
    tell: Callable[[str], None]
    limit: Limit = NO_LIMIT
    clock: Callable[[], float] = time.monotonic
    left: float | None = field(default=None, init=False)
    _deaths: Counter[Batch] = field(default_factory=Counter, init=False)

    def read(self, todo: Iterable[Batch]) -> Iterator[Read]:
        """The report on each batch, in the order in which they end; perhaps a later one on the same batch.

        A batch for which money ran out is read again if others gave back some in the meantime.
        """
        end = float("inf") if self.seconds is None else self.clock() + self.seconds
        purse = self._purse(self.settings.max_cost, self.pool.lanes)
        poor: list[Read] = []
        for read in self._work(deque(todo), purse, end):
            poor += [read] if _ran_dry(read.report) else []
            yield Read(read.batch, self._told(read.report))
        self.left = purse.usd
        yield from self._again({one.batch: one.report for one in poor}, end)

    def _again(self, poor: dict[Batch, Report], end: float) -> Iterator[Read]:
        """Read poor batches with all that is left, one by one, as long as that brings more."""
        for batch in riskiest_first(poor):
            before = self.left
            if before is None or before <= DUST or self.clock() >= end:
                return
            purse = self._purse(before, 1)
            for _, later in self._work(deque([batch]), purse, end):
                yield Read(batch, self._told(_better(poor[batch], later)))
            self.left = purse.usd
            if self.left == before:  # not even one call fits into the rest
                return

    def _purse(self, usd: float | None, lanes: int) -> Purse:
        """No more lanes than calls at a time: each needs one."""
        calls = self.settings.concurrency
        return Purse(usd, calls, min(lanes, calls) if self.asks else lanes)

    def _work(self, waiting: deque[Batch], purse: Purse, end: float) -> Iterator[Read]:
        running: dict[Future[Outcome], tuple[Batch, Task]] = {}
        while (waiting or running) and self.clock() < end + GRACE:
            while waiting and purse.open and (left := end - self.clock()) > 0:
                batch = waiting.popleft()
                task = self._task(batch, purse.take(), min(left, self.settings.deadline))
                running[self.pool.executor.submit(read_batch, task)] = (batch, task)
            if not running:
                break
            for future in wait(running, _TICK, FIRST_COMPLETED).done:
                batch, task = running.pop(future)
                report, spent = self._outcome(future, task)
                purse.give_back(task.share, spent)
                if isinstance(_trouble(future), Died) and self._may_try(batch):
                    waiting.append(batch)
                else:
                    yield Read(batch, self._billed(batch, report))
        for batch in waiting:
            late = unread(self._task(batch, Share(None, 1), 0.0), self._late)
            yield Read(batch, self._billed(batch, late))
        for batch, task in running.values():
            yield Read(batch, self._unread(task, self._late))

    @property
    def _late(self) -> str:
        """The reason for what time was too short for."""
        seconds = self.seconds if self.limit.seconds is None else self.limit.seconds
        return out_of_time(seconds or 0.0)

    def _billed(self, batch: Batch, report: Report) -> Report:
        """What workers that died of a batch have spent, nobody knows."""
        if not self.asks or not self._deaths[batch]:
            return report
        return replace(report, usage=report.usage + Usage(cost_usd=None))

    def _may_try(self, batch: Batch) -> bool:
        self._deaths[batch] += 1
        return self._deaths[batch] < TRIES

    def _task(self, batch: Batch, share: Share, seconds: float) -> Task:
        part = self.tree.of(batch.leaves)
        place, settings = str(self.tree.place.absolute()), portable(self.settings, asks=self.asks)
        return Task(place, part.target, part.leaves, part.marked, settings, share, seconds)

    def _outcome(self, future: Future[Outcome], task: Task) -> tuple[Report, float | None]:
        """The report of a worker, or the one that its failure makes; and what was spent, None if unknown."""
        if trouble := _trouble(future):
            return self._unread(task, f"no worker could read it: {trouble}"), None
        outcome = future.result()
        for sentence in outcome.told:
            self.tell(sentence)
        if outcome.failure:
            return self._unread(task, outcome.failure), None
        try:
            report = read_report(outcome.report.encode("utf-8", "surrogatepass"))
        except SourceError as error:
            return self._unread(task, f"what the worker sent is no report: {error.message}"), None
        return report, report.usage.cost_usd

    def _unread(self, task: Task, reason: str) -> Report:
        """Nobody knows what it has cost, if a model was asked."""
        return replace(unread(task, reason), usage=Usage(cost_usd=None if self.asks else 0.0))

    def _told(self, report: Report) -> Report:
        """The report with the limit that a person has set, in place of what a worker got of it."""
        return replace(report, gaps=tuple(map(self._in_whole, report.gaps)))

    def _in_whole(self, gap: Gap) -> Gap:
        if self.limit.usd is None or not is_over_budget(gap.reason):
            return gap
        return replace(gap, reason=over_budget(self.limit.usd))


def _trouble(future: Future[Outcome]) -> BaseException | None:
    return CancelledError("it was cancelled") if future.cancelled() else future.exception()


def _ran_dry(report: Report) -> bool:
    return any(is_over_budget(gap.reason) for gap in report.gaps)


def _better(before: Report, later: Report) -> Report:
    """Of two reports on one batch the one that has more of it, with what both cost."""
    best = later if later.coverage.failed < before.coverage.failed else before
    return replace(best, usage=before.usage + later.usage)
