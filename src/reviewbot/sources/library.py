"""Files at the reviewed commit, found by a line in them: where context beyond the change comes from."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from reviewbot.chunks.policy import reason_to_skip
from reviewbot.diff import Nature, decode, is_binary
from reviewbot.errors import SourceError
from reviewbot.sources.blobs import open_blobs
from reviewbot.sources.git import Git, complaint
from reviewbot.sources.snapshot import snapshot

LARGEST = 500_000
"""Bytes. A larger file is data, or made by a tool."""
MOST_FILES = 2_000
MOST_BYTES = 16_000_000
"""Read for one question, nearest first."""

_GREP = (
    *("grep", "--files-with-matches", "-z", "--word-regexp", "--extended-regexp", "--text", "--full-name"),
    *("--no-color", "--no-textconv", "--no-recurse-submodules", "--threads=8", "-f", "-"),
)
_REGULAR = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class GitLibrary:
    """The files of a commit, of the index (`tree` is "") or of the working tree as it then is."""

    git: Git
    tree: str = ""
    worktree: bool = False

    def search(
        self, line: str, suffixes: frozenset[str], near: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        """See `Library.search`; nothing is held open between two questions."""
        if not suffixes:  # git would take none for all
            return
        with self._frozen() as git:
            found = _matching(git, self.tree, line, suffixes)
            ids = _blob_ids(git, self.tree, frozenset(found)) if found else {}
            paths = [path for path in nearest(found, near) if path in ids]
            yield from _texts(git, {path: ids[path] for path in paths[:MOST_FILES]})

    @contextmanager
    def _frozen(self) -> Iterator[Git]:
        """Git whose commits and index hold what is asked for; a copy of the working tree lives no longer."""
        if not self.worktree:
            yield self.git
            return
        with snapshot(self.git) as (frozen, _):
            yield frozen


def nearest(paths: Iterable[str], near: frozenset[str]) -> list[str]:
    """What policy reads of some paths: same folder first, then the deepest folder in common, then by name."""
    homes = {_folder(path) for path in near}
    around = {"", *(folder for home in homes for folder in _upwards(home))}

    def distance(path: str) -> tuple[bool, int, int, str]:
        above = enumerate(_upwards(_folder(path)))
        steps, shared = next((step, folder) for step, folder in above if folder in around)
        depth = shared.count("/") + bool(shared)
        return _folder(path) not in homes, -depth, steps, path

    return sorted((path for path in paths if not reason_to_skip(path, Nature.TEXT)), key=distance)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _upwards(folder: str) -> Iterator[str]:
    """A folder and those that it lies in, up to the top, which is ""."""
    while folder:
        yield folder
        folder = _folder(folder)
    yield ""


def _matching(git: Git, tree: str, line: str, suffixes: frozenset[str]) -> list[str]:
    """The paths of regular files; the expression comes by standard input, so it cannot be an option."""
    place = (tree,) if tree else ("--cached",)
    suffix = (f":(top,icase)*{suffix}" for suffix in sorted(suffixes))
    with git.start((*_GREP, *place, "--", *suffix)) as process:
        printed, errors = process.communicate(line.encode() + b"\n")
    if process.returncode > 1:  # 1: there is no such file
        raise SourceError(f"git grep failed: {complaint(errors)}")
    before = len(f"{tree}:") if tree else 0
    return [_path(path)[before:] for path in printed.split(b"\0") if path]


def _blob_ids(git: Git, tree: str, paths: frozenset[str]) -> dict[str, str]:
    """The blobs of those paths that are regular files."""
    command = ("ls-tree", "-r", "-z", "--full-tree", tree) if tree else _LS_FILES
    ids = {}
    for entry in _path(git.run(*command)).split("\0"):
        meta, _, path = entry.partition("\t")
        if path not in paths:
            continue
        mode, one, two = meta.split()  # then type and id from `ls-tree`, id and stage from `ls-files`
        if mode in _REGULAR:
            ids[path] = two if tree else one
    return ids


_LS_FILES = ("ls-files", "--stage", "-z", "--full-name", "--", ":/")


def _path(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _texts(git: Git, ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    asked = "".join(f"{blob_id}\n" for blob_id in ids.values()).encode()
    sizes = [line.split() for line in git.run("cat-file", "--batch-check", stdin=asked).splitlines()]
    read, chosen = 0, {}
    for (path, blob_id), size in zip(ids.items(), sizes, strict=True):
        known = int(size[2]) if len(size) == 3 else MOST_BYTES  # noqa: PLR2004 - id, type, size; else "missing"
        if known <= LARGEST and read + known <= MOST_BYTES:
            read += known
            chosen[path] = blob_id
    with open_blobs(git) as blobs:
        blobs.expect(chosen.values())
        for path, blob_id in chosen.items():
            blob = blobs.read(blob_id)
            if not is_binary(blob):
                yield path, decode(blob)
