"""Sales figures out of the till database."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

GROUPINGS = {
    "day": "s.day",
    "month": "substr(s.day, 1, 7)",
    "shop": "shop.name",
    "product": "product.name",
}

STATEMENT = """
    SELECT {label} AS label, COUNT(*), SUM(s.cents)
      FROM sales AS s
      JOIN shops AS shop ON shop.id = s.shop_id
      JOIN products AS product ON product.id = s.product_id
     WHERE {where}
     GROUP BY label
     ORDER BY label
     LIMIT 1000
"""


@dataclass(frozen=True)
class Line:
    label: str
    count: int
    revenue: int


@dataclass(frozen=True)
class Filter:
    """What a report is about; empty means everything."""

    start: date
    end: date
    shops: tuple[int, ...] = field(default=())
    product: str = ""

    def conditions(self) -> tuple[str, list[object]]:
        """Return the condition with placeholders, and the values for them."""
        parts = ["s.day BETWEEN ? AND ?"]
        values: list[object] = [self.start.isoformat(), self.end.isoformat()]
        if self.shops:
            parts.append(f"s.shop_id IN ({marks(self.shops)})")
            values.extend(self.shops)
        if self.product:
            parts.append("product.name LIKE ? ESCAPE '!'")
            values.append(f"%{escape_like(self.product)}%")
        return " AND ".join(parts), values


def marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def escape_like(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def report(db: sqlite3.Connection, wanted: Filter, grouping: str = "day") -> list[Line]:
    """Return one line per group; raise KeyError for a grouping there is not."""
    where, values = wanted.conditions()
    statement = STATEMENT.format(label=GROUPINGS[grouping], where=where)
    return [Line(*row) for row in db.execute(statement, values)]


def by_day(db: sqlite3.Connection, start: date, end: date) -> list[Line]:
    return report(db, Filter(start, end))
