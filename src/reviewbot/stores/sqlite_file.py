"""A SQLite file of ours: made if it is not there, and refused if it is anything else."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from reviewbot.stores.private import make_file

LONGEST: Final = 8_000_000
"""Bytes of one value; a larger one is as good as missing."""
HELD: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_OUTSIDE: Final = HELD | {
    0,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_TOOBIG,
}
"""What may be wrong with everything but the file itself."""

Fault = sqlite3.Error | UnicodeDecodeError
FAULTS: Final = (sqlite3.Error, UnicodeDecodeError)
"""What may come of any statement: even the words of an error may stand in a damaged file, and be no UTF-8."""

_MARK: Final = 0x72766274  # "rvbt", SQLite's application_id
_VERSION: Final = 1

Change = tuple[str, Sequence[object]]


class Damaged(Exception):  # noqa: N818 - what the file is: none of ours, or not any more
    """The file cannot be used as it is, and why."""


def connect(path: Path, tables: Sequence[str], patience: float) -> sqlite3.Connection:
    """Open the file; `tables` are the statements that make what it may hold, if it does not exist.

    Other processes are waited for so many seconds, then and later.

    Raises:
        Damaged: it is damaged, foreign or of a newer version.
        Unfit: something that is no file is there.
        Fault: it is in use, or out of reach.
        OSError: it cannot be made.
    """
    make_file(path)
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        timeout=patience,
        check_same_thread=False,
    )
    try:
        _prepare(connection, list(tables))
    except BaseException as error:
        connection.close()
        if isinstance(error, FAULTS) and is_damage(error):
            raise Damaged("is damaged") from error
        raise
    return connection


def transact(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Make all changes or none.

    Raises:
        Fault: they cannot be made.
    """
    try:
        for statement, values in (("BEGIN IMMEDIATE", ()), *changes, ("COMMIT", ())):
            connection.execute(statement, values).fetchall()
    except FAULTS:
        with suppress(*FAULTS):
            connection.rollback()
        raise


def is_damage(error: Fault) -> bool:
    """Whether the file is to blame: our statements are right, so whatever else SQLite says is its doing."""
    return code_of(error) not in _OUTSIDE


def code_of(error: Fault) -> int:
    """SQLite's primary result code, 0 if the error came from elsewhere."""
    if isinstance(error, UnicodeDecodeError):
        return sqlite3.SQLITE_CORRUPT
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _prepare(connection: sqlite3.Connection, tables: list[str]) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.text_factory = bytes  # text need not be UTF-8 in a file that anybody may have written
    _set(connection, "trusted_schema = OFF", "cell_size_check = ON")
    if _identity(connection) == (0, 0) and not _schema(connection):
        _set(connection, "journal_mode = WAL")
        _create(connection, tables)
    mark, version = _identity(connection)
    ours = [table.replace(" IF NOT EXISTS", "") for table in tables]  # as SQLite writes it down
    if mark == _MARK and version > _VERSION:
        raise Damaged("is of a newer version")
    if (mark, version) != (_MARK, _VERSION) or _schema(connection) != ours:
        raise Damaged("is not a cache of reviewbot")
    _set(connection, "journal_mode = WAL", "synchronous = NORMAL", "journal_size_limit = 16000000")


def _create(connection: sqlite3.Connection, tables: Sequence[str]) -> None:
    """Make the tables; that another process does so at the same time does no harm."""
    made = (*tables, f"PRAGMA application_id = {_MARK}", f"PRAGMA user_version = {_VERSION}")
    transact(connection, [(statement, ()) for statement in made])


def _set(connection: sqlite3.Connection, *pragmas: str) -> None:
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _identity(connection: sqlite3.Connection) -> tuple[int, int]:
    names = ("application_id", "user_version")
    mark, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
    return mark, version


def _schema(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    return [sql.decode(errors="replace") for (sql,) in rows.fetchall()]
