"""Which files are read together: neighbours, in groups that an added or removed file leaves as they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from reviewbot.chunks.policy import reason_to_skip
from reviewbot.chunks.risk import path_risk
from reviewbot.diff import Nature
from reviewbot.sources.tree import Leaf

LEAST_BYTES: Final = 400_000
"""A batch costs about a second beside its files: for processes, rules and the search for what they call."""
MOST_BYTES: Final = 1_600_000
MOST_FILES: Final = 1_024
ENOUGH_FILES: Final = 256
_ONE_IN: Final = 16
"""A batch that is large enough ends before one in so many names, by their hash: each always does the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Files that one worker reads at a time. Two batches of the same files are two."""

    leaves: tuple[Leaf, ...]

    @property
    def size(self) -> int:
        """Bytes that are to be read."""
        return sum(map(_weight, self.leaves))

    @property
    def risk(self) -> int:
        """How much depends on the riskiest of its files, as their names tell."""
        return max((path_risk(leaf.path) for leaf in self.leaves if _weight(leaf)), default=-1_000)

    def key(self, conditions: str, marked: Mapping[str, str]) -> str:
        """What a report on these very files under these very conditions is kept under."""
        told = sha256(f"{conditions}\0".encode())
        for leaf in self.leaves:
            values = (leaf.path, leaf.mode, leaf.blob, marked.get(leaf.path, ""), "")
            told.update("\0".join(values).encode("utf-8", "surrogateescape"))
        return told.hexdigest()


def batches(leaves: Iterable[Leaf]) -> tuple[Batch, ...]:
    """All files in order of their paths, cut into batches.

    Where a batch ends depends on names near by and on sizes since the last such end, so that a change of one
    file changes the batch that it is in and seldom another.
    """
    return tuple(Batch(group) for group in _groups(sorted(leaves)))


def shard(cut: Sequence[Batch], number: int, of: int) -> tuple[Batch, ...]:
    """The batches of one of several jobs, counted from 1: balanced by size, the same for the same batches."""
    loads = [0] * of
    chosen = []
    by_size = sorted(range(len(cut)), key=lambda at: (-cut[at].size, at))
    for at in by_size:
        lightest = min(range(of), key=loads.__getitem__)
        loads[lightest] += cut[at].size + 1
        if lightest == number - 1:
            chosen.append(at)
    return tuple(cut[at] for at in sorted(chosen))


def riskiest_first(cut: Iterable[Batch]) -> list[Batch]:
    """In the order in which they are read, so that a budget that runs out is spent well."""
    return sorted(cut, key=lambda batch: -batch.risk)


def _groups(leaves: Iterable[Leaf]) -> Iterator[tuple[Leaf, ...]]:
    group: list[Leaf] = []
    size = 0
    for leaf in leaves:
        full = size + _weight(leaf) > MOST_BYTES or len(group) == MOST_FILES
        enough = size >= LEAST_BYTES or len(group) >= ENOUGH_FILES
        if group and (full or (enough and _ends_before(leaf.path))):
            yield tuple(group)
            group, size = [], 0
        group.append(leaf)
        size += _weight(leaf)
    if group:
        yield tuple(group)


def _ends_before(path: str) -> bool:
    return int.from_bytes(sha256(path.encode("utf-8", "surrogateescape")).digest()[:4], "big") % _ONE_IN == 0


def _weight(leaf: Leaf) -> int:
    """Bytes, none of what policy does not read."""
    return 0 if reason_to_skip(leaf.path, Nature.TEXT) else leaf.size
