"""Has a language model read every chunk, each with exactly one outcome, whatever the network does."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

from reviewbot.chunks import Chunk
from reviewbot.review import Review, Unread
from reviewbot.reviewers.caller import Caller
from reviewbot.reviewers.faults import CallFault
from reviewbot.reviewers.item import BY
from reviewbot.reviewers.question import Asker
from reviewbot.reviewers.reply import parse_reply
from reviewbot.reviewers.request import review_question


@dataclass(frozen=True, slots=True)
class ModelReviewer:
    """Reads chunks with a model behind an OpenAI-compatible endpoint."""

    caller: Caller
    system_prompt: str = field(repr=False)

    @property
    def name(self) -> str:
        """Who reads, as it stands in reports."""
        return BY

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        """Yield the outcome of each chunk as it comes; calls start in the order of the chunks.

        Raises:
            Unavailable: the key, the balance or the model's name is wrong, after at most `concurrency` calls.
        """
        async with self.caller.session() as line:
            readings = [asyncio.create_task(self._read(chunk, line)) for chunk in chunks]
            try:
                for reading in asyncio.as_completed(readings):
                    yield await reading
            finally:
                for task in readings:
                    task.cancel()
                await asyncio.gather(*readings, return_exceptions=True)

    async def _read(self, chunk: Chunk, line: Asker) -> Review | Unread:
        try:
            answer = await line.ask(review_question(self.system_prompt, chunk), parse_reply)
        except CallFault as fault:
            return Unread(chunk, BY, fault.message, fault.usage)
        reply = answer.value
        return Review(chunk, BY, reply.claims, reply.rejected, answer.usage)
