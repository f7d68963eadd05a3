"""What is shown for understanding only: imports that a chunk uses, headers of the definitions around it."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

from reviewbot.chunks.chunk import Counter, Run
from reviewbot.chunks.listing import Listing
from reviewbot.chunks.pieces import Block, Cutter, rendered
from reviewbot.chunks.ranges import LONGEST_CONTEXT
from reviewbot.chunks.survey import Survey

IMPORT_TOKENS: Final = 150
"""What imports may take of one chunk."""
_IMPORT_LINES: Final = 12
_MOST_IMPORTS: Final = 80
_WORD: Final = re.compile(r"[^\W\d][\w$]*")
_KEYWORDS: Final = frozenset(
    {"import", "from", "as", "const", "let", "var", "require", "require_relative", "use", "using", "include"}
    | {"package", "static", "type", "local", "pub", "crate", "h"}
)


class Context:
    """Where the pieces of one file find their context."""

    def __init__(self, listing: Listing, survey: Survey, cutter: Cutter, count: Counter, mark: int) -> None:
        self._listing, self._survey, self._cutter = listing, survey, cutter
        self._count, self._mark = count, mark
        self._blocks: dict[tuple[int, int], Block | None] = {}
        self._names: dict[tuple[int, int], frozenset[str]] = {}

    def headers(self, place: int, room: int, shown: Callable[[int], bool]) -> Iterator[Block]:
        """Signatures of the definitions around a position that are not shown yet, as far as there is room."""
        for scope in self._survey.scopes.around(place):
            lo, hi = scope.head
            if lo >= place or shown(lo):
                continue
            block = self._block(lo, min(hi, place))
            if block and block.tokens + self._mark <= room:
                room -= block.tokens + self._mark
                yield block

    def imports(self, text: str, room: int, shown: Callable[[int], bool]) -> Iterator[Block]:
        """Imports of names that occur in the text."""
        room = min(room, IMPORT_TOKENS)
        for lo, hi in self._survey.imports[:_MOST_IMPORTS]:
            # What is known to be too large needs no search: room is soon gone, and imports are many.
            before = self._blocks.get((lo, hi))
            if before and before.tokens + self._mark > room:
                continue
            if shown(lo) or not any(map(text.__contains__, self._imported(lo, hi))):
                continue
            block = self._block(lo, hi)
            if block and block.tokens + self._mark <= room:
                room -= block.tokens + self._mark
                yield block

    def _imported(self, lo: int, hi: int) -> frozenset[str]:
        """The names in an import; none where it is too long to be shown."""
        if (lo, hi) not in self._names:
            lines = chain.from_iterable(s.lines for s in self._listing.segments(lo, hi))
            words = chain.from_iterable(_WORD.findall(line[:LONGEST_CONTEXT]) for line in lines)
            self._names[lo, hi] = frozenset(words if hi - lo <= _IMPORT_LINES else ()) - _KEYWORDS
        return self._names[lo, hi]

    def _block(self, lo: int, hi: int) -> Block | None:
        """The new side of a range, or its old side where there is no other; unchanged, as it is not owned."""
        if (lo, hi) not in self._blocks:
            runs = list(_short(self._cutter.runs(lo, hi)))
            runs = [run._replace(sign=" ") for run in runs if run.sign != "-"] or runs
            text = "".join(rendered(runs))
            self._blocks[lo, hi] = Block(lo, hi, tuple(runs), text, self._count(text)) if runs else None
        return self._blocks[lo, hi]


def _short(runs: Iterable[Run]) -> Iterator[Run]:
    """The lines that are not too long to be context, each a run of its own."""
    for run in runs:
        for number, line in enumerate(run.lines, run.number):
            if len(line) <= LONGEST_CONTEXT:
                yield run._replace(number=number, lines=(line,))
