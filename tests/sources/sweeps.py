"""Everything there is, as a change."""

from pathlib import Path

from reviewbot.diff import Changeset
from reviewbot.sources.directory import directory_tree
from reviewbot.sources.everything import everything_in
from reviewbot.sources.tree import git_tree


def sweep_changes(place: Path, head: str | None = None) -> Changeset:
    """Of a repository."""
    return everything_in(git_tree(place, head))


def directory_changes(place: Path) -> Changeset:
    """Of a plain directory."""
    return everything_in(directory_tree(place))
