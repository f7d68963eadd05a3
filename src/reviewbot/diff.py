"""What changed: files, their edits, and as much of their new text as is known."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import Protocol

from unidiff.errors import UnidiffParseError
from unidiff.patch import Hunk, Line, PatchSet

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
    ids where there are commits, else "". A sweep with a `base` is of what differs from it. `include` and
    `exclude` are the globs that chose its files, `shard` is the part that one of several jobs has read, as
    1/4, or "". `repositories` are the names of all that a report on several is about: paths stand below them.
    """

    kind: str
    repo: str
    base: str = ""
    head: str = ""
    number: int | None = None
    shard: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    repositories: tuple[str, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether a file that is not in it is not in the repository either."""
        return self.kind == "sweep" and not (self.base or self.shard or self.include or self.exclude)


class Library(Protocol):
    """All files of what is reviewed, as they are after the change."""

    def search(
        self, line: str, suffixes: frozenset[str], near: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        """Path and text of files with `line` in a line and one of `suffixes` at the end of the path.

        `line` is an extended regular expression of POSIX that means the same in Python, and is found as whole
        words. Files in the folders of the paths `near` come first, then the nearest ones, then by path: the
        same question has the same answer. What policy does not read is left out, and so is what is too
        large, too much or not to be had.

        Raises:
            SourceError: they could not be looked for, perhaps after some.
        """
        ...


@dataclass(frozen=True, slots=True)
class Changeset:
    """All changed files between base and head, and those that could not be read at all.

    `files` may be a one-way stream, so that a sweep holds one file at a time. `library` is None where nothing
    but the change itself is known, as for a bare diff.
    """

    target: Target
    files: Iterable[FileChange | Gap]
    library: Library | None = None


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


def parse_hunks(text: str) -> tuple[tuple[Edit, ...], tuple[Excerpt, ...]]:
    """What the hunks of one file say: its edits, and the new side's lines that they show.

    `text` starts at the first `@@` and holds hunks only; names are none of its business, so they cannot
    disturb it.

    Raises:
        ValueError: a hunk is cut short, too long, out of order or followed by lines that no hunk counts.
    """
    hunks = _hunks(text)
    old = new = 1
    for hunk in hunks:
        if _old_start(hunk) < old or _new_start(hunk) < new:
            raise ValueError("its hunks overlap or are out of order")
        old, new = _old_start(hunk) + hunk.source_length, _new_start(hunk) + hunk.target_length
    if max(old, new) > _LAST_LINE:
        raise ValueError("a hunk has an impossible line number")
    edits = itertools.chain.from_iterable(map(_edits, hunks))
    return tuple(edits), tuple(_excerpt(hunk) for hunk in hunks if hunk.target_length)


def parse_bare_hunks(text: str) -> tuple[Edit, ...]:
    """The edits of hunks without context, as `git diff -U0` prints them.

    Counted as strictly as by `parse_hunks`, in a quarter of its time: unidiff makes an object of every line,
    and the added ones are known from the blob anyway.

    Raises:
        ValueError: a hunk does not hold what its header counts, or they are out of order.
    """
    # In such a hunk every line begins with one of `+-\\`: what begins with `@@` is a header.
    before, *parts = f"\n{text}".removesuffix("\n").split("\n@@ ")
    edits = []
    old_end = new_end = 1
    for header, *lines in (part.split("\n") for part in parts):
        counts = _BARE_HEADER.match(header)
        if counts is None:
            raise ValueError("a hunk begins with no header")
        old, gone, new, came = counts.groups()
        removed, added = int(gone or 1), int(came or 1)
        signs = "".join(map(_SIGN, lines))
        if "\\" in signs:  # the remark that a line end is missing
            lines = [line for line in lines if line[:1] != "\\"]  # noqa: PLW2901 - the rest of them
            signs = signs.replace("\\", "")
        edit = Edit(
            int(old) + (not removed), tuple(map(_CONTENT, lines[:removed])), int(new) + (not added), added
        )
        if signs != "-" * removed + "+" * added or edit.old_start < old_end or edit.new_start < new_end:
            raise ValueError("its hunks do not hold what their headers count")
        old_end, new_end = edit.old_start + removed, edit.new_start + added
        edits.append(edit)
    if before:
        raise ValueError("its patch does not begin with a hunk")
    return tuple(edits)


_SIGN, _CONTENT = itemgetter(slice(1)), itemgetter(slice(1, None))
_BARE_HEADER = re.compile(r"-(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@")
_LAST_LINE = 2**31
_NAMES = ("--- a/f", "+++ b/f")


def _hunks(text: str) -> tuple[Hunk, ...]:
    lines = split_lines(text)
    try:
        # Line by line, because a text goes through StringIO, which needs four bytes for each character.
        patch = PatchSet(f"{line}\n" for line in itertools.chain(_NAMES, lines))
    except UnidiffParseError as error:
        raise ValueError(f"its hunks do not parse: {str(error)[:80].strip()}") from None
    except ValueError:  # Python reads no number of more than 4,300 digits
        raise ValueError("a hunk has an impossible line number") from None
    hunks = tuple(patch[0]) if len(patch) == 1 else ()
    # unidiff silently passes over what stands behind the last line that a hunk counts.
    if sum(map(len, hunks)) + len(hunks) != len(lines):
        raise ValueError("lines follow that no hunk counts")
    return hunks


def _old_start(hunk: Hunk) -> int:
    # A side without lines is numbered by the line before it: `@@ -5,2 +4,0 @@` removes what stood before
    # new line 5.
    return hunk.source_start + (not hunk.source_length)


def _new_start(hunk: Hunk) -> int:
    return hunk.target_start + (not hunk.target_length)


def _edits(hunk: Hunk) -> Iterator[Edit]:
    old, new = _old_start(hunk), _new_start(hunk)
    removed: list[str] = []
    added = 0
    for line in (*hunk, _END):
        if line.line_type == "-":
            removed.append(line.value.removesuffix("\n"))
        elif line.line_type == "+":
            added += 1
        elif line.line_type == " ":
            if removed or added:
                yield Edit(old, tuple(removed), new, added)
            old, new = old + len(removed) + 1, new + added + 1
            removed, added = [], 0
        elif not line.line_type:  # how unidiff takes in an empty line behind a hunk
            raise ValueError("lines follow that no hunk counts")


_END = Line("", " ")


def _excerpt(hunk: Hunk) -> Excerpt:
    lines = (line.value.removesuffix("\n") for line in hunk if line.line_type in {"+", " "})
    return Excerpt(_new_start(hunk), tuple(lines))
