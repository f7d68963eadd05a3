"""Where the work of a plan is done: on all cores of this machine."""

from collections.abc import Iterable, Iterator
from typing import Final

from reviewbot.chunks import Chunk, Cut
from reviewbot.diff import FileChange
from reviewbot.executors.forks import Parcels, fork_map
from reviewbot.executors.parcels import pack, unpack, weigh
from reviewbot.spans import Gap

__all__ = ["over_cores"]

_PARCELS: Final = Parcels(weigh, pack, unpack)


def over_cores(cut: Cut, files: Iterable[FileChange | Gap]) -> Iterator[list[Chunk | Gap]]:
    """What `map` gives, sooner where there is much to cut and a second core to do it."""
    return fork_map(cut, files, _PARCELS)
