"""Expressions of operators, comparisons and assignments among them, and what those ask for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr
from reviewbot.reviewers.static.flow.lowering.base import chain
from reviewbot.reviewers.static.flow.lowering.javascript.names import exported
from reviewbot.reviewers.static.flow.lowering.javascript.nodes import dotted, text_of
from reviewbot.reviewers.static.flow.lowering.javascript.script import Expressions, Script

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_CHAINS: Final[dict[str, Callable[[tuple[Expr, ...], int], Expr]]] = {
    "+": ir.Join,
    "&&": ir.All,
    "||": ir.AnyOf,
    "??": ir.Choice,
}
_MINUS_ONE: Final = frozenset({"-1", "0"})


def _binary(script: Script, node: "SgNode") -> Expr:
    line, operator = script.line, text_of(node.field("operator"))
    if operator in _CHAINS:
        parts = tuple(map(script.expr, chain(node, "binary_expression", operator)))
        return _CHAINS[operator](parts, line)
    left, right = script.part(node, "left"), script.part(node, "right")
    if operator in {"==", "===", "!=", "!=="}:
        return _equal(left, right, operator[0] == "=", line)
    if operator == "in":
        return ir.Compare("in", left, right, line)
    if operator in {">=", ">", "<"} and (held := _index_test(left, right)) is not None:
        return ir.Not(held, line) if operator == "<" else held
    return ir.Compare("<", left, right, line)  # all that is left gives numbers and truths


def _unary(script: Script, node: "SgNode") -> Expr:
    line, operator, of = script.line, text_of(node.field("operator")), script.part(node, "argument")
    if operator == "!":
        return ir.Not(of, line)
    if operator == "typeof":
        return ir.Call(ir.Name("typeof", line), (Arg(of),), line, line)
    if operator == "-" and isinstance(of, ir.Const):
        return ir.Const(f"-{of.text}", line, string=False)
    return number_of(line, of)


def _ternary(script: Script, node: "SgNode") -> Expr:
    line, test = script.line, script.part(node, "condition")
    return ir.Choice((script.part(node, "consequence"), script.part(node, "alternative")), line, test)


def _sequence(script: Script, node: "SgNode") -> Expr:
    line = script.line
    return ir.All(tuple(map(script.expr, script.named(node))), line)


def _assignment(script: Script, node: "SgNode") -> Expr:
    line, (target, value) = script.line, sides(script, node)
    return ir.Bind(target, value, line)


def sides(script: Script, node: "SgNode") -> tuple[Expr, Expr]:
    """The target of an assignment and its new value."""
    line, operator = script.line, text_of(node.field("operator"))
    target, value = target_of(script, node.field("left")), script.part(node, "right")
    if operator == "+=":
        value = ir.Join((target, value), line)
    elif operator in {"||=", "??=", "&&="}:
        value = ir.Choice((target, value), line)
    elif operator:
        value = number_of(line, value)
    return target, value


def target_of(script: Script, node: "SgNode | None") -> Expr:
    """What is assigned to, under the name that others know it by."""
    if node is None:
        return ir.Mix((), script.line)
    if node.text() in {"module.exports", "exports"}:
        return ir.Name("default", script.line)
    if node.text() in {"location", "window.location"}:
        return ir.Attr(ir.Name("window", script.line), "location", script.line)
    if (name := exported(node)) is not None:
        return ir.Name(f"exports.{name}" if name in script.declared else name, script.line)
    return script.expr(node)


def number_of(line: int, *of: Expr) -> Expr:
    """A number, or a truth: it depends on something and can do no harm."""
    first, *rest = of
    return ir.Compare("<", first, rest[0] if rest else ir.Const("0", line, string=False), line)


def _equal(left: Expr, right: Expr, is_equal: bool, line: int) -> Expr:  # noqa: FBT001 - `==` or `!=`
    """A comparison; of a type or of an index it asks for something else."""
    test: Expr | None = None
    if isinstance(left, ir.Call) and dotted(left.function) == "typeof" and isinstance(right, ir.Const):
        test = left.but(function=ir.Name(f"typeof:{right.text}", line))
    elif (
        (held := _index_test(left, right)) is not None and isinstance(right, ir.Const) and right.text == "-1"
    ):
        test, is_equal = held, not is_equal
    if test is not None:
        return test if is_equal else ir.Not(test, line)
    return ir.Compare("==" if is_equal else "!=", left, right, line)


def _index_test(left: Expr, right: Expr) -> Expr | None:
    """`xs.indexOf(x)` before a comparison with -1 or 0: whether it is one of them."""
    if not (
        isinstance(right, ir.Const) and right.text in _MINUS_ONE and isinstance(left, ir.Call) and left.args
    ):
        return None
    function = left.function
    if not isinstance(function, ir.Attr) or function.name != "indexOf":
        return None
    return ir.Compare("in", left.args[0].value, function.of, left.line)


OPERATORS: Final[Expressions] = {
    "binary_expression": _binary,
    "unary_expression": _unary,
    "ternary_expression": _ternary,
    "sequence_expression": _sequence,
    "assignment_expression": _assignment,
    "augmented_assignment_expression": _assignment,
}
