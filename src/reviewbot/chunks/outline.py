"""The definitions, imports and statements of a text, as its grammar sees them.

One walk from the top, into nodes of several lines only: hostile nesting costs no more than other code, as it
would if every definition were asked for its parents.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from ast_grep_py import SgNode, SgRoot

from reviewbot.chunks.languages import Syntax
from reviewbot.chunks.names import name_of

LARGEST: Final = 2_000_000
"""Characters. A larger text is data or hostile, and its tree would take ten times its size in memory."""
LONGEST_LINE: Final = 20_000
"""Characters. A longer line is minified or data; functions inside one line cannot be shown apart."""
_IMPORTS_END: Final = 300
_IMPORT_WIDTH: Final = 200
_HOLDER_LINES: Final = 1
_MOST_LEADING: Final = 40
_HEADER_LINES: Final = 8
_BLOCKS: Final = re.compile(
    r"block|body|statements|statement_list|declaration_list|compound_statement|do_group"
    r"|^(?:module|program|source_file|translation_unit|compilation_unit)$"
)


class Definition(NamedTuple):
    """A function or container: lines counted from 0, ends excluded.

    `start` is the first line with decorators and the comments before it; `head` are the lines of the
    signature with decorators.
    """

    start: int
    end: int
    head: tuple[int, int]
    name: str
    function: bool


class Outline(NamedTuple):
    """What is known of a text; `root` is None when it was not parsed."""

    definitions: list[Definition]
    imports: list[tuple[int, int]]
    root: SgNode | None


class _Around(NamedTuple):
    """A node whose children are to be looked at; `start` and `head` count if it belongs to what it wraps."""

    node: SgNode
    kind: str
    start: int
    head: int
    end: int


def outline(lines: Sequence[str], syntax: Syntax, areas: Sequence[tuple[int, int]]) -> Outline:
    """Parse once; look for definitions only around `areas`, ascending half-open ranges of lines."""
    root = parse(lines, syntax)
    found = Outline([], _import_lines(lines, syntax), root)
    if root is None:
        return found
    definitions = {*syntax.functions, *syntax.containers}
    telling = {*definitions, *syntax.wrappers, *syntax.holders}
    pending = [_Around(root, root.kind(), 0, 0, 0)]
    while pending:
        around = pending.pop()
        siblings = around.node.children()
        for at, start, end, near in _children(siblings, around, syntax, areas):
            node = siblings[at]
            kind = node.kind()
            if kind in syntax.imports:
                found.imports.append((start, end))
            if not near or kind in syntax.closed:
                continue
            first = head = start
            if kind in telling:
                first, head = _outer(around, siblings, at, start, end, syntax)
            if kind in definitions:
                name = name_of(node, kind, around.node, around.kind)
                heads = (head, min(_head_end(node, lines), head + _HEADER_LINES))
                found.definitions.append(Definition(first, end, heads, name, kind in syntax.functions))
            if end - start > 1 or kind in syntax.wrappers:
                pending.append(_Around(node, kind, first, head, end))
    return found


def _children(
    siblings: Sequence[SgNode], around: _Around, syntax: Syntax, areas: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int, bool]]:
    """Index, first line and end of children worth a look, and whether they are near an area.

    Those of several lines are, in blocks all; of what is not near, only the top level, where imports stand.
    """
    blocky = around.kind in syntax.wrappers or _is_block(around.kind)
    k, last_area = 0, len(areas)
    for at, node in enumerate(siblings):
        if node.is_leaf():  # half of all nodes, and asking for their places is what this walk costs
            continue
        place = node.range()
        start, last = place.start.line, place.end
        end = last.line
        if end > start:
            end += last.column > 0
        elif blocky:
            end += 1
        else:
            continue
        while k < last_area and areas[k][1] < start:  # siblings stand in order, as areas do
            k += 1
        if k < last_area and areas[k][0] < end:
            yield at, start, end, True
        elif not around.end:
            yield at, start, end, False
        elif k == last_area:
            return


@cache  # a grammar has some hundred kinds
def _is_block(kind: str) -> bool:
    return _BLOCKS.search(kind) is not None


def parse(lines: Sequence[str], syntax: Syntax) -> SgNode | None:
    """The tree of a text, None if it is too large to be parsed; columns are those of the text."""
    if not lines or max(map(len, lines)) > LONGEST_LINE:
        return None
    text = "\n".join(lines)
    if len(text) > LARGEST:
        return None
    if not text.isascii():
        # One "?" for each keeps every column. Lone surrogates cannot be handed over; the scanner of bash asks
        # C's isdigit() about any character, which reads beyond its table: `{` and U+DF4FB crash it.
        text = text.encode("ascii" if syntax.ascii else "utf-8", "replace").decode()
    return SgRoot(text, syntax.grammar).root()


def _import_lines(lines: Sequence[str], syntax: Syntax) -> list[tuple[int, int]]:
    """Imports by a call, found by their text near the start of the file."""
    if not syntax.import_line:
        return []
    is_import = re.compile(syntax.import_line).match
    return [(at, at + 1) for at, line in enumerate(lines[:_IMPORTS_END]) if is_import(line[:_IMPORT_WIDTH])]


def _lines(node: SgNode) -> tuple[int, int]:
    """First line and end; a node that ends at column 0 does not reach into that line."""
    place = node.range()
    start, end = place.start.line, place.end
    return start, max(end.line + (end.column > 0), start + 1)


def _outer(
    around: _Around, siblings: Sequence[SgNode], at: int, start: int, end: int, syntax: Syntax
) -> tuple[int, int]:
    """Where a definition and its header begin.

    With the decorators or `export` around it, or the variable that holds nothing else; failing these, with
    the comments, decorators and attributes that stand directly above.
    """
    wraps = around.kind in syntax.wrappers
    holds = around.kind in syntax.holders and start - around.head <= _HOLDER_LINES
    if (wraps or holds) and around.end == end:
        return around.start, around.head
    head, column = start, siblings[at].range().start.column
    for before in reversed(siblings[max(at - _MOST_LEADING, 0) : at]):
        if before.kind() not in syntax.leading:
            break
        if before.range().start.column != column:  # a remark behind another line
            continue
        above, below = _lines(before)
        if below < start:
            break
        start = above
        head = head if "comment" in before.kind() else above
    return start, head


def _head_end(node: SgNode, lines: Sequence[str]) -> int:
    """One past the last line of the signature: up to the body, with the line of its opening brace."""
    first = node.range().start.line
    body = node.field("body") or next((n for n in reversed(node.children()) if _is_block(n.kind())), None)
    if body is None:
        return first + 1
    at = body.range().start
    opens = lines[at.line][at.column : at.column + 1] == "{"
    return max(at.line + opens, first + 1)


def statements(root: SgNode, start: int, end: int) -> Iterator[int]:
    """First lines of the statements that lie between two lines, at every depth."""
    pending = [root]
    while pending:
        node = pending.pop()
        blocky = _is_block(node.kind())
        for child in node.children():
            place = child.range()
            if place.end.line < start or place.start.line >= end:
                continue
            if blocky and child.is_named():
                yield place.start.line
            if place.end.line > place.start.line:
                pending.append(child)
