"""From claims to findings: tie each to code that exists, merge what is one defect, name what is dropped.

Nothing gets lost: claimed = reported + merged + dropped.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from reviewbot.chunks import Chunk, Row
from reviewbot.findings import (
    Claim,
    Confidence,
    Dropped,
    Finding,
    Severity,
    Status,
    cwe_family,
    fingerprint,
    mask,
    normalise,
    unmask,
)
from reviewbot.review import Review
from reviewbot.spans import Side

NEIGHBOURS = 3
"""Two reviewers that point at most this many lines apart, inside one function, mean one defect."""

_SHORTEST_VALUE = 6
"""A shorter secret is masked on its own line only: `root` or `1234` stand in many a harmless line."""

_MOST_VALUES = 500
"""So many values are looked for in every text; a hostile change may hold any number of them."""

_SHORTEST_FRAGMENT = 10
"""A quote that is only a part of a line must be this long, or `x` would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Place:
    """A claim tied to rows of the file."""

    claim: Claim
    path: str
    first: Row
    last: Row


@dataclass(frozen=True, slots=True)
class Secrets:
    """The secret values of a change by path and new line, and those that are looked for everywhere."""

    at: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict, repr=False)
    everywhere: frozenset[str] = field(default=frozenset(), repr=False)

    def shown(self, text: str, path: str = "", row: Row | None = None) -> str:
        """A text, or the line of a file, as a person may read it."""
        own = self.at.get((path, row.number), ()) if row and row.side is Side.NEW else ()
        return mask(text, self.everywhere.union(own))


_NO_SECRETS = Secrets()


@dataclass(frozen=True, slots=True)
class Triage:
    """The outcome: `claimed == len(findings) + merged + len(dropped)`."""

    findings: tuple[Finding, ...]
    dropped: tuple[Dropped, ...]
    merged: int
    claimed: int


def triage(reviews: Iterable[Review], min_severity: Severity = Severity.LOW) -> Triage:
    """Sort out what all reviewers claim; the worst findings come first."""
    claims = [(claim, review.chunk) for review in reviews for claim in review.claims]
    secrets = known_secrets(claims)
    dropped: list[Dropped] = []
    places: list[Place] = []
    for claim, chunk in claims:
        if place := anchor(claim, chunk, secrets):
            places.append(place)
        else:
            dropped.append(_dropped(claim, chunk.path, "the quoted code is not in the file", secrets))
    defects = merge(places)
    kept = [d for d in defects if max(p.claim.severity for p in d) >= min_severity]
    merged = sum(len(d) - 1 for d in kept)
    for defect in defects:
        if defect not in kept:
            reason = f"below the minimum severity {min_severity.label}"
            dropped += [_dropped(p.claim, p.path, reason, secrets, p.first) for p in defect]
    return Triage(_findings(kept, secrets), tuple(dropped), merged, len(claims))


def known_secrets(claims: Iterable[tuple[Claim, Chunk]]) -> Secrets:
    """Read the secret values from the lines that masked claims stand for; claims themselves hold none."""
    at: dict[tuple[str, int], tuple[str, ...]] = {}
    for claim, chunk in claims:
        if claim.masked and claim.line:
            at[chunk.path, claim.line] = unmask(claim.quote, _new_line(chunk, claim.line))
    values = sorted({value for line in at.values() for value in line if len(value) >= _SHORTEST_VALUE})
    return Secrets(at, frozenset(values[:_MOST_VALUES]))


def anchor(claim: Claim, chunk: Chunk, secrets: Secrets = _NO_SECRETS) -> Place | None:
    """Find the quoted code: in the chunk, else anywhere in the new file; None if it is nowhere.

    Among equal lines the one nearest to the claimed number wins, then a changed one.
    """
    quote = [code for line in claim.quote.splitlines() if (code := _unmarked(secrets.shown(line)))]
    if not quote:
        return None
    if row := _pointed_at(claim, chunk, quote, secrets):
        return Place(claim, chunk.path, row, row)
    shown = _shown((*chunk.context, *chunk.rows), chunk, secrets)
    spans = _exact(quote, shown) or _exact(quote, _shown(_unseen(chunk), chunk, secrets))
    spans = spans or _partial(quote, shown)
    if claim.side:
        spans = [span for span in spans if span[0].side is claim.side]
    if not spans:
        return None
    first, last = min(spans, key=lambda span: _distance(claim, span[0]))
    return Place(claim, chunk.path, first, last)


def merge(places: Iterable[Place]) -> list[list[Place]]:
    """Group what is one defect: same file, function and weakness, at one line or seen by others close by."""
    defects: list[list[Place]] = []
    by_kind: dict[tuple[str, str, str, str], list[list[Place]]] = {}
    for place in sorted(places, key=_order):
        row = place.first
        kind = by_kind.setdefault((place.path, row.side, row.symbol, cwe_family(place.claim.cwe)), [])
        same = next((defect for defect in reversed(kind) if _is_same(defect, place)), None)
        if same is None:
            same = []
            kind.append(same)
            defects.append(same)
        same.append(place)
    return defects


def _is_same(defect: Sequence[Place], place: Place) -> bool:
    lines = {other.first.number for other in defect}
    if place.first.number in lines:
        return True
    strangers = place.claim.by not in {other.claim.by for other in defect}
    return strangers and min(abs(place.first.number - line) for line in lines) <= NEIGHBOURS


