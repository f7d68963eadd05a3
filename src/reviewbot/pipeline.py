"""The whole story: a change goes in, an honest report comes out."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reviewbot.chunks import Chunk, Plan
from reviewbot.diff import Target
from reviewbot.errors import Unavailable
from reviewbot.evidence import engine, is_scanner
from reviewbot.findings import Confidence, Severity
from reviewbot.pointers import pointed
from reviewbot.pragmas import heed
from reviewbot.report import Facts, Reading, Report, compile_report
from reviewbot.review import Review, Reviewer, Unread
from reviewbot.triage import Triage, triage
from reviewbot.verification import Opinion, Verifier, cases_of, settle, unheard, withhold

Watch = Callable[[Review | Unread], None]


class Bar(NamedTuple):
    """What is reported: nothing less grave, and of what scanners alone say nothing that is less sure."""

    severity: Severity = Severity.LOW
    confidence: Confidence = Confidence.LOW


EVERYTHING = Bar()
NOTHING_KNOWN = Facts()


async def review_plan(
    target: Target,
    planned: Plan,
    reviewers: Sequence[Reviewer],
    bar: Bar = EVERYTHING,
    facts: Facts = NOTHING_KNOWN,
    watch: Watch = lambda _: None,
    verifier: Verifier | None = None,
) -> Report:
    """Have every reviewer read every chunk, sort out and challenge their claims, account for the rest.

    Scanners read first: where they suspect something, the others look too, and judge for themselves.
    `watch` sees every outcome as it comes. Without a verifier no finding is challenged. What the code asks to
    ignore and what is below the bar is named among what is dropped.
    """
    scanners = [reviewer for reviewer in reviewers if is_scanner(reviewer.name)]
    others = [reviewer for reviewer in reviewers if not is_scanner(reviewer.name)]
    scanned = await read_by_all(scanners, planned.chunks, watch)
    readings = (*await read_by_all(others, pointed(planned.chunks, scanned), watch), *scanned)
    triaged = triage((outcome for reading in readings for outcome in reading.outcomes), bar.severity)
    heeded = heed(triaged, target)
    settled = await challenge(verifier, heeded) if verifier else heeded
    told = withhold(settled, bar.confidence)
    engines = tuple(dict.fromkeys(engine(reviewer.name) for reviewer in reviewers))
    return compile_report(target, engines, planned, readings, told, facts)


async def read_by_all(reviewers: Iterable[Reviewer], chunks: Sequence[Chunk], watch: Watch) -> list[Reading]:
    """Have several reviewers read all chunks at the same time."""
    return await asyncio.gather(*(read(reviewer, chunks, watch) for reviewer in reviewers))


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
