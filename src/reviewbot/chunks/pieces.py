"""Ranges as rows and counted text, cut where they exceed the bound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple

from reviewbot.chunks.chunk import Counter, Run, between
from reviewbot.chunks.cuts import Boundaries, cuts
from reviewbot.chunks.listing import Listing
from reviewbot.chunks.shares import Shares, note
from reviewbot.chunks.survey import Survey
from reviewbot.chunks.visible import visible
from reviewbot.spans import Span

LONGEST_LINE: Final = 20_000
"""Characters. A longer line is cut by characters without being counted as a whole first."""
LONGEST_FRAGMENT: Final = 100_000
"""Characters of such a line in one piece: a tokenizer may make one token of 128 blanks."""
_SAFE: Final = 3
"""Characters per token: fewer than in nearly all code with line numbers."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a half-open range of positions, as text, with their exact cost in tokens."""

    lo: int
    hi: int
    runs: tuple[Run, ...]
    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class Piece(Block):
    """Lines, and which changed ones among them it owns. `note` names the part of a line that was cut."""

    owns: tuple[Span, ...] = ()
    continues: tuple[Span, ...] = ()
    note: str = ""


class Stretch(NamedTuple):
    """Consecutive lines from a position, as they are and as they are shown."""

    lo: int
    runs: tuple[Run, ...]
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
        stretch = self._stretch(lo, hi)
        small = sum(map(len, stretch.lines)) <= _SAFE * self._target
        if (whole or small) and (piece := self._fitting(stretch, self._room)):
            yield piece
            return
        statements = self._survey.statements(lo, hi)
        for part in self._cut(stretch, stretch.guesses(), statements):
            if piece := self._fitting(part, self._room):
                yield piece
            else:
                yield from self._denser(part, statements)

    def piece(self, lo: int, hi: int, room: int) -> Piece | None:
        """A range as it is, None if it takes more tokens than `room`."""
        return self._fitting(self._stretch(lo, hi), room)

    def _stretch(self, lo: int, hi: int) -> Stretch:
        runs = tuple(self.runs(lo, hi))
        return Stretch(lo, runs, rendered(runs, clear=self._listing.clear))

    def _denser(self, stretch: Stretch, statements: set[int]) -> Iterator[Piece]:
        """Pieces of a text that takes more tokens than guessed, cut by the exact count of each line."""
        sizes = [self._count(line) if len(line) <= LONGEST_LINE else self._room + 1 for line in stretch.lines]
        for part in self._cut(stretch, sizes, statements):
            if piece := self._fitting(part, self._room):
                yield piece
            else:
                yield from self._fragments(part.lo, part.runs[0])

    def _cut(self, stretch: Stretch, sizes: Sequence[int], statements: set[int]) -> Iterator[Stretch]:
        """The parts of a stretch that hold a change."""
        texts = list(chain.from_iterable(run.lines for run in stretch.runs))
        for start, stop in cuts(sizes, self._target, Boundaries(stretch.lo, texts, statements).before):
            lo, hi = stretch.lo + start, stretch.lo + stop
            if self._listing.touches(lo, hi):
                yield Stretch(lo, tuple(between(stretch.runs, start, stop)), stretch.lines[start:stop])

    def _fitting(self, stretch: Stretch, room: int) -> Piece | None:
        """The stretch as one piece, None if that would be too large."""
        text = "".join(stretch.lines)
        if len(text) > LONGEST_FRAGMENT or (tokens := self._count(text)) > room:
            return None
        lo, hi = stretch.lo, stretch.lo + len(stretch.lines)
        return Piece(lo, hi, stretch.runs, text, tokens, tuple(self._listing.owned(lo, hi)))

    def runs(self, lo: int, hi: int) -> Iterator[Run]:
        """The lines of a range with the innermost symbol of each."""
        end, symbol = lo, ""
        for place, sign, number, lines in self._listing.segments(lo, hi):
            at, size = 0, len(lines)
            while at < size:
                if place + at >= end:
                    symbol, end = self._survey.scopes.symbol_at(place + at)
                stop = min(end - place, size)
                yield Run(sign, number + at, lines[at:stop], symbol)
                at = stop

    def _fragments(self, lo: int, run: Run) -> Iterator[Piece]:
        """One line, cut by characters; an unchanged line that long is not shown at all."""
        spans = tuple(self._listing.owned(lo, lo + 1))
        line = run.lines[0]
        room, whole = self._fragment, len(line)
        at, step = 0, room * _SAFE
        while spans and at < whole:
            step = max(min(step, whole - at), 1)
            part = run._replace(lines=(line[at : at + step],))
            text = rendered([part])[0]
            tokens = self._count(text)
            if tokens > room and step > 1:
                step = min(step - 1, step * room * 9 // (tokens * 10))
                continue
            owns, continues = ((), spans) if at else (spans, ())
            said = note(run.number, at + 1, at + step, whole)
            yield Piece(lo, lo + 1, (part,), text, tokens, owns, continues, said)
            at += step
            if tokens * 2 < room:
                step = min(step * 2, LONGEST_FRAGMENT)


def rendered(runs: Sequence[Run], *, clear: bool = False) -> list[str]:
    """The lines as they are shown, with what hides in them written out; `clear` says that nothing does."""
    lines = list(chain.from_iterable(run.rendered() for run in runs))
    return lines if clear else list(map(visible, lines))
