from quart import abort
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from freight.db import Session
from freight.models import Consignment, Parcel


async def open_parcels(shipper_id):
    async with Session() as session:
        found = await session.scalars(
            select(Parcel).join(Consignment).where(Consignment.shipper_id == shipper_id, Parcel.delivered_at.is_(None))
        )
        return found.all()


async def load_consignment(session, number, shipper):
    """A consignment with its parcels, or 404."""
    consignment = await session.get(Consignment, number, options=[selectinload(Consignment.parcels)])
    if consignment is None or consignment.shipper_id != shipper.id:
        abort(404)
    return consignment
