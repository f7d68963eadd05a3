"""A reviewer that was asked for and cannot start: its chunks become gaps, the others go on."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from reviewbot.chunks import Chunk
from reviewbot.errors import Unavailable
from reviewbot.review import Review, Unread


@dataclass(frozen=True, slots=True)
class AbsentReviewer:
    """Stands in for `name`, so that a missing key is a named gap over every line and never silence."""

    name: str
    reason: Unavailable

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        """Raise at once, whatever there is to read."""
        if chunks:
            raise self.reason
        for chunk in chunks:
            yield Unread(chunk, self.name, self.reason.message)
