"""What both sides of a changed file define, import and state, found by parsing each known text once."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from ast_grep_py import SgNode

from reviewbot.chunks.languages import Syntax
from reviewbot.chunks.listing import Listing
from reviewbot.chunks.outline import Definition, outline, statements
from reviewbot.chunks.scopes import Found, Scopes

MARGIN: Final = 3
"""Unchanged lines shown around a change."""
_SMALLEST_RUN: Final = 3
"""Removed lines outside functions that are worth parsing by themselves."""
_DECORATORS: Final = ("@", "#[", "[")


class Text(NamedTuple):
    """Parsed lines: of the new side from line `first`, or removed ones from position `base` (`first` 0)."""

    root: SgNode
    size: int
    first: int
    base: int


class Survey:
    """Definitions and imports of a listing at their positions."""

    def __init__(self, listing: Listing, syntax: Syntax | None) -> None:
        self.imports: list[tuple[int, int]] = []
        self._listing = listing
        self._texts: list[Text] = []
        found = self._new_side(syntax) if syntax else []
        self.scopes = Scopes(found)
        if syntax and (gone := self._old_side(syntax)):
            self.scopes = Scopes(found + gone)

    def statements(self, lo: int, hi: int) -> set[int]:
        """Positions inside a range where a statement begins, as far as texts were parsed."""
        found: set[int] = set()
        for text in self._texts:
            if text.first:
                start, end = (self._listing.number_at(at) - text.first for at in (lo, hi))
                lines = statements(text.root, max(start, 0), min(end + 1, text.size))
                found.update(self._listing.before(text.first + line) for line in lines)
            else:
                lines = statements(text.root, max(lo - text.base, 0), min(hi - text.base, text.size))
                found.update(text.base + line for line in lines)
        return {at for at in found if lo < at < hi}

    def _new_side(self, syntax: Syntax) -> list[Found]:
        """Definitions of the new side near changes, with the removed lines that were theirs."""
        listing, found = self._listing, []
        for excerpt in listing.excerpts:
            first = excerpt.start
            seen = outline(excerpt.lines, syntax, _areas(listing, first, len(excerpt.lines)))
            if seen.root is not None:
                self._texts.append(Text(seen.root, len(excerpt.lines), first, 0))
            self.imports += [_range(listing, first, lines) for lines in seen.imports]
            taken: dict[int, int] = {}
            ends = [
                _end(listing, first, d, excerpt.lines, taken) for d in seen.definitions if syntax.indented
            ]
            for k, one in enumerate(seen.definitions):
                hi = ends[k] if ends else listing.at(first + one.end - 1) + 1
                lo = _start(listing, first + one.start, taken)
                found.append(Found(lo, hi, _range(listing, first, one.head), one.name, one.function))
        return found

    def _old_side(self, syntax: Syntax) -> list[Found]:
        """Definitions inside removed runs that no function of the new side encloses."""
        found = []
        for base, edit in zip(self._listing.starts, self._listing.edits, strict=True):
            if len(edit.removed) < _SMALLEST_RUN or any(s.function for s in self.scopes.around(base)):
                continue
            seen = outline(edit.removed, syntax, [(0, len(edit.removed))])
            if seen.root is not None:
                self._texts.append(Text(seen.root, len(edit.removed), 0, base))
            if not self._listing.excerpts:
                self.imports += [(base + start, base + end) for start, end in seen.imports]
            for one in seen.definitions:
                head = (base + one.head[0], base + one.head[1])
                found.append(Found(base + one.start, base + one.end, head, one.name, one.function))
        return found


def _areas(listing: Listing, first: int, size: int) -> list[tuple[int, int]]:
    """Lines of an excerpt, from 0, that are shown in any case: changes with their margin, in order."""
    return [
        (edit.new_start - first - MARGIN, edit.new_start + edit.added - first + MARGIN)
        for edit in listing.edits
        if edit.new_start + edit.added - first >= -MARGIN and edit.new_start - first <= size + MARGIN
    ]


def _range(listing: Listing, first: int, lines: tuple[int, int]) -> tuple[int, int]:
    """Positions of lines of the new side, counted from 0 at line `first`."""
    return listing.at(first + lines[0]), listing.at(first + lines[1] - 1) + 1


def _start(listing: Listing, number: int, taken: dict[int, int]) -> int:
    """Where a definition begins: with what its first line replaced, or with decorators that it lost.

    `taken` says how many lines of an edit belong to the definition before.
    """
    k = listing.edit_at(number)
    if k is None:
        return listing.at(number)
    edit, floor = listing.edits[k], taken.get(k, 0)
    at = floor if edit.added else len(edit.removed)
    while at > floor and edit.removed[at - 1].lstrip().startswith(_DECORATORS):
        at -= 1
    return listing.starts[k] + at


def _end(
    listing: Listing, first: int, definition: Definition, lines: Sequence[str], taken: dict[int, int]
) -> int:
    """Where an indented block ends: after removed lines that stood deeper than its first line."""
    number = first + definition.end
    hi = listing.at(number - 1) + 1
    k = listing.edit_at(number)
    if k is None:
        return hi
    depth, size = _indent(lines[definition.head[0]]), 0
    for at, line in enumerate(listing.edits[k].removed, 1):
        if line.strip():
            if _indent(line) <= depth:
                break
            size = at
    taken[k] = max(taken.get(k, 0), size)
    return hi + size


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
