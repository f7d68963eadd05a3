"""A chunk in two, for a model that cannot take it whole or cannot say all it has to say of it."""

import hashlib
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Final, NamedTuple

from reviewbot.chunks.chunk import Chunk, Counter, Row, Run
from reviewbot.chunks.middle import middle, signatures
from reviewbot.chunks.pieces import rendered
from reviewbot.chunks.related_entry import MARK
from reviewbot.chunks.shares import OMITTED, note
from reviewbot.spans import Side, Span, runs

_LARGEST: Final = 0.75
"""A half that would be larger than this part of the whole does without what is only for understanding."""
_NOTE: Final = re.compile(r", line \d+, characters (\d+)-\d+ of (\d+)(?=\)\Z)")


def halve(chunk: Chunk, count: Counter) -> tuple[Chunk, Chunk] | None:
    """Two smaller chunks that together own what this one owns; None if it cannot be cut.

    The cut is near the middle, best before a line of low indentation. Both keep the heading and, where that
    leaves them well below the whole, context and related code; the second repeats the signatures that stand
    in the first. A single line is cut by characters: the second half continues what the first one owns. A
    half may own nothing, when all changes stand in the other.
    """
    heading, *texts = chunk.text.removesuffix("\n").split("\n")
    lines = _lines(chunk.rows, texts)
    if not lines or not chunk.rows:
        return None
    cut = _by_rows if len(chunk.rows) > 1 else _by_characters
    size = count(chunk.text)
    first, second = (half.chunk(chunk, lines, size, count) for half in cut(chunk, heading))
    return (first, second) if max(first.tokens, second.tokens) < size else None


class _Extent(IntEnum):
    """What a half shows beside its rows, each with all that comes before it."""

    ROWS = 0
    CONTEXT = 1
    RELATED = 2


class _Line(NamedTuple):
    """A line of a chunk's text below the heading; `row` is its place among the rows, None if it is no row."""

    text: str
    row: int | None

    @property
    def extent(self) -> _Extent:
        return _Extent.RELATED if self.text.startswith(MARK) else _Extent.CONTEXT


@dataclass(frozen=True, slots=True)
class _Half:
    """What one half shows: its rows by their places in the whole, and signatures that it repeats."""

    number: int
    heading: str
    rows: Mapping[int, Row]
    owns: tuple[Span, ...]
    continues: tuple[Span, ...]
    signatures: Mapping[int, Row] = field(default_factory=dict)

    def chunk(self, whole: Chunk, lines: Sequence[_Line], size: int, count: Counter) -> Chunk:
        """The half with as much around its rows as leaves it well below the whole."""
        for extent in reversed(_Extent):
            signatures = self.signatures if extent else {}
            text = "".join(self._parts(lines, {**signatures, **self.rows}, extent))
            tokens = count(text)
            if tokens <= size * _LARGEST:
                break
        return replace(
            whole,
            id=hashlib.sha256(f"{whole.id}\0{self.number}".encode()).hexdigest()[: len(whole.id)],
            related=whole.related if extent is _Extent.RELATED else "",
            context=(*whole.context, *signatures.values()) if extent else (),
            rows=tuple(self.rows.values()),
            owns=self.owns,
            continues=self.continues,
            text=text,
            tokens=tokens,
        )

    def _parts(self, lines: Iterable[_Line], shown: Mapping[int, Row], extent: _Extent) -> Iterator[str]:
        """The heading and all lines that are shown, with a mark where some between them are not."""
        texts = dict(zip(shown, _rendered(shown.values()), strict=True))
        yield f"{self.heading}\n"
        begun = apart = False
        for line in lines:
            if line.row is None:
                text = line.text if line.extent <= extent and line.text != OMITTED else ""
            else:
                text = texts.get(line.row, "")
            if text:
                yield OMITTED * (begun and apart)
                yield text
            begun, apart = begun or bool(text), not text


def _lines(rows: Sequence[Row], texts: Iterable[str]) -> list[_Line]:
    """The lines of a chunk's text, each row found again; nothing if one is missing."""
    wanted = _rendered(rows)
    lines: list[_Line] = []
    at = 0
    for text in texts:
        is_row = at < len(wanted) and wanted[at] == f"{text}\n"
        lines.append(_Line(f"{text}\n", at if is_row else None))
        at += is_row
    return lines if at == len(wanted) else []


def _by_rows(chunk: Chunk, heading: str) -> Iterator[_Half]:
    rows = tuple(chunk.rows)
    cut = middle(rows)
    first = {(row.side, row.number) for row in rows[:cut] if row.sign != " "}
    owns = tuple(_parted(chunk.owns, first, inside=True))
    yield _Half(1, heading, dict(enumerate(rows[:cut])), owns, chunk.continues)
    rest = tuple(_parted(chunk.owns, first, inside=False))
    known = {row.symbol for row in chunk.context}
    repeated = dict(signatures(rows, cut, known))
    yield _Half(2, heading, dict(enumerate(rows[cut:], cut)), rest, chunk.continues, repeated)


def _by_characters(chunk: Chunk, heading: str) -> Iterator[_Half]:
    row = chunk.rows[0]
    part = _NOTE.search(heading)
    begin, whole = (int(part[1]), int(part[2])) if part else (1, len(row.text))
    bare = _NOTE.sub("", heading).removesuffix(")")
    middle = len(row.text) // 2
    said = note(row.number, begin, begin + middle - 1, whole)
    front, back = {0: row._replace(text=row.text[:middle])}, {0: row._replace(text=row.text[middle:])}
    yield _Half(1, f"{bare}{said})", front, chunk.owns, chunk.continues)
    said = note(row.number, begin + middle, begin + len(row.text) - 1, whole)
    yield _Half(2, f"{bare}{said})", back, (), chunk.holds)


def _parted(owns: Iterable[Span], first: Container[tuple[Side, int]], *, inside: bool) -> Iterator[Span]:
    """The lines of spans that are, or are not, among those of the first half."""
    for span in owns:
        numbers = (n for n in range(span.start, span.end + 1) if ((span.side, n) in first) is inside)
        yield from (Span(span.path, span.side, start, end) for start, end in runs(numbers))


def _rendered(rows: Iterable[Row]) -> list[str]:
    return rendered([Run(row.sign, row.number, (row.text,), row.symbol) for row in rows])
