"""What changed: files, their edits, and as much of their new text as is known."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reviewbot.spans import Gap, Side, Span


class Status(StrEnum):
    """What happened to a file."""

    ADDED = "added"
    DELETED = "deleted"
    MODIFIED = "modified"
    RENAMED = "renamed"


class Nature(StrEnum):
    """What a file is; only text can be read."""

    TEXT = "text"
    BINARY = "binary"
    SYMLINK = "symlink"
    SUBMODULE = "submodule"


@dataclass(frozen=True, slots=True)
class Edit:
    """Old lines that gave way to new ones, without context.

    `old_start` and `new_start` number the first line at or after the edit on either side, also where that
    side has none: lines removed before new line 5 have `new_start` 5 and `added` 0.
    """

    old_start: int
    removed: tuple[str, ...]
    new_start: int
    added: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Consecutive lines of the new side, the first of them numbered `start`.

    Lines carry no line end. As in git, only LF ends a line: CR, form feed and U+2028 are content.
    """

    start: int
    lines: tuple[str, ...]

    @property
    def end(self) -> int:
        """The number of the last line; `start - 1` when there is none."""
        return self.start + len(self.lines) - 1


@dataclass(frozen=True, slots=True)
class FileChange:
    """One changed file.

    `excerpts` is what is known of the new side: all of it in one excerpt starting at 1 when `complete`,
    otherwise what a bare diff shows, in order and disjoint. A deleted file has none and is complete.
    `old_path` differs from `path` for a rename only.
    """

    path: str
    old_path: str
    status: Status
    nature: Nature
    edits: tuple[Edit, ...]
    excerpts: tuple[Excerpt, ...]
    complete: bool

    @property
    def text(self) -> str | None:
        """The whole new side, or None when it is not known or the file is gone."""
        if not self.complete or not self.excerpts:
            return None
        return "".join(f"{line}\n" for line in self.excerpts[0].lines)

    def changed(self) -> Iterator[Span]:
        """Every added and every removed line, exactly once."""
        for edit in self.edits:
            if edit.removed:
                yield Span(self.path, Side.OLD, edit.old_start, edit.old_start + len(edit.removed) - 1)
            if edit.added:
                yield Span(self.path, Side.NEW, edit.new_start, edit.new_start + edit.added - 1)


@dataclass(frozen=True, slots=True)
class Target:
    """What is reviewed, as a person would name it.

    `kind` is one of range, staged, worktree, diff, sweep, pull_request; `base` and `head` are full commit
    ids where there are commits, else "".
    """

    kind: str
    repo: str
    base: str = ""
    head: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Changeset:
    """All changed files between base and head, and those that could not be read at all.

    `files` may be a one-way stream, so that a sweep holds one file at a time.
    """

    target: Target
    files: Iterable[FileChange | Gap]


def split_lines(text: str) -> tuple[str, ...]:
    """Cut at LF only, as git counts; a final line without LF counts too."""
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return tuple(lines)


def decode(blob: bytes) -> str:
    """Text of a blob: UTF-8, else Latin-1, which maps every byte and keeps every line."""
    try:
        return blob.decode()
    except UnicodeDecodeError:
        return blob.decode("latin-1")


def is_binary(blob: bytes) -> bool:
    """Git's own test, whatever attributes say: a NUL among the first 8,000 bytes."""
    return b"\0" in blob[:8000]


def whole(lines: tuple[str, ...], *, removed: bool) -> tuple[Edit, ...]:
    """The one edit that adds, or removes, all of a file."""
    if not lines:
        return ()
    return (Edit(1, lines, 1, 0),) if removed else (Edit(1, (), 1, len(lines)),)


def changed_lines(files: Iterable[FileChange | Gap]) -> Iterator[Span]:
    """Every changed line of every file, those of unreadable files as far as they are known."""
    return itertools.chain.from_iterable(f.spans if isinstance(f, Gap) else f.changed() for f in files)
