"""Maps the columns of a partner's delivery to ours, as the partner's mapping sheet says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

REQUIRED = {"target", "source"}
MAX_ROWS = 200_000


class MappingError(ValueError):
    pass


@dataclass(frozen=True)
class Column:
    target: str
    source: str


def read_sheet(path: Path) -> pd.DataFrame:
    sheet = pd.read_excel(path, sheet_name="mapping", dtype=str).fillna("")
    missing = REQUIRED - set(sheet.columns)
    if missing:
        raise MappingError(f"the mapping sheet lacks {', '.join(sorted(missing))}")
    return sheet


def columns(sheet: pd.DataFrame) -> list[Column]:
    return [Column(row.target, row.source) for row in sheet.itertuples() if row.source]


def transform(delivery: Path, mapping: Path) -> pd.DataFrame:
    """The delivery with our column names."""
    source = pd.read_csv(delivery, nrows=MAX_ROWS)
    sheet = read_sheet(mapping)
    frame = pd.DataFrame()
    for column in columns(sheet):
        if column.source not in source:
            raise MappingError(f"the delivery lacks the column '{column.source}'")
        frame[column.target] = source[column.source]
    return frame
