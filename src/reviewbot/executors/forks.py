"""One function over many items on all cores, by children of this process: they inherit the items."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from reviewbot.executors.child import Child, start
from reviewbot.executors.claims import Claims

Item = TypeVar("Item")
Result = TypeVar("Result")

HEAVY: Final = 250_000
"""The weight that is worth a child, which costs about 10 ms: fewer characters are cut as soon without one."""
HEAVIEST: Final = 16_000_000
"""Characters of the items that are held at once."""
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Parcels(Generic[Item, Result]):
    """How heavy an item is, in characters, and how its result travels: as what `marshal` takes."""

    weigh: Callable[[Item], int]
    pack: Callable[[Item, Result], Any]
    unpack: Callable[[Item, Any], Result]


def may_fork() -> bool:
    """Whether a child could go on: what another thread holds locked stays locked in it for ever."""
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1


def spare_cores() -> int:
    """How many children this process may have at work beside it; none where it is not safe to fork."""
    return min(len(os.sched_getaffinity(0)) - 1, _MOST) if may_fork() else 0


def fork_map(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    parcels: Parcels[Item, Result],
    spare: Callable[[], int] = spare_cores,
) -> Iterator[Result]:
    """What `map` gives, in the same order, with as many children at work as `spare` says.

    Items are taken ahead of their results, and none while a child is at work. What a child does not send,
    whatever became of it, is made here. If `function` raises for several items, it is for any of them.
    """
    for batch, weights in _batches(items, parcels.weigh):
        children = spare() if sum(weights) >= HEAVY else 0
        if children > 0:
            heaviest_first = sorted(range(len(batch)), key=weights.__getitem__, reverse=True)
            yield from _shared(function, batch, heaviest_first, parcels, children)
        else:
            yield from map(function, batch)


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
    children: int,
) -> list[Result]:
    """All results. This process works as its children do, on whatever nobody has taken."""

    def work(place: int) -> Any:  # noqa: ANN401 - whatever `pack` makes
        return parcels.pack(items[place], function(items[place]))

    crew: list[Child] = []
    places: Iterable[int] = order
    with ExitStack() as stack:
        with suppress(OSError):  # no more files or processes are to be had
            places = stack.enter_context(Claims(order))
            crew.extend(start(work, places, stack) for _ in range(children))
        results = {place: function(items[place]) for place in places}
        for child in crew:
            results |= {place: parcels.unpack(items[place], made) for place, made in child.sent()}
    return [results[place] if place in results else function(item) for place, item in enumerate(items)]
