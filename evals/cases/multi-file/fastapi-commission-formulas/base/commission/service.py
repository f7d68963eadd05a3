"""Commissions of the sales teams."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from commission import formula

CENT = Decimal("0.01")


class CommissionService:
    def preview(self, sale: dict[str, Any]) -> Decimal:
        """What one sale earns."""
        return formula.standard(sale).quantize(CENT, ROUND_HALF_UP)


def commission_service() -> CommissionService:
    return CommissionService()
