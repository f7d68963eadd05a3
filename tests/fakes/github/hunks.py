"""Which lines of a patch take a comment, and in which words GitHub refuses the others."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fakes.github.answers import error

_HEAD = re.compile(r"@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")
_THREAD = "pull_request_review_thread"
_RESOURCE = "PullRequestReviewComment"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a patch; `place` counts its rows from 1, `hunk` its hunks from 0."""

    place: int
    hunk: int
    left: int | None
    right: int | None
    text: str


def rows(patch: str) -> Iterator[Row]:
    """All lines of all hunks, with their numbers on the sides where they may be commented."""
    hunk, left, right = -1, 0, 0
    for place, text in enumerate(patch.split("\n") if patch else ()):
        if head := _HEAD.match(text):
            hunk, left, right = hunk + 1, int(head[1]), int(head[2])
        elif text.startswith("-"):
            yield Row(place, hunk, left, None, text)
            left += 1
        elif not text.startswith("\\"):
            yield Row(place, hunk, None, right, text)
            left, right = left + (not text.startswith("+")), right + 1


def row_at(patch: str, line: int | None, side: str | None) -> Row | None:
    """The row of a line: RIGHT is added or context, LEFT is deleted."""
    where = "left" if side == "LEFT" else "right"
    return next((row for row in rows(patch) if line is not None and getattr(row, where) == line), None)


def excerpt(patch: str, row: Row) -> str:
    """A `diff_hunk`: from the head of the hunk to the line."""
    lines = patch.split("\n")[: row.place + 1]
    start = max(at for at, text in enumerate(lines) if _HEAD.match(text))
    return "\n".join(lines[start:])


def objections(comment: Mapping[str, Any], patch: str | None) -> list[dict[str, str]]:
    """All that is wrong with a comment's place; `patch` is None for a file that is not in the diff."""
    if patch is None:
        return [_objection("path", "invalid", "is invalid"), _blank()]
    row = row_at(patch, comment.get("line"), comment.get("side"))
    found = [] if row else [_objection("line", "custom", "must be part of the diff")]
    if comment.get("start_line") is not None:
        found += _start_objections(comment, patch, row)
    return found if row else [*found, _blank()]


def _start_objections(comment: Mapping[str, Any], patch: str, row: Row | None) -> list[dict[str, str]]:
    side = comment.get("start_side") or comment.get("side")
    start = row_at(patch, comment["start_line"], side)
    if start and row and start.place >= row.place:
        return [_objection("start_line", "custom", "must precede the end line.")]
    if not (start and row and start.hunk == row.hunk):
        return [_objection("start_line", "custom", "must be part of the same hunk as the line.")]
    return []


def _objection(field: str, code: str, text: str) -> dict[str, str]:
    return error(_RESOURCE, f"{_THREAD}.{field}", code, f"{_THREAD}.{field} {text}")


def _blank() -> dict[str, str]:
    return error(_RESOURCE, f"{_THREAD}.diff_hunk", "missing_field")


def sentence(found: list[dict[str, str]]) -> str:
    """The same as a review's refusal says it: one text, which does not tell the comment."""
    texts = [
        each.get("message", f"{_THREAD}.diff_hunk can't be blank")
        .replace("pull_request_review_thread.", "Pull request review thread ")
        .replace("start_line", "start line")
        .replace("diff_hunk", "diff hunk")
        for each in found
    ]
    if len(texts) < 3:
        return " and ".join(texts)
    return f"{', '.join(texts[:-1])}, and {texts[-1]}"
