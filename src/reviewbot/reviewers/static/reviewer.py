"""A detector as a reviewer: groups chunks by file, hands each hit to the chunk that owns its line."""

import asyncio
import traceback
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from reviewbot.chunks import Chunk
from reviewbot.errors import ReviewbotError
from reviewbot.review import Review, Unread
from reviewbot.reviewers.static.passages import (
    Hit,
    Passage,
    Unreadable,
    first_touching,
    new_lines,
    passages,
)
from reviewbot.spans import Side

if TYPE_CHECKING:
    from reviewbot.findings import Claim

_SAID: Final = 200
"""Characters of what an exception says, which may quote what was read."""
_Read = Sequence[tuple[Passage, Sequence[Hit] | Unreadable]]


class Detector(Protocol):
    """Finds defects in passages. Blocking: it runs in a thread."""

    @property
    def name(self) -> str:
        """Who reads, as it stands in reports."""

    def speaks(self, language: str) -> bool:
        """Whether there is anything to look for in this language."""

    def detect(self, texts: Sequence[Passage]) -> Iterable[Sequence[Hit] | Unreadable]:
        """One outcome for each passage, in their order. All of a change come at once: defects span files.

        Raises:
            Unavailable: nothing can be read at all.
        """


@dataclass(frozen=True, slots=True)
class StaticReviewer:
    """Reads the new side of changed files; a chunk that only removes lines has nothing to find."""

    detector: Detector

    @property
    def name(self) -> str:
        """The detector's name."""
        return self.detector.name

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        """Yield one outcome for each chunk: those with nothing to detect first, then file by file."""
        files: dict[str, list[Chunk]] = {}
        for chunk in chunks:
            if not (new_lines(chunk) and self.detector.speaks(chunk.language)):
                yield Review(chunk, self.name)
            elif chunk.file is None:
                yield Unread(chunk, self.name, "the chunk came without its file")
            else:
                files.setdefault(chunk.path, []).append(chunk)
        texts = [list(_passages(of_file)) for of_file in files.values()]
        found = await asyncio.to_thread(self._read, [passage for file in texts for passage in file])
        outcomes = iter(found)
        for of_file, file in zip(files.values(), texts, strict=True):
            for outcome in self._hand_out(of_file, [(passage, next(outcomes)) for passage in file]):
                yield outcome

    def _read(self, texts: Sequence[Passage]) -> list[Sequence[Hit] | Unreadable]:
        """All together; if a bug of ours ends that, each alone: findings stay, and all count as unread."""
        try:
            return list(self.detector.detect(texts)) if texts else []
        except ReviewbotError:
            raise
        except Exception as bug:  # noqa: BLE001 - the door of one detector: a bug in it must not cost the others' findings
            if len(texts) == 1:
                return [Unreadable(confessed(bug))]
            alone = [self._read([passage])[0] for passage in texts]
            reason = f"read by itself alone: {confessed(bug)}"
            return [
                each if isinstance(each, Unreadable) else Unreadable(reason, tuple(each)) for each in alone
            ]

    def _hand_out(self, chunks: Sequence[Chunk], read: _Read) -> Iterator[Review | Unread]:
        """Give each chunk the claims on its lines, or the reason why some of its lines were not read."""
        owned = sorted(
            (span.start, span.end, at)
            for at, chunk in enumerate(chunks)
            for span in chunk.owns
            if span.side is Side.NEW
        )
        runs = [(start, end) for start, end, _ in owned]
        claims: list[list[Claim]] = [[] for _ in chunks]
        every = [hit for _, found in read for hit in (found.hits if isinstance(found, Unreadable) else found)]
        redactions = tuple(redaction for hit in every for redaction in hit.redactions)
        for hit in every:
            line = hit.claim.line or 0
            at = first_touching(runs, line, hit.last)
            if at is None and hit.introduced:  # whoever owns the lines nearest to it
                at = min(
                    range(len(runs)), key=lambda run: min(abs(line - runs[run][0]), abs(line - runs[run][1]))
                )
            # Any other hit on lines that nobody changed is not this change's.
            if at is not None:
                claims[owned[at][2]].append(hit.claim)
        for chunk, found in zip(chunks, claims, strict=True):
            reason = next(_reasons(chunk, read), None)
            if reason:
                yield Unread(chunk, self.name, reason, claims=tuple(found), redactions=redactions)
            else:
                yield Review(chunk, self.name, tuple(found), redactions=redactions)


def confessed(bug: Exception) -> str:
    """What went wrong in us, and where."""
    *_, place = traceback.extract_tb(bug.__traceback__)
    where = f"{Path(place.filename).name}:{place.lineno}"
    return f"{type(bug).__name__}: {str(bug)[:_SAID]} ({where}); this is a bug in reviewbot"


def _passages(chunks: Sequence[Chunk]) -> Iterator[Passage]:
    file = chunks[0].file
    if file is not None:
        wanted = tuple(span for chunk in chunks for span in new_lines(chunk))
        yield from passages(file, chunks[0].language, wanted)


def _reasons(chunk: Chunk, read: _Read) -> Iterator[str]:
    runs = [(passage.start, passage.end) for passage, _ in read]
    for span in new_lines(chunk):
        at = first_touching(runs, span.start, span.end)
        outcome = Unreadable("the lines are not known") if at is None else read[at][1]
        if isinstance(outcome, Unreadable):
            yield outcome.reason
