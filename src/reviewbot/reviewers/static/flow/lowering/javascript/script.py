"""Where the lowering stands in a file, and how it goes down from node to node."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Expr, Function, Stmt
from reviewbot.reviewers.static.flow.lowering.base import DEEPEST, Lowering, TooDeep
from reviewbot.reviewers.static.flow.lowering.javascript.nodes import DECLARED, extent

if TYPE_CHECKING:
    from ast_grep_py import SgNode


class Script(Lowering):
    """One file while it is lowered: where the lowering stands, and what was gathered from the file before.

    Statements and expressions are lowered by functions that are given this and a node. `line` and `end` are
    the lines of the node that is being lowered; `line` is 0 where they are not known yet.
    """

    ignored = frozenset(
        (  # noqa: SIM905 - a line of words reads better than a column
            "comment html_comment type_annotation type_arguments type_parameters predefined_type "
            "type_identifier jsx_text decorator accessibility_modifier override_modifier empty_statement "
            "optional_chain statement_identifier jsx_closing_element"
        ).split()
    )

    def __init__(self) -> None:
        super().__init__()
        self.line = self.end = 1
        self.functions: list[Function] = []
        self.classes: list[ir.Class] = []
        self.names: dict[SgNode, str] = {}
        self.declared: frozenset[str] = frozenset()
        self.is_server = False
        self.looked: Mapping[str, SgNode] = {}
        """By part of a request: the schema that has looked at it before the function that is lowered now."""

    def later(self, lower: "Callable[[SgNode], tuple[Stmt, ...]]", node: "SgNode") -> tuple[Stmt, ...]:
        """Lower a body when somebody asks for it, whatever is being lowered now."""
        before = self.line, self.end, self._depth
        self.line, self.end, self._depth = 0, 1, 0
        try:
            return lower(node)
        finally:
            self.line, self.end, self._depth = before

    def apart(self, node: "SgNode | None") -> Expr | None:
        """An expression on lines of its own, whatever is being lowered now."""
        if node is None:
            return None
        before, self.line = self.line, 0
        try:
            return self.expr(node)
        finally:
            self.line = before

    def expr(self, node: "SgNode") -> Expr:
        """An expression. The tree is asked for lines only where there may be several: it counts columns."""
        if self.line and self.line == self.end:
            return super().expr(node)
        before = self.line, self.end
        self.line, self.end = extent(node)
        try:
            return super().expr(node)
        finally:
            self.line, self.end = before

    def mix(self, node: "SgNode") -> Expr:
        """Whatever it is, it depends on its named children."""
        line = self.line
        parts = self.named(node)
        if not parts:
            return ir.Const(node.text(), line, string=False)
        if len(parts) == 1:
            return self.expr(parts[0])
        return ir.Mix(tuple(map(self.expr, parts)), line)

    def part(self, node: "SgNode", name: str) -> Expr:
        """The expression in a field of a node, an empty one if there is none."""
        child = node.field(name)
        return self.expr(child) if child is not None else ir.Const("", self.line, string=False)

    def block(self, node: "SgNode") -> tuple[Stmt, ...]:
        """The statements that stand directly in a node; functions behind the end come before it."""
        return self.each_of(_before_the_end(node.named_children()))

    def each_of(self, nodes: Iterable["SgNode"]) -> tuple[Stmt, ...]:
        """What statements come to, one after the other."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        before = self.line, self.end
        fixed = self.line and self.line == self.end
        try:
            made: list[Stmt] = []
            for child in nodes:
                if not fixed:
                    self.line, self.end = extent(child)
                made += self.statement(child)
            return tuple(made)
        finally:
            self.line, self.end = before
            self._depth -= 1

    def body(self, node: "SgNode", field: str) -> tuple[Stmt, ...]:
        """The statements in a field of a node: a block of them, or just one."""
        body = node.field(field)
        if body is None:
            return ()
        if body.kind() in {"statement_block", "else_clause"}:
            return self.block(body)
        return self.each_of((body,))


def _before_the_end(nodes: list["SgNode"]) -> list["SgNode"]:
    """Statements, with functions that are declared behind a `return` before it."""
    ends = next((at for at, node in enumerate(nodes) if node.kind() == "return_statement"), None)
    if ends is None or ends == len(nodes) - 1:
        return nodes
    late = [node for node in nodes[ends:] if node.kind() in DECLARED]
    return [*nodes[:ends], *late, nodes[ends]]


Expressions = Mapping[str, Callable[[Script, "SgNode"], Expr]]
"""By kind of node: what lowers it."""
Statements = Mapping[str, Callable[[Script, "SgNode"], Iterable[Stmt]]]
