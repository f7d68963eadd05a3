"""The definitions, imports and statements of a text, as its grammar sees them."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from ast_grep_py import Config, Pos, Rule, SgNode, SgRoot

from reviewbot.chunks.languages import Syntax
from reviewbot.chunks.names import name_of

LARGEST: Final = 2_000_000
"""Characters. A larger text is data or hostile, and its tree would take ten times its size in memory."""
LONGEST_LINE: Final = 20_000
"""Characters. A longer line is minified or data; functions inside one line cannot be shown apart."""
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


def outline(lines: Sequence[str], syntax: Syntax | None, wanted: Callable[[int, int], bool]) -> Outline:
    """Parse once; name only the definitions that `wanted` says yes to, by their first line and end."""
    root = _parse(lines, syntax)
    if root is None or syntax is None:
        return Outline([], [], None)
    found = Outline([], [], root)
    for node in root.find_all(_rule(syntax)):
        kind, start, end = node.kind(), node.range().start, _end(node)
        if kind not in syntax.functions and kind not in syntax.containers:
            if start.column == 0:
                found.imports.append((start.line, end))
        elif wanted(start.line, end) and not (kind in _TINY and end - start.line == 1):
            found.definitions.append(_definition(node, kind, lines, syntax))
    return found


_TINY: Final = frozenset({"arrow_function", "function_expression", "func_literal", "anonymous_function"})
"""On one line these are expressions, and belong to the code around them."""


def _parse(lines: Sequence[str], syntax: Syntax | None) -> SgNode | None:
    if syntax is None or not lines or max(map(len, lines)) > LONGEST_LINE:
        return None
    text = "\n".join(lines)
    if len(text) > LARGEST:
        return None
    try:
        return SgRoot(text, syntax.grammar).root()
    except UnicodeEncodeError:  # lone surrogates: one "?" for each keeps every column
        return SgRoot(text.encode(errors="replace").decode(), syntax.grammar).root()


@cache
def _rule(syntax: Syntax) -> Config:
    kinds: list[Rule] = [Rule(kind=kind) for kind in (*syntax.functions, *syntax.containers)]
    for entry in syntax.imports:
        kind, _, regex = entry.partition(":")
        kinds.append(Rule(kind=kind, regex=regex) if regex else Rule(kind=kind))
    return Config(rule=Rule(any=kinds))


def _end(node: SgNode) -> int:
    """One past the last line; a node that ends at column 0 does not reach into that line."""
    end = node.range().end
    return max(end.line + (end.column > 0), node.range().start.line + 1)


def _definition(node: SgNode, kind: str, lines: Sequence[str], syntax: Syntax) -> Definition:
    outer = node
    while (around := outer.parent()) and around.kind() in syntax.wrappers:
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


def _touches(before: SgNode, column: int, line: int) -> bool:
    """Stands directly above, in the same column: not a remark behind another statement."""
    return before.range().start.column == column and _end(before) >= line


def _head_end(node: SgNode, lines: Sequence[str]) -> int:
    """One past the last line of the signature: up to the body, with the line of its opening brace."""
    first = node.range().start.line
    body = node.field("body") or next((n for n in reversed(node.children()) if _BLOCKS.search(n.kind())), None)
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
