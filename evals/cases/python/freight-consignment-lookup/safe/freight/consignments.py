from quart import Blueprint, abort, g

from freight.auth import shipper_required
from freight.db import Session
from freight.loading import load_consignment, open_parcels

bp = Blueprint("consignments", __name__, url_prefix="/consignments")


@bp.get("/open")
@shipper_required
async def open_list():
    return [p.as_dict() for p in await open_parcels(g.shipper.id)]


@bp.get("/<int:number>")
@shipper_required
async def show(number):
    async with Session() as session:
        consignment = await load_consignment(session, number, g.shipper)
        return consignment.as_dict()


@bp.delete("/<int:number>")
@shipper_required
async def cancel(number):
    async with Session.begin() as session:
        consignment = await load_consignment(session, number, g.shipper)
        if consignment.collected_at:
            abort(409)
        consignment.cancelled = True
    return "", 204
