"""Literals, sums and comparisons, which look alike in the languages that come from C."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Expr

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_ESCAPE: Final = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_MEANS: Final = {"n": "\n", "r": "\r", "t": "\t", "0": " ", "b": " ", "f": " ", "a": " ", "v": " ", "s": " "}


def unescaped(text: str) -> str:
    """The text with its escapes taken out. A NUL would be taken for a hole, so it is none."""
    return _ESCAPE.sub(_meant, text) if "\\" in text else text


def _meant(escape: re.Match[str]) -> str:
    code = escape[1]
    if len(code) > 1:
        return chr(int(code[1:], 16) or 32)
    return _MEANS.get(code, code)


def put_together(parts: Iterable[Expr], line: int) -> Expr:
    """The text that some parts make; sums inside of sums are one sum."""
    flat: list[Expr] = []
    for part in parts:
        if isinstance(part, ir.Join):
            flat += part.parts
        else:
            flat.append(part)
    if len(flat) == 1:
        return flat[0]
    return ir.Join(tuple(flat), line) if flat else ir.Const("", line)


def filled(template: Expr, args: Iterable[ir.Arg], line: int, end: int) -> Expr:
    """A template with its gaps filled in: the interpreter knows a call of `%`."""
    return ir.Call(ir.Attr(template, "%", line), tuple(args), line, end)


def is_nothing(expr: Expr) -> bool:
    """Whether it is null or the empty string: who compares with that only asks whether there is something."""
    return isinstance(expr, ir.Const) and expr.text in {"", "null", "nil", '""', "string.Empty", "default"}


def compared(operator: str, left: Expr, right: Expr, line: int) -> Expr:
    """A comparison as the interpreter tells them apart."""
    if operator not in {"==", "!="}:
        return ir.Compare("<", left, right, line)
    if is_nothing(left):
        left, right = right, left
    test = ir.Compare("is" if is_nothing(right) else "==", left, right, line)
    return test if operator == "==" else ir.Not(test, line)


def summands(node: "SgNode") -> list["SgNode"]:
    """The terms of a sum from left to right, however long: sums are as deep as they are long."""
    terms: list[SgNode] = []
    while node.kind() == "binary_expression":
        left, operator, right = node.field("left"), node.field("operator"), node.field("right")
        if left is None or operator is None or right is None or operator.text() != "+":
            break
        terms.append(right)
        node = left
    terms.append(node)
    return terms[::-1]


def combined(operator: str, left: Expr, right: Expr, line: int) -> Expr:
    """`a && b` and `a || b`; a chain of the same is one condition of many parts."""
    made = ir.All if operator == "&&" else ir.AnyOf
    return made((*(left.of if isinstance(left, made) else (left,)), right), line)
