"""Where rows that are too many for one chunk are best cut apart."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate


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
    """Rates the lines from position `lo` on; `statements` are the positions where statements begin."""

    def __init__(self, lo: int, lines: Sequence[str], statements: set[int]) -> None:
        self._lo, self._lines, self._statements = lo, lines, statements

    def before(self, first: int, last: int) -> int:
        """The best line to begin a new piece with: a statement of low nesting, else after a blank line."""
        return min(range(first, last + 1), key=self._cost)

    def _cost(self, at: int) -> tuple[bool, bool, int, int]:
        text = self._lines[at]
        indent = len(text) - len(text.lstrip()) if text.strip() else 1_000
        apart = not self._lines[at - 1].strip()
        return (self._lo + at not in self._statements, not apart and not self._statements, indent, -at)
