"""The changes that a diff describes: from git, from a mail, or plain."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from reviewbot.diff import (
    Changeset,
    Edit,
    Excerpt,
    FileChange,
    Nature,
    Status,
    Target,
    decode,
    is_binary,
    parse_hunks,
    split_lines,
)
from reviewbot.errors import ReviewbotError, SourceError
from reviewbot.sources.blobs import Blobs, open_blobs
from reviewbot.sources.diff_headers import Header, read_header
from reviewbot.sources.diff_sections import Section, sections
from reviewbot.sources.git import Git
from reviewbot.sources.versions import added, version
from reviewbot.spans import Gap, GapKind, Side

# At the start of a line of a diff, where content never stands: what is coloured would be passed over.
_COLORED = re.compile(rb"^(?:\x1b\[[0-9;]*m)+(?:diff -|--- |\+\+\+ |@@ |index )", re.MULTILINE)


def diff_changes(data: bytes, name: str, repo: Path | None = None) -> Changeset:
    """The changed files of a diff; `name` says where it comes from.

    A bare diff shows excerpts only. Where `repo` is a repository that holds a file's old blob, the rest is
    filled in from there, never from the working tree. A file that does not parse is a gap.

    Raises:
        SourceError: there is text, but no diff, or a coloured one.
    """
    if _COLORED.search(data):
        raise SourceError(f"{name!r} is a coloured diff", "Make it without colours: git diff --no-color")
    found = tuple(sections(data))
    if data.strip() and not found:
        raise SourceError(
            f"{name!r} holds no unified diff",
            "Make one with: git diff BASE...HEAD, or diff -ruN OLD NEW",
        )
    return Changeset(Target("diff", name), _files(found, repo))


def _files(found: Sequence[Section], repo: Path | None) -> Iterator[FileChange | Gap]:
    seen: set[tuple[str, Side]] = set()
    with ExitStack() as stack:
        blobs = _blobs(repo, stack)
        for section in found:
            header = read_header(section.header)
            try:
                change = _change(section, header, blobs)
                _claim(change, seen)
            except ValueError as trouble:
                yield Gap(header.path or "(unnamed)", (), GapKind.FAILED, "source", str(trouble))
            else:
                yield change


def _blobs(repo: Path | None, stack: ExitStack) -> Blobs | None:
    try:
        return stack.enter_context(open_blobs(Git.at(repo))) if repo else None
    except ReviewbotError:  # no repository, no git: a diff can be reviewed anywhere
        return None


def _claim(change: FileChange, seen: set[tuple[str, Side]]) -> None:
    """Refuse a second change of one file, as in a series of patches: it counts lines of another version."""
    sides = {(change.path, span.side) for span in change.changed()}
    if sides & seen:
        raise ValueError("the diff changes this file twice: give one diff of the whole range")
    seen |= sides


def _change(section: Section, header: Header, blobs: Blobs | None) -> FileChange:
    if section.trouble:
        raise ValueError(section.trouble)
    if not header.path:
        raise ValueError("the name of this file cannot be read")
    if header.binary:
        return _binary(header, blobs)
    if header.cut and not section.hunks:
        raise ValueError("the diff ends before the first hunk of this file")
    edits, excerpts = parse_hunks(decode(section.hunks))
    _check(header.status, edits)
    if header.status is Status.DELETED:
        excerpts = ()
    complete = header.status in (Status.ADDED, Status.DELETED)
    change = FileChange(
        header.path, header.old_path, header.status, header.nature, edits, excerpts, complete=complete
    )
    if complete or not blobs or not header.old_id:
        return change
    return _filled(change, header.old_id, blobs)


def _check(status: Status, edits: tuple[Edit, ...]) -> None:
    one = len(edits) <= 1 and all(edit.old_start == edit.new_start == 1 for edit in edits)
    if status is Status.ADDED and not (one and not any(edit.removed for edit in edits)):
        raise ValueError("a new file cannot have old lines")
    if status is Status.DELETED and not (one and not any(edit.added for edit in edits)):
        raise ValueError("a deleted file cannot have new lines")


def _binary(header: Header, blobs: Blobs | None) -> FileChange:
    """The change of a binary file, unless the repository knows better: attributes can hide text."""
    old, new = (_read(blobs, blob_id) for blob_id in (header.old_id, header.new_id))
    if old and new and is_binary(old) and not is_binary(new):  # one side is enough for git
        return added(header.path, version(new, header.nature))
    known = [blob for blob in (old, new) if blob]
    if known and not any(map(is_binary, known)):
        raise ValueError("the diff calls this text file binary: make it with git diff --text")
    complete = header.status is Status.DELETED
    return FileChange(header.path, header.old_path, header.status, Nature.BINARY, (), (), complete=complete)


def _read(blobs: Blobs | None, blob_id: str) -> bytes | None:
    try:
        return blobs.read(blob_id) if blobs and blob_id.strip("0") else None
    except ValueError:  # a repository that does not hold it is no trouble
        return None


def _filled(change: FileChange, old_id: str, blobs: Blobs) -> FileChange:
    """The same with its whole new side, if the old blob has every removed line and every line of context."""
    blob = _read(blobs, old_id)
    if blob is None or is_binary(blob):
        return change
    shown = {
        number: line
        for excerpt in change.excerpts
        for number, line in enumerate(excerpt.lines, excerpt.start)
    }
    lines = _patched(split_lines(decode(blob)), change.edits, shown)
    if lines is None or any(lines[part.start - 1 : part.end] != part.lines for part in change.excerpts):
        return change
    return replace(change, excerpts=(Excerpt(1, lines),) if lines else (), complete=True)


def _patched(
    old: tuple[str, ...], edits: tuple[Edit, ...], shown: Mapping[int, str]
) -> tuple[str, ...] | None:
    new: list[str] = []
    done = 0
    for edit in edits:
        start = edit.old_start - 1
        new += old[done:start]
        done = start + len(edit.removed)
        if len(new) != edit.new_start - 1 or old[start:done] != edit.removed:
            return None
        new += (shown[number] for number in range(edit.new_start, edit.new_start + edit.added))
    return (*new, *old[done:])
