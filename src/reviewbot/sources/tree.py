"""What a commit holds, as a list that no file is read for, and the files of any part of that list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from reviewbot.diff import FileChange, Library, Target
from reviewbot.sources import revisions
from reviewbot.sources.attributes import marked
from reviewbot.sources.blobs import Blobs, open_blobs
from reviewbot.sources.git import Git
from reviewbot.sources.library import GitLibrary
from reviewbot.sources.repository import name_of, read_version
from reviewbot.sources.versions import added
from reviewbot.spans import Gap, GapKind


class Leaf(NamedTuple):
    """A file of a tree: what git calls it, without its content. The size is in bytes, 0 if it has none."""

    path: str
    mode: str
    blob: str
    size: int


@dataclass(frozen=True, slots=True)
class Tree:
    """All files of a commit, in the order of their paths; none of them has been read.

    `marked` says of some paths why policy does not read them. `gaps` are places that cannot be listed.
    """

    target: Target
    place: Path
    leaves: tuple[Leaf, ...]
    marked: Mapping[str, str] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()

    def of(self, leaves: Iterable[Leaf]) -> "Tree":
        """The same tree with some of its files only."""
        kept = tuple(leaves)
        marked = {leaf.path: self.marked[leaf.path] for leaf in kept if leaf.path in self.marked}
        return replace(self, leaves=kept, marked=marked)


def git_tree(directory: Path, head: str | None = None, since: str | None = None) -> Tree:
    """All that `head` (default: HEAD) holds, or those files of it that differ from what `since` held.

    Raises:
        UsageError: not a repository, or a revision that names no commit.
        SourceError: git failed.
    """
    git = Git.at(directory)
    tip = revisions.commit(git, "HEAD" if head is None else head, revisions.TO_SWEEP)
    base = "" if since is None else revisions.commit(git, since)
    leaves = tuple(_leaves(git.run("ls-tree", "-r", "-z", "-l", "--full-tree", tip)))
    marks = marked(git, leaves)
    if base:
        changed = _changed(git, base, tip)
        leaves = tuple(leaf for leaf in leaves if leaf.path in changed)
    target = Target("sweep", name_of(git, git.ask("rev-parse", "--show-toplevel")), base, tip)
    return Tree(target, directory, leaves, marks)


def git_library(directory: Path, tip: str) -> Library:
    """All files of a commit, to look things up in."""
    return GitLibrary(Git.at(directory), tip)


def git_files(
    directory: Path, leaves: Sequence[Leaf], marked: Mapping[str, str]
) -> Iterator[FileChange | Gap]:
    """Some files of a commit, as if they were all new; one is held at a time.

    Raises:
        SourceError: git failed.
    """
    with open_blobs(Git.at(directory)) as blobs:
        blobs.expect(leaf.blob for leaf in leaves if leaf.size)
        for leaf in leaves:
            yield without(_file(leaf, blobs), marked)


def without(file: FileChange | Gap, marked: Mapping[str, str]) -> FileChange | Gap:
    """The file, or the gap that it is for a reason that stands beside its path."""
    reason = marked.get(file.path)
    if isinstance(file, Gap) or reason is None:
        return file
    return Gap(file.path, tuple(file.changed()), GapKind.SKIPPED, "policy", reason)


def _file(leaf: Leaf, blobs: Blobs) -> FileChange | Gap:
    try:
        return added(leaf.path, read_version(leaf.mode, leaf.blob, blobs))
    except ValueError as trouble:
        return Gap(leaf.path, (), GapKind.FAILED, "source", str(trouble))


def _leaves(printed: bytes) -> Iterator[Leaf]:
    for entry in printed.decode("utf-8", "surrogateescape").split("\0"):
        meta, _, path = entry.partition("\t")
        if path:
            mode, _, blob, size = meta.split()
            yield Leaf(path, mode, blob, int(size) if size.isdecimal() else 0)


def _changed(git: Git, base: str, tip: str) -> frozenset[str]:
    flags = ("-r", "-z", "--no-renames", "--no-relative", "--name-only", "--diff-filter=d")
    printed = git.run("diff-tree", *flags, "--end-of-options", base, tip)
    return frozenset(printed.decode("utf-8", "surrogateescape").split("\0"))
