"""A change, cut into pieces that one request can read, and the gaps that no request will."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from reviewbot.chunks.chunk import Chunk, Counter, Limits, Pointer, Row
from reviewbot.chunks.risk import Rank, risk
from reviewbot.chunks.split import split
from reviewbot.diff import FileChange
from reviewbot.spans import Gap

__all__ = ["Chunk", "Counter", "Limits", "Mapper", "Plan", "Pointer", "Row", "plan", "split"]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that will be read, riskiest first, and everything that will not.

    `notes` say what a reader of the report should know about how the plan was made.
    """

    chunks: tuple[Chunk, ...]
    gaps: tuple[Gap, ...]
    notes: tuple[str, ...] = ()


Cut = Callable[[FileChange | Gap], list[Chunk | Gap]]
Mapper = Callable[[Cut, Iterable[FileChange | Gap]], Iterable[list[Chunk | Gap]]]
"""What `map` does, in the same order, wherever it is done."""


def plan(
    files: Iterable[FileChange | Gap], limits: Limits, count: Counter, over: Mapper = map, rank: Rank = risk
) -> Plan:
    """Give every changed line to exactly one chunk or one gap.

    The order is by risk as `rank` sees it, then by path and place, so that a budget that runs out is spent
    well. `over` is how the files are gone through.
    """

    def cut(file: FileChange | Gap) -> list[Chunk | Gap]:
        return list(split(file, limits, count, rank))

    pieces = list(chain.from_iterable(over(cut, files)))
    chunks = [piece for piece in pieces if isinstance(piece, Chunk)]
    chunks.sort(key=lambda chunk: -chunk.risk)
    return Plan(tuple(chunks), tuple(piece for piece in pieces if isinstance(piece, Gap)))
