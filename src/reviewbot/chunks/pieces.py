"""Ranges as rows and counted text, cut where they exceed the bound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, repeat
from typing import Final, NamedTuple

from reviewbot.chunks.chunk import Counter, Row
from reviewbot.chunks.cuts import Boundaries, cuts
from reviewbot.chunks.listing import Listing
from reviewbot.chunks.shares import Shares, note
from reviewbot.chunks.survey import Survey
from reviewbot.spans import Span

LONGEST_LINE: Final = 20_000
"""Characters. A longer line is cut by characters without being counted as a whole first."""
LONGEST_FRAGMENT: Final = 100_000
"""Characters of such a line in one piece: a tokenizer may make one token of 128 blanks."""
_row: Final = partial(tuple.__new__, Row)  # a row from four values, without a call of Python for each
_SAFE: Final = 3
"""Characters per token: fewer than in nearly all code with line numbers."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of a half-open range of positions, as text, with their exact cost in tokens."""

    lo: int
    hi: int
    rows: tuple[Row, ...]
    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class Piece(Block):
    """Rows with the changed lines they own. `note` names the part of a line that was cut."""

    owns: tuple[Span, ...] = ()
    continues: tuple[Span, ...] = ()
    note: str = ""


class Stretch(NamedTuple):
    """Consecutive rows from a position, and each as a line of text."""

    lo: int
    rows: list[Row]
    lines: list[str]

    def guesses(self) -> list[int]:
        """About as many tokens as each line takes, rather more than fewer."""
        return [len(line) // _SAFE + 1 for line in self.lines]


class Cutter:
    """Turns ranges of one file into pieces."""

    def __init__(self, listing: Listing, survey: Survey, count: Counter, shares: Shares) -> None:
        self._listing, self._survey, self._count = listing, survey, count
        self._room, self._target = shares.piece, min(shares.piece, shares.target)
        self._fragment = shares.fragment

    def pieces(self, lo: int, hi: int, *, whole: bool) -> Iterator[Piece]:
        """A range as it is where it fits: a whole function into the bound, others into the packing size.

        The rest is cut by guess and then counted: counting each line to begin with costs a second count of
        all. No piece is ever larger than the bound; what has no change is left out.
        """
        rows = self.rows(lo, hi)
        stretch = Stretch(lo, rows, rendered(rows))
        small = sum(map(len, stretch.lines)) <= _SAFE * self._target
        if (whole or small) and (piece := self._fitting(stretch)):
            yield piece
            return
        statements = self._survey.statements(lo, hi)
        for part in self._cut(stretch, stretch.guesses(), statements):
            if piece := self._fitting(part):
                yield piece
            else:
                yield from self._denser(part, statements)

    def _denser(self, stretch: Stretch, statements: set[int]) -> Iterator[Piece]:
        """Pieces of a text that takes more tokens than guessed, cut by the exact count of each line."""
        sizes = [self._count(line) if len(line) <= LONGEST_LINE else self._room + 1 for line in stretch.lines]
        for part in self._cut(stretch, sizes, statements):
            if piece := self._fitting(part):
                yield piece
            else:
                yield from self._fragments(part.lo, part.rows[0])

    def _cut(self, stretch: Stretch, sizes: Sequence[int], statements: set[int]) -> Iterator[Stretch]:
        """The parts of a stretch that hold a change."""
        for start, stop in cuts(sizes, self._target, Boundaries(stretch.lo, stretch.rows, statements).before):
            part = Stretch(stretch.lo + start, stretch.rows[start:stop], stretch.lines[start:stop])
            if self._listing.touches(part.lo, part.lo + len(part.rows)):
                yield part

    def _fitting(self, stretch: Stretch) -> Piece | None:
        """The stretch as one piece, None if that would be too large."""
        text = "".join(stretch.lines)
        if len(text) > LONGEST_FRAGMENT or (tokens := self._count(text)) > self._room:
            return None
        lo, hi = stretch.lo, stretch.lo + len(stretch.rows)
        return Piece(lo, hi, tuple(stretch.rows), text, tokens, tuple(self._listing.owned(lo, hi)))

    def rows(self, lo: int, hi: int) -> list[Row]:
        """The lines of a range with the innermost symbol of each."""
        rows: list[Row] = []
        for segment in self._listing.segments(lo, hi):
            place = segment.lo
            for start, stop, symbol in self._survey.scopes.runs(place, place + len(segment.lines)):
                numbers = count(segment.number + start - place)
                lines = segment.lines[start - place : stop - place]
                rows += map(_row, zip(repeat(segment.sign), numbers, lines, repeat(symbol)))
        return rows

    def _fragments(self, lo: int, row: Row) -> Iterator[Piece]:
        """One line, cut by characters; an unchanged line that long is not shown at all."""
        spans = tuple(self._listing.owned(lo, lo + 1))
        room, whole = self._fragment, len(row.text)
        at, step = 0, room * _SAFE
        while spans and at < whole:
            step = max(min(step, whole - at), 1)
            part = row._replace(text=row.text[at : at + step])
            text = rendered([part])[0]
            tokens = self._count(text)
            if tokens > room and step > 1:
                step = min(step - 1, step * room * 9 // (tokens * 10))
                continue
            owns, continues = ((), spans) if at else (spans, ())
            said = note(row.number, at + 1, at + step, whole)
            yield Piece(lo, lo + 1, (part,), text, tokens, owns, continues, said)
            at += step
            if tokens * 2 < room:
                step = min(step * 2, LONGEST_FRAGMENT)


def rendered(rows: Sequence[Row]) -> list[str]:
    """One line of text per row; what no request can carry, a lone surrogate, is written out."""
    lines = [f"-{text}\n" if sign == "-" else f"{number}{sign}{text}\n" for sign, number, text, _ in rows]
    try:
        "".join(lines).encode()
    except UnicodeEncodeError:
        return [line.encode(errors="backslashreplace").decode() for line in lines]
    return lines
