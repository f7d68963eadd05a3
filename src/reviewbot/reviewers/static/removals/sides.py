"""Both sides of a file around its edits: what stood there, and what stands there now."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from reviewbot.diff import Edit, Excerpt, FileChange
from reviewbot.reviewers.static.removals.lexis import LONGEST, codes

MARGIN: Final = 30
"""Unchanged lines on either side that tell what an edit is part of."""
_JOIN: Final = 8
"""Edits this close are one: a check that gives way to another often leaves a line between them."""
_TAB: Final = 4
_MOST: Final = 3_000
"""Lines of a side that are looked through for what an edit no longer calls."""


class Line(NamedTuple):
    """A line of one side; `code` is the line without comments, `changed` says that only this side has it."""

    number: int
    text: str
    code: str
    changed: bool

    @property
    def indent(self) -> int:
        """Columns before the code."""
        head = self.code[: len(self.code) - len(self.code.lstrip())]
        return len(head) + head.count("\t") * (_TAB - 1)


@dataclass(frozen=True, slots=True)
class Window:
    """Edits that belong together, on both sides, with the unchanged lines around them."""

    path: str
    language: str
    old: tuple[Line, ...]
    new: tuple[Line, ...]
    far: tuple[Line, ...] = ()
    """All that is known of the new side around it, unless that is much."""


class _Stretch(NamedTuple):
    """Consecutive lines that are known on both sides."""

    old_start: int
    old: list[str]
    new_start: int
    new: list[str]
    edits: list[Edit]


def windows(file: FileChange, language: str) -> Iterator[Window]:
    """Every edit of a file, in order, those that are close in one window."""
    for stretch in _stretches(file):
        old, new = (list(codes(lines, language)) for lines in (stretch.old, stretch.new))
        far = _far(stretch, new)
        for edits in _clusters(stretch.edits):
            yield Window(
                file.path,
                language,
                _side(stretch.old, old, stretch.old_start, [(e.old_start, len(e.removed)) for e in edits]),
                _side(stretch.new, new, stretch.new_start, [(e.new_start, e.added) for e in edits]),
                far,
            )


def _stretches(file: FileChange) -> Iterator[_Stretch]:
    """What each excerpt tells of both sides; removed lines that no excerpt is near to stand alone."""
    starts = [excerpt.start for excerpt in file.excerpts]
    inside: dict[int, list[Edit]] = {}
    for edit in file.edits:
        at = bisect_right(starts, edit.new_start) - 1
        if at >= 0 and edit.new_start <= file.excerpts[at].end + 1:
            inside.setdefault(at, []).append(edit)
        else:
            yield _Stretch(edit.old_start, list(edit.removed), edit.new_start, [], [edit])
    for at, edits in inside.items():
        yield _undo(file.excerpts[at], edits)


def _undo(excerpt: Excerpt, edits: list[Edit]) -> _Stretch:
    old: list[str] = []
    done = excerpt.start
    for edit in edits:
        old += excerpt.lines[done - excerpt.start : edit.new_start - excerpt.start]
        old += edit.removed
        done = edit.new_start + edit.added
    old += excerpt.lines[done - excerpt.start :]
    first = edits[0].old_start - (edits[0].new_start - excerpt.start)
    return _Stretch(first, old, excerpt.start, list(excerpt.lines), edits)


def _clusters(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    cluster: list[Edit] = []
    for edit in edits:
        if cluster and edit.new_start > cluster[-1].new_start + cluster[-1].added + _JOIN:
            yield cluster
            cluster = []
        cluster.append(edit)
    if cluster:
        yield cluster


def _side(
    texts: list[str], code: list[str], start: int, changed: Sequence[tuple[int, int]]
) -> tuple[Line, ...]:
    first = max(changed[0][0] - start - MARGIN, 0)
    last = changed[-1][0] + changed[-1][1] - start + MARGIN
    own = {number for at, size in changed for number in range(at, at + size)}
    return tuple(
        Line(start + at, texts[at], piece, start + at in own)
        for at in range(first, min(last, len(texts)))
        for piece in _pieces(code[at])
    )


def _far(stretch: _Stretch, code: list[str]) -> tuple[Line, ...]:
    if len(code) > _MOST or max(map(len, code), default=0) > LONGEST:
        return ()
    own = {number for one in stretch.edits for number in range(one.new_start, one.new_start + one.added)}
    return tuple(
        Line(at, text, piece, at in own)
        for at, (text, piece) in enumerate(zip(stretch.new, code, strict=True), stretch.new_start)
    )


def _pieces(code: str) -> list[str]:
    if len(code) <= LONGEST:
        return [code]
    return [code[at : at + LONGEST] for at in range(0, len(code), LONGEST)]
