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
            raise ValueError("not supported yet")
        return {"count": len(found), "mean_weight": round(float(found["weight"].mean()), 1) if len(found) else None}
