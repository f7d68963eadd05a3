"""Functions and containers, nested, at their positions in the listing of a file."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

_DEEPEST: Final = 50
"""Deeper nesting is made by machines; symbols would grow with the square of the depth."""

_END: Final = 1 << 60
"""Beyond every position."""


class Found(NamedTuple):
    """A definition, half-open positions of all of it and of its signature, and its own name."""

    lo: int
    hi: int
    head: tuple[int, int]
    name: str
    function: bool


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A definition in its place; `symbol` is its qualified name, "" for a nameless one at module level."""

    lo: int
    hi: int
    head: tuple[int, int]
    symbol: str
    function: bool
    parent: "Scope | None"


class Scopes:
    """What encloses each position of a listing."""

    def __init__(self, found: Iterable[Found]) -> None:
        self.all: list[Scope] = []
        self._starts: list[int] = [0]
        self._owners: list[Scope | None] = [None]
        stack: list[Scope] = []
        for one in sorted(found, key=lambda f: (f.lo, -f.hi)):
            lo = max(one.lo, self._starts[-1])
            self._close(stack, lo)
            while stack and stack[-1].hi < one.hi:  # `}, function () {`: the next begins where the last ends
                lo = stack[-1].hi
                self._close(stack, lo)
            if lo < one.hi and len(stack) < _DEEPEST and not (stack and _same(stack[-1], lo, one.hi)):
                scope = _nested(one, lo, stack[-1] if stack else None)
                self.all.append(scope)
                self._mark(lo, scope)
                stack.append(scope)
        self._close(stack, None)

    def around(self, position: int) -> Iterator[Scope]:
        """All definitions around a position, innermost first."""
        scope = self._owners[bisect_right(self._starts, position) - 1]
        while scope:
            yield scope
            scope = scope.parent

    def symbol_at(self, position: int) -> tuple[str, int]:
        """The innermost symbol at a position, and the position up to which it stays that."""
        k = bisect_right(self._starts, position)
        owner = self._owners[k - 1]
        return owner.symbol if owner else "", self._starts[k] if k < len(self._starts) else _END

    def _close(self, stack: list[Scope], position: int | None) -> None:
        """Leave the definitions that end at or before a position; None is the end of the file."""
        while stack and (position is None or stack[-1].hi <= position):
            ended = stack.pop()
            self._mark(ended.hi, stack[-1] if stack else None)

    def _mark(self, position: int, owner: Scope | None) -> None:
        if self._starts[-1] == position:
            self._owners[-1] = owner
        else:
            self._starts.append(position)
            self._owners.append(owner)


def _same(scope: Scope, lo: int, hi: int) -> bool:
    """Definitions on the very same lines, as in `{ a() {}, b() {} }`: the first stands for all."""
    return (scope.lo, scope.hi) == (lo, hi)


def _nested(found: Found, lo: int, parent: Scope | None) -> Scope:
    names = (parent.symbol, found.name) if parent else (found.name,)
    return Scope(lo, found.hi, found.head, ".".join(filter(None, names)), found.function, parent)
