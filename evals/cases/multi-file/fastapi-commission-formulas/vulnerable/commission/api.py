from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, Field

from accounts.session import Lead, current_lead
from commission.formula import FormulaError
from commission.service import CommissionService, commission_service

router = APIRouter(prefix="/commission")


class Sale(BaseModel):
    revenue: Decimal = Field(ge=0)
    margin: Decimal
    units: int = Field(ge=0)


class FormulaIn(BaseModel):
    formula: str = Field(max_length=200, examples=["revenue * 0.03 + units * 2"])
    sample: Sale


@router.post("/preview")
def preview(
    body: FormulaIn,
    lead: Annotated[Lead, Depends(current_lead)],
    service: Annotated[CommissionService, Depends(commission_service)],
) -> dict[str, Decimal]:
    try:
        amount = service.preview(body.formula, body.sample.model_dump())
    except FormulaError:
        raise HTTPException(422, "The formula cannot be used.") from None
    return {"commission": amount}
