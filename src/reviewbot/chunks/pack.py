"""Pieces of one file, put together into chunks with the context that they need."""

import hashlib
from bisect import bisect_right
from collections import Counter as Tally
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Final

from reviewbot.chunks.chunk import Chunk, Counter, Rows, Run
from reviewbot.chunks.context import Context
from reviewbot.chunks.heading import heading
from reviewbot.chunks.neighbours import Neighbours
from reviewbot.chunks.pieces import Block, Piece
from reviewbot.chunks.risk import Rank, path_risk
from reviewbot.chunks.shares import OMITTED, Shares
from reviewbot.diff import FileChange
from reviewbot.spans import Side, Span

_MOST_SYMBOLS: Final = 8


class Draft:
    """A chunk in the making; `tokens` is an upper bound, with a mark before every part."""

    def __init__(self, tokens: int) -> None:
        self.pieces: list[Piece] = []
        self.headers: list[Block] = []
        self.tokens = tokens
        self._starts: list[int] = []

    def shown(self, place: int) -> bool:
        """Whether the line at a position is in the chunk already."""
        before = bisect_right(self._starts, place)
        if before and place < self.pieces[before - 1].hi:
            return True
        return any(part.lo <= place < part.hi for part in self.headers)

    def add(self, piece: Piece, headers: list[Block], tokens: int) -> None:
        """Take a piece and the headers around it."""
        self.pieces.append(piece)
        self._starts.append(piece.lo)
        self.headers += headers
        self.tokens += tokens


class Packer:
    """Fills chunks of one file, in order, up to the packing size."""

    def __init__(
        self, file: FileChange, label: str, first: str, shares: Shares, count: Counter, rank: Rank
    ) -> None:
        self._file, self._label, self._heading = file, label, first
        self._shares, self._count = shares, count
        self._rank, self._risk = rank, path_risk(file.path)
        self._repeats: Tally[str] = Tally()

    def chunks(self, neighbours: Neighbours, context: Context) -> Iterator[Chunk]:
        """Neighbours share a chunk; a part of a long line stands alone."""
        draft = Draft(self._shares.heading)
        while neighbours:
            for piece in neighbours.pieces(self._shares.target - draft.tokens):
                if not self._take(draft, piece, context):
                    yield self._chunk(draft, context)
                    draft = Draft(self._shares.heading)
                    self._take(draft, piece, context)
        if draft.pieces:
            yield self._chunk(draft, context)

    def _take(self, draft: Draft, piece: Piece, context: Context) -> bool:
        """Add a piece if it fits; the first one always does."""
        shares = self._shares
        headers = list(context.headers(piece.lo, shares.context, draft.shown))
        cost = piece.tokens + shares.mark + (shares.note if piece.note else 0)
        cost += sum(block.tokens + shares.mark for block in headers)
        if draft.pieces:
            alone = piece.note or draft.pieces[-1].note
            if alone or draft.tokens + cost > shares.target:
                return False
        draft.add(piece, headers, cost)
        return True

    def _chunk(self, draft: Draft, context: Context) -> Chunk:
        pieces, shares = draft.pieces, self._shares
        code = "".join(piece.text for piece in pieces)
        room = min(shares.most - draft.tokens, shares.context)
        context_of = [*draft.headers, *context.imports(code, room, draft.shown)]
        parts: list[Block] = sorted([*context_of, *pieces], key=lambda part: part.lo)
        marks = ["", *(OMITTED if last.hi != part.lo else "" for last, part in pairwise(parts))]
        first, tokens = self._headed(pieces[0].note)
        text = first + "".join(mark + part.text for mark, part in zip(marks, parts, strict=True))
        tokens += sum(part.tokens for part in parts) + shares.mark * (len(parts) - marks.count(""))
        runs = tuple(chain.from_iterable(piece.runs for piece in pieces))
        return Chunk(
            id=self._id(text),
            path=self._file.path,
            language=self._label,
            symbol=_symbols(runs),
            context=tuple(Rows(tuple(run for p in parts if not isinstance(p, Piece) for run in p.runs))),
            rows=Rows(runs),
            owns=tuple(
                sorted(_joined(piece.owns for piece in pieces), key=lambda span: (span.side, span.start))
            ),
            continues=pieces[0].continues,
            text=text,
            tokens=tokens,
            risk=self._rank(self._risk, code),
            file=self._file,
        )

    def _headed(self, note: str) -> tuple[str, int]:
        """The first line and its cost; with a note, the path gives way rather than the bound."""
        if not note:
            return self._heading, self._shares.heading
        line = heading(
            self._file.path, self._label, self._count, self._shares.heading + self._shares.note, note
        )
        return line, self._count(line)

    def _id(self, text: str) -> str:
        """Stays when other chunks of the file come and go; equal texts are told apart in order."""
        parts = (self._file.path, text, str(self._repeats[text]))
        self._repeats[text] += 1
        return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


def _symbols(runs: Iterable[Run]) -> str:
    """The definitions that changed, in order."""
    names = [name for name in dict.fromkeys(run.symbol for run in runs if run.sign != " ") if name]
    return ", ".join([*names[:_MOST_SYMBOLS], *(["..."] if len(names) > _MOST_SYMBOLS else [])])


def _joined(owned: Iterable[Iterable[Span]]) -> Iterator[Span]:
    """Spans in order, those that follow on each other made one."""
    last: dict[Side, Span] = {}
    for span in chain.from_iterable(owned):
        before = last.get(span.side)
        if before and before.end + 1 == span.start:
            last[span.side] = Span(span.path, span.side, before.start, span.end)
            continue
        if before:
            yield before
        last[span.side] = span
    yield from last.values()
