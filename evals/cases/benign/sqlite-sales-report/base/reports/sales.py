"""Sales figures out of the till database."""

import sqlite3
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Line:
    label: str
    count: int
    revenue: int


def by_day(db: sqlite3.Connection, start: date, end: date) -> list[Line]:
    rows = db.execute(
        "SELECT day, COUNT(*), SUM(cents) FROM sales WHERE day BETWEEN ? AND ? GROUP BY day ORDER BY day",
        (start.isoformat(), end.isoformat()),
    )
    return [Line(*row) for row in rows]
