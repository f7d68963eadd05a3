from fastapi import APIRouter, Depends

from .deps import flights, signed_in
from .repository import FlightRepository
from .schemas import FlightOut

router = APIRouter()


@router.get("/flights", response_model=list[FlightOut])
def my_flights(
    sort: str = "flown_at",
    descending: bool = True,
    falconer=Depends(signed_in),
    repository: FlightRepository = Depends(flights),
):
    return repository.of_falconer(falconer.id, sort, descending)
