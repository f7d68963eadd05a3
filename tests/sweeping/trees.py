"""Trees and repositories for tests of sweeps."""

from collections.abc import Mapping
from pathlib import Path

from repositories import commit, new_repository
from reviewbot.sources.tree import Leaf


def leaf(path: str, size: int = 1_000, blob: str = "b") -> Leaf:
    """A file of a tree that is nowhere."""
    return Leaf(path, "100644", blob, size)


def function(name: str) -> str:
    """A small file that no rule complains about."""
    return f"def {name}(value):\n    return value + 1\n"


def repository(place: Path, files: Mapping[str, str | bytes]) -> Path:
    """A repository with one commit."""
    made = new_repository(place)
    commit(made, dict(files))
    return made


def memory(state: Path) -> Path:
    """The folder of the one repository that is remembered below `--state`."""
    (only,) = state.iterdir()
    return only


def many(count: int) -> dict[str, str]:
    """So many files of one function each."""
    return {f"area{number % 10}/part{number:03}.py": function(f"step{number}") for number in range(count)}
