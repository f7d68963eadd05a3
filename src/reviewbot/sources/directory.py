"""A plain directory: every file of it as if it were new."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from reviewbot.diff import FileChange, Nature, Target, decode, is_binary
from reviewbot.errors import UsageError
from reviewbot.sources.library import LARGEST, MOST_BYTES, MOST_FILES, nearest
from reviewbot.sources.tree import Leaf, Tree
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
_MOST_SEARCHED = 64_000_000
"""Bytes that are searched for one question."""


def directory_tree(directory: Path) -> Tree:
    """Every regular file under a directory, and the gaps of what is none; `blob` is a hash of the content.

    No symbolic link is followed: it is a file that holds the path it points to.

    Raises:
        UsageError: there is no such directory.
    """
    _check(directory)
    listed = [place if isinstance(place, Gap) else _leaf(directory, *place) for place in _places(directory)]
    leaves = tuple(leaf for leaf in listed if isinstance(leaf, Leaf))
    gaps = tuple(gap for gap in listed if isinstance(gap, Gap))
    return Tree(Target("sweep", directory.resolve().name), directory, leaves, gaps=gaps)


def directory_files(directory: Path, leaves: Iterable[Leaf]) -> Iterator[FileChange | Gap]:
    """Some files of a directory, as they were listed: one that has changed since is a gap."""
    for leaf in leaves:
        change = _changed(directory, leaf.path, int(leaf.mode, 8))
        now = _leaf(directory, leaf.path, int(leaf.mode, 8))
        if isinstance(now, Leaf) and now.blob != leaf.blob and isinstance(change, FileChange):
            spans = tuple(change.changed())
            yield Gap(leaf.path, spans, GapKind.FAILED, "source", "it changed while the sweep went on")
        else:
            yield change


@dataclass(frozen=True, slots=True)
class DirectoryLibrary:
    """The files of a plain directory, as they are when asked for. No symbolic link is followed."""

    top: Path

    def search(
        self, line: str, suffixes: frozenset[str], near: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        """See `Library.search`."""
        found = re.compile(rf"(?<![A-Za-z0-9_])(?:{line})(?![A-Za-z0-9_])").search
        searched = read = given = 0
        for path in nearest(_files(self.top, tuple(suffixes)), near):
            if searched >= _MOST_SEARCHED or given >= MOST_FILES:
                return
            text = _text(self.top / path)
            searched += len(text)
            if read + len(text) <= MOST_BYTES and any(map(found, text.split("\n"))):
                read, given = read + len(text), given + 1
                yield path, text


def _check(directory: Path) -> None:
    if not directory.is_dir():
        raise UsageError(f"there is no directory {str(directory)!r}", "Give an existing directory.")


def _places(top: Path) -> Iterator[tuple[str, int] | Gap]:
    """Path and mode of everything there is to list, folder by folder."""
    waiting = [""]  # paths relative to `top`, the next one last
    while waiting:
        path = waiting.pop()
        try:
            mode = (top / path).lstat().st_mode
            if stat.S_ISDIR(mode) and Path(path).name not in NOT_ENTERED:
                names = sorted(os.listdir(top / path), reverse=True)  # noqa: PTH208 - names, not paths
                waiting += (f"{path}/{name}" if path else name for name in names)
            else:
                yield path, mode
        except OSError as error:
            yield Gap(path or ".", (), GapKind.FAILED, "source", error.strerror or str(error))


def _changed(top: Path, path: str, mode: int) -> FileChange | Gap:
    try:
        return _file(top / path, path, mode)
    except OSError as error:
        return Gap(path, (), GapKind.FAILED, "source", error.strerror or str(error))


def _leaf(top: Path, path: str, mode: int) -> Leaf | Gap:
    """What a commit would know of a file; what is no file is a gap."""
    found = None if stat.S_ISREG(mode) or stat.S_ISLNK(mode) else _file(top / path, path, mode)
    if isinstance(found, Gap):
        return found
    try:
        return Leaf(path, f"{mode:o}", *_summed(top / path, mode))
    except OSError as error:
        return Gap(path, (), GapKind.FAILED, "source", error.strerror or str(error))


def _summed(place: Path, mode: int) -> tuple[str, int]:
    """A hash of a file, or of what a link says, and its size."""
    if stat.S_ISLNK(mode):
        said = os.fsencode(place.readlink())
        return hashlib.sha256(said).hexdigest(), len(said)
    with _opened(place) as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size


def _file(place: Path, path: str, mode: int) -> FileChange | Gap:
    if stat.S_ISREG(mode):
        return added(path, version(_bytes(place)))
    if stat.S_ISLNK(mode):
        return added(path, version(os.fsencode(place.readlink()), Nature.SYMLINK))
    what = f"{place.name} folders are not entered" if stat.S_ISDIR(mode) else "not a regular file"
    return Gap(path, (), GapKind.SKIPPED, "source", what)


def _bytes(place: Path) -> bytes:
    """The whole file; of a binary one, which nobody reads, only how it begins."""
    with _opened(place) as file:
        head = file.read(_HEAD)
        return head if is_binary(head) else head + file.read()


def _files(top: Path, suffixes: tuple[str, ...]) -> Iterator[str]:
    """Paths of a directory, from its top, that end in one of the suffixes."""
    for folder, folders, names in os.walk(top):  # which follows no link
        folders[:] = [name for name in folders if name not in NOT_ENTERED]
        at = Path(folder).relative_to(top)
        yield from ((at / name).as_posix() for name in names if name.lower().endswith(suffixes))


def _text(place: Path) -> str:
    """The text of a regular file, "" of what is none, too large or not to be read."""
    with suppress(OSError), _opened(place) as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST:
            blob = file.read(LARGEST)
            return "" if is_binary(blob) else decode(blob)
    return ""


def _opened(place: Path) -> BufferedReader:
    """Should the file have become a link or a pipe since it was looked at: neither follow nor wait."""
    return open(os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb")  # noqa: PTH123
