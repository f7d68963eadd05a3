"""All files of a tree as a change: everything there is, as if it were new."""

from collections.abc import Iterator
from itertools import chain

from reviewbot.diff import Changeset, FileChange
from reviewbot.sources.directory import DirectoryLibrary, directory_files
from reviewbot.sources.tree import Tree, git_files, git_library
from reviewbot.spans import Gap


def everything_in(tree: Tree) -> Changeset:
    """The files of a tree in the order of their paths, after what cannot be listed; one is held at a time."""
    head = tree.target.head
    library = git_library(tree.place, head) if head else DirectoryLibrary(tree.place)
    return Changeset(tree.target, chain(tree.gaps, files_of(tree)), library)


def files_of(tree: Tree) -> Iterator[FileChange | Gap]:
    """The files of a tree, or of a part of one, as they are read.

    Raises:
        SourceError: while they are read: git failed.
    """
    if tree.target.head:
        return git_files(tree.place, tree.leaves, tree.marked)
    return directory_files(tree.place, tree.leaves)
