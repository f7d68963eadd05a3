"""What it means to have read a chunk."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reviewbot.chunks import Chunk
from reviewbot.findings import Claim
from reviewbot.spans import Side, Span


@dataclass(frozen=True, slots=True)
class Usage:
    """What reading cost. `cost_usd` is None as soon as one price is unknown."""

    calls: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = 0.0

    def __add__(self, other: "Usage") -> "Usage":
        unknown = self.cost_usd is None or other.cost_usd is None
        return Usage(
            self.calls + other.calls,
            self.prompt_tokens + other.prompt_tokens,
            self.cached_tokens + other.cached_tokens,
            self.completion_tokens + other.completion_tokens,
            None if unknown else (self.cost_usd or 0.0) + (other.cost_usd or 0.0),
        )


@dataclass(frozen=True, slots=True)
class Rejected:
    """An item of a reply that is no claim at all: an excerpt of it, and what is wrong with it."""

    excerpt: str
    reason: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """A line that holds secret values: how it may be shown, and the values."""

    line: int
    shown: str
    values: tuple[str, ...] = field(repr=False)
    side: Side = Side.NEW


@dataclass(frozen=True, slots=True)
class Review:
    """One chunk read to its end by one reviewer. No claims means none found, never "not read".

    `redactions` are lines of the chunk's file that no report may show as they are, whoever quotes them.
    `cached` says that nobody had to be asked, since the same code was read before.
    """

    chunk: Chunk
    by: str
    claims: tuple[Claim, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    usage: Usage = Usage()
    redactions: tuple[Redaction, ...] = field(default=(), repr=False)
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """One chunk that one reviewer could not read to its end, why, and what trying cost.

    The pipeline turns it into a failed `Gap` over `spans`, the lines that stayed unread: all that the chunk
    holds unless the reviewer knows better. What was found before it had to give up is kept in `claims`.
    """

    chunk: Chunk
    by: str
    reason: str
    usage: Usage = Usage()
    claims: tuple[Claim, ...] = ()
    redactions: tuple[Redaction, ...] = field(default=(), repr=False)
    spans: tuple[Span, ...] = ()


class Reviewer(Protocol):
    """Reads chunks. Caching, budgets and the like are reviewers that wrap a reviewer."""

    @property
    def name(self) -> str:
        """Who reads, as it stands in reports: `model`, `static/ruff`."""

    def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        """Yield one outcome for each chunk, in any order.

        Raises:
            Unavailable: nothing more can be read. The chunks without an outcome become gaps.
        """
