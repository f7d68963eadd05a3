"""Formulas for commissions."""

from __future__ import annotations

from decimal import Decimal, DecimalException
from typing import Any


class FormulaError(ValueError):
    """A formula cannot be calculated."""


def standard(sale: dict[str, Any]) -> Decimal:
    """Three per cent of the revenue."""
    return Decimal(sale["revenue"]) * Decimal("0.03")


def _exact(names: dict[str, Decimal]) -> dict[str, float]:
    return {name: float(value) for name, value in names.items()}


def calculate(text: str, names: dict[str, Decimal]) -> Decimal:
    """The value of a formula such as "revenue * 0.03 + units * 2"."""
    try:
        return Decimal(str(eval(text, {"min": min, "max": max}, _exact(names))))
    except (SyntaxError, NameError, ArithmeticError, TypeError, DecimalException) as error:
        raise FormulaError from error
