"""Functions and containers of both sides of a file, nested, at their positions in its listing."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from ast_grep_py import SgNode

from reviewbot.chunks.languages import Syntax
from reviewbot.chunks.listing import Listing
from reviewbot.chunks.outline import Definition, outline, statements
from reviewbot.chunks.outline import Definition, outline, statements

MARGIN: Final = 3
"""Lines around a change that are shown with it; definitions further away need no name."""
_SMALLEST_RUN: Final = 3
"""Removed lines outside functions that are worth parsing by themselves."""
_DEEPEST: Final = 50
"""Deeper nesting is made by machines; symbols would grow with the square of the depth."""
_DECORATORS: Final = ("@", "#[", "[")


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A definition at its positions; `head` is its signature, `symbol` its qualified name."""

    lo: int
    hi: int
    head: tuple[int, int]
    symbol: str
    function: bool
    parent: "Scope | None"


class _Found(NamedTuple):
    lo: int
    hi: int
    head: tuple[int, int]
    name: str
    function: bool


class _Text(NamedTuple):
    """A parsed run of lines, and where it stands: from `first` on the new side, or from a position."""

    root: SgNode
    size: int
    first: int | None
    base: int


class Scopes:
    """What encloses each position of a listing."""

    def __init__(self, listing: Listing, syntax: Syntax | None) -> None:
        self.all: list[Scope] = []
        self.imports: list[tuple[int, int]] = []
        self._listing = listing
        self._texts: list[_Text] = []
        self._starts: list[int] = []
        self._owners: list[Scope | None] = []
        self._nest(new := self._new_side(syntax) if syntax else [])
        if syntax and (old := self._old_side(syntax)):
            self._nest(new + old)

    def at(self, position: int) -> Scope | None:
        """The innermost definition around a position."""
        return self._owners[bisect_right(self._starts, position) - 1]

    def around(self, position: int) -> Iterator[Scope]:
        """All definitions around a position, innermost first."""
        scope = self.at(position)
        while scope:
            yield scope
            scope = scope.parent

    def runs(self, lo: int, hi: int) -> Iterator[tuple[int, int, str]]:
        """A range in pieces of one symbol."""
        k = bisect_right(self._starts, lo) - 1
        while lo < hi:
            stop = min(self._starts[k + 1], hi) if k + 1 < len(self._starts) else hi
            owner = self._owners[k]
            yield lo, stop, owner.symbol if owner else ""
            lo, k = stop, k + 1

    def statements(self, lo: int, hi: int) -> set[int]:
        """Positions between `lo` and `hi` where a statement begins, as far as texts were parsed."""
        found: set[int] = set()
        for text in self._texts:
            start = text.base if text.first is None else self._listing.before(text.first)
            if start >= hi:
                continue
            for line in statements(text.root, *self._lines(text, lo, hi)):
                at = text.base + line if text.first is None else self._listing.before(text.first + line)
                if lo < at < hi:
                    found.add(at)
        return found

    def _lines(self, text: _Text, lo: int, hi: int) -> tuple[int, int]:
        """The lines of a text that can lie in a range of positions."""
        if text.first is None:
            return max(lo - text.base, 0), min(hi - text.base, text.size)
        place = self._listing.number_at
        return max(place(lo) - text.first, 0), min(place(hi) - text.first + 1, text.size)

    def _new_side(self, syntax: Syntax) -> list[_Found]:
        """Definitions of the new side, with removed lines that were theirs at either end."""
        listing, found = self._listing, []
        taken: dict[int, int] = {}
        for excerpt in listing.excerpts:
            seen = outline(excerpt.lines, syntax, _near(listing, excerpt.start))
            if seen.root is not None:
                self._texts.append(_Text(seen.root, len(excerpt.lines), excerpt.start, 0))
            self.imports += [
                (listing.at(excerpt.start + start), listing.at(excerpt.start + end - 1) + 1)
                for start, end in seen.imports
            ]
            ends = [_tail(listing, excerpt.start, d, excerpt.lines, taken, syntax) for d in seen.definitions]
            for definition, hi in zip(seen.definitions, ends, strict=True):
                lo = _first(listing, excerpt.start + definition.start, taken)
                found.append(_placed(definition, lo, hi, excerpt.start, listing))
        return found

    def _old_side(self, syntax: Syntax) -> list[_Found]:
        """Definitions inside removed runs that no function of the new side encloses."""
        listing, found = self._listing, []
        for k, edit in enumerate(listing.edits):
            base = listing.start_of(k)
            if len(edit.removed) < _SMALLEST_RUN or any(s.function for s in self.around(base)):
                continue
            seen = outline(edit.removed, syntax, lambda _start, _end: True)
            if seen.root is None:
                continue
            self._texts.append(_Text(seen.root, len(edit.removed), None, base))
            if not listing.excerpts:
                self.imports += [(base + start, base + end) for start, end in seen.imports]
            for d in seen.definitions:
                head = (base + d.head[0], base + d.head[1])
                found.append(_Found(base + d.start, base + d.end, head, d.name, d.function))
        return found

    def _nest(self, found: Sequence[_Found]) -> None:
        """Order by place, qualify names, and note who owns each stretch of positions."""
        self.all, self._starts, self._owners = [], [0], [None]
        stack: list[Scope] = []
        for one in sorted(found, key=lambda f: (f.lo, -f.hi)):
            self._close(stack, one.lo)
            parent = stack[-1] if stack else None
            if len(stack) >= _DEEPEST:
                continue
            hi = min(one.hi, parent.hi) if parent else one.hi
            symbol = ".".join(filter(None, (parent.symbol if parent else "", one.name)))
            scope = Scope(one.lo, hi, one.head, symbol, one.function, parent)
            self.all.append(scope)
            self._mark(one.lo, scope)
            stack.append(scope)
        self._close(stack, None)

    def _close(self, stack: list[Scope], before: int | None) -> None:
        while stack and (before is None or stack[-1].hi <= before):
            ended = stack.pop()
            self._mark(ended.hi, stack[-1] if stack else None)

    def _mark(self, position: int, owner: Scope | None) -> None:
        if self._starts[-1] == position:
            self._owners[-1] = owner
        else:
            self._starts.append(position)
            self._owners.append(owner)


