"""One function over many items on all cores: this process forks, and each child takes a share.

A child inherits the items, so nothing is sent to it. What it has made comes back over a pipe that only it and
its parent hold, as numbers, strings and tuples by `marshal`, which runs no code.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from reviewbot.executors.helper import Claims, Helper, hire

Item = TypeVar("Item")
Result = TypeVar("Result")

HEAVY: Final = 150_000
"""The least weight that is shared: a child that starts and ends costs about 10 ms."""
HEAVIEST: Final = 16_000_000
"""The weight of items that are held at once."""
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Parcels(Generic[Item, Result]):
    """How heavy an item is, in characters, and how its result travels: as what `marshal` takes."""

    weigh: Callable[[Item], int]
    pack: Callable[[Item, Result], Any]
    unpack: Callable[[Item, Any], Result]


def spare_cores() -> int:
    """How many children may be at work beside this process; none where forking is not safe."""
    if sys.platform != "linux" or len(os.listdir("/proc/self/task")) > 1:
        return 0  # a lock that another thread holds would stay locked in a child
    return min(len(os.sched_getaffinity(0)) - 1, _MOST)


def fork_map(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    parcels: Parcels[Item, Result],
    helpers: Callable[[], int] = spare_cores,
) -> Iterator[Result]:
    """What `map` gives, in the same order, with as many children at work as `helpers` says.

    Items are taken ahead of their results, and none while a child is at work. What a child does not send,
    whatever became of it, is done here. If `function` raises for several items, one of those is raised.
    """
    for batch, weights in _batches(items, parcels.weigh):
        crew = helpers() if sum(weights) >= HEAVY else 0
        if crew < 1:
            yield from map(function, batch)
        else:
            heaviest_first = sorted(range(len(batch)), key=weights.__getitem__, reverse=True)
            yield from _shared(function, batch, heaviest_first, parcels, crew)


def _batches(items: Iterable[Item], weigh: Callable[[Item], int]) -> Iterator[tuple[list[Item], list[int]]]:
    batch: list[Item] = []
    weights: list[int] = []
    total = 0
    for item in items:
        batch.append(item)
        weights.append(weigh(item))
        total += weights[-1]
        if total >= HEAVIEST:
            yield batch, weights
            batch, weights, total = [], [], 0
    yield batch, weights


def _shared(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    order: Sequence[int],
    parcels: Parcels[Item, Result],
    helpers: int,
) -> list[Result]:
    """All results; this process works too, on what no child has taken."""

    def pack(place: int) -> Any:  # noqa: ANN401 - whatever marshal takes
        return parcels.pack(items[place], function(items[place]))

    with ExitStack() as stack:
        crew: list[Helper] = []
        claims: Iterable[int] = order
        with suppress(OSError):  # no file, no process to be had: then this one does what is left
            claims = stack.enter_context(Claims(order))
            for _ in range(helpers):
                crew.append(hire(pack, claims, stack))
        results = {place: function(items[place]) for place in claims}
        for helper in crew:
            results |= {place: parcels.unpack(items[place], sent) for place, sent in helper.sent()}
    return [results[place] if place in results else function(item) for place, item in enumerate(items)]
