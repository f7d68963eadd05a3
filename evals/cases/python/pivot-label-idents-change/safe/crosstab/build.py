"""Cross tables over a sqlite3 connection."""
import sqlite3
from dataclasses import dataclass

AGGREGATES = frozenset({"sum", "avg", "min", "max", "count"})


@dataclass(frozen=True)
class Pivot:
    table: str
    rows: str
    columns: str
    value: str
    how: str = "sum"


def ident(name: str) -> str:
    """The name as SQL wants it: quoted, so that blanks and umlauts are fine."""
    if "\0" in name:
        raise ValueError("NUL in a name")
    escaped = name.strip().replace('"', '""')
    return f'"{escaped}"'


def labels(conn: sqlite3.Connection, pivot: Pivot, limit: int = 40) -> list[str]:
    found = conn.execute(
        f"SELECT DISTINCT {ident(pivot.columns)} FROM {ident(pivot.table)} ORDER BY 1 LIMIT ?",
        (limit,),
    )
    return [str(value) for (value,) in found if value is not None]


def statement(pivot: Pivot, names: list[str]) -> tuple[str, list[str]]:
    if pivot.how not in AGGREGATES:
        raise ValueError(f"unknown aggregate {pivot.how!r}")
    column, value = ident(pivot.columns), ident(pivot.value)
    cells = [
        f"{pivot.how}(CASE WHEN {column} = ? THEN {value} END) AS {ident(name)}"
        for name in names
    ]
    sql = ", ".join([ident(pivot.rows), *cells])
    return f"SELECT {sql} FROM {ident(pivot.table)} GROUP BY 1", names


def crosstab(conn: sqlite3.Connection, pivot: Pivot) -> tuple[list[str], list[tuple]]:
    cursor = conn.execute(*statement(pivot, labels(conn, pivot)))
    header = [column[0] for column in cursor.description]
    return header, cursor.fetchall()
