"""What git says changed: names and ids from its raw output, hunks from its patch, and that both agree."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from reviewbot.errors import SourceError
from reviewbot.sources.git import Git

# Plumbing obeys less configuration than `git diff`; the rest is pinned, so that a repository can neither hide
# text (attributes) or a submodule (.gitmodules), nor start a program (drivers).
_FLAGS = (
    *("-r", "-M", "-l1000", "--no-relative", "--no-color", "--no-ext-diff", "--no-textconv", "--text"),
    *("--submodule=short", "--ignore-submodules=dirty", "--src-prefix=a/", "--dst-prefix=b/", "-O/dev/null"),
)
SUBMODULE = "160000"
"""The mode of an entry whose id names a commit of another repository."""

_RAW = ("--raw", "-z", "--no-abbrev")
_PATCH = (
    *("--patch", "-U0", "--inter-hunk-context=0", "--full-index", "--diff-filter=MR"),
    *("--diff-algorithm=default", "--indent-heuristic"),
)

_NEXT = b"\ndiff --git "


class Entry(NamedTuple):
    """One changed path: modes and blob ids of both sides, and git's letter for what happened."""

    old_mode: str
    new_mode: str
    old_id: str
    new_id: str
    status: str
    old_path: str
    path: str

    @property
    def patched(self) -> bool:
        """Whether its edits stand in the patch; the other entries are whole files."""
        return self.status in "MR"

    @property
    def blobs(self) -> Iterator[str]:
        """The ids that have to be read to know what changed, in order."""
        if self.status in "DT" and self.old_mode != SUBMODULE:
            yield self.old_id
        if self.status in "AMRT" and self.new_mode != SUBMODULE:
            yield self.new_id


class Section(NamedTuple):
    """The patch of one entry: both blob ids, "" where they are equal, and its hunks."""

    old_id: str
    new_id: str
    hunks: bytes


class Comparison(NamedTuple):
    """Two trees, or a tree and the index, by full ids."""

    git: Git
    trees: tuple[str, ...]

    @contextmanager
    def entries(self) -> Iterator[Iterator[Entry]]:
        """Every changed path, in git's order; git works ahead from the start of the block on."""
        with self.git.blocks(*self._diff(*_RAW)) as blocks:
            yield _entries(blocks)

    @contextmanager
    def hunks(self) -> Iterator[Iterator[Section]]:
        """The patches of all patched entries, in the same order; git works ahead in the same way."""
        with self.git.blocks(*self._diff(*_PATCH)) as blocks:
            yield map(_section, files_of(blocks))

    def _diff(self, *flags: str) -> tuple[str, ...]:
        command = ("diff-tree",) if len(self.trees) > 1 else ("diff-index", "--cached")
        return (*command, *flags, *_FLAGS, "--end-of-options", *self.trees)


def pairs(entries: Iterable[Entry], sections: Iterator[Section]) -> Iterator[tuple[Entry, bytes]]:
    """Every entry with its hunks, which only a patched one has.

    Raises:
        SourceError: the patch is not about these entries; nothing is left out silently.
    """
    for entry in entries:
        yield entry, (_hunks_of(entry, next(sections, None)) if entry.patched else b"")
    if next(sections, None):
        raise SourceError("git shows patches of more files than it lists")


def _hunks_of(entry: Entry, section: Section | None) -> bytes:
    ids = ("", "") if entry.old_id == entry.new_id else (entry.old_id, entry.new_id)
    if section is None or (section.old_id, section.new_id) != ids:
        raise SourceError(f"git lists {entry.path!r}, but shows no patch between its two blobs")
    return section.hunks


def files_of(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """A patch that comes cut anywhere, in one part for each file."""
    parts: list[bytes] = []
    for block in blocks:
        # A separator may lie across two blocks: what could be its beginning waits for the next one.
        whole = parts.pop() + block if parts else block
        # Every line of a hunk starts with one of `+-@\`, and names are quoted: content cannot fake this.
        first, *more = whole.split(_NEXT)
        for last in more:
            yield b"".join((*parts, first, b"\n"))
            parts, first = [], last
        parts += (first[: -len(_NEXT)], first[-len(_NEXT) :])
    if any(parts):
        yield b"".join(parts)


def _section(section: bytes) -> Section:
    start = section.find(b"\n@@ ") + 1 or len(section)
    ids = re.search(rb"^index ([0-9a-f]+)\.\.([0-9a-f]+)", section[:start], re.MULTILINE)
    old_id, new_id = ids.groups() if ids else (b"", b"")
    return Section(old_id.decode(), new_id.decode(), section[start:])


def _entries(blocks: Iterable[bytes]) -> Iterator[Entry]:
    fields = iter(b"".join(blocks).decode("utf-8", "surrogateescape").split("\0"))
    while meta := next(fields, ""):
        old_mode, new_mode, old_id, new_id, status = meta.removeprefix(":").split(" ")
        old_path = next(fields)
        path = next(fields) if status.startswith("R") else old_path
        yield Entry(old_mode, new_mode, old_id, new_id, status[0], old_path, path)
