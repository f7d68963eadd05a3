"""Where rows that are too many for one chunk are best cut apart."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from reviewbot.chunks.chunk import Row


def cuts(sizes: Sequence[int], room: int, best: Callable[[int, int], int]) -> Iterator[tuple[int, int]]:
    """Consecutive ranges of at most `room` together, a line above that alone; `best` chooses among ends."""
    total = list(accumulate(sizes, initial=0))
    start = 0
    while start < len(sizes):
        furthest = bisect_right(total, total[start] + room) - 1
        if furthest <= start:
            stop = start + 1
        elif furthest == len(sizes):
            stop = furthest
        else:
            half = bisect_right(total, total[start] + room // 2)
            stop = best(min(max(half, start + 1), furthest), furthest)
        yield start, stop
        start = stop


class Boundaries:
    """Rates the rows from position `lo` on; `statements` are the positions where statements begin."""

    def __init__(self, lo: int, rows: Sequence[Row], statements: set[int]) -> None:
        self._lo, self._rows, self._statements = lo, rows, statements

    def before(self, first: int, last: int) -> int:
        """The best row to begin a new piece with: a statement of low nesting, else after a blank line."""
        return min(range(first, last + 1), key=self._cost)

    def _cost(self, at: int) -> tuple[bool, bool, int, int]:
        text = self._rows[at].text
        indent = len(text) - len(text.lstrip()) if text.strip() else 1_000
        apart = not self._rows[at - 1].text.strip()
        return (self._lo + at not in self._statements, not apart and not self._statements, indent, -at)
