"""What every lowering does: one method for each kind of node, and a bound on nesting."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from reviewbot.reviewers.static.flow.ir import Const, Expr, Mix, Stmt, Unit

if TYPE_CHECKING:
    from ast_grep_py import SgNode

DEEPEST = 120
"""Levels of expressions and blocks. Code that people write has twenty."""


class TooDeep(Exception):  # noqa: N818 - not an error of the product: the file becomes unreadable
    """The code is nested too deep to follow."""


class Lowering:
    """Makes a `Unit` of a tree. One is made for each file.

    A language names its kinds of nodes in `expressions` and `statements`, each with the method that lowers
    it. An expression of any other kind becomes a `Mix` of its named children; a statement of another kind
    gives all that its children give.
    """

    expressions: ClassVar[Mapping[str, Callable[[Any, "SgNode"], Expr]]]
    statements: ClassVar[Mapping[str, Callable[[Any, "SgNode"], Iterable[Stmt]]]]
    ignored: ClassVar[frozenset[str]] = frozenset({"comment"})
    """Kinds that say nothing: comments and the like."""

    def __init__(self) -> None:
        self._depth = 0

    def unit(self, root: "SgNode") -> Unit:
        """The whole file."""
        raise NotImplementedError

    def expr(self, node: "SgNode") -> Expr:
        """An expression."""
        make = self.expressions.get(node.kind())
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        try:
            return make(self, node) if make else self.mix(node)
        finally:
            self._depth -= 1

    def mix(self, node: "SgNode") -> Expr:
        """Whatever it is, it depends on its named children."""
        parts = self.named(node)
        line = line_of(node)
        if not parts:
            return Const(node.text(), line, string=False)
        if len(parts) == 1:
            return self.expr(parts[0])
        return Mix(tuple(map(self.expr, parts)), line)

    def block(self, node: "SgNode") -> tuple[Stmt, ...]:
        """The statements that stand directly in a node."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        try:
            made: list[Stmt] = []
            for child in node.children():
                if child.is_named():
                    made += self.statement(child)
            return tuple(made)
        finally:
            self._depth -= 1

    def statement(self, node: "SgNode") -> Iterable[Stmt]:
        """What one statement comes to: several where it declares several variables."""
        kind = node.kind()
        if kind in self.ignored:
            return ()
        make = self.statements.get(kind)
        return make(self, node) if make else self.block(node)

    def named(self, node: "SgNode") -> list["SgNode"]:
        """The named children, without comments."""
        ignored = self.ignored
        return [child for child in node.children() if child.is_named() and child.kind() not in ignored]


def line_of(node: "SgNode") -> int:
    """The first line, from 1."""
    return node.range().start.line + 1


def lines_of(node: "SgNode") -> tuple[int, int]:
    """The first and the last line, from 1."""
    place = node.range()
    return place.start.line + 1, place.end.line + (place.end.column > 0)


def chain(node: "SgNode", kind: str, operator: str) -> list["SgNode"]:
    """The operands of an operator from left to right, however many: sums are as deep as they are long."""
    parts: list[SgNode] = []
    while node.kind() == kind and (sign := node.field("operator")) is not None and sign.text() == operator:
        left, right = node.field("left"), node.field("right")
        if left is None or right is None:
            break
        parts.append(right)
        node = left
    parts.append(node)
    return parts[::-1]
