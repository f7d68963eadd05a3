"""What claims about one defect are worth together; no claim says so itself."""

from collections.abc import Sequence

from reviewbot.findings import Claim, Confidence

_IMPORT = "import/"
_STATIC = "static"
_KIN = {"import/bandit": _STATIC, "import/ruff": _STATIC}
"""Scanners whose rules `static/ruff` runs too: who reads by the same rule bears no second witness."""


def engine(by: str) -> str:
    """Whose word a reviewer's is: all of `static/` is one engine, each imported scanner is its own."""
    return by if by.startswith(_IMPORT) else by.partition("/")[0]


def is_scanner(by: str) -> bool:
    """Whether a reviewer goes by rules, our own or imported, so that no text in the code can talk it over."""
    return by.startswith((f"{_STATIC}/", _IMPORT))


def confidence(claims: Sequence[Claim]) -> Confidence:
    """A model and a scanner that agree are worth most; what fewer than half of several votes saw, least.

    Scanners alone are worth one step more than the best of them: they look at the same shape of the code, and
    err together. Else it is what the best claim is worth on its own.
    """
    best = max(claim.confidence for claim in claims)
    engines = {engine(claim.by) for claim in claims}
    if len({_KIN.get(one, one) for one in engines}) > 1:
        alone = all(is_scanner(claim.by) for claim in claims)
        return _raised(best, claims) if alone else Confidence.HIGH
    votes, voters = _votes(claims)
    return Confidence.LOW if 2 * votes < voters else best


def _raised(best: Confidence, claims: Sequence[Claim]) -> Confidence:
    """One step more, unless nobody has named a weakness, so that each may mean something else."""
    named = any(claim.cwe[-1:].isdigit() for claim in claims)
    return Confidence(min(best + named, Confidence.HIGH))


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
