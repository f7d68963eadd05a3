"""Where: a run of lines on one side of a change, and the lines that nobody read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MARKED: Final = ".gitattributes says so"
"""How the reason of a gap ends where the reviewed code itself has asked not to be read."""


class Side(StrEnum):
    """Which version of a file a line number belongs to."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Lines `start` to `end` of one side of a file, both included, counted from 1.

    A renamed file goes by its new path on both sides, a deleted one by its last.
    """

    path: str
    side: Side
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 1 <= self.start <= self.end:
            raise ValueError(f"impossible span {self.start}-{self.end} in {self.path!r}")

    def __len__(self) -> int:
        return self.end - self.start + 1

    def __contains__(self, line: tuple[Side, int]) -> bool:
        side, number = line
        return side is self.side and self.start <= number <= self.end


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Join ascending line numbers into (first, last) runs without holes."""
    first = last = 0
    for number in numbers:
        if last and number == last + 1:
            last = number
            continue
        if last:
            yield first, last
        first = last = number
    if last:
        yield first, last


def line_count(spans: Iterable[Span]) -> int:
    """How many lines disjoint spans hold together."""
    return sum(map(len, spans))


class GapKind(StrEnum):
    """Why lines were not read: by a named policy, or because something went wrong."""

    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Gap:
    """Lines that `by` did not read, and why.

    `spans` is empty when the file has no lines to count, as a binary one. A failed gap makes the whole
    review incomplete; a skipped one is harmless, and still named.
    """

    path: str
    spans: tuple[Span, ...]
    kind: GapKind
    by: str
    reason: str
