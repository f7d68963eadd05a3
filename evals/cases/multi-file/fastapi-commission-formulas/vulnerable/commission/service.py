"""Commissions of the sales teams."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from commission import formula

CENT = Decimal("0.01")


class CommissionService:
    def preview(self, text: str, sale: dict[str, Any]) -> Decimal:
        """What one sale would earn by a formula."""
        names = {name: Decimal(value) for name, value in sale.items()}
        return formula.calculate(text, names).quantize(CENT, ROUND_HALF_UP)


def commission_service() -> CommissionService:
    return CommissionService()
