"""The definitions, imports and statements of a text, as its grammar sees them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from ast_grep_py import Config, Pos, Rule, SgNode, SgRoot

from reviewbot.chunks.languages import Syntax
from reviewbot.chunks.names import name_of

LARGEST: Final = 2_000_000
"""Characters. A larger text is data or hostile, and its tree would take ten times its size in memory."""
LONGEST_LINE: Final = 20_000
"""Characters. A longer line is minified or data; functions inside one line cannot be shown apart."""
_MANY: Final = 20
"""Nodes at top level that hold changes; beyond, one search through the file is faster than one in each."""
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

    `start` is the first line with decorators and the comments before it, `head` the lines of the signature
    with decorators, `body` the line of the definition itself.
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


def outline(lines: Sequence[str], syntax: Syntax, areas: Sequence[tuple[int, int]]) -> Outline:
    """Parse once; look for definitions only around `areas`, ascending half-open ranges of lines."""
    root = _parse(lines, syntax)
    if root is None:
        return Outline([], _import_lines(lines, syntax), None)
    imports = _import_lines(lines, syntax)
    tops = []
    for top in root.children():
        if top.kind() in syntax.imports:
            imports.append((top.range().start.line, _end(top)))
        elif _meets(areas, top.range().start.line - 1, _end(top)):
            tops.append(top)
    found = []
    for node in _definitions(root, tops, syntax):
        start, end = node.range().start.line, _end(node)
        if _meets(areas, start - 1, end):
            one = _definition(node, node.kind(), lines, syntax)
            if one.name or one.end - one.start > 1:
                found.append(one)
    return Outline(found, imports, root)


def _meets(areas: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether lines `start` to `end` overlap one of the areas."""
    k = bisect_right(areas, start, key=lambda area: area[1])
    return k < len(areas) and areas[k][0] < end


def _definitions(root: SgNode, tops: Sequence[SgNode], syntax: Syntax) -> Iterable[SgNode]:
    """Definitions inside the nodes at top level, in order."""
    kinds = [Rule(kind=kind) for kind in (*syntax.functions, *syntax.containers)]
    rule = Config(rule=Rule(any=kinds))
    if len(tops) > _MANY:
        return root.find_all(rule)
    return chain.from_iterable(top.find_all(rule) for top in tops)


def _import_lines(lines: Sequence[str], syntax: Syntax) -> list[tuple[int, int]]:
    """Imports by a call, found by their text near the start of the file."""
    if not syntax.import_line:
        return []
    is_import = re.compile(syntax.import_line).match
    return [(at, at + 1) for at, line in enumerate(lines[:_IMPORTS_END]) if is_import(line[:_IMPORT_WIDTH])]


def _parse(lines: Sequence[str], syntax: Syntax) -> SgNode | None:
    if not lines or max(map(len, lines)) > LONGEST_LINE:
        return None
    text = "\n".join(lines)
    if len(text) > LARGEST:
        return None
    try:
        return SgRoot(text, syntax.grammar).root()
    except UnicodeEncodeError:  # lone surrogates: one "?" for each keeps every column
        return SgRoot(text.encode(errors="replace").decode(), syntax.grammar).root()


def _end(node: SgNode) -> int:
    """One past the last line; a node that ends at column 0 does not reach into that line."""
    end = node.range().end
    return max(end.line + (end.column > 0), node.range().start.line + 1)


def _definition(node: SgNode, kind: str, lines: Sequence[str], syntax: Syntax) -> Definition:
    outer = node
    while (around := outer.parent()) and _wraps(around, outer, syntax):
        outer = around
    first = outer.range().start
    start, head = first.line, first.line
    before = outer.prev()
    for _ in range(_MOST_LEADING):
        if before is None or before.kind() not in syntax.leading or not _touches(before, first.column, start):
            break
        start = before.range().start.line
        head = head if "comment" in before.kind() else start
        before = before.prev()
    head_end = min(_head_end(node, lines), head + _HEADER_LINES)
    return Definition(start, _end(outer), (head, head_end), name_of(node, kind), kind in syntax.functions)


def _wraps(around: SgNode, node: SgNode, syntax: Syntax) -> bool:
    """Belongs to the definition: decorators and `export`, or a variable that holds nothing but it."""
    if around.range().end.line != node.range().end.line:
        return False
    near = node.range().start.line - around.range().start.line <= _HOLDER_LINES
    return around.kind() in syntax.wrappers or (near and around.kind() in syntax.holders)


def _touches(before: SgNode, column: int, line: int) -> bool:
    """Stands directly above, in the same column: not a remark behind another statement."""
    return before.range().start.column == column and _end(before) >= line


def _head_end(node: SgNode, lines: Sequence[str]) -> int:
    """One past the last line of the signature: up to the body, with the line of its opening brace."""
    first = node.range().start.line
    body = node.field("body") or next(
        (n for n in reversed(node.children()) if _BLOCKS.search(n.kind())), None
    )
    if body is None:
        return first + 1
    at: Pos = body.range().start
    opens = lines[at.line][at.column : at.column + 1] == "{"
    return max(at.line + opens, first + 1)


def statements(root: SgNode, start: int, end: int) -> Iterator[int]:
    """First lines of the statements that lie between two lines, at every depth.

    Descends only where a node spans several lines, so its cost is that of the code in question.
    """
    pending = [root]
    while pending:
        node = pending.pop()
        blocky = _BLOCKS.search(node.kind())
        for child in node.children():
            place = child.range()
            if place.end.line < start or place.start.line >= end:
                continue
            if blocky and child.is_named():
                yield place.start.line
            if place.end.line > place.start.line:
                pending.append(child)
