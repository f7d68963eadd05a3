"""Which of the known definitions and uses a chunk is shown, and in which order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from reviewbot.chunks.chunk import Chunk
from reviewbot.chunks.related_entry import Entry
from reviewbot.chunks.related_index import Index
from reviewbot.chunks.related_names import IMPORTED, Surroundings, Wanted
from reviewbot.chunks.related_words import family_of

OF_ONE_NAME: Final = 2
"""Definitions of one name that are shown."""
_USES: Final = 3


class View(NamedTuple):
    """A chunk, the file around it, and what it wants to know."""

    chunk: Chunk
    around: Surroundings
    wanted: Wanted

    @property
    def family(self) -> str:
        """Languages whose functions the chunk may call."""
        return family_of(self.chunk.language)

    def distance(self, entry: Entry) -> int:
        """How far an entry's file is from the chunk's."""
        return self.around.distance(entry.path)


def candidates(view: View, index: Index) -> Iterator[Entry]:
    """What changed lines call, who uses what they change, what the lines around call; the nearest first.

    Nothing that the chunk itself shows. A name on an unchanged line counts only if it is clear what it means.
    """
    rows = chain(view.chunk.rows, view.chunk.context)
    shown = {(view.chunk.path, row.number) for row in rows if row.sign != "-"}
    around = _definitions(view, index, view.wanted.around)
    found = chain(
        _definitions(view, index, view.wanted.called),
        _uses(view, index),
        (entry for entry in around if view.distance(entry) <= IMPORTED),
    )
    return (entry for entry in found if (entry.path, entry.number) not in shown)


def meant(index: Index, family: str, parts: Sequence[str]) -> Sequence[Entry]:
    """The definitions of a qualified name; without any, those of its last part, unless they are many."""
    found = index.definitions(family, parts[-1])
    exact = [entry for entry in found if f".{entry.symbol}".endswith(f".{'.'.join(parts)}")]
    if exact and len(parts) > 1:
        return exact
    return () if index.is_ambiguous(family, parts[-1]) else found


def fitting(entries: Iterable[Entry], room: int, cost: Callable[[Entry], int]) -> Iterator[Entry]:
    """Each once, in order, those that still fit."""
    for entry in dict.fromkeys(entries):
        if room <= 0:
            return
        if cost(entry) <= room:
            room -= cost(entry)
            yield entry


def _definitions(view: View, index: Index, names: Iterable[str]) -> list[Entry]:
    """Of each name only the nearest definitions, for the others are of something else.

    Beyond the imports, many of one name say nothing.
    """
    chosen: list[Entry] = []
    for name in names:
        found = index.definitions(view.family, name)
        near = min(map(view.distance, found), default=0)
        nearest = [entry for entry in found if view.distance(entry) == near]
        if near <= IMPORTED or not (len(nearest) > OF_ONE_NAME or index.is_ambiguous(view.family, name)):
            chosen += nearest[:OF_ONE_NAME]
    return sorted(chosen, key=view.distance)


def _uses(view: View, index: Index) -> list[Entry]:
    found = (entry for name in view.wanted.changed for entry in index.used(view.family, name))
    return sorted(found, key=view.distance)[:_USES]
