"""What asking about a chunk comes to, put together from all that was asked of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reviewbot.chunks import Chunk
from reviewbot.findings import Claim
from reviewbot.review import Redaction, Rejected, Review, Unread, Usage
from reviewbot.reviewers.item import BY
from reviewbot.spans import Side, Span, runs

_NO_USAGE = Usage()


@dataclass(frozen=True, slots=True)
class Missing:
    """Changed lines that were not read, why, and by which of how many votes; (0, 0) if nobody voted."""

    spans: tuple[Span, ...]
    reason: str
    vote: int = 0
    voters: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The sum of some answers about one chunk: of its parts, of several rounds, of several votes.

    `cached` holds as long as nobody had to be asked. The empty one is the neutral element of the sum.
    """

    claims: tuple[Claim, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    usage: Usage = _NO_USAGE
    cached: bool = True
    missing: tuple[Missing, ...] = ()

    def __add__(self, other: "Found") -> "Found":
        return Found(
            self.claims + other.claims,
            self.rejected + other.rejected,
            self.usage + other.usage,
            self.cached and other.cached,
            self.missing + other.missing,
        )

    def voted(self, vote: int, voters: int) -> "Found":
        """The same as one of several votes."""
        return replace(
            self,
            claims=tuple(replace(claim, vote=vote, voters=voters) for claim in self.claims),
            missing=tuple(replace(missing, vote=vote, voters=voters) for missing in self.missing),
        )

    def outcome(self, chunk: Chunk, redactions: tuple[Redaction, ...] = ()) -> Review | Unread:
        """The one outcome of a chunk: read to its end only if nothing is missing."""
        if not self.missing:
            return Review(chunk, BY, self.claims, self.rejected, self.usage, redactions, self.cached)
        reasons = dict.fromkeys(missing.reason for missing in self.missing)
        reason = "; ".join(
            _told([missing for missing in self.missing if missing.reason == one]) for one in reasons
        )
        spans = _union(chunk.path, (span for missing in self.missing for span in missing.spans))
        whole = _union(chunk.path, chunk.holds)
        return Unread(chunk, BY, reason, self.usage, self.claims, redactions, () if spans == whole else spans)


def _told(missing: Sequence[Missing]) -> str:
    """One reason, and the votes that met it unless all did."""
    votes = sorted({one.vote for one in missing})
    told, voters = missing[0].reason, missing[0].voters
    if not voters or len(votes) == voters:
        return told
    return f"vote {' and '.join(map(str, votes))} of {voters}: {told}"


def _union(path: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Disjoint spans of all the lines."""
    lines = {(span.side, number) for span in spans for number in range(span.start, span.end + 1)}
    return tuple(
        Span(path, side, start, end)
        for side in Side
        for start, end in runs(sorted(number for its, number in lines if its is side))
    )
