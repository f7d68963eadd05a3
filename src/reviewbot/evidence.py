"""What claims about one defect are worth together; no claim says so itself."""

from collections.abc import Sequence

from reviewbot.findings import Claim, Confidence


def confidence(claims: Sequence[Claim]) -> Confidence:
    """Two engines that agree are worth most; what fewer than half of several votes saw is worth least.

    `static/ruff` and `static/rules` are one engine. Else it is what the best claim is worth on its own.
    """
    if len({claim.by.partition("/")[0] for claim in claims}) > 1:
        return Confidence.HIGH
    votes, voters = _votes(claims)
    if 2 * votes < voters:
        return Confidence.LOW
    return max(claim.confidence for claim in claims)


def witnesses(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Who saw it, in short sentences; nothing where one reviewer read once, since that is the rule."""
    sources = sorted({claim.by for claim in claims})
    votes, voters = _votes(claims)
    said = [f"seen by {' and '.join(sources)}"] if len(sources) > 1 else []
    return (*said, f"{votes} of {voters} votes") if voters > 1 else tuple(said)


def _votes(claims: Sequence[Claim]) -> tuple[int, int]:
    """How many of how many votes saw it; (0, 0) if nobody voted."""
    voted = [claim for claim in claims if claim.voters > 1]
    return len({claim.vote for claim in voted}), max((claim.voters for claim in voted), default=0)
