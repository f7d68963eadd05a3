from sqlalchemy import select

from freight.db import Session
from freight.models import Consignment, Parcel


async def open_parcels(shipper_id):
    async with Session() as session:
        found = await session.scalars(
            select(Parcel).join(Consignment).where(Consignment.shipper_id == shipper_id, Parcel.delivered_at.is_(None))
        )
        return found.all()
