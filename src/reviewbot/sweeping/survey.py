"""What a sweep would read and cost, before anything is sent: chunks and tokens are counted."""

import os
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from itertools import chain

from reviewbot.chunks import plan
from reviewbot.chunks.risk import by_place
from reviewbot.errors import ReviewbotError
from reviewbot.executors.pools import Pool
from reviewbot.report import totals
from reviewbot.settings import Settings
from reviewbot.sources.tree import Tree
from reviewbot.stores.ranks import load_counter
from reviewbot.sweeping.batches import Batch
from reviewbot.sweeping.reading import Task, changes_of, portable, settings_of
from reviewbot.sweeping.shares import Share
from reviewbot.wiring import find_place, forecast_costs, measure


@dataclass(frozen=True, slots=True)
class Survey:
    """Sums over the chunks of a tree: `totals` as for a plan; `costs` in USD by model, None if not known."""

    totals: Mapping[str, int] = field(default_factory=dict)
    costs: Mapping[str, float | None] = field(default_factory=dict)
    failures: tuple[str, ...] = ()
    """Why some batches could not be counted."""

    def __add__(self, other: "Survey") -> "Survey":
        names = dict.fromkeys(chain(self.totals, other.totals))
        sums = {name: self.totals.get(name, 0) + other.totals.get(name, 0) for name in names}
        models = dict.fromkeys(chain(self.costs, other.costs))
        costs = {model: _sum(self.costs.get(model, 0.0), other.costs.get(model, 0.0)) for model in models}
        return Survey(sums, costs, (*self.failures, *other.failures))


def survey(tree: Tree, cut: Iterable[Batch], settings: Settings, pool: Pool) -> Survey:
    """Cut all files as a sweep would, and count."""
    place = str(tree.place.absolute())
    shared = (portable(settings, asks=False), Share(None, 1), settings.deadline)
    # The largest first, so that no lane is left with one when the others are done.
    parts = (tree.of(batch.leaves) for batch in sorted(cut, key=lambda batch: -batch.size))
    tasks = [Task(place, part.target, part.leaves, part.marked, *shared) for part in parts]
    counted = [pool.executor.submit(survey_batch, task) for task in tasks]
    read = sum(map(_outcome, counted), start=Survey())
    if "chunks" not in read.totals:
        return read
    return replace(read, costs=forecast_costs(read.totals, settings.cache, settings.prices))


def survey_batch(task: Task) -> Survey:
    """Count one batch, in whichever process."""
    try:
        settings = settings_of(task)
        count, limits = measure(settings, find_place(settings, os.environ), load_counter())
        return Survey(totals(plan(changes_of(task).files, limits, count, rank=by_place)))
    except ReviewbotError as error:
        return Survey(failures=(error.message,))


def _outcome(counted: Future[Survey]) -> Survey:
    error = counted.exception()
    return Survey(failures=(f"no worker could count it: {error}",)) if error else counted.result()


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other
