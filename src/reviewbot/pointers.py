"""Where scanners suspect something, as places for a model to look at.

Told in our own words alone: what an imported log calls a defect may have been written by whoever wrote the
code, and what a secret looks like is nobody's business.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, dropwhile, islice
from typing import Final

from reviewbot.chunks import Chunk, Pointer
from reviewbot.evidence import engine
from reviewbot.findings import Claim, cwe_family, normalise
from reviewbot.report import Reading
from reviewbot.spans import Side
from reviewbot.triage import anchor

MOST: Final = 8
"""So many places are named in one chunk: who is shown more looks nowhere else."""
_OURS: Final = "static"
_CREDENTIALS: Final = cwe_family("CWE-798")
_NUMBERED: Final = re.compile(r"CWE-[1-9]\d{0,4}")
_LONGEST_TITLE: Final = 80
_DOUBT: Final = "it may be wrong, judge for yourself"


def pointed(chunks: Iterable[Chunk], readings: Iterable[Reading]) -> tuple[Chunk, ...]:
    """The chunks, each with the places that were named in it, however unsure of them somebody is."""
    claims: dict[str, list[Claim]] = {}
    for outcome in chain.from_iterable(reading.outcomes for reading in readings):
        claims.setdefault(outcome.chunk.id, []).extend(outcome.claims)
    return tuple(replace(chunk, pointers=_pointers(chunk, claims.get(chunk.id, ()))) for chunk in chunks)


def _pointers(chunk: Chunk, claims: Iterable[Claim]) -> tuple[Pointer, ...]:
    """One for each line and weakness, the gravest first."""
    pointers: dict[tuple[int, str], Pointer] = {}
    for claim in sorted(claims, key=lambda claim: (-claim.severity, -claim.confidence)):
        if pointer := _pointer(chunk, claim):
            pointers.setdefault((pointer.line, claim.cwe), pointer)
    return tuple(islice(pointers.values(), MOST))


def _pointer(chunk: Chunk, claim: Claim) -> Pointer | None:
    """The line of a claim, or the one below what was removed; None if the chunk shows no such line."""
    place = anchor(claim, chunk)
    below = dropwhile(lambda row: row != place.first, chunk.rows) if place else ()
    shown = next((row for row in below if row.side is Side.NEW), None)
    if place is None or shown is None:
        return None
    where = "" if shown == place.first else " in what was removed above it"
    return Pointer(shown.number, f"a scanner suspects {_what(claim)}{where}; {_DOUBT}")


def _what(claim: Claim) -> str:
    cwe = claim.cwe if _NUMBERED.fullmatch(claim.cwe) else "a weakness"
    is_told = engine(claim.by) == _OURS and cwe_family(claim.cwe) != _CREDENTIALS
    return f"{cwe} ({normalise(claim.title)[:_LONGEST_TITLE]})" if is_told else cwe
