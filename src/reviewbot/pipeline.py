"""The whole story: a change goes in, an honest report comes out."""

import asyncio
from collections.abc import Callable, Sequence

from reviewbot.chunks import Chunk, Plan
from reviewbot.diff import Target
from reviewbot.errors import Unavailable
from reviewbot.evidence import engine
from reviewbot.findings import Confidence, Severity
from reviewbot.report import Facts, Reading, Report, compile_report
from reviewbot.review import Review, Reviewer, Unread
from reviewbot.triage import Triage, triage
from reviewbot.verification import Opinion, Verifier, cases_of, settle, unheard, withhold

Watch = Callable[[Review | Unread], None]
NOTHING_KNOWN = Facts()


async def review_plan(
    target: Target,
    planned: Plan,
    reviewers: Sequence[Reviewer],
    min_severity: Severity = Severity.LOW,
    facts: Facts = NOTHING_KNOWN,
    watch: Watch = lambda _: None,
    verifier: Verifier | None = None,
    min_confidence: Confidence = Confidence.LOW,
) -> Report:
    """Have every reviewer read every chunk, sort out and challenge their claims, account for the rest.

    `watch` sees every outcome as it comes. Without a verifier no finding is challenged. What scanners alone
    are less sure of than `min_confidence` is named among what is dropped.
    """
    readings = await asyncio.gather(*(read(reviewer, planned.chunks, watch) for reviewer in reviewers))
    triaged = triage((outcome for reading in readings for outcome in reading.outcomes), min_severity)
    settled = await challenge(verifier, triaged) if verifier else triaged
    told = withhold(settled, min_confidence)
    engines = tuple(dict.fromkeys(engine(reviewer.name) for reviewer in reviewers))
    return compile_report(target, engines, planned, readings, told, facts)


async def read(reviewer: Reviewer, chunks: Sequence[Chunk], watch: Watch) -> Reading:
    """Have one reviewer read all chunks: each has exactly one outcome, whatever the reviewer does."""
    if not chunks:
        return Reading(reviewer.name, (), ())
    outcomes: dict[str, Review | Unread] = {}
    error: Unavailable | None = None
    try:
        async for outcome in reviewer.review(chunks):
            if outcomes.setdefault(outcome.chunk.id, outcome) is not outcome:
                raise AssertionError(f"{reviewer.name} read chunk {outcome.chunk.id} twice")
            watch(outcome)
    except Unavailable as unavailable:
        error = unavailable
    reason = error.message if error else "the reviewer ended without an outcome"
    every = [outcomes.get(chunk.id) or Unread(chunk, reviewer.name, reason) for chunk in chunks]
    return Reading(
        reviewer.name,
        tuple(outcome for outcome in every if isinstance(outcome, Review)),
        tuple(outcome for outcome in every if isinstance(outcome, Unread)),
        error,
    )


async def challenge(verifier: Verifier, triaged: Triage) -> Triage:
    """Put the findings to the verifier: one that it has no opinion of stays, and is called unverified."""
    cases = cases_of(triaged)
    if not cases:
        return triaged
    opinions: dict[str, Opinion] = {}
    reason = "the verifier ended without an answer"
    try:
        async for opinion in verifier.verify(cases):
            if opinions.setdefault(opinion.finding, opinion) is not opinion:
                raise AssertionError(f"finding {opinion.finding} was verified twice")
    except Unavailable as unavailable:
        reason = unavailable.message
    every = [opinions.get(case.finding.id) or unheard(case, reason) for case in cases]
    return settle(triaged, every)
