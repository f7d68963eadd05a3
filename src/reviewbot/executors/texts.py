"""Where in its file a row stands."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import chain
from typing import Final

from reviewbot.chunks.chunk import Rows, Run
from reviewbot.diff import FileChange

Place = tuple[str, int, str, int, int | tuple[str, ...], int]
"""Sign, number and symbol of a run; then the index of a text and the first and last position in it."""

_NOWHERE: Final = -1
"""In place of the index: the lines themselves follow."""


class Texts:
    """All lines of a file: of each excerpt, then of each edit those that it removed."""

    def __init__(self, file: FileChange) -> None:
        self._texts = [*(excerpt.lines for excerpt in file.excerpts), *(edit.removed for edit in file.edits)]
        self._new = [excerpt.start for excerpt in file.excerpts]
        self._old = [edit.old_start for edit in file.edits]

    def size(self) -> int:
        """Characters, without line ends."""
        return sum(map(len, chain.from_iterable(self._texts)))

    def place(self, run: Run) -> Place:
        """Where the lines of a run stand; what stands nowhere, as a part of a long line, is said itself."""
        starts, before = (self._old, len(self._new)) if run.sign == "-" else (self._new, 0)
        near = bisect_right(starts, run.number) - 1
        if near >= 0:
            at = run.number - starts[near]
            stop = at + len(run.lines)
            if self._texts[before + near][at:stop] == run.lines:
                return (run.sign, run.number, run.symbol, before + near, at, stop)
        return (run.sign, run.number, run.symbol, _NOWHERE, tuple(run.lines), 0)

    def rows(self, places: Iterable[Place]) -> Rows:
        """The rows that stand at some places."""
        texts = self._texts
        return Rows(
            tuple(
                Run(sign, number, texts[text][at:stop] if isinstance(at, int) else at, symbol)
                for sign, number, symbol, text, at, stop in places
            )
        )