class _near:  # noqa: N801 - a function with two values to remember
    """Whether lines of an excerpt, counted from 0, lie near a change."""

    def __init__(self, listing: Listing, first: int) -> None:
        self._listing, self._first = listing, first

    def __call__(self, start: int, end: int) -> bool:
        listing, first = self._listing, self._first
        lo = listing.before(max(first + start - MARGIN, 1))
        return listing.touches(lo, listing.at(first + end + MARGIN) + 1)


def _placed(definition: Definition, lo: int, hi: int, first: int, listing: Listing) -> _Found:
    head_lo, head_hi = definition.head
    head = (listing.at(first + head_lo), listing.at(first + head_hi - 1) + 1)
    return _Found(lo, hi, head, definition.name, definition.function)


def _first(listing: Listing, number: int, taken: dict[int, int]) -> int:
    """Where a definition begins: with the removed lines that its first line replaced, or removed decorators."""
    k = listing.edit_at(number)
    if k is None:
        return listing.at(number)
    edit = listing.edits[k]
    if edit.added:
        return listing.start_of(k) + taken.get(k, 0)
    at = len(edit.removed)
    while at > taken.get(k, 0) and edit.removed[at - 1].lstrip().startswith(_DECORATORS):
        at -= 1
    return listing.start_of(k) + at


def _tail(
    listing: Listing,
    first: int,
    definition: Definition,
    lines: Sequence[str],
    taken: dict[int, int],
    syntax: Syntax,
) -> int:
    """Where a definition ends: where indentation alone ends a block, after removed lines that were deeper."""
    number = first + definition.end
    hi = listing.at(number - 1) + 1
    k = listing.edit_at(number) if syntax.indented else None
    if k is None:
        return hi
    depth = _indent(lines[definition.head[0]])
    size = 0
    for at, line in enumerate(listing.edits[k].removed):
        if line.strip():
            if _indent(line) <= depth:
                break
            size = at + 1
    taken[k] = max(taken.get(k, 0), size)
    return hi + size


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
