from __future__ import annotations

from typing import Literal

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

Bucket = Literal["5 minutes", "1 hour", "1 day"]


async def humidity_series(session: AsyncSession, house_id: int, bucket: Bucket) -> list[dict]:
    """Mean humidity per bucket over the last fortnight, oldest first."""
    # time_bucket wants an interval; Bucket is a closed set, see above
    statement = text(
        f"""
        SELECT time_bucket(INTERVAL '{bucket}', taken_at) AS slot,
               avg(humidity) AS humidity
          FROM climate_reading
         WHERE house_id = :house
           AND taken_at > now() - INTERVAL '14 days'
         GROUP BY slot
         ORDER BY slot
        """
    )
    result = await session.execute(statement, {"house": house_id})
    return [{"slot": r.slot.isoformat(), "humidity": round(r.humidity, 1)} for r in result]