def _order(place: Place) -> tuple[object, ...]:
    claim, row = place.claim, place.first
    return (
        place.path,
        row.side,
        row.number,
        claim.by,
        claim.cwe,
        -claim.severity,
        claim.title,
        claim.explanation,
    )


def _findings(defects: Iterable[list[Place]], secrets: Secrets) -> tuple[Finding, ...]:
    seen: Counter[tuple[str, ...]] = Counter()
    findings = []
    for defect in defects:
        best = max(defect, key=lambda p: (p.claim.confidence, p.claim.severity))
        key = (cwe_family(best.claim.cwe), best.path, best.first.symbol, normalise(best.first.text))
        findings.append(_finding(defect, best, seen[key], secrets))
        seen[key] += 1
    return tuple(sorted(findings, key=lambda f: (-f.severity, -f.confidence, f.path, f.side, f.line, f.cwe)))


def _finding(defect: Sequence[Place], best: Place, ordinal: int, secrets: Secrets) -> Finding:
    claim, row = best.claim, best.first
    fix = next((p.claim.fix for p in (best, *defect) if p.claim.fix), None)
    return Finding(
        id=fingerprint(claim.cwe, best.path, row.symbol, row.text, ordinal),
        path=best.path,
        side=row.side,
        line=row.number,
        end_line=best.last.number,
        cwe=claim.cwe,
        severity=max(p.claim.severity for p in defect),
        confidence=_confidence(defect),
        title=secrets.shown(claim.title),
        explanation=secrets.shown(claim.explanation),
        fix=secrets.shown(fix) if fix else None,
        quote=secrets.shown(row.text, best.path, row),
        symbol=row.symbol,
        sources=tuple(sorted({p.claim.by for p in defect})),
        status=_status(defect),
    )


def _dropped(claim: Claim, path: str, reason: str, secrets: Secrets, row: Row | None = None) -> Dropped:
    hidden = replace(
        claim,
        title=secrets.shown(claim.title),
        explanation=secrets.shown(claim.explanation),
        fix=secrets.shown(claim.fix) if claim.fix else None,
        quote=secrets.shown(claim.quote, path, row),
    )
    return Dropped(hidden, path, reason)


def _confidence(defect: Sequence[Place]) -> Confidence:
    """Two engines that agree are worth more than either alone; `static/ruff` and `static/rules` are one."""
    engines = {place.claim.by.partition("/")[0] for place in defect}
    if len(engines) > 1:
        return Confidence.HIGH
    return max(place.claim.confidence for place in defect)


def _status(defect: Sequence[Place]) -> Status:
    changed = any(place.first.sign != " " for place in defect)
    claimed = any(place.claim.status is Status.NEW for place in defect)
    return Status.NEW if changed or claimed else Status.PRE_EXISTING


def _pointed_at(claim: Claim, chunk: Chunk, quote: Sequence[str], secrets: Secrets) -> Row | None:
    """The very row that a claim names, side and number, if it reads as the claim says: no need to search."""
    if len(quote) > 1 or claim.side is None:
        return None
    named = (row for row in chunk.rows if row.number == claim.line and row.side is claim.side)
    return next(
        (row for row in named if normalise(secrets.shown(row.text, chunk.path, row)) == quote[0]), None
    )


def _shown(rows: Iterable[Row], chunk: Chunk, secrets: Secrets) -> list[tuple[Row, str]]:
    """Rows with their code as a claim would quote it, without blank ones."""
    codes = ((row, normalise(secrets.shown(row.text, chunk.path, row))) for row in rows)
    return [(row, code) for row, code in codes if code]


def _exact(quote: Sequence[str], written: Sequence[tuple[Row, str]]) -> list[tuple[Row, Row]]:
    """Runs of rows that read exactly as the quote."""
    size = len(quote)
    return [
        (written[at][0], written[at + size - 1][0])
        for at, (_, code) in enumerate(written[: len(written) - size + 1])
        if code == quote[0] and [text for _, text in written[at : at + size]] == list(quote)
    ]


def _partial(quote: Sequence[str], written: Sequence[tuple[Row, str]]) -> list[tuple[Row, Row]]:
    """Rows that contain the first quoted line as a part."""
    if len(quote[0]) < _SHORTEST_FRAGMENT:
        return []
    return [(row, row) for row, code in written if quote[0] in code]


def _new_line(chunk: Chunk, number: int) -> str:
    """The line of the new side that has this number, "" if it is not known."""
    excerpts = chunk.file.excerpts if chunk.file else ()
    known = (e.lines[number - e.start] for e in excerpts if e.start <= number <= e.end)
    return next(known, "")


def _unseen(chunk: Chunk) -> list[Row]:
    """The rest of the file's new side, for a model that remembers an import it was shown elsewhere."""
    excerpts = chunk.file.excerpts if chunk.file else ()
    numbered = chain.from_iterable(enumerate(excerpt.lines, excerpt.start) for excerpt in excerpts)
    return [Row(" ", number, text) for number, text in numbered]


def _unmarked(line: str) -> str:
    """A quoted line without the number and sign that a model may copy along."""
    return normalise(re.sub(r"^\s*\d+[ +]|^-(?=\s)", "", line))


def _distance(claim: Claim, row: Row) -> tuple[int, bool, int]:
    away = abs(row.number - claim.line) if claim.line else 0
    return (away, row.sign == " ", row.number)
