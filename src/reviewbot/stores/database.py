"""One SQLite file that all runs of a user share, and that no run depends on.

Whatever is wrong with it, reading and writing never raise: what cannot be read is not there, what cannot be
written is not kept, and the person is told once. A file that is damaged, foreign or of a newer version is set
aside, and a new one begun.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from reviewbot.stores.private import Lock, Unfit, make_private
from reviewbot.stores.sqlite_file import (
    FAULTS,
    HELD,
    Change,
    Damaged,
    Fault,
    code_of,
    connect,
    is_damage,
    transact,
)

NAME: Final = "reviewbot.sqlite"
ASIDE: Final = f"{NAME}.aside"
_PATIENCE: Final = 1.0
"""Seconds for what another process is just doing."""

Tell = Callable[[str], None]


class Database:
    """Tables in a folder of our own, opened when they are first needed.

    `tables` are the statements that make them if they do not exist; a file with any other schema is not ours.
    `tell` gets one sentence when something is set aside or has to be done without. Transactions are short, so
    that an event loop may use it; one thread at a time.
    """

    def __init__(self, folder: Path, tables: Sequence[str], tell: Tell) -> None:
        self._folder, self._tables, self._tell = folder, list(tables), tell
        self._path = folder / NAME
        self._marker = folder / "reviewbot.damaged"
        self._lock = Lock(folder / "reviewbot.lock")
        self._connection: sqlite3.Connection | None = None
        self._off = self._renewed = False
        self._told: set[str] = set()

    def read(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """The rows of a query; none if they cannot be read."""
        if connection := self._open():
            try:
                return connection.execute(statement, values).fetchall()
            except FAULTS as error:
                self._failed(error, writing=False)
        return []

    def write(self, *changes: Change) -> None:
        """Make all these changes, or none if they cannot be made."""
        if connection := self._open():
            try:
                transact(connection, changes)
            except FAULTS as error:
                self._failed(error, writing=True)

    def close(self) -> None:
        """Let go of the file; the next reading or writing opens it again."""
        connection, self._connection = self._connection, None
        if connection:
            with suppress(*FAULTS):
                connection.close()
        self._lock.release()

    def _open(self) -> sqlite3.Connection | None:
        if self._connection is None and not self._off:
            try:
                make_private(self._folder)
                self._connection = self._settled()
            except Unfit as unfit:
                self._do_without(str(unfit))
            except (OSError, *FAULTS) as error:
                self._do_without(f"cannot be used ({error})")
        return self._connection

    def _settled(self) -> sqlite3.Connection:
        """A connection to a sound file, under the lock that every process holds while it uses the file."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            try:
                if self._lock.take():
                    return self._connect()
            except Damaged:
                self._set_aside()
            except sqlite3.OperationalError as error:
                if code_of(error) not in HELD:
                    raise
            time.sleep(0.01)
        raise Unfit("is in use by another process")

    def _connect(self) -> sqlite3.Connection:
        if self._marker.exists():
            raise Damaged("is damaged")
        return connect(self._path, self._tables, _PATIENCE)

    def _set_aside(self) -> None:
        """Move the file away, unless somebody uses it or has mended it in the meantime."""
        if not self._lock.take(exclusive=True):
            return
        try:
            self._connect().close()
        except Damaged as reason:
            for part in ("", "-wal", "-shm", "-journal"):
                aside = self._folder / f"{ASIDE}{part}"
                aside.unlink(missing_ok=True)
                with suppress(FileNotFoundError):
                    (self._folder / f"{NAME}{part}").rename(aside)
            self._marker.unlink(missing_ok=True)
            self._say(f"{reason}; it was set aside as {ASIDE}, and a new one begun")

    def _failed(self, error: Fault, *, writing: bool) -> None:
        code = code_of(error)
        if code == sqlite3.SQLITE_TOOBIG:
            return
        if is_damage(error) or self._is_forbidden_by_itself(code):
            self._damaged()
        elif code in HELD:
            # Waiting once is enough: the event loop stands still in the meantime.
            if self._connection:
                self._connection.execute("PRAGMA busy_timeout = 0").fetchall()
            self._say("is held by another process; not all is kept")
        elif writing:
            self._say(f"cannot be written ({error}); not all is kept")
        else:
            self._do_without(f"cannot be read ({error})")

    def _is_forbidden_by_itself(self, code: int) -> bool:
        """Whether the file's own header forbids to write a file that we may write."""
        return code == sqlite3.SQLITE_READONLY and os.access(self._path, os.W_OK)

    def _damaged(self) -> None:
        """Have the next opening set the file aside; a second time in one run is too much."""
        if self._renewed:
            self._do_without("is damaged again")
        self._renewed = True
        self.close()
        with suppress(OSError):
            self._marker.touch(mode=0o600)

    def _do_without(self, reason: str) -> None:
        self._off = True
        self.close()
        self._say(f"{reason}; this run goes on without it")

    def _say(self, sentence: str) -> None:
        """Tell each trouble once, whatever detail there is in brackets."""
        trouble = sentence.partition("(")[0]
        if trouble not in self._told:
            self._told.add(trouble)
            self._tell(f"the cache {self._path} {sentence}")
