"""Has a language model read every chunk, each with exactly one outcome, whatever the network does."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

from reviewbot.chunks import Chunk, Limits
from reviewbot.errors import ReviewerError, Unavailable
from reviewbot.review import Review, Unread
from reviewbot.reviewers.caller import Caller
from reviewbot.reviewers.finder import Finder
from reviewbot.reviewers.found import Found
from reviewbot.reviewers.item import BY
from reviewbot.reviewers.question import Asker
from reviewbot.reviewers.together import all_of, running
from reviewbot.reviewers.veil import LookUp, Veil


@dataclass(frozen=True, slots=True)
class ModelReviewer:
    """Reads chunks with a model behind an OpenAI-compatible endpoint.

    `veil` hides secrets, `look_up` finds code that the model asks for. Each chunk is read `votes` times.
    No request holds more than `bound` tokens of code and of places to look at.
    """

    caller: Caller
    system_prompt: str = field(repr=False)
    veil: Veil | None = None
    votes: int = 1
    look_up: LookUp | None = None
    bound: int = Limits().max_tokens

    @property
    def name(self) -> str:
        """Who reads, as it stands in reports."""
        return BY

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        """Yield the outcome of each chunk as it comes; calls start in the order of the chunks.

        As long as nobody knows what is secret, nothing is sent.

        Raises:
            Unavailable: the key, the balance or the model's name is wrong, after at most `concurrency` calls.
        """
        try:
            if self.veil:
                await asyncio.to_thread(self.veil.learn, chunks)
        except ReviewerError as error:
            for chunk in chunks:
                yield Unread(chunk, BY, error.message)
            return
        async with self.caller.session() as line:
            finder = self._finder(line)
            refusal: Unavailable | None = None
            async with running(self._read(chunk, finder) for chunk in chunks) as readings:
                for reading in asyncio.as_completed(readings):
                    try:
                        outcome = await reading
                    except Unavailable as error:  # calls under way end soon by themselves, and are paid for
                        refusal = error
                        continue
                    yield outcome
            if refusal:
                raise refusal

    async def _read(self, chunk: Chunk, finder: Finder) -> Review | Unread:
        """Every vote on one chunk, as one outcome."""
        votes = await all_of(finder.read(chunk, vote) for vote in range(1, self.votes + 1))
        if self.votes > 1:
            votes = [found.voted(vote, self.votes) for vote, found in enumerate(votes, 1)]
        # Claims quote lines as they are, so no report may show them so.
        redactions = self.veil.redactions(chunk) if self.veil else ()
        return sum(votes, start=Found()).outcome(chunk, redactions)

    def _finder(self, line: Asker) -> Finder:
        look_up = self.veil.learning(self.look_up) if self.veil and self.look_up else self.look_up
        return Finder(line, self.system_prompt, self.caller.count, self.veil, look_up, self.bound)
