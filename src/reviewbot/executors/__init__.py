"""Where the work of a plan is done: on the cores of this machine."""

from collections.abc import Callable, Iterable, Iterator

from reviewbot.chunks import Chunk
from reviewbot.diff import FileChange
from reviewbot.executors.forks import fork_map
from reviewbot.executors.parcels import PARCELS
from reviewbot.spans import Gap

__all__ = ["over_cores"]


def over_cores(
    cut: Callable[[FileChange | Gap], list[Chunk | Gap]], files: Iterable[FileChange | Gap]
) -> Iterator[list[Chunk | Gap]]:
    """What `map` gives, sooner on a machine of several cores."""
    return fork_map(cut, files, PARCELS)
