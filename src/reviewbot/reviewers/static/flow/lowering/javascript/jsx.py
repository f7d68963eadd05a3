"""JSX: elements, and the attributes of which something may be left."""

from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr
from reviewbot.reviewers.static.flow.lowering.javascript.script import Expressions, Script

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_JSX_NAMES: Final = frozenset({"identifier", "member_expression", "jsx_namespace_name", "nested_identifier"})


def _jsx(script: Script, node: "SgNode") -> Expr:
    """An element: React escapes what it shows, so nothing of it is left but what its attributes do."""
    line, end = script.line, script.end
    parts = tuple(Arg(script.expr(child)) for child in script.named(node) if child.kind() not in _JSX_NAMES)
    return ir.Call(ir.Name("jsx", line), parts, line, end)


def _attribute(script: Script, node: "SgNode") -> Expr:
    line, end = script.line, script.end
    name, *values = script.named(node)
    if not values:
        return ir.Const("", line, string=False)
    value = script.expr(values[0])
    if isinstance(value, ir.Const | ir.Lambda):
        return value
    return ir.Call(ir.Name(f"jsx:{name.text()}", line), (Arg(value),), line, end)


JSX: Final[Expressions] = {
    "jsx_element": _jsx,
    "jsx_self_closing_element": _jsx,
    "jsx_opening_element": _jsx,
    "jsx_fragment": _jsx,
    "jsx_attribute": _attribute,
}
