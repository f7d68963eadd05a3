"""Formulas for commissions."""

from __future__ import annotations

import ast
import operator
from decimal import Decimal
from typing import Any


class FormulaError(ValueError):
    """A formula cannot be calculated."""


def standard(sale: dict[str, Any]) -> Decimal:
    """Three per cent of the revenue."""
    return Decimal(sale["revenue"]) * Decimal("0.03")


_OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def _value(node: ast.AST, names: dict[str, Decimal]) -> Decimal:
    match node:
        case ast.Expression(body=body):
            return _value(body, names)
        case ast.Constant(value=int() | float() as number):
            return Decimal(str(number))
        case ast.Name(id=name) if name in names:
            return names[name]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return _OPERATORS[type(op)](_value(left, names), _value(right, names))
    raise FormulaError("only arithmetic on known names")


def calculate(text: str, names: dict[str, Decimal]) -> Decimal:
    """The value of a formula such as "revenue * 0.03 + units * 2"."""
    try:
        return _value(ast.parse(text, mode="eval"), names)
    except (SyntaxError, ArithmeticError, RecursionError) as error:
        raise FormulaError from error
