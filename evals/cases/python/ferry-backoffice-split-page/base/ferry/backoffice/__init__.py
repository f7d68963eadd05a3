"""What the people at the pier use. Mounted by ferry.main."""
from fastapi import APIRouter, Depends

from ferry import fares, sailings
from ferry.security import staff_only

router = APIRouter(prefix="/backoffice", dependencies=[Depends(staff_only)])


@router.put("/fares/{route}", status_code=204)
async def set_fare(route: str, fare: fares.Fare) -> None:
    await fares.store(route, fare)


@router.post("/sailings/{sailing_id}/cancel", status_code=204)
async def cancel(sailing_id: int) -> None:
    await sailings.cancel(sailing_id)
