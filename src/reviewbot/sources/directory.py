"""A plain directory: every file of it as if it were new."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from reviewbot.diff import Changeset, FileChange, Nature, Target, is_binary
from reviewbot.errors import UsageError
from reviewbot.sources.versions import added, version
from reviewbot.spans import Gap, GapKind

NOT_ENTERED = frozenset(
    {
        *(".git", ".hg", ".svn", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"),
        *(".tox", ".nox", ".venv", "node_modules"),
    }
)
"""Folders of tools, which hold nothing that a person of this project wrote; each is named as a gap."""

_HEAD = 8_000


def directory_changes(directory: Path) -> Changeset:
    """Every regular file under a directory as added, in the order of their paths, folder by folder.

    No symbolic link is followed: it is a file that holds the path it points to.

    Raises:
        UsageError: there is no such directory.
    """
    if not directory.is_dir():
        raise UsageError(f"there is no directory {str(directory)!r}", "Give an existing directory.")
    return Changeset(Target("sweep", directory.resolve().name), _walk(directory))


def _walk(top: Path) -> Iterator[FileChange | Gap]:
    waiting = [""]  # paths relative to `top`, the next one last
    while waiting:
        path = waiting.pop()
        try:
            mode = (top / path).lstat().st_mode
            if stat.S_ISDIR(mode) and Path(path).name not in NOT_ENTERED:
                names = sorted(os.listdir(top / path), reverse=True)  # noqa: PTH208 - names, not paths
                waiting += (f"{path}/{name}" if path else name for name in names)
            else:
                yield _file(top / path, path, mode)
        except OSError as error:
            yield Gap(path or ".", (), GapKind.FAILED, "source", error.strerror or str(error))


def _file(place: Path, path: str, mode: int) -> FileChange | Gap:
    if stat.S_ISREG(mode):
        return added(path, version(_bytes(place)))
    if stat.S_ISLNK(mode):
        return added(path, version(os.fsencode(place.readlink()), Nature.SYMLINK))
    what = f"{place.name} folders are not entered" if stat.S_ISDIR(mode) else "not a regular file"
    return Gap(path, (), GapKind.SKIPPED, "source", what)


def _bytes(place: Path) -> bytes:
    """The whole file; of a binary one, which nobody reads, only how it begins."""
    # Should the file have become a link or a pipe since it was looked at: neither follow nor wait.
    with open(os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:  # noqa: PTH123
        head = file.read(_HEAD)
        return head if is_binary(head) else head + file.read()
