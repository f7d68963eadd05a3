from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy.ext.asyncio import AsyncSession

from climate import charts
from core.auth import Grower, current_grower
from core.db import session_scope
from houses.service import grower_can_see

api = APIRouter()


@api.get("/houses/{house_id}/humidity")
async def humidity(
    house_id: int,
    bucket: charts.Bucket = "1 hour",
    grower: Grower = Depends(current_grower),
    session: AsyncSession = Depends(session_scope),
):
    if not await grower_can_see(session, grower, house_id):
        raise HTTPException(404)
    return {"series": await charts.humidity_series(session, house_id, bucket)}
