"""All SQL of the catalogue lives here."""

from __future__ import annotations

import sqlite3

_SELECT = "SELECT p.id, p.number, p.label, s.stock FROM parts p JOIN stock s ON s.part_id = p.id"


class PartRepository:
    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def in_depot(self, depot_id: int, limit: int) -> list[tuple]:
        sql = _SELECT + " WHERE s.depot_id = ? ORDER BY p.number LIMIT ?"
        return self._conn.execute(sql, (depot_id, limit)).fetchall()

    def by_id(self, depot_id: int, part_id: int) -> tuple | None:
        sql = _SELECT + " WHERE s.depot_id = ? AND p.id = ?"
        return self._conn.execute(sql, (depot_id, part_id)).fetchone()
