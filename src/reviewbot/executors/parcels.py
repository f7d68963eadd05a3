"""Chunks as they travel between processes: plain values, which become chunks again beside the same file.

Neither the file nor its lines travel: rows say where their lines stand in it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from reviewbot.chunks import Chunk, Row
from reviewbot.chunks.chunk import Rows, Run
from reviewbot.diff import FileChange
from reviewbot.executors.forks import Parcels
from reviewbot.spans import Gap, GapKind, Side, Span

Values = tuple[Any, ...]
"""Numbers, strings and tuples of them."""
Texts = Sequence[tuple[str, ...]]
"""All lines that a file has: of each excerpt, then of each edit those that it removed."""

_START: Final = attrgetter("start")
_OLD_START: Final = attrgetter("old_start")


def _weigh(file: FileChange | Gap) -> int:
    return 0 if isinstance(file, Gap) else sum(map(len, chain.from_iterable(_texts(file))))


def _pack(file: FileChange | Gap, pieces: Iterable[Chunk | Gap]) -> Values:
    return tuple(_of_gap(p) if isinstance(p, Gap) else _of_chunk(p) for p in pieces)


def _unpack(file: FileChange | Gap, packed: Iterable[Values]) -> list[Chunk | Gap]:
    if isinstance(file, Gap):
        return [_gap(*values) for values in packed]
    texts = _texts(file)
    return [_chunk(file, texts, *values[1:]) if values[0] else _gap(*values[1:]) for values in packed]


def _texts(file: FileChange) -> Texts:
    return [*(excerpt.lines for excerpt in file.excerpts), *(edit.removed for edit in file.edits)]
