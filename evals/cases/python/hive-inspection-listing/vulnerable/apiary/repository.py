from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import asyncpg


@dataclass(slots=True)
class Inspection:
    id: int
    hive: str
    inspected_on: date
    varroa_count: int
    queen_seen: bool


class InspectionRepository:
    """All reads of the inspections table go through here."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def for_apiary(
        self,
        apiary_id: int,
        *,
        limit: int = 50,
        order: str = "inspected_on",
        descending: bool = True,
    ) -> list[Inspection]:
        direction = "DESC" if descending else "ASC"
        query = f"""
            SELECT id, hive, inspected_on, varroa_count, queen_seen
              FROM inspections
             WHERE apiary_id = $1
             ORDER BY {order} {direction}
             LIMIT $2
        """
        async with self._pool.acquire() as conn:
            rows = await conn.fetch(query, apiary_id, limit)
        return [Inspection(**dict(row)) for row in rows]
