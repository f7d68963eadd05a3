import asyncpg


class ReadingStore:
    """Everything that reads from tide.readings."""

    def __init__(self, conn: asyncpg.Connection):
        self._conn = conn

    async def exists(self, station_id: int) -> bool:
        return bool(await self._conn.fetchval("SELECT 1 FROM tide.stations WHERE id = $1", station_id))

    async def latest(self, station_id: int, sort: str, limit: int) -> list[dict]:
        query = """
            SELECT taken_at, level_mm, wind_ms, source
            FROM tide.readings
            WHERE station_id = $1
        """
        way = "DESC" if sort.startswith("-") else "ASC"
        query += f" ORDER BY {sort.lstrip('-')} {way} LIMIT $2"
        rows = await self._conn.fetch(query, station_id, limit)
        return [dict(row) for row in rows]
