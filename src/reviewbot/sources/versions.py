"""One version of a file, and the change that its coming or going makes."""

from typing import NamedTuple

from reviewbot.diff import (
    Excerpt,
    FileChange,
    Nature,
    Status,
    decode,
    is_binary,
    split_lines,
    whole,
)


class Version(NamedTuple):
    """What a file is and its lines; a binary one has none."""

    nature: Nature
    lines: tuple[str, ...]

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """The whole of it as one excerpt."""
        return (Excerpt(1, self.lines),) if self.lines else ()

    @property
    def readable(self) -> bool:
        """Whether `lines` is all of it."""
        return self.nature is not Nature.BINARY


def version(blob: bytes, nature: Nature = Nature.TEXT) -> Version:
    """The version that a blob holds; `nature` is what its mode says, unless its bytes say binary."""
    if is_binary(blob):
        return Version(Nature.BINARY, ())
    return Version(nature, split_lines(decode(blob)))


def added(path: str, new: Version) -> FileChange:
    """The change that brings a file into being."""
    edits = whole(new.lines, removed=False)
    return FileChange(path, path, Status.ADDED, new.nature, edits, new.excerpts, complete=new.readable)


def deleted(path: str, old: Version) -> FileChange:
    """The change that ends a file."""
    edits = whole(old.lines, removed=True)
    return FileChange(path, path, Status.DELETED, old.nature, edits, (), complete=True)
