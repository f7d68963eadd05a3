import asyncpg


class SpecimenStore:
    """Read side of the herbarium; attributes are free-form JSON from the scanning stations."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def find(self, collection: int, wanted: dict[str, str], limit: int = 100) -> list[dict]:
        clauses = ["collection_id = $1"]
        values: list[object] = []
        for key, value in wanted.items():
            values += [key.split("."), value]
            clauses.append(f"attributes #>> ${len(values)}::text[] = ${len(values) + 1}")
        statement = (
            "SELECT id, taxon, attributes FROM specimen WHERE "
            + " AND ".join(clauses)
            + f" ORDER BY id LIMIT ${len(values) + 2}"
        )
        rows = await self._pool.fetch(statement, collection, *values, limit)
        return [dict(row) for row in rows]

    async def collections_of(self, curator: int) -> set[int]:
        rows = await self._pool.fetch("SELECT collection_id FROM curatorship WHERE curator_id = $1", curator)
        return {row["collection_id"] for row in rows}
