"""What is kept from run to run: answers, and how many tokens models make of our count."""

import os
import tempfile
from pathlib import Path

from platformdirs import user_cache_path

from reviewbot.settings import OFF
from reviewbot.stores import answers, factors
from reviewbot.stores.answers import AnswerStore
from reviewbot.stores.database import Database, Tell
from reviewbot.stores.factors import FactorStore

TABLES = (*answers.TABLES, *factors.TABLES)


class Shelf:
    """The stores of one run, in one file; `tell` gets a sentence about what is wrong with it."""

    def __init__(self, folder: Path, tell: Tell) -> None:
        database = Database(folder, TABLES, tell)
        self.answers = AnswerStore(database)
        self.factors = FactorStore(database)
        self._database = database

    def close(self) -> None:
        """Put the file down; it is opened again where needed."""
        self._database.close()


def open_shelf(cache: str | None, tell: Tell) -> Shelf | None:
    """The shelf that the setting names, the user's own by default; None if it is off."""
    if cache == OFF:
        return None
    # A folder of our own, since it is closed to everybody else.
    return Shelf((Path(cache) if cache else user_folder()) / "answers", tell)


def user_folder() -> Path:
    """Where a user's cache is, and compiled rules; what uses it refuses a folder that others may write to."""
    try:
        return user_cache_path("reviewbot")
    except RuntimeError:  # no HOME and no entry for this user, as in some containers
        return Path(tempfile.gettempdir()) / f"reviewbot-{os.getuid()}"
