from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from telemetry.auth import require_plant_access
from telemetry.db import get_session
from telemetry.models import Sample

router = APIRouter(prefix="/plants/{plant_id}", dependencies=[Depends(require_plant_access)])


class SampleOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    sensor: str
    value: float
    taken_at: datetime


@router.get("/sensors/{sensor}/history", response_model=list[SampleOut])
async def history(
    plant_id: int,
    sensor: str,
    since: datetime,
    session: Annotated[AsyncSession, Depends(get_session)],
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> list[Sample]:
    statement = (
        select(Sample)
        .where(Sample.plant_id == plant_id, Sample.sensor == sensor, Sample.taken_at >= since)
        .order_by(Sample.taken_at.desc())
        .limit(limit)
    )
    return list(await session.scalars(statement))


@router.get("/sensors", response_model=list[str])
async def sensors(plant_id: int, session: Annotated[AsyncSession, Depends(get_session)]) -> list[str]:
    statement = select(Sample.sensor).where(Sample.plant_id == plant_id).distinct().order_by(Sample.sensor)
    return list(await session.scalars(statement.limit(500)))
