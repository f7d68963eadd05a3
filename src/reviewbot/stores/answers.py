"""Answers of models on disk: found again by what was asked, forgotten when they are old or too many."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reviewbot.stores.database import Database

TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS answers(key TEXT PRIMARY KEY, at INTEGER, digest BLOB, text BLOB)",
    "CREATE INDEX IF NOT EXISTS answers_by_age ON answers(at)",
)

_DAY: Final = 86_400
_ROUND: Final = 1_000
"""So many answers are put before the size is looked at again."""
_SLICE: Final = 500
"""So many answers go in one transaction, which others wait for."""


@dataclass(frozen=True, slots=True)
class Keep:
    """How long answers are kept, and how many bytes of them; the oldest go first."""

    days: int = 90
    bytes: int = 256_000_000


AS_USUAL: Final = Keep()


class AnswerStore:
    """Texts under keys. `now` gives seconds since 1970.

    A text comes back exactly as it was put under this very key, or not at all. It is stored as it is given:
    whoever puts it has taken the secrets out.
    """

    def __init__(
        self, database: Database, keep: Keep = AS_USUAL, now: Callable[[], float] = time.time
    ) -> None:
        self._database, self._keep, self._now = database, keep, now
        self._puts = 0

    def get(self, key: str) -> str | None:
        """The text that was put under the key, None if there is none that is whole and not too old."""
        now = int(self._now())
        rows = self._database.read(
            "SELECT text, digest FROM answers WHERE key = ? AND at BETWEEN ? AND ?",
            (key, now - self._keep.days * _DAY, now + _DAY),
        )
        for text, digest in rows:
            if isinstance(text, bytes) and digest == _digest(key, text):
                return text.decode(errors="surrogatepass")
        return None

    def put(self, key: str, text: str) -> None:
        """Keep a text, in place of an older one under the key."""
        if self._puts % _ROUND == 0:
            self._prune()
        self._puts += 1
        raw = text.encode(errors="surrogatepass")
        row = (key, int(self._now()), _digest(key, raw), raw)
        self._database.write(("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", row))

    def _prune(self) -> None:
        """Forget what is too old, or of a time to come; then the oldest, if there is too much."""
        now = int(self._now())
        dated = (now - self._keep.days * _DAY, now + _DAY)
        self._forget("WHERE at NOT BETWEEN ? AND ?", dated, 2 * _ROUND)
        size, rows = self._size()
        if size > self._keep.bytes:
            # A tenth more, so that it is not the next round's business again.
            surplus = rows - int(rows * 0.9 * self._keep.bytes / size)
            self._forget("ORDER BY at", (), min(surplus, 2 * _ROUND))

    def _forget(self, which: str, values: tuple[int, ...], most: int) -> None:
        for done in range(0, most, _SLICE):
            limit = min(_SLICE, most - done)
            chosen = f"SELECT key FROM answers {which} LIMIT {limit}"  # noqa: S608 - our own words
            if not self._database.read(f"SELECT 1 FROM ({chosen}) LIMIT 1", values):  # noqa: S608
                return
            self._database.write((f"DELETE FROM answers WHERE key IN ({chosen})", values))  # noqa: S608

    def _size(self) -> tuple[int, int]:
        """Bytes in use, and how many answers they are; what is free in the file will be used again."""
        figures = self._database.read(
            "SELECT (page_count - freelist_count) * page_size, (SELECT count(*) FROM answers)"
            " FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()"
        )
        return figures[0] if figures else (0, 0)


def _digest(key: str, text: bytes) -> bytes:
    """The key is in it, so that nobody's text can stand under another's key."""
    return hashlib.sha256(b"%s\0%s" % (key.encode(errors="surrogatepass"), text)).digest()
