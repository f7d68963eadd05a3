from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from accounts.session import Lead, current_lead
from commission.service import CommissionService, commission_service

router = APIRouter(prefix="/commission")


class Sale(BaseModel):
    revenue: Decimal = Field(ge=0)
    margin: Decimal
    units: int = Field(ge=0)


@router.post("/preview")
def preview(
    sale: Sale,
    lead: Annotated[Lead, Depends(current_lead)],
    service: Annotated[CommissionService, Depends(commission_service)],
) -> dict[str, Decimal]:
    return {"commission": service.preview(sale.model_dump())}
