"""The places of a regular expression, and which may follow which.

Glushkov's construction: a place for each character of the expression, and no step that reads nothing, so that
two ways through the automaton are two ways to match. https://en.wikipedia.org/wiki/Glushkov%27s_construction_algorithm
"""

from dataclasses import dataclass, field
from typing import Final

from reviewbot.reviewers.static.slow.syntax import Choice, One, Part, Repeat, Row, Unreadable

_MOST: Final = 160
"""Places of an expression that is looked at: pairs and triples of them are walked through."""
_COPIES: Final = 2
"""So many copies stand for a repetition with a bound: what is bounded adds no growth of its own."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a part of an expression begins and ends, and whether it may be left out."""

    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    empty: bool = True


@dataclass(slots=True)
class Automaton:
    """Places by number: what each reads, what follows it, and where a match may end."""

    reads: list[int] = field(default_factory=list)
    follow: list[set[int]] = field(default_factory=list)
    twice: set[tuple[int, int]] = field(default_factory=set)
    """Steps that are there twice: by an inner loop, and by one around it."""
    lazy: set[int] = field(default_factory=set)
    """Places that are read as seldom as they may be, so that what follows them is tried after each."""
    last: frozenset[int] = frozenset()

    def add(self, part: Part) -> Ends:
        """Add a part of an expression, which nothing leads to yet."""
        match part:
            case One(of):
                return self._place(of)
            case Row(parts):
                return self._row([self.add(one) for one in parts])
            case Choice(parts):
                ends = [self.add(one) for one in parts]
                first = tuple(place for one in ends for place in one.first)
                last = tuple(place for one in ends for place in one.last)
                return Ends(first, last, any(one.empty for one in ends))
            case Repeat():
                return self._repeat(part)

    def _place(self, reads: int) -> Ends:
        if len(self.reads) >= _MOST:
            raise Unreadable
        self.reads.append(reads)
        self.follow.append(set())
        place = (len(self.reads) - 1,)
        return Ends(place, place, empty=False)

    def _row(self, parts: list[Ends]) -> Ends:
        whole = Ends()
        for part in parts:
            self._lead(whole, part)
            whole = Ends(
                whole.first + part.first if whole.empty else whole.first,
                part.last + whole.last if part.empty else part.last,
                whole.empty and part.empty,
            )
        return whole

    def _repeat(self, repeat: Repeat) -> Ends:
        if repeat.most is not None:
            return self._copies(
                [self.add(repeat.part) for _ in range(min(repeat.most, _COPIES))], repeat.least
            )
        ends = self.add(repeat.part)
        self._lead(ends, ends)
        if repeat.lazy:
            self.lazy |= set(ends.last)
        return Ends(ends.first, ends.last, ends.empty or repeat.least == 0)

    def _copies(self, copies: list[Ends], least: int) -> Ends:
        """What is there a bounded number of times; the second copy only behind the first."""
        whole = self._row(copies)
        if least >= len(copies):
            return whole
        first = whole.first if whole.empty else copies[0].first if copies else ()
        return Ends(first, tuple(place for one in copies for place in one.last), whole.empty or least == 0)

    def _lead(self, before: Ends, after: Ends) -> None:
        for place in before.last:
            self.twice |= {(place, to) for to in after.first if to in self.follow[place]}
            self.follow[place] |= set(after.first)


def automaton(part: Part) -> Automaton:
    """The automaton of a whole expression.

    Raises:
        Unreadable: it has too many places.
    """
    made = Automaton()
    made.last = frozenset(made.add(part).last)
    return made
