from decimal import Decimal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from ferry.database import database

router = APIRouter()


class Fare(BaseModel):
    adult: Decimal = Field(ge=0, max_digits=6, decimal_places=2)
    child: Decimal = Field(ge=0, max_digits=6, decimal_places=2)
    bicycle: Decimal = Field(ge=0, max_digits=6, decimal_places=2)


@router.put("/{route}", status_code=204)
async def set_fare(route: str, fare: Fare) -> None:
    await database.execute(
        "UPDATE fare SET adult = :adult, child = :child, bicycle = :bicycle WHERE route = :route",
        {"route": route, **fare.model_dump()},
    )
