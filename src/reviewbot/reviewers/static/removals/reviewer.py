"""The reviewer: all files of a change at once, since a check may move from one to another."""

import asyncio
from bisect import bisect_right
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reviewbot.chunks import Chunk
from reviewbot.diff import FileChange, Status
from reviewbot.findings import Claim
from reviewbot.review import Review, Unread
from reviewbot.reviewers.static.passages import TOO_LARGE, is_test
from reviewbot.reviewers.static.removals.familybook import FamilyBook, load
from reviewbot.reviewers.static.removals.judgement import losses
from reviewbot.reviewers.static.removals.kept import keep
from reviewbot.reviewers.static.removals.lexis import speaks
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.resettled import resettled
from reviewbot.reviewers.static.removals.sides import windows
from reviewbot.reviewers.static.reviewer import confessed
from reviewbot.spans import Side

LARGEST: Final = 2_000_000
"""Characters of one side of a file. Beyond it the text is data or hostile."""
LONGEST: Final = 100_000
"""Characters of one removed line."""
_File = tuple[FileChange, str]
_CHANGED: Final = {Status.MODIFIED, Status.RENAMED}


@dataclass(frozen=True)
class Removals:
    """Compares both sides of every modified file; in any other, looks for what moved there unprotected."""

    name: str = "static/removals"

    @cached_property
    def book(self) -> FamilyBook:
        """The families of protection, read at the first need."""
        return load()

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        """Yield one outcome for each chunk, in their order."""
        for outcome in await asyncio.to_thread(self._read, chunks):
            yield outcome

    def _read(self, chunks: Sequence[Chunk]) -> list[Review | Unread]:
        known = {chunk.path: (chunk.file, chunk.language) for chunk in chunks if chunk.file is not None}
        changed = {path: one for path, one in known.items() if _concerns(*one)}
        unread = {path: reason for path, (file, _) in changed.items() if (reason := _excess(file))}
        claims: dict[str, list[Claim]] = {}
        owners = _Owners(chunks)
        read = {path: one for path, one in known.items() if path not in unread}
        try:
            for loss in self._losses(read, [path for path in changed if path in read]):
                if chunk := owners.of(loss):
                    claims.setdefault(chunk.id, []).append(loss.claim(self.name))
        except Exception as bug:  # noqa: BLE001 - the door of one reviewer: a bug in it must not cost the others' findings
            unread = dict.fromkeys(changed, confessed(bug)) | unread
        return [self._outcome(chunk, claims, unread) for chunk in chunks]

    def _losses(self, read: Mapping[str, _File], changed: Sequence[str]) -> Sequence[Loss]:
        there = [window for path in changed for window in windows(*read[path])]
        found = list(losses(there, self.book, keep(read.values()))) if changed else []
        code = [one for path, one in read.items() if not (is_test(path) or _excess(one[0]))]
        moves = list(resettled(code, self.book))
        # What stood before a class for methods that went elsewhere is told of there.
        left = {(move.gone.method.path, move.gone.family.id) for move in moves if move.gone.last}
        stays = [one for one in found if not (one.marks and (one.path, one.family.id) in left)]
        return [*stays, *(move.loss for move in moves if move.loss)]

    def _outcome(
        self, chunk: Chunk, claims: dict[str, list[Claim]], unread: dict[str, str]
    ) -> Review | Unread:
        removes = any(span.side is Side.OLD for span in chunk.holds)
        if removes and chunk.file is None and speaks(chunk.language):
            return Unread(chunk, self.name, "the chunk came without its file")
        if removes and (reason := unread.get(chunk.path)):
            return Unread(chunk, self.name, reason)
        return Review(chunk, self.name, tuple(claims.get(chunk.id, ())))


@dataclass(frozen=True)
class _Owners:
    """Who answers for a changed line."""

    chunks: Sequence[Chunk]

    def of(self, loss: Loss) -> Chunk | None:
        """The chunk that owns the line of a loss."""
        runs = self._runs.get((loss.path, loss.side), [])
        at = bisect_right(runs, (loss.line.number, len(self.chunks))) - 1
        return self.chunks[runs[at][1]] if at >= 0 else None

    @cached_property
    def _runs(self) -> dict[tuple[str, Side], list[tuple[int, int]]]:
        runs: dict[tuple[str, Side], list[tuple[int, int]]] = {}
        for at, chunk in enumerate(self.chunks):
            for span in chunk.owns:
                runs.setdefault((chunk.path, span.side), []).append((span.start, at))
        return {side: sorted(starts) for side, starts in runs.items()}


def _concerns(file: FileChange, language: str) -> bool:
    """Whether a check can be lost here: code that was there, stays, and is no test."""
    return file.status in _CHANGED and speaks(language) and not is_test(file.path)


def _excess(file: FileChange) -> str:
    """In which way a file is beyond what is compared in bounded time; "" if it is not."""
    removed = [line for edit in file.edits for line in edit.removed]
    known = (line for excerpt in file.excerpts for line in excerpt.lines)
    size = max(sum(map(len, removed)), sum(map(len, known)))
    if size > LARGEST:
        return f"{TOO_LARGE} to compare both sides: {size:,} characters"
    longest = max(map(len, removed), default=0)
    return f"{TOO_LARGE} to compare both sides: a line of {longest:,} characters" if longest > LONGEST else ""
