from datetime import datetime, timedelta, timezone

import asyncpg
from fastapi import APIRouter, Depends, HTTPException, Query
from pydantic import BaseModel

from telemetry.deps import get_pool, require_scope

router = APIRouter(prefix="/sensors/{sensor_id}", dependencies=[Depends(require_scope("sensors:read"))])

LONGEST = timedelta(days=92)


class Point(BaseModel):
    at: datetime
    mean: float
    low: float
    high: float


class Reading(BaseModel):
    value: float
    measured_at: datetime


async def load_series(conn: asyncpg.Connection, sensor_id: int, start: datetime, end: datetime, bucket: timedelta):
    sql = """
        SELECT time_bucket($4::interval, measured_at) AS at,
               avg(value) AS mean, min(value) AS low, max(value) AS high
          FROM reading
         WHERE sensor_id = $1 AND measured_at >= $2 AND measured_at < $3
         GROUP BY at
         ORDER BY at
    """
    return await conn.fetch(sql, sensor_id, start, end, bucket)


def period(start: datetime, end: datetime | None) -> tuple[datetime, datetime]:
    end = end or datetime.now(timezone.utc)
    if not timedelta(0) < end - start <= LONGEST:
        raise HTTPException(422, "the period must be between 0 and 92 days")
    return start, end


@router.get("/latest")
async def latest(sensor_id: int, pool: asyncpg.Pool = Depends(get_pool)) -> Reading:
    row = await pool.fetchrow(
        "SELECT value, measured_at FROM reading WHERE sensor_id = $1 ORDER BY measured_at DESC LIMIT 1", sensor_id
    )
    if row is None:
        raise HTTPException(404)
    return Reading(**row)


@router.get("/series")
async def series(
    sensor_id: int,
    start: datetime,
    end: datetime | None = None,
    minutes: int = Query(15, ge=1, le=1440),
    pool: asyncpg.Pool = Depends(get_pool),
) -> list[Point]:
    start, end = period(start, end)
    async with pool.acquire() as conn:
        rows = await load_series(conn, sensor_id, start, end, timedelta(minutes=minutes))
    return [Point(**row) for row in rows]
