"""Ranges as rows and counted text, cut where they exceed the bound."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count, repeat
from typing import Final

from reviewbot.chunks.chunk import Counter, Row
from reviewbot.chunks.listing import Listing
from reviewbot.chunks.shares import Shares, note
from reviewbot.chunks.survey import Survey
from reviewbot.spans import Span

LONGEST_LINE: Final = 20_000
"""Characters. A longer line is cut by characters without being counted as a whole first."""
LONGEST_FRAGMENT: Final = 100_000
"""Characters of such a line in one piece: a tokenizer may make one token of 128 blanks."""
_SAFE: Final = 4
"""Characters per token at which a text is counted at once; beyond, line by line, as it may have to be cut."""


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


class Cutter:
    """Turns ranges of one file into pieces."""

    def __init__(self, listing: Listing, survey: Survey, count: Counter, shares: Shares) -> None:
        self._listing, self._survey, self._count = listing, survey, count
        self._room, self._target = shares.piece, min(shares.piece, shares.target)
        self._fragment = shares.fragment

    def pieces(self, lo: int, hi: int, *, whole: bool) -> Iterator[Piece]:
        """A range as it is where it fits: a whole function into `room` tokens, others into `target`.

        What does not fit comes in pieces of at most `target`; no piece is ever larger than `room`.
        """
        limit = self._room if whole else self._target
        rows = self.rows(lo, hi)
        lines = rendered(rows)
        text = "".join(lines)
        if len(text) <= _SAFE * limit and (tokens := self._count(text)) <= limit:
            yield self._piece(lo, rows, text, tokens)
            return
        sizes = [self._count(line) if len(line) <= LONGEST_LINE else self._room + 1 for line in lines]
        if sum(sizes) <= limit:
            yield self._piece(lo, rows, text, sum(sizes))
            return
        best = _Boundaries(rows, {at - lo for at in self._survey.statements(lo, hi)}).before
        for start, stop in cuts(sizes, self._target, best):
            if sizes[start] > self._room:
                yield from self._fragments(lo + start, rows[start])
            elif self._listing.touches(lo + start, lo + stop):  # a part without a change needs no review
                part = "".join(lines[start:stop])
                yield self._piece(lo + start, rows[start:stop], part, sum(sizes[start:stop]))

    def rows(self, lo: int, hi: int) -> list[Row]:
        """The lines of a range with the innermost symbol of each."""
        rows: list[Row] = []
        for segment in self._listing.segments(lo, hi):
            place = segment.lo
            for start, stop, symbol in self._survey.scopes.runs(place, place + len(segment.lines)):
                numbers = count(segment.number + start - place)
                lines = segment.lines[start - place : stop - place]
                rows += map(Row, repeat(segment.sign), numbers, lines, repeat(symbol))
        return rows

    def _piece(self, lo: int, rows: Sequence[Row], text: str, tokens: int) -> Piece:
        hi = lo + len(rows)
        return Piece(lo, hi, tuple(rows), text, tokens, tuple(self._listing.owned(lo, hi)))

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
    lines = [row.render() for row in rows]
    try:
        "".join(lines).encode()
    except UnicodeEncodeError:
        return [line.encode(errors="backslashreplace").decode() for line in lines]
    return lines


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


class _Boundaries:
    """Where rows may best be cut apart."""

    def __init__(self, rows: Sequence[Row], statements: set[int]) -> None:
        self._rows, self._statements = rows, statements

    def before(self, first: int, last: int) -> int:
        """The best row to begin a new piece with: a statement of low nesting, else after a blank line."""
        return min(range(first, last + 1), key=self._cost)

    def _cost(self, at: int) -> tuple[bool, bool, int, int]:
        text = self._rows[at].text
        indent = len(text) - len(text.lstrip()) if text.strip() else 1_000
        apart = not self._rows[at - 1].text.strip()
        return (at not in self._statements, not apart and not self._statements, indent, -at)
