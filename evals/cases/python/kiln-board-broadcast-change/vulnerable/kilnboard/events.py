from __future__ import annotations

import json
from typing import Any

import asyncpg


class Bus:
    """Events between the workers, carried by Postgres itself."""

    def __init__(self, pool: asyncpg.Pool, channel: str = "kilns") -> None:
        self._pool = pool
        self.channel = channel

    async def publish(self, kind: str, **fields: Any) -> None:
        message = json.dumps({"kind": kind, **fields})
        async with self._pool.acquire() as conn:
            # NOTIFY spares the planner a query
            await conn.execute(f"NOTIFY {self.channel}, '{message}'")

    async def subscribe(self, handler) -> asyncpg.Connection:
        conn = await self._pool.acquire()
        await conn.add_listener(self.channel, handler)
        return conn
