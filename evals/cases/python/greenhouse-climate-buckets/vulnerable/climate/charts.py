from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def humidity_series(session: AsyncSession, house_id: int, bucket: str) -> list[dict]:
    """Mean humidity per bucket over the last fortnight, oldest first."""
    # time_bucket wants an interval
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
