"""HTTP interface of the bus depot."""
import logging

from fastapi import APIRouter, Depends, FastAPI
from pydantic import BaseModel, Field

from fleet.security import require_role
from fleet.vehicles import VehicleService, vehicles

log = logging.getLogger("fleet.depot")

router = APIRouter(prefix="/depot", dependencies=[Depends(require_role("fleet-manager"))])


class OutOfService(BaseModel):
    reason: str = Field(max_length=200)
    until: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$")


@router.get("/vehicles")
def list_vehicles(svc: VehicleService = Depends(vehicles)):
    return svc.all_in_depot()


@router.post("/vehicles/{fleet_no}/withdraw", status_code=202)
def withdraw(fleet_no: int, body: OutOfService, svc: VehicleService = Depends(vehicles)):
    svc.withdraw(fleet_no, body.reason, body.until)
    log.info("vehicle %d withdrawn", fleet_no)
    return {"fleet_no": fleet_no, "state": "withdrawn"}


@router.delete("/vehicles/{fleet_no}", status_code=204)
def scrap(fleet_no: int, svc: VehicleService = Depends(vehicles)):
    svc.scrap(fleet_no)


def install(app: FastAPI) -> None:
    app.include_router(router)
