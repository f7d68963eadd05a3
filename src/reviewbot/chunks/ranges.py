"""Which parts of a changed file are shown: whole functions where they fit, windows elsewhere."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from reviewbot.chunks.chunk import Limits
from reviewbot.chunks.listing import Listing
from reviewbot.chunks.scopes import Scope, Scopes
from reviewbot.chunks.survey import MARGIN

CHARACTERS_PER_TOKEN: Final = 3.5
"""Of code with line numbers; only chooses between two correct forms, bounds are kept by counting."""
WHOLE_TOKENS: Final = 1_500
"""A larger function is shown by windows unless half of it changed, else one line costs 8,000 tokens.

Tokens sent, as multiples of the bare diff's, at 800, 1,500 and 2,500: requests 2.28 to 2.32 (498 lines) 1.68,
1.97, 2.05; express 4.17 to 4.19 (506) 1.20, 1.34, 1.34; django 4.2 to 5.0 (34,435) 0.89, 0.95, 0.97.
"""
LONGEST_CONTEXT: Final = 1_000
"""Characters of an unchanged line that is still worth showing."""
_JOIN: Final = 2
"""Windows this close are one: leaving out two lines costs as much as showing them."""


class Range(NamedTuple):
    """Positions shown together; `whole` says that they are one function, complete."""

    lo: int
    hi: int
    whole: bool


def ranges(listing: Listing, scopes: Scopes, limits: Limits) -> Iterator[Range]:
    """Disjoint ranges, in order, that hold every changed line."""
    whole = list(_functions(listing, scopes, limits))
    shown = sorted([*whole, *_windows(listing, [(r.lo, r.hi) for r in whole])])
    for one in shown:
        for lo, hi in _without_long_context(listing, one.lo, one.hi):
            yield Range(lo, hi, one.whole and (lo, hi) == (one.lo, one.hi))


def _functions(listing: Listing, scopes: Scopes, limits: Limits) -> Iterator[Range]:
    """The outermost functions that hold a change and fit."""
    taken = 0
    for scope in scopes.all:
        if scope.lo < taken or not scope.function or not listing.touches(scope.lo, scope.hi):
            continue
        if _fits(scope, listing, limits):
            taken = scope.hi
            yield Range(scope.lo, scope.hi, whole=True)


def _fits(scope: Scope, listing: Listing, limits: Limits) -> bool:
    """Whether a function is shown whole; one of a single line needs its neighbours more."""
    size, lines = 0, {" ": 0, "+": 0, "-": 0}
    for segment in listing.segments(scope.lo, scope.hi):
        size += sum(map(len, segment.lines)) + len(segment.lines)
        lines[segment.sign] += len(segment.lines)
    if max(lines[" "] + lines["+"], lines["-"]) == 1:
        return False
    tokens = size / CHARACTERS_PER_TOKEN
    mostly_changed = lines["+"] + lines["-"] >= lines[" "]
    return tokens <= limits.max_tokens and (tokens <= WHOLE_TOKENS or mostly_changed)


def _windows(listing: Listing, taken: list[tuple[int, int]]) -> Iterator[Range]:
    """Every changed line outside the functions taken, with a margin that stays clear of them."""
    known = iter(listing.known())
    area = next(known, (0, 0))
    last: tuple[int, int] | None = None
    for lo, hi, floor, ceiling in _rest(listing, taken):
        while area[1] <= lo:
            area = next(known)
        start, stop = max(lo - MARGIN, floor, area[0]), min(hi + MARGIN, ceiling, area[1])
        if last and max(floor, area[0]) <= last[1] and start <= last[1] + _JOIN:
            last = (last[0], stop)
            continue
        if last:
            yield Range(*last, whole=False)
        last = (start, stop)
    if last:
        yield Range(*last, whole=False)


def _rest(listing: Listing, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """What the taken ranges leave of every change, and the ends of the space around it."""
    k, floor = 0, 0
    end = 1 << 60
    for change_lo, change_hi in listing.changes:
        lo = change_lo
        while lo < change_hi:
            while k < len(taken) and taken[k][1] <= lo:
                floor = taken[k][1]
                k += 1
            start, stop = taken[k] if k < len(taken) else (end, end)
            if start <= lo:
                lo = stop
                continue
            yield lo, min(change_hi, start), floor, start
            lo = min(change_hi, start)


def _without_long_context(listing: Listing, lo: int, hi: int) -> Iterator[tuple[int, int]]:
    """The range without unchanged lines that are too long to be context."""
    if listing.longest <= LONGEST_CONTEXT:
        yield lo, hi
        return
    start = lo
    for segment in listing.segments(lo, hi):
        if segment.sign != " " or max(map(len, segment.lines)) <= LONGEST_CONTEXT:
            continue
        for at, line in enumerate(segment.lines, segment.lo):
            if len(line) > LONGEST_CONTEXT:
                if listing.touches(start, at):
                    yield start, at
                start = at + 1
    if listing.touches(start, hi):
        yield start, hi
