"""A repository of our own, thrown away afterwards, that holds both sides of a pull request's changed files.

Its objects are written as git writes them, in so few lines that no process of git is worth its time.
"""

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reviewbot.forge import TreeEntry

_CONFIG = "[core]\n\trepositoryformatversion = 0\n\tbare = false\n"
_WHO = b"reviewbot <> 0 +0000"
_FOLDER = b"40000"


@dataclass(frozen=True, slots=True)
class Store:
    """Objects of a repository that nobody else knows."""

    objects: Path

    @classmethod
    def create(cls, directory: Path) -> "Store":
        """A new repository in an empty directory."""
        place = directory / ".git"
        for name in ("objects", "refs"):
            (place / name).mkdir(parents=True)
        (place / "HEAD").write_text("ref: refs/heads/none\n")
        (place / "config").write_text(_CONFIG)
        return cls(place / "objects")

    def add(self, content: bytes) -> str:
        """Keep the content of a file; returns its id."""
        return self._write(b"blob", content)

    def read(self, name: str) -> bytes:
        """What `add` kept under that id."""
        return zlib.decompress(self._place(name).read_bytes()).partition(b"\0")[2]

    def __contains__(self, name: str) -> bool:
        return bool(name) and self._place(name).exists()

    def commit(self, entries: Iterable[TreeEntry], *parents: str) -> str:
        """A commit that holds these files and no others; returns its id.

        Raises:
            ValueError: a path that no tree can hold.
        """
        told = [b"tree " + self._tree(entries).encode()]
        told += [b"parent " + parent.encode() for parent in parents]
        return self._write(b"commit", b"\n".join((*told, b"author " + _WHO, b"committer " + _WHO, b"", b"")))

    def _tree(self, entries: Iterable[TreeEntry]) -> str:
        folders: defaultdict[bytes, list[tuple[bytes, bytes]]] = defaultdict(list)
        for entry in entries:
            path = path_bytes(entry.path)
            above, _, name = path.rpartition(b"/")
            folders[above].append((name, _row(entry.mode.encode(), name, entry.sha)))
        # The deepest first, which those above need to know: a path may have more folders than Python calls.
        for folder in sorted({*_all_above(folders)}, key=_depth, reverse=True):
            above, _, name = folder.rpartition(b"/")
            tree = self._write(b"tree", _joined(folders[folder]))
            folders[above].append((name + b"/", _row(_FOLDER, name, tree)))
        return self._write(b"tree", _joined(folders[b""]))

    def _write(self, kind: bytes, content: bytes) -> str:
        whole = b"%s %d\0%s" % (kind, len(content), content)
        name = hashlib.sha1(whole, usedforsecurity=False).hexdigest()
        place = self._place(name)
        if not place.exists():
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(zlib.compress(whole, 1))
        return name

    def _place(self, name: str) -> Path:
        return self.objects / name[:2] / name[2:]


def path_bytes(path: str) -> bytes:
    """A path as a tree holds it.

    Raises:
        ValueError: no tree can hold it, or it leads elsewhere.
    """
    raw = path.encode("utf-8", "surrogateescape")
    if b"\0" in raw or not {b"", b".", b".."}.isdisjoint(raw.split(b"/")):
        raise ValueError("no file of a repository can have this path")
    return raw


def _row(mode: bytes, name: bytes, sha: str) -> bytes:
    return b"%s %s\0%s" % (mode, name, bytes.fromhex(sha))


def _joined(rows: Iterable[tuple[bytes, bytes]]) -> bytes:
    """In git's order, in which a folder's name ends with a slash."""
    return b"".join(row for _, row in sorted(rows))


def _all_above(folders: Iterable[bytes]) -> Iterable[bytes]:
    """The folders, and those that they lie in, up to the top."""
    for folder in folders:
        ends = (at for at, sign in enumerate(folder) if sign == ord("/"))
        yield from (folder[:end] for end in ends)
        if folder:
            yield folder


def _depth(folder: bytes) -> int:
    return folder.count(b"/")
