"""The ringing data of a season, held in memory."""
import operator
import re

import pandas as pd

COLUMNS = {"wing", "weight", "fat", "age"}
OPERATORS = {"<": operator.lt, ">": operator.gt, "=": operator.eq}


class RingTable:
    def __init__(self, frame: pd.DataFrame):
        self._frame = frame

    def species(self) -> list[str]:
        return sorted(self._frame["species"].unique())

    def summary(self, species: str, condition: str = "") -> dict:
        found = self._frame[self._frame["species"] == species]
        if condition:
            parts = re.fullmatch(r"(\w+) ?([<>=]) ?(\d{1,4}(?:\.\d)?)", condition)
            if parts is None or parts[1] not in COLUMNS:
                raise ValueError(condition)
            found = found[OPERATORS[parts[2]](found[parts[1]], float(parts[3]))]
        return {"count": len(found), "mean_weight": round(float(found["weight"].mean()), 1) if len(found) else None}
