"""What git says changed: names and ids from its raw output, hunks from its patch, and that both agree."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewbot.errors import SourceError
from reviewbot.sources.git import Git

# Plumbing obeys less configuration than `git diff`; the rest is pinned, so that a repository can neither hide
# text (attributes) or a submodule (.gitmodules), nor start a program (drivers).
_FLAGS = (
    *("-r", "-M", "-l1000", "--no-relative", "--no-color", "--no-ext-diff", "--no-textconv", "--text"),
    *("--submodule=short", "--ignore-submodules=dirty", "--src-prefix=a/", "--dst-prefix=b/", "-O/dev/null"),
)
_RAW = ("--raw", "-z", "--no-abbrev")
_PATCH = (
    *("--patch", "-U0", "--inter-hunk-context=0", "--full-index", "--diff-filter=MR"),
    *("--diff-algorithm=default", "--indent-heuristic"),
)


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


class Comparison(NamedTuple):
    """Two trees, or a tree and the index, by full ids."""

    git: Git
    trees: tuple[str, ...]

    def entries(self) -> tuple[Entry, ...]:
        """Every changed path, in git's order."""
        return tuple(_entries(self._diff(*_RAW)))

    def hunks(self) -> Iterator[tuple[str, str, bytes]]:
        """Both blob ids ("" where they are equal) and the hunks of every patched entry, in the same order."""
        patch = self._diff(*_PATCH)
        # Every line of a hunk starts with one of `+-@\` here, and names are quoted: content cannot fake this.
        starts = [0] * bool(patch) + [found.end() - 11 for found in re.finditer(rb"\ndiff --git ", patch)]
        for start, end in zip(starts, [*starts[1:], len(patch)], strict=True):
            yield _section(patch[start:end])

    def _diff(self, *flags: str) -> bytes:
        command = ("diff-tree",) if len(self.trees) > 1 else ("diff-index", "--cached")
        return self.git.run(*command, *flags, *_FLAGS, "--end-of-options", *self.trees)


def pairs(comparison: Comparison) -> Iterator[tuple[Entry, bytes]]:
    """Every entry with its hunks, which only a patched one has.

    Raises:
        SourceError: the patch is not about the entries; nothing is left out silently.
    """
    entries = comparison.entries()
    patched = [entry for entry in entries if entry.patched]
    sections = list(comparison.hunks()) if patched else []
    if len(sections) != len(patched):
        raise SourceError(f"git lists {len(patched)} modified files, but shows {len(sections)} of them")
    remaining = iter(sections)
    for entry in entries:
        yield entry, (_hunks_of(entry, *next(remaining)) if entry.patched else b"")


def _hunks_of(entry: Entry, old_id: str, new_id: str, hunks: bytes) -> bytes:
    expected = ("", "") if entry.old_id == entry.new_id else (entry.old_id, entry.new_id)
    if (old_id, new_id) != expected:
        raise SourceError(f"git's patch of {entry.path!r} is not between the blobs that it lists")
    return hunks


def _section(section: bytes) -> tuple[str, str, bytes]:
    start = section.find(b"\n@@ ") + 1 or len(section)
    ids = re.search(rb"^index ([0-9a-f]+)\.\.([0-9a-f]+)", section[:start], re.MULTILINE)
    old_id, new_id = ids.groups() if ids else (b"", b"")
    return old_id.decode(), new_id.decode(), section[start:]


def _entries(raw: bytes) -> Iterator[Entry]:
    fields = iter(raw.decode("utf-8", "surrogateescape").split("\0"))
    while meta := next(fields, ""):
        old_mode, new_mode, old_id, new_id, status = meta.removeprefix(":").split(" ")
        old_path = next(fields)
        path = next(fields) if status.startswith("R") else old_path
        yield Entry(old_mode, new_mode, old_id, new_id, status[0], old_path, path)
