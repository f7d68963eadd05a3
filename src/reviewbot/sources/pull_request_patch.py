"""GitHub's patch of one file, in bytes: enough to make one side of the file from the other.

Such a patch may be cut, or hold other characters than the file. So whoever uses it compares: what comes out
with its sha where that is known, else with the counts that GitHub gives.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_HEADER = re.compile(rb"@@ -\d{1,9}(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@")


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines with their ends: `new` stands at position `start` of the new side, counted from 0."""

    start: int
    counted: tuple[int, int]
    old: list[bytes] = field(default_factory=list)
    new: list[bytes] = field(default_factory=list)
    removed: list[bytes] = field(default_factory=list)
    added: list[bytes] = field(default_factory=list)

    def sides(self, sign: bytes) -> tuple[list[bytes], ...]:
        """Where lines of that sign belong.

        Raises:
            ValueError: there is no such sign.
        """
        known = {
            b" ": (self.old, self.new),
            b"-": (self.old, self.removed),
            b"+": (self.new, self.added),
        }
        if sign not in known:
            raise ValueError("a line of the patch has no sign")
        return known[sign]

    @property
    def is_whole(self) -> bool:
        """Whether it holds as many lines as its header says."""
        return (len(self.old), len(self.new)) == self.counted


def read_hunks(patch: str) -> tuple[Hunk, ...]:
    """The hunks of a patch.

    Raises:
        ValueError: it is cut, or no patch.
    """
    hunks: list[Hunk] = []
    sign = b""
    for line in patch.encode().split(b"\n"):
        if header := _HEADER.match(line):
            hunks.append(_opened(header))
        elif not hunks:
            raise ValueError("the patch does not begin with a hunk")
        elif line.startswith(b"\\"):  # the line before has no end
            for side in hunks[-1].sides(sign):
                side[-1] = side[-1].removesuffix(b"\n")
        else:
            sign = line[:1]
            for side in hunks[-1].sides(sign):
                side.append(line[1:] + b"\n")
    if not all(hunk.is_whole for hunk in hunks):
        raise ValueError("a hunk of the patch does not hold what its header counts")
    return tuple(hunks)


def counts(hunks: Sequence[Hunk]) -> tuple[int, int]:
    """How many lines are added, and how many removed."""
    return sum(len(hunk.added) for hunk in hunks), sum(len(hunk.removed) for hunk in hunks)


def whole_file(hunks: Sequence[Hunk]) -> bytes:
    """The only side of a file that comes or goes."""
    return b"".join(line for hunk in hunks for line in (*hunk.removed, *hunk.added))


def undo(hunks: Sequence[Hunk], new: bytes) -> bytes:
    """The old side of a file whose new side is `new`.

    Raises:
        ValueError: the patch does not lead there.
    """
    lines = _lines(new)
    old: list[bytes] = []
    done = 0
    for hunk in hunks:
        end = hunk.start + len(hunk.new)
        if hunk.start < done or lines[hunk.start : end] != hunk.new:
            raise ValueError("the patch is about another version of the file")
        old += lines[done : hunk.start]
        old += hunk.old
        done = end
    return b"".join((*old, *lines[done:]))


def _opened(header: re.Match[bytes]) -> Hunk:
    old, start, new = header.groups()
    counted = (int(old or 1), int(new or 1))
    # A side without lines is numbered by the line before it.
    return Hunk(max(int(start) - bool(counted[1]), 0), counted)


def _lines(text: bytes) -> list[bytes]:
    *lines, last = text.split(b"\n")
    return [line + b"\n" for line in lines] + ([last] if last else [])
