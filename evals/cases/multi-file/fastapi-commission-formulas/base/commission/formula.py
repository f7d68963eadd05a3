"""Formulas for commissions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any


class FormulaError(ValueError):
    """A formula cannot be calculated."""


def standard(sale: dict[str, Any]) -> Decimal:
    """Three per cent of the revenue."""
    return Decimal(sale["revenue"]) * Decimal("0.03")
