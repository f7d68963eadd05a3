"""Reading small changes with one detector of the static engine."""

import asyncio
import hashlib
from collections.abc import Iterable, Sequence

from reviewbot.chunks import Chunk, Row
from reviewbot.diff import Edit, Excerpt, FileChange, Nature, Status
from reviewbot.findings import Claim
from reviewbot.review import Review, Reviewer, Unread
from reviewbot.spans import Side, Span


def change(
    code: str,
    path: str = "app.py",
    language: str = "python",
    *,
    owns: Iterable[tuple[int, int]] | None = None,
    start: int = 1,
    complete: bool = True,
) -> Chunk:
    """A chunk that owns the lines `owns` of a file, all of them by default."""
    lines = tuple(code.removesuffix("\n").split("\n"))
    end = start + len(lines) - 1
    spans = tuple(Span(path, Side.NEW, first, last) for first, last in (owns or [(start, end)]))
    edits = tuple(Edit(span.start, (), span.start, len(span)) for span in spans)
    file = FileChange(
        path, path, Status.MODIFIED, Nature.TEXT, edits, (Excerpt(start, lines),), complete=complete
    )
    return piece(file, language, spans)


def piece(file: FileChange, language: str, spans: tuple[Span, ...]) -> Chunk:
    """The chunk of a file that owns these spans."""
    (excerpt,) = file.excerpts
    owned = {number for span in spans for number in range(span.start, span.end + 1)}
    rows = tuple(
        Row("+" if number in owned else " ", number, text)
        for number, text in enumerate(excerpt.lines, excerpt.start)
    )
    name = hashlib.sha256(f"{file.path}{spans}".encode(errors="replace")).hexdigest()
    return Chunk(name, file.path, language, "", (), rows, spans, (), text="", file=file)


def outcomes(reviewer: Reviewer, *chunks: Chunk) -> list[Review | Unread]:
    """All that a reviewer makes of the chunks."""

    async def read() -> list[Review | Unread]:
        return [outcome async for outcome in reviewer.review(chunks)]

    return asyncio.run(read())


def claims(reviewer: Reviewer, *chunks: Chunk) -> list[Claim]:
    """What a reviewer claims of chunks that it must have read."""
    read = outcomes(reviewer, *chunks)
    assert all(isinstance(outcome, Review) for outcome in read), read
    return [claim for outcome in read if isinstance(outcome, Review) for claim in outcome.claims]


def lines(found: Sequence[Claim]) -> list[int | None]:
    """The lines that claims point at."""
    return [claim.line for claim in found]


def reason(reviewer: Reviewer, chunk: Chunk) -> str:
    """Why a reviewer did not read a chunk."""
    (outcome,) = outcomes(reviewer, chunk)
    assert isinstance(outcome, Unread), outcome
    return outcome.reason
