"""How many tokens a model makes of what we count: learned from its bills, kept from run to run."""

import math
from typing import Final

from reviewbot.stores.database import Database

TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS factors(model TEXT PRIMARY KEY, counted INTEGER, billed INTEGER)",
)

EVIDENCE: Final = 20_000
"""Counted tokens below which nothing is learned: some three calls."""
MEMORY: Final = 20_000_000
"""Counted tokens after which older bills count half, so that a changed tokenizer shows."""
_LEAST, _MOST = 0.5, 2.5
"""What a tokenizer can make of another's count; outside, something else is wrong."""
_STEP: Final = 20
_PLAUSIBLE: Final = (
    "typeof(counted) = 'integer' AND typeof(billed) = 'integer'"
    f" AND counted BETWEEN 1 AND {2 * MEMORY} AND billed BETWEEN counted * {_LEAST} AND counted * {_MOST}"
)

_READ: Final = f"SELECT counted, billed FROM factors WHERE model = ? AND {_PLAUSIBLE}"  # noqa: S608 - our own words
_DROP: Final = f"DELETE FROM factors WHERE model = ? AND NOT ({_PLAUSIBLE})"  # noqa: S608 - our own words
_ADD: Final = (
    "INSERT INTO factors VALUES (?, ?, ?) ON CONFLICT(model) DO UPDATE"
    " SET counted = counted + excluded.counted, billed = billed + excluded.billed"
)
_HALVE: Final = (
    "UPDATE factors SET counted = counted / 2, billed = billed / 2 WHERE model = ? AND counted > ?"
)


class FactorStore:
    """Sums of counted and billed prompt tokens for each model, whoever is named so by the caller."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def learned(self, model: str) -> float | None:
        """Billed for each counted token, None as long as too little is known."""
        rows = self._database.read(_READ, (model,))
        counted, billed = rows[0] if rows else (0, 0)
        return billed / counted if counted >= EVIDENCE else None

    def add(self, model: str, counted: int, billed: int) -> None:
        """Learn from one run; sums that cannot be a tokenizer's doing are not learned."""
        if not (0 < counted <= MEMORY and _LEAST <= billed / counted <= _MOST):
            return
        self._database.write((_DROP, (model,)), (_ADD, (model, counted, billed)), (_HALVE, (model, MEMORY)))


def expected_factor(preset: float, learned: float | None) -> float:
    """What to estimate costs with: what was seen, else what is assumed."""
    return preset if learned is None else learned


def bounding_factor(preset: float, learned: float | None) -> float:
    """What to cut chunks with: never below the preset, and in steps.

    The same code is then cut the same way in every run, and found in the cache, unless the preset is really
    too low.
    """
    return preset if learned is None else max(preset, math.ceil(learned * _STEP) / _STEP)
