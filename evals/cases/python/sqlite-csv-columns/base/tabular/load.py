"""Loads CSV files that customers send into a scratch database."""
from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable
from pathlib import Path

MAX_COLUMNS = 300


def identifier(name: str) -> str:
    """Name of a column: lower-case letters, digits and _ only."""
    return "c_" + "".join(c if c.isascii() and c.isalnum() else "_" for c in name.lower())


def unique(headings: Iterable[str]) -> list[str]:
    seen: dict[str, int] = {}
    out = []
    for heading in headings:
        heading = heading.strip() or "column"
        n = seen[heading.lower()] = seen.get(heading.lower(), 0) + 1
        out.append(heading if n == 1 else f"{heading}_{n}")
    return out


def load(db: sqlite3.Connection, source: Path, delimiter: str = ",") -> int:
    """Creates the table "upload" from the file; number of rows."""
    with source.open(newline="", encoding="utf-8-sig") as f:
        rows = csv.reader(f, delimiter=delimiter)
        names = unique(next(rows))
        if len(names) > MAX_COLUMNS:
            raise ValueError("too many columns")
        columns = ", ".join(identifier(name) + " TEXT" for name in names)
        db.execute("DROP TABLE IF EXISTS upload")
        db.execute(f"CREATE TABLE upload ({columns})")
        marks = ", ".join("?" * len(names))
        cursor = db.executemany(f"INSERT INTO upload VALUES ({marks})", (r for r in rows if len(r) == len(names)))
        return cursor.rowcount
