"""A diff cut into the parts that speak of one file each, by counting, so that content fakes no header."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
_ONLY = re.compile(rb"Only in .*: .")
_COMBINED = (b"diff --cc ", b"diff --combined ")
_EXTENDED = (
    *(b"old mode ", b"new mode ", b"deleted file mode ", b"new file mode ", b"copy from ", b"copy to "),
    *(b"rename from ", b"rename to ", b"similarity index ", b"dissimilarity index ", b"index "),
    *(b"Binary files ", b"GIT binary patch", b"--- ", b"+++ "),
)
_REMARK = b"\\ "  # "No newline at end of file"
_SIGNATURE = b"-- "  # what `git format-patch` puts under its last hunk


class Section(NamedTuple):
    """One file: the lines above its first hunk, its hunks, and what is wrong with them ("" if nothing)."""

    header: tuple[bytes, ...]
    hunks: bytes
    trouble: str = ""


def sections(data: bytes) -> Iterator[Section]:
    """Every file of a diff, in order; text around them, as a commit message, is passed over."""
    lines = data.removeprefix(b"\xef\xbb\xbf").removesuffix(b"\n").split(b"\n")
    at = 0
    while at < len(lines):
        if lines[at].startswith((b"diff --git ", b"--- ", b"@@", b"Binary", b"Only", b"diff --c")):
            section, at = _section(lines, at)
            if section:
                yield section
        else:
            at += 1


def _section(lines: Sequence[bytes], at: int) -> tuple[Section | None, int]:
    line = lines[at]
    if line.startswith((*_COMBINED, b"@@@")):
        trouble = "a combined diff of a merge shows no sides: run git diff against the first parent"
        return Section((line,), b"", trouble), _next_file(lines, at + 1)
    if _HUNK.match(line):
        return Section((), b"", "a hunk without the name of its file"), _next_file(lines, at + 1)
    if line.startswith(b"Binary files ") and line.rstrip(b"\r").endswith(b" differ"):
        return Section((line,), b""), at + 1
    if _ONLY.match(line):
        return Section((line,), b"", "the diff names this file without its lines: run diff with -N"), at + 1
    if not _starts_file(lines, at):
        return None, at + 1
    end = _header_end(lines, at)
    return _with_hunks(lines, tuple(lines[at:end]), end)


def _header_end(lines: Sequence[bytes], at: int) -> int:
    """The line behind a header, which ends at the latest with the name of the new side."""
    if lines[at].startswith(b"--- "):
        return at + 2
    at += 1
    while at < len(lines) and lines[at].startswith(_EXTENDED):
        at += 1
        if lines[at - 1].startswith((b"+++ ", b"GIT binary patch")):
            break
    return at


def _with_hunks(lines: Sequence[bytes], header: tuple[bytes, ...], at: int) -> tuple[Section, int]:
    hunks: list[bytes] = []
    while at < len(lines) and lines[at].startswith(b"@@"):
        end = _hunk_end(lines, at)
        if not end:
            trouble = "a hunk is cut short, or its header counts wrong"
            return Section(header, b"", trouble), _next_file(lines, at + 1)
        # Without the remark that a line end is missing, which other languages word differently.
        hunks += (line for line in lines[at:end] if not line.startswith(_REMARK))
        at = end
    rest = next((k for k in range(at, len(lines)) if lines[k].strip()), at)
    at = rest if hunks and lines[rest : rest + 1] and lines[rest][:1] in (b"+", b"-") else at
    surplus = at < len(lines) and lines[at][:1] in (b"+", b"-", b" ", b"\\") and bool(hunks)
    if surplus and lines[at].rstrip(b"\r") != _SIGNATURE and not _starts_file(lines, at):
        return Section(header, b"", "lines follow that no hunk counts"), _next_file(lines, at)
    return Section(header, b"".join(line + b"\n" for line in hunks)), at


def _hunk_end(lines: Sequence[bytes], at: int) -> int:
    """The line behind a hunk, 0 if it does not hold what its header counts."""
    counts = _HUNK.match(lines[at])
    if counts is None or max(map(len, counts.groups(b""))) > 10:  # noqa: PLR2004 - digits; no file is that long
        return 0
    old, new = (int(count) for count in counts.groups(b"1"))
    at += 1
    while old > 0 or new > 0:
        mark = lines[at][:1] if at < len(lines) else b"end"
        remark = mark == b"\\" and lines[at].startswith(_REMARK)
        if not remark and mark not in (b"+", b"-", b" ", b"", b"\r"):  # a mailer may strip a blank line
            return 0
        old -= not remark and mark != b"+"
        new -= not remark and mark != b"-"
        at += 1
    while at < len(lines) and lines[at].startswith(_REMARK):
        at += 1
    return at if old == new == 0 else 0


def _starts_file(lines: Sequence[bytes], at: int) -> bool:
    if lines[at].startswith((b"diff --git ", *_COMBINED)):
        return True
    below = lines[at + 1 : at + 3]
    named = lines[at].startswith(b"--- ") and len(below) > 0 and below[0].startswith(b"+++ ")
    return named and (len(below) == 1 or below[1].startswith(b"@@ -"))


def _next_file(lines: Sequence[bytes], at: int) -> int:
    while at < len(lines) and not _starts_file(lines, at):
        at += 1
    return at
