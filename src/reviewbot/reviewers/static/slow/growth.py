"""How the time of a match grows: as the text does, as a power of its length, or doubling with each character.

An expression is exponential if some text leads from a place back to it in two ways, and polynomial if some
text leads from a place to itself, from there to another, and from that to itself; if a match can fail behind.
Weber and Seidl, "On the degree of ambiguity of finite automata", 1991:
https://doi.org/10.1016/0304-3975(91)90381-B
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, reduce
from itertools import permutations, product
from operator import and_
from typing import Final, TypeAlias

from reviewbot.reviewers.static.slow.automaton import Automaton, automaton
from reviewbot.reviewers.static.slow.syntax import END, EVERYTHING, Unreadable, parsed

LINEAR: Final = 1
EXPONENTIAL: Final = sys.maxsize
_STEPS: Final = 60_000
"""Steps through pairs and triples of places, after which an expression is left alone."""
_LINE_BREAK: Final = 1 << ord("\n")
_Places: TypeAlias = tuple[int, ...]
_Step: TypeAlias = Callable[[_Places], Iterable[_Places]]


@lru_cache(maxsize=512)
def growth(pattern: str, *, ignore_case: bool = False) -> int:
    """The power of a text's length with which the time of a match grows, from where it begins.

    Returns:
        `LINEAR` as well for what cannot be read, is too large or never goes back; `EXPONENTIAL` above all.
    """
    return max((one.growth() for one in _read(pattern, ignore_case)), default=LINEAR)


@lru_cache(maxsize=512)
def searched(pattern: str) -> int:
    """The power with which the time of a search grows, where a match may begin at every character.

    Returns:
        `LINEAR` as well for what has to begin with the text.
    """
    return LINEAR if pattern.startswith(("^", r"\A")) else growth(rf"[\s\S]*(?:{pattern})")


@lru_cache(maxsize=512)
def is_exponential(pattern: str, *, ignore_case: bool = False) -> bool:
    """Whether the time of a match doubles with each character: quicker to tell than the power."""
    return any(one.is_exponential for one in _read(pattern, ignore_case))


def _read(pattern: str, ignore_case: bool) -> "Sequence[_Ambiguity]":  # noqa: FBT001 - handed on
    try:
        return [_Ambiguity(automaton(part)) for part in parsed(pattern, ignore_case=ignore_case)]
    except Unreadable:
        return ()


class _Ambiguity:
    """The ways through one automaton, walked through in pairs and triples of places."""

    def __init__(self, machine: Automaton) -> None:
        self.machine = machine
        self.left = _STEPS
        self.reach = [self._reached(place) for place in range(len(machine.reads))]
        self.loops = [
            place for place, there in enumerate(self.reach) if place in there and self._can_fail(place)
        ]

    def growth(self) -> int:
        """The power; `LINEAR` where that takes too many steps to find out."""
        if self.is_exponential:
            return EXPONENTIAL
        try:
            return LINEAR + self._longest_chain()
        except Unreadable:
            return LINEAR

    @cached_property
    def is_exponential(self) -> bool:
        """The same of what doubles with each character."""
        try:
            return self._is_exponential()
        except Unreadable:
            return False

    def _reached(self, place: int) -> set[int]:
        reached: set[int] = set()
        ahead = [place]
        while ahead:
            new = self.machine.follow[ahead.pop()] - reached
            reached |= new
            ahead += new
        return reached

    def _can_fail(self, place: int) -> bool:
        """Whether a match that has gone round a loop may still fail, whatever follows there."""
        machine = self.machine
        if any(self._in_one_loop(place, at) for at in machine.last):
            return False
        ends = any(machine.reads[at] == END for at in machine.follow[place])
        return not ends or machine.reads[place] | _LINE_BREAK != EVERYTHING or place in machine.lazy

    def _in_one_loop(self, one: int, other: int) -> bool:
        return one in self.reach[other] and other in self.reach[one]

    def _is_exponential(self) -> bool:
        """Whether two ways part in a loop and meet again in it, for the same text."""
        if any(one in self.loops and self._in_one_loop(one, other) for one, other in self.machine.twice):
            return True
        same: set[_Places] = {(place, place) for place in self.loops}
        back: dict[_Places, list[_Places]] = {}
        for pair in self._walk(same, self._both):
            for there in self._both(pair):
                back.setdefault(there, []).append(pair)
        return any(pair[0] != pair[1] for pair in self._walk(same, lambda pair: back.get(pair, [])))

    def _both(self, pair: _Places) -> Iterator[_Places]:
        """Where a character leads from two places of a loop at once, in either order."""
        for after in self._together(pair):
            if self._in_one_loop(*after) and self._in_one_loop(after[0], pair[0]):
                yield min(after, after[::-1])

    def _longest_chain(self) -> int:
        """So many times one loop after another may take over the text of the one before."""
        after: dict[int, list[int]] = {}
        for one, other in permutations(self.loops, 2):
            if self._takes_over(one, other):
                after.setdefault(one, []).append(other)
        steps: dict[int, int] = {}
        return max((_longest(one, after, steps) for one in after), default=0)

    def _takes_over(self, one: int, other: int) -> bool:
        """Whether a text that keeps a match in one loop may as well lead to another and keep it there."""
        if other not in self.reach[one] or one in self.reach[other]:
            return False
        return (one, other, other) in self._walk({(one, one, other)}, self._through(one, other))

    def _through(self, one: int, other: int) -> _Step:
        def step(three: _Places) -> Iterator[_Places]:
            for first, between, last in self._together(three):
                on_the_way = between == other or other in self.reach[between]
                if one in self.reach[first] and on_the_way and other in self.reach[last]:
                    yield first, between, last

        return step

    def _together(self, places: _Places) -> Iterator[_Places]:
        """Where one and the same character leads from several places."""
        reads = self.machine.reads
        for after in product(*(self.machine.follow[place] for place in places)):
            self.left -= 1
            if self.left < 0:
                raise Unreadable
            if reduce(and_, (reads[place] for place in after)):
                yield after

    @staticmethod
    def _walk(start: set[_Places], step: _Step) -> set[_Places]:
        reached = set(start)
        ahead = list(start)
        while ahead:
            new = set(step(ahead.pop())) - reached
            reached |= new
            ahead += new
        return reached


def _longest(one: int, after: dict[int, list[int]], steps: dict[int, int]) -> int:
    """Steps of the longest way from a loop, each found out once; there is none back, so that it ends."""
    if one not in steps:
        steps[one] = max((1 + _longest(other, after, steps) for other in after.get(one, [])), default=0)
    return steps[one]
