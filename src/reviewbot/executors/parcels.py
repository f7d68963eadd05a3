"""Chunks as they travel between processes: plain values, which become chunks again beside the same file.

Neither the file nor its lines travel: rows say where in it they stand.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from reviewbot.chunks import Chunk, Row
from reviewbot.chunks.chunk import Rows, Run
from reviewbot.diff import FileChange
from reviewbot.executors.texts import Texts
from reviewbot.spans import Gap, GapKind, Side, Span

Values = tuple[Any, ...]
"""Numbers, strings and tuples of them: what `marshal` takes."""


def weigh(file: FileChange | Gap) -> int:
    """The characters of a file; the time that it takes goes with them."""
    return 0 if isinstance(file, Gap) else Texts(file).size()


def pack(file: FileChange | Gap, pieces: Iterable[Chunk | Gap]) -> list[Values]:
    """The pieces of a file, without it."""
    if isinstance(file, Gap):
        return []  # it passes through, so it is there already
    texts = Texts(file)
    return [_of_gap(piece) if isinstance(piece, Gap) else _of_chunk(piece, texts) for piece in pieces]


def unpack(file: FileChange | Gap, packed: Iterable[Values]) -> list[Chunk | Gap]:
    """The pieces as they were, of the same file."""
    if isinstance(file, Gap):
        return [file]
    texts = Texts(file)
    return [_chunk(file, texts, values) if is_chunk else _gap(values) for is_chunk, values in packed]


def _of_gap(gap: Gap) -> Values:
    spans = tuple((span.path, *_lines(span)) for span in gap.spans)
    return (False, (gap.path, spans, gap.kind.value, gap.by, gap.reason))


def _gap(values: Values) -> Gap:
    path, spans, kind, by, reason = values
    return Gap(path, tuple(_span(*span) for span in spans), GapKind(kind), by, reason)


def _of_chunk(chunk: Chunk, texts: Texts) -> Values:
    values = (
        *(chunk.id, chunk.path, chunk.language, chunk.symbol),
        tuple(map(texts.place, _runs(chunk.context))),
        tuple(map(texts.place, _runs(chunk.rows))),
        tuple(map(_lines, chunk.owns)),
        tuple(map(_lines, chunk.continues)),
        *(chunk.text, chunk.tokens, chunk.risk, chunk.related),
    )
    return (True, values)


def _chunk(file: FileChange, texts: Texts, values: Values) -> Chunk:
    ident, path, language, symbol, context, rows, owns, continues, text, tokens, risk, related = values
    return Chunk(
        id=ident,
        path=path,
        language=language,
        symbol=symbol,
        context=tuple(texts.rows(context)),
        rows=texts.rows(rows),
        owns=tuple(_span(path, *lines) for lines in owns),
        continues=tuple(_span(path, *lines) for lines in continues),
        text=text,
        tokens=tokens,
        risk=risk,
        file=file,
        related=related,
    )


def _runs(rows: Sequence[Row]) -> Iterable[Run]:
    if isinstance(rows, Rows):
        return rows.runs
    return (Run(row.sign, row.number, (row.text,), row.symbol) for row in rows)


def _lines(span: Span) -> tuple[str, int, int]:
    return (span.side.value, span.start, span.end)


def _span(path: str, side: str, start: int, end: int) -> Span:
    return Span(path, Side(side), start, end)
