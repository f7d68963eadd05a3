"""What sweeps of one repository remember, in one file: reports on its parts, and the history of findings."""

import os
import time
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Self

from reviewbot.chronicle import Sighting, Sweep
from reviewbot.errors import UsageError
from reviewbot.findings import Severity
from reviewbot.stores import answers
from reviewbot.stores.answers import AnswerStore
from reviewbot.stores.database import Database, Tell
from reviewbot.stores.private import Lock, Unfit, make_private
from reviewbot.stores.sqlite_file import Change

_SWEEPS: Final = "number INTEGER PRIMARY KEY, at INTEGER, head TEXT, complete INTEGER, lines INTEGER"
_SWEPT: Final = "calls INTEGER, usd REAL, open INTEGER, new INTEGER, fixed INTEGER"
_SEEN: Final = "id TEXT PRIMARY KEY, path TEXT, line INTEGER, cwe TEXT, severity INTEGER, title TEXT"
_WHEN: Final = "engines TEXT, first INTEGER, last INTEGER, ended INTEGER, how TEXT"
TABLES: Final = (
    *answers.TABLES,
    f"CREATE TABLE IF NOT EXISTS sweeps({_SWEEPS}, {_SWEPT})",
    f"CREATE TABLE IF NOT EXISTS sightings({_SEEN}, {_WHEN})",
)
LOCK: Final = "sweep.lock"
_MOST: Final = 2**40
_LAST: Final = 253_402_300_799
"""The end of the year 9999: no later time can be told."""
_SEVERITIES: Final = frozenset(map(int, Severity))


class Busy(UsageError):  # noqa: N818 - what the state is
    """Another sweep is at work on the same state."""


class Ledger:
    """The memory of one repository's sweeps; whatever is wrong with the file costs time and nothing else.

    `now` gives seconds since 1970.
    """

    def __init__(self, folder: Path, tell: Tell, now: Callable[[], float] = time.time) -> None:
        self._folder, self._tell, self._now = folder, tell, now
        self._database = Database(folder, TABLES, tell)
        self.reports = AnswerStore(self._database, now=now)
        self._lock = Lock(folder / LOCK)

    def __enter__(self) -> Self:
        """Take the place of the one sweep at work.

        Raises:
            Busy: another process has it. One that has ended, however it ended, has not.
        """
        try:
            make_private(self._folder)
            if not self._lock.take(exclusive=True):
                raise Busy(
                    f"another sweep {self._holder()}is at work on this repository",
                    "wait for it, or give this one a --state of its own",
                )
            (self._folder / LOCK).write_text(f"{os.getpid()} {int(self._now())}", encoding="ascii")
        except (OSError, Unfit) as trouble:
            self._tell(f"the state in {self._folder} cannot be locked ({trouble})")
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Put the file down, and let others have it."""
        self._database.close()
        self._lock.release()

    def sweeps(self) -> tuple[Sweep, ...]:
        """All sweeps, the oldest first."""
        rows = self._database.read(
            "SELECT number, at, head, complete, lines, calls, usd, open, new, fixed"
            " FROM sweeps ORDER BY number"
        )
        return tuple(sweep for row in rows if (sweep := _sweep(row)))

    def sightings(self) -> tuple[Sighting, ...]:
        """All findings ever seen, fixed ones too, by their ids."""
        rows = self._database.read(
            "SELECT id, path, line, cwe, severity, title, engines, first, last, ended, how"
            " FROM sightings ORDER BY id"
        )
        return tuple(sighting for row in rows if (sighting := _sighting(row)))

    def record(self, sweep: Sweep, changed: Collection[Sighting]) -> None:
        """Write down one sweep and what it changed, all or nothing."""
        row = (sweep.number, sweep.at, sweep.head, sweep.complete, sweep.lines, sweep.calls)
        numbers = (sweep.usd, sweep.open, sweep.new, sweep.fixed)
        changes: list[Change] = [
            ("INSERT OR REPLACE INTO sweeps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, *numbers))
        ]
        self._database.write(*changes, *map(_put, changed))

    def _holder(self) -> str:
        """Who has the lock, as far as it says so."""
        with suppress(OSError, ValueError):
            process, at = (self._folder / LOCK).read_text(encoding="ascii").split()
            since = time.strftime("%H:%M", time.localtime(int(at)))
            return f"(process {int(process)}, since {since}) "
        return ""


def _put(one: Sighting) -> Change:
    values = (one.id, one.path, one.line, one.cwe, one.severity, one.title, " ".join(one.engines))
    encoded = tuple(map(_encoded, (*values, one.first, one.last, one.ended, one.how)))
    return ("INSERT OR REPLACE INTO sightings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", encoded)


def _encoded(value: object) -> object:
    """Text as bytes: a path need not be UTF-8."""
    return value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value


def _decoded(values: Iterable[object]) -> list[Any]:
    return [v.decode("utf-8", "surrogateescape") if isinstance(v, bytes) else v for v in values]


def _sweep(row: Iterable[object]) -> Sweep | None:
    """A row as it was written, None if it was not us."""
    number, at, head, complete, *figures = _decoded(row)
    numbers = (number, at, complete, *figures[:2], *figures[3:])
    if not isinstance(head, str) or not all(isinstance(n, int) and 0 <= n < _MOST for n in numbers):
        return None
    usd = float(figures[2]) if isinstance(figures[2], int | float) else None
    if at > _LAST or (usd is not None and not 0 <= usd < _MOST):
        return None
    return Sweep(number, at, head, bool(complete), figures[0], figures[1], usd, *figures[3:])


def _sighting(row: Iterable[object]) -> Sighting | None:
    values = _decoded(row)
    ident, path, line, cwe, severity, title, engines, first, last, ended, how = values
    texts, numbers = (ident, path, cwe, title, engines, how), (line, severity, first, last)
    right = all(isinstance(text, str) for text in texts) and all(isinstance(one, int) for one in numbers)
    if not right or severity not in _SEVERITIES or not isinstance(ended, int | None):
        return None
    return Sighting(ident, path, line, cwe, severity, title, tuple(engines.split()), first, last, ended, how)
