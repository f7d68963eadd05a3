"""Keeps every lane of a pool at work, each with its share of money and calls, until all batches are read."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from reviewbot.errors import SourceError
from reviewbot.executors.pools import Died, Pool
from reviewbot.report import Report
from reviewbot.settings import Settings
from reviewbot.sinks.stored_report import read_report
from reviewbot.sources.tree import Tree
from reviewbot.spans import Gap
from reviewbot.sweeping.batches import Batch, riskiest_first
from reviewbot.sweeping.reading import Outcome, Task, portable, read_batch, unread
from reviewbot.sweeping.shares import DUST, Purse, Share

_TICK: Final = 1.0
"""Seconds after which the time is looked at, though nothing has ended."""
_BUDGET: Final = "the budget of "
"""How the reason begins where money has run out."""


class Read(NamedTuple):
    """A batch and the report on it."""

    batch: Batch
    report: Report


@dataclass(slots=True)
class Lanes:
    """A pool at work on one tree. `tell` gets what workers have to say; `clock` gives seconds that only grow.

    `seconds` bounds all of it, None if nothing does.
    """

    tree: Tree
    settings: Settings
    pool: Pool
    seconds: float | None
    tell: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic

    def read(self, todo: Iterable[Batch]) -> Iterator[Read]:
        """The report on each batch, in the order in which they end; perhaps a later one on the same batch.

        A batch for which money ran out is read again if others gave back enough in the meantime.
        """
        end = float("inf") if self.seconds is None else self.clock() + self.seconds
        purse = Purse(self.settings.max_cost, self.settings.concurrency, self.pool.lanes)
        poor: list[Read] = []
        for read in self._work(deque(todo), purse, end):
            poor += [read] if _ran_dry(read.report) else []
            yield Read(read.batch, self._told(read.report))
        first = {one.batch: one.report for one in poor}
        for batch in riskiest_first(first):
            purse = Purse(purse.usd, self.settings.concurrency, 1)
            if (purse.usd or 0.0) > DUST:
                yield from (self._both(first[batch], read) for read in self._work(deque([batch]), purse, end))

    def _work(self, waiting: deque[Batch], purse: Purse, end: float) -> Iterator[Read]:
        running: dict[Future[Outcome], tuple[Batch, Task]] = {}
        while waiting or running:
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
                yield Read(batch, report)
        for batch in waiting:
            reason = f"the {self.seconds:g} s of this sweep were over"
            yield Read(batch, unread(self._task(batch, Share(None, 1), 0.0), reason))

    def _task(self, batch: Batch, share: Share, seconds: float) -> Task:
        part = self.tree.of(batch.leaves)
        place = str(self.tree.place.absolute())
        return Task(place, part.target, part.leaves, part.marked, portable(self.settings), share, seconds)

    def _outcome(self, future: Future[Outcome], task: Task) -> tuple[Report, float | None]:
        """The report of a worker, or the one that its failure makes; and what was spent, None if unknown."""
        try:
            outcome = future.result()
        except (Died, CancelledError, OSError) as trouble:
            return unread(task, f"no worker could read it: {trouble}"), None
        for sentence in outcome.told:
            self.tell(sentence)
        if outcome.failure:
            return unread(task, outcome.failure), None
        try:
            report = read_report(outcome.report.encode("utf-8", "surrogatepass"))
        except SourceError as error:
            return unread(task, f"what the worker sent is no report: {error.message}"), None
        return report, report.usage.cost_usd

    def _both(self, before: Report, later: Read) -> Read:
        """The later of two reports on one batch, with what both cost."""
        both = replace(later.report, usage=before.usage + later.report.usage)
        return Read(later.batch, self._told(both))

    def _told(self, report: Report) -> Report:
        """The report with the limit that a person has set, in place of what a worker got of it."""
        return replace(report, gaps=tuple(map(self._in_whole, report.gaps)))

    def _in_whole(self, gap: Gap) -> Gap:
        if not gap.reason.startswith(_BUDGET):
            return gap
        return replace(gap, reason=f"{_BUDGET}${self.settings.max_cost:g} would be passed")


def _ran_dry(report: Report) -> bool:
    return any(gap.reason.startswith(_BUDGET) for gap in report.gaps)
