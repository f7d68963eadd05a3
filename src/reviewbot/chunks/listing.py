"""Both sides of a file as one sequence of positions, the way a unified diff shows it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, chain
from typing import NamedTuple

from reviewbot.chunks.visible import hides
from reviewbot.diff import Excerpt, FileChange
from reviewbot.spans import Side, Span


class Segment(NamedTuple):
    """Consecutive lines of one sign; the first stands at position `lo` and is numbered `number`."""

    lo: int
    sign: str
    number: int
    lines: tuple[str, ...]


class Listing:
    """Positions count from 0 through all lines of the new side, known or not, with removed lines between.

    Removed lines stand before the line that took their place. All ranges are half open. Nothing is stored
    per line: positions are sums over edits.
    """

    def __init__(self, file: FileChange) -> None:
        self.path = file.path
        self.longest = max(map(len, chain.from_iterable(e.lines for e in file.excerpts)), default=0)
        """Characters of the longest line of the new side."""
        self.clear = not any(map(hides, _texts(file)))
        """Whether no line of either side hides anything."""
        self.edits = tuple(edit for edit in file.edits if edit.removed or edit.added)
        self.excerpts = tuple(_joined(file.excerpts))
        removed = tuple(accumulate((len(edit.removed) for edit in self.edits), initial=0))
        self._places = [edit.new_start for edit in self.edits]
        self._removed = removed
        self._excerpt_starts = [excerpt.start for excerpt in self.excerpts]
        self.starts = [edit.new_start - 1 + removed[k] for k, edit in enumerate(self.edits)]
        sizes = (len(edit.removed) + edit.added for edit in self.edits)
        self._ends = [start + size for start, size in zip(self.starts, sizes, strict=True)]

    @property
    def changes(self) -> Iterator[tuple[int, int]]:
        """The range of every edit: its removed lines, then its added ones."""
        return zip(self.starts, self._ends, strict=True)

    def known(self) -> list[tuple[int, int]]:
        """The ranges whose lines are known, joined where they touch."""
        texts = [(self.before(e.start), self.at(e.end) + 1) for e in self.excerpts if e.lines]
        joined: list[tuple[int, int]] = []
        for lo, hi in sorted([*texts, *self.changes]):
            if joined and lo <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(hi, joined[-1][1]))
            else:
                joined.append((lo, hi))
        return joined

    def at(self, number: int) -> int:
        """The position of a line of the new side."""
        return number - 1 + self._removed[bisect_right(self._places, number)]

    def before(self, number: int) -> int:
        """The position of the first removed line that stands at this line, else its own."""
        return number - 1 + self._removed[bisect_left(self._places, number)]

    def number_at(self, position: int) -> int:
        """The number of the new line at a position, or of the first one after a removed line."""
        k = bisect_right(self.starts, position) - 1
        if k < 0:
            return position + 1
        gone = min(position - self.starts[k], len(self.edits[k].removed))
        return position + 1 - self._removed[k] - gone

    def edit_at(self, number: int) -> int | None:
        """The index of the edit that starts at this line of the new side."""
        k = bisect_left(self._places, number)
        return k if k < len(self._places) and self._places[k] == number else None

    def touches(self, lo: int, hi: int) -> bool:
        """Whether a changed line lies in the range."""
        k = bisect_right(self._ends, lo)
        return k < len(self.starts) and self.starts[k] < hi

    def segments(self, lo: int, hi: int) -> Iterator[Segment]:
        """The lines of a known range, in order."""
        k = bisect_right(self._ends, lo)
        while lo < hi:
            start = self.starts[k] if k < len(self.starts) else hi
            if lo < start:
                stop, number = min(start, hi), lo + 1 - self._removed[k]
                yield Segment(lo, " ", number, self._new(number, stop - lo))
                lo = stop
                continue
            edit, gone = self.edits[k], lo - start
            if gone < len(edit.removed):
                lines = edit.removed[gone : gone + hi - lo]
                yield Segment(lo, "-", edit.old_start + gone, lines)
            else:
                number = edit.new_start + gone - len(edit.removed)
                lines = self._new(number, min(hi, self._ends[k]) - lo)
                yield Segment(lo, "+", number, lines)
            lo += len(lines)
            k += lo >= self._ends[k]

    def owned(self, lo: int, hi: int) -> Iterator[Span]:
        """The changed lines of a range."""
        for k in range(bisect_right(self._ends, lo), bisect_left(self.starts, hi)):
            edit, start = self.edits[k], self.starts[k]
            middle = start + len(edit.removed)
            if (first := max(lo, start)) < (last := min(hi, middle)):
                number = edit.old_start + first - start
                yield Span(self.path, Side.OLD, number, number + last - first - 1)
            if (first := max(lo, middle)) < (last := min(hi, self._ends[k])):
                number = edit.new_start + first - middle
                yield Span(self.path, Side.NEW, number, number + last - first - 1)

    def _new(self, number: int, size: int) -> tuple[str, ...]:
        excerpt = self.excerpts[bisect_right(self._excerpt_starts, number) - 1]
        at = number - excerpt.start
        lines = excerpt.lines[at : at + size]
        if at < 0 or len(lines) != size:
            raise ValueError(
                f"{self.path!r}: lines {number} to {number + size - 1} are changed but not known"
            )
        return lines


def _texts(file: FileChange) -> Iterator[str]:
    """What is known of both sides."""
    yield from ("\n".join(excerpt.lines) for excerpt in file.excerpts)
    yield from ("\n".join(edit.removed) for edit in file.edits)


def _joined(excerpts: tuple[Excerpt, ...]) -> Iterator[Excerpt]:
    """Excerpts, those that touch made one."""
    k = 0
    while k < len(excerpts):
        first = k
        k += 1
        while k < len(excerpts) and excerpts[k].start == excerpts[k - 1].end + 1:
            k += 1
        if k == first + 1:
            yield excerpts[first]
        else:
            lines = chain.from_iterable(e.lines for e in excerpts[first:k])
            yield Excerpt(excerpts[first].start, tuple(lines))
