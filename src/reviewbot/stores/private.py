"""A folder that belongs to us alone, and a lock in it."""

import fcntl
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

_OTHERS: Final = 0o077


class Unfit(Exception):  # noqa: N818 - "the place is unfit" is what it says
    """A place where nothing may be kept, and why."""


def make_private(folder: Path) -> None:
    """Make the folder if it is not there, and see that nobody else can look into it.

    Raises:
        Unfit: it is a symbolic link, no folder, or open to others for good.
        OSError: it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    mode = folder.lstat().st_mode
    if not stat.S_ISDIR(mode):
        raise Unfit("is no folder of its own but a link")
    if mode & _OTHERS:
        with suppress(PermissionError):
            folder.chmod(0o700)
        if folder.lstat().st_mode & _OTHERS:
            raise Unfit("is open to other users")


def make_file(path: Path) -> None:
    """Make an empty file that nobody else can read, if there is none; never through a symbolic link.

    Raises:
        Unfit: something else is there.
        OSError: it cannot be made.
    """
    # An existing file is not even opened: closing it would end the locks that SQLite holds on it.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        raise Unfit("is no file but something else")
    if mode & _OTHERS:
        path.chmod(0o600)


class Lock:
    """A lock among processes that follow this protocol: shared while a file is in use, exclusive to move it.

    The system lets go of it when the process ends, however it ends.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def take(self, *, exclusive: bool = False) -> bool:
        """Try to get it, without waiting.

        Raises:
            OSError: there can be no lock here.
        """
        self.release()
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            return False
        return True

    def release(self) -> None:
        """Let go, if it is held."""
        held, self._file = self._file, None
        if held is not None:
            os.close(held)
