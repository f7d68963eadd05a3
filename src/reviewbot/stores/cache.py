"""What runs leave for later ones, in one file: answers of models, and how models count."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from reviewbot.stores import answers, factors
from reviewbot.stores.answers import AS_USUAL, AnswerStore, Keep
from reviewbot.stores.database import Database, Tell
from reviewbot.stores.factors import FactorStore


@dataclass(frozen=True, slots=True)
class Cache:
    """The stores over one file; nothing is opened before the first reading or writing."""

    database: Database
    answers: AnswerStore
    factors: FactorStore

    @classmethod
    def within(
        cls, folder: Path, tell: Tell, keep: Keep = AS_USUAL, now: Callable[[], float] = time.time
    ) -> Self:
        """The cache in a folder that is for nothing else: it is made, and closed to all other users.

        `tell` gets a sentence, once, for whatever is wrong with it; no run fails for that.
        """
        database = Database(folder, (*answers.TABLES, *factors.TABLES), tell)
        return cls(database, AnswerStore(database, keep, now), FactorStore(database))

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()
