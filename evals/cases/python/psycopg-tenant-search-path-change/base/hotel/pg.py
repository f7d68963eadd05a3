"""Connections, one schema per hotel."""
from contextlib import asynccontextmanager

from psycopg import AsyncConnection, sql
from psycopg_pool import AsyncConnectionPool


class TenantPool:
    def __init__(self, pool: AsyncConnectionPool):
        self._pool = pool

    @asynccontextmanager
    async def tenant(self, name: str):
        async with self._pool.connection() as conn:
            await self._enter(conn, name)
            try:
                yield conn
            finally:
                await conn.execute("RESET search_path")

    @staticmethod
    async def _enter(conn: AsyncConnection, name: str) -> None:
        await conn.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier("hotel_" + name)))


def ping():
    return sql.SQL("SELECT 1")
