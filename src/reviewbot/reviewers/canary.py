"""Checks whether a model sees anything at all: it reads one chunk with a known defect among the others.

A model that was talked into silence, or answers everything with an empty list, is silent there too. What it
says of other chunks is worth nothing then, so that none of them counts as read.
"""

import tomllib
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from importlib.resources import files
from typing import Final, Self

from reviewbot.chunks import Chunk, Row
from reviewbot.diff import Excerpt, FileChange, Nature, Status, split_lines, whole
from reviewbot.errors import Unavailable
from reviewbot.findings import Claim, cwe_family
from reviewbot.review import Review, Reviewer, Unread, Usage
from reviewbot.spans import Side, Span
from reviewbot.triage import anchor
from reviewbot.verification import Case, Opinion, Verifier, unheard

FAILED: Final = "model check failed"
"""How the reason begins where what a model said does not count."""

_CWE: Final = "CWE-89"
_NOUNS: Final = ("order", "invoice", "member", "ticket", "parcel", "booking", "payment", "article", "project")
_FIELDS: Final = ("owner", "status", "country", "reference", "email", "label", "city")
_BUILT_IN: Final = "python"


@dataclass(frozen=True, slots=True)
class Canary:
    """A chunk with a defect, and the lines that show it."""

    chunk: Chunk
    sink: frozenset[int]

    @classmethod
    def of(cls, languages: Iterable[str], seed: str) -> Self:
        """A canary in the commonest of some languages, if there is one in it; another for each seed."""
        samples = tomllib.loads(files(__package__).joinpath("canaries.toml").read_text(encoding="utf-8"))
        commonest = next((language for language, _ in Counter(languages).most_common(1)), _BUILT_IN)
        language = commonest if commonest in samples else _BUILT_IN
        sample = samples[language]
        path, code = (
            _filled(sample[part], int(sha256(seed.encode()).hexdigest(), 16)) for part in ("path", "code")
        )
        return cls(_chunk(path, code, language), frozenset(sample["sink"]))

    def failure(self, outcome: Review | Unread) -> str:
        """Why the check failed, "" if the defect was seen."""
        if isinstance(outcome, Unread):
            return f"{FAILED}: a chunk with a known defect could not be read: {outcome.reason}"
        return "" if any(map(self._sees, outcome.claims)) else f"{FAILED}: it was silent about a known defect"

    def _sees(self, claim: Claim) -> bool:
        place = anchor(claim, self.chunk)
        named = cwe_family(claim.cwe) == cwe_family(_CWE)
        return place is not None and (named or place.first.number in self.sink)


@dataclass(slots=True)
class Check:
    """What the canary of a run told of its model; `failure` is "" unless it was silent."""

    failure: str = ""


@dataclass(frozen=True, slots=True)
class CanaryReviewer:
    """Has `inner` read a canary first, and holds back what it says of the others until that is known.

    Each run has a `seed` of its own, so that no kept answer passes the check.
    """

    inner: Reviewer
    seed: str
    check: Check = field(default_factory=Check)

    @property
    def name(self) -> str:
        """Who reads, as it stands in reports."""
        return self.inner.name

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        """Yield one outcome for each chunk; the first bears what the check cost.

        Raises:
            Unavailable: as the inner reviewer does.
        """
        canary = Canary.of((chunk.language for chunk in chunks), self.seed)
        held: list[Review | Unread] = []
        failure: str | None = None
        error: Unavailable | None = None
        bill = Usage()
        try:
            async for outcome in self.inner.review((canary.chunk, *chunks)):
                if outcome.chunk.id == canary.chunk.id:
                    failure, bill = canary.failure(outcome), outcome.usage
                    self.check.failure = failure
                else:
                    held.append(outcome)
                while failure is not None and held:
                    yield _judged(held.pop(0), failure, bill)
                    bill = Usage()
        except Unavailable as unavailable:
            error = unavailable
        for outcome in held:
            yield _judged(outcome, f"{FAILED}: a chunk with a known defect was not read", bill)
        if error:
            raise error


@dataclass(frozen=True, slots=True)
class CheckedVerifier:
    """Asks `inner` only if the model has passed its check: else it could talk findings of others down."""

    inner: Verifier
    check: Check

    async def verify(self, cases: Sequence[Case]) -> AsyncIterator[Opinion]:
        """Yield one opinion for each case, or what the inner verifier yields.

        Raises:
            Unavailable: as the inner verifier does.
        """
        if self.check.failure:
            for case in cases:
                yield unheard(case, self.check.failure)
            return
        async for opinion in self.inner.verify(cases):
            yield opinion


def _judged(outcome: Review | Unread, failure: str, bill: Usage) -> Review | Unread:
    """The outcome as it counts; what was found is kept either way."""
    outcome = replace(outcome, usage=outcome.usage + bill)
    if isinstance(outcome, Unread) or not failure:
        return outcome
    return Unread(outcome.chunk, outcome.by, failure, outcome.usage, outcome.claims, outcome.redactions)


def _filled(text: str, seed: int) -> str:
    """A sample with names that a seed chooses."""
    seed, noun = divmod(seed, len(_NOUNS))
    seed, field = divmod(seed, len(_FIELDS))
    text = text.replace("NOUN", _NOUNS[noun]).replace("FIELD", _FIELDS[field])
    return text.replace("NUMBER", str(1_000 + seed % 900_000))


def _chunk(path: str, code: str, language: str) -> Chunk:
    """One chunk that owns every line of a new file."""
    lines = split_lines(code)
    rows = tuple(Row("+", number, line) for number, line in enumerate(lines, 1))
    text = f"{path} ({language})\n" + "".join(row.render() for row in rows)
    edits, excerpts = whole(lines, removed=False), (Excerpt(1, lines),)
    return Chunk(
        id=sha256(text.encode()).hexdigest()[:16],
        path=path,
        language=language,
        symbol="",
        context=(),
        rows=rows,
        owns=(Span(path, Side.NEW, 1, len(lines)),),
        continues=(),
        text=text,
        file=FileChange(path, path, Status.ADDED, Nature.TEXT, edits, excerpts, complete=True),
    )
