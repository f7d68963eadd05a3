"""From claims to findings: tie each to code that exists, merge what is one defect, name what is dropped.

Nothing gets lost: claimed = reported + merged + dropped.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from reviewbot.chunks import Chunk, Row
from reviewbot.chunks.visible import visible
from reviewbot.evidence import confidence, witnesses
from reviewbot.findings import (
    Claim,
    Dropped,
    Finding,
    Severity,
    Status,
    cwe_family,
    fingerprint,
    mask,
    normalise,
)
from reviewbot.review import Review, Unread, Usage
from reviewbot.spans import Side

NEIGHBOURS = 3
"""Two reviewers that point at most this many lines apart, inside one function, mean one defect."""

_VAGUE = "CWE-20"
"""What is said of input that nobody looks at any more, as long as nobody says what it does."""

_SHORTEST_VALUE = 6
"""A shorter secret is hidden on its own line only: `root` or `1234` stand in many a harmless line."""

_MOST_VALUES = 500
"""So many values are looked for in every text; a hostile change may hold any number of them."""

BELOW = "below the minimum severity "
"""How the reason begins when a person asked not to see a finding; the severity follows."""

_SHORTEST_FRAGMENT = 10
"""A quote that is only a part of a line must be this long, or `x` would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Place:
    """A claim tied to rows of the file that its chunk is a piece of."""

    claim: Claim
    chunk: Chunk
    first: Row
    last: Row

    @property
    def path(self) -> str:
        """The file."""
        return self.chunk.path


@dataclass(frozen=True, slots=True)
class Secrets:
    """What no report may show: lines by path, side and number, and values wherever they stand."""

    lines: Mapping[tuple[str, Side, int], str]
    values: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, reviews: Iterable[Review | Unread]) -> "Secrets":
        """All that the reviewers of a change have come upon."""
        found = [(review.chunk.path, redaction) for review in reviews for redaction in review.redactions]
        values = sorted({value for _, r in found for value in r.values if len(value) >= _SHORTEST_VALUE})
        lines = {(path, r.side, r.line): r.shown for path, r in found}
        return cls(lines, frozenset(values[:_MOST_VALUES]))

    def hide(self, text: str) -> str:
        """A text as a person may read it."""
        return mask(text, self.values)

    def quote(self, place: "Place") -> str:
        """The first line of a place as a person may read it."""
        row = place.first
        redacted = self.lines.get((place.path, row.side, row.number))
        return self.hide(row.text if redacted is None else redacted)


@dataclass(frozen=True, slots=True)
class Triage:
    """The outcome: `claimed == len(findings) + merged + len(dropped)`."""

    findings: tuple[Finding, ...]
    dropped: tuple[Dropped, ...]
    merged: int
    claimed: int
    secrets: "Secrets" = field(repr=False, default_factory=lambda: Secrets({}, frozenset()))
    """What the rest of a report has to hide too."""
    chunks: Mapping[str, Chunk] = field(repr=False, default_factory=dict)
    """The piece in which each finding was seen, by the finding's id."""
    usage: Usage = field(default_factory=Usage)
    """What testing the findings cost."""
    notes: tuple[str, ...] = ()
    """Sentences for whoever reads the report."""


def triage(reviews: Iterable[Review | Unread], min_severity: Severity = Severity.LOW) -> Triage:
    """Sort out what all reviewers claim; the worst findings come first."""
    reviews = tuple(reviews)
    secrets = Secrets.of(reviews)
    claims = [(claim, review.chunk) for review in reviews for claim in review.claims]
    dropped: list[Dropped] = []
    places: list[Place] = []
    for claim, chunk in claims:
        if place := anchor(claim, chunk):
            places.append(place)
        else:
            dropped.append(_dropped(claim, chunk.path, "the quoted code is not in the file", secrets))
    kept: list[list[Place]] = []
    for defect in merge(places):
        if max(place.claim.severity for place in defect) >= min_severity:
            kept.append(defect)
            continue
        reason = f"{BELOW}{min_severity.label}"
        dropped += [_dropped(p.claim, p.path, reason, secrets, secrets.quote(p)) for p in defect]
    merged = sum(len(defect) - 1 for defect in kept)
    found = _findings(kept, secrets)
    chunks = {finding.id: chunk for finding, chunk in found}
    return Triage(rank(finding for finding, _ in found), tuple(dropped), merged, len(claims), secrets, chunks)


def rank(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The worst first, and among equals the surest."""
    return tuple(sorted(findings, key=lambda f: (-f.severity, -f.confidence, f.path, f.side, f.line, f.cwe)))


def anchor(claim: Claim, chunk: Chunk) -> Place | None:
    """Find the quoted code: in the chunk, else anywhere in the new file; None if it is nowhere.

    Among equal lines the one nearest to the claimed number wins, then a changed one.
    """
    if row := _pointed_at(claim, chunk):
        return Place(claim, chunk, row, row)
    # As in git only LF ends a line: a form feed in a line must not hide what is found on it.
    quote = [code for line in claim.quote.split("\n") if (code := _unmarked(line))]
    if not quote:
        return None
    shown = _written((*chunk.context, *chunk.rows))
    spans = _exact(quote, shown) or _exact(quote, _written(_unseen(chunk))) or _partial(quote, shown)
    if claim.side:
        spans = [span for span in spans if span[0].side is claim.side]
    if not spans:
        return None
    first, last = min(spans, key=lambda span: _distance(claim, span[0]))
    return Place(claim, chunk, first, last)


def merge(places: Iterable[Place]) -> list[list[Place]]:
    """Group what is one defect: same file, function and weakness, at one line or seen by others close by."""
    defects: list[_Defect] = []
    near: dict[tuple[str, str, str, str], list[_Defect]] = {}
    for place in sorted(places, key=_order):
        row = place.first
        kind = (place.path, row.side, row.symbol, _meaning(place.claim))
        # Lines only grow from here: what is too far behind now is never met again.
        near[kind] = [defect for defect in near.get(kind, ()) if row.number - defect.last <= NEIGHBOURS]
        same = next((defect for defect in reversed(near[kind]) if defect.holds(place)), None)
        if same is None:
            same = _Defect()
            near[kind].append(same)
            defects.append(same)
        same.add(place)
    return [defect.places for defect in _with_what_is_gone(defects)]


def _with_what_is_gone(defects: Sequence["_Defect"]) -> Iterator["_Defect"]:
    """Without removed checks of which others see in the same function what they let through now.

    They are told there: who reads of one defect at two places looks for a second one. An input that is no
    longer looked at is told by what it does, at that line.
    """
    at_line: dict[tuple[str, str, int], _Defect] = {}
    for defect in defects:
        row = defect.first
        if row.first.side is Side.NEW and row.first.symbol and _meaning(row.claim) != _VAGUE:
            at_line.setdefault((row.path, row.first.symbol, row.first.number), defect)
    told = [defect for defect in defects if not _joins(defect, _done_there(defect, at_line))]
    by_meaning: dict[tuple[str, str, str], _Defect] = {}
    for defect in told:
        row = defect.first
        if row.first.side is Side.NEW and row.first.symbol:
            by_meaning.setdefault((row.path, row.first.symbol, _meaning(row.claim)), defect)
    for defect in told:
        row = defect.first
        key = (row.path, row.first.symbol, _meaning(row.claim))
        if row.first.side is Side.NEW or not _joins(defect, by_meaning.get(key)):
            yield defect


def _done_there(defect: "_Defect", at_line: Mapping[tuple[str, str, int], "_Defect"]) -> "_Defect | None":
    """What an input does at the line where nobody looks at it any more; the number is of its side."""
    row = defect.first
    if row.first.side is Side.OLD or _meaning(row.claim) != _VAGUE:
        return None
    return at_line.get((row.path, row.first.symbol, row.first.number))


def _joins(defect: "_Defect", other: "_Defect | None") -> bool:
    """Whether a defect went to one that others saw."""
    if other is None or not other.readers.isdisjoint(defect.readers):
        return False
    other.places += defect.places
    other.readers |= defect.readers
    return True


@dataclass(slots=True)
class _Defect:
    """What is one defect so far; places come in the order of their lines."""

    places: list[Place] = field(default_factory=list)
    readers: set[tuple[str, int]] = field(default_factory=set)
    last: int = 0

    @property
    def first(self) -> Place:
        """Where it begins."""
        return self.places[0]

    def add(self, place: Place) -> None:
        self.places.append(place)
        self.readers.add(_reader(place))
        self.last = place.first.number

    def holds(self, place: Place) -> bool:
        """Whether a place that is near is the same defect: on its last line, or seen by somebody else."""
        return place.first.number == self.last or _reader(place) not in self.readers


def _reader(place: Place) -> tuple[str, int]:
    return place.claim.by, place.claim.vote


def _meaning(claim: Claim) -> str:
    """What claims about one defect have in common; where no weakness is named, the very same title."""
    family = cwe_family(claim.cwe)
    return family if family[-1:].isdigit() else f"{family} {claim.title}"


def _order(place: Place) -> tuple[object, ...]:
    claim, row = place.claim, place.first
    return (
        place.path,
        row.side,
        row.number,
        claim.by,
        claim.vote,
        claim.cwe,
        -claim.severity,
        claim.title,
        claim.explanation,
    )


def _findings(defects: Iterable[list[Place]], secrets: Secrets) -> list[tuple[Finding, Chunk]]:
    seen: Counter[tuple[str, ...]] = Counter()
    findings = []
    for defect in defects:
        best = max(defect, key=lambda p: (p.first.side is Side.NEW, p.claim.confidence, p.claim.severity))
        key = (cwe_family(best.claim.cwe), best.path, best.first.symbol, normalise(secrets.quote(best)))
        findings.append((_finding(defect, best, seen[key], secrets), best.chunk))
        seen[key] += 1
    return findings


def _finding(defect: Sequence[Place], best: Place, ordinal: int, secrets: Secrets) -> Finding:
    claim, row = best.claim, best.first
    quote = secrets.quote(best)
    fix = next((p.claim.fix for p in (best, *defect) if p.claim.fix), None)
    return Finding(
        # Of what may be shown: a hash of the line itself would let anyone try out short secrets.
        id=fingerprint(claim.cwe, best.path, row.symbol, quote, ordinal),
        path=best.path,
        side=row.side,
        line=row.number,
        end_line=best.last.number,
        cwe=claim.cwe,
        severity=max(p.claim.severity for p in defect),
        confidence=confidence([p.claim for p in defect]),
        title=secrets.hide(claim.title),
        explanation=secrets.hide(claim.explanation),
        fix=secrets.hide(fix) if fix else None,
        quote=quote,
        symbol=row.symbol,
        sources=tuple(sorted({p.claim.by for p in defect})),
        status=_status(defect),
        evidence=witnesses([p.claim for p in defect]),
    )


def _dropped(claim: Claim, path: str, reason: str, secrets: Secrets, quote: str | None = None) -> Dropped:
    """A claim without its secrets; `quote` is how its line may be shown, where the line is known."""
    hidden = replace(
        claim,
        title=secrets.hide(claim.title),
        explanation=secrets.hide(claim.explanation),
        fix=secrets.hide(claim.fix) if claim.fix else None,
        quote=secrets.hide(claim.quote) if quote is None else quote,
    )
    return Dropped(hidden, path, reason)


def _status(defect: Sequence[Place]) -> Status:
    changed = any(place.first.sign != " " for place in defect)
    claimed = any(place.claim.status is Status.NEW for place in defect)
    return Status.NEW if changed or claimed else Status.PRE_EXISTING


def _pointed_at(claim: Claim, chunk: Chunk) -> Row | None:
    """The very row that a claim names, side and number, if it reads as the claim says: no need to search."""
    named = (row for row in chunk.rows if row.number == claim.line and row.side is claim.side)
    return next((row for row in named if row.text.strip() and row.text == claim.quote), None)


def _written(rows: Iterable[Row]) -> list[tuple[Row, str]]:
    """Rows with their code as a claim would quote it, without blank ones."""
    codes = ((row, normalise(visible(row.text))) for row in rows)
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


def _unseen(chunk: Chunk) -> list[Row]:
    """The rest of the file's new side, for a model that remembers an import it was shown elsewhere."""
    excerpts = chunk.file.excerpts if chunk.file else ()
    numbered = chain.from_iterable(enumerate(excerpt.lines, excerpt.start) for excerpt in excerpts)
    return [Row(" ", number, text) for number, text in numbered]


def _unmarked(line: str) -> str:
    """A quoted line without the number and sign that a model may copy along."""
    return normalise(visible(re.sub(r"^\s*\d+[ +]|^-(?=\s)", "", line)))


def _distance(claim: Claim, row: Row) -> tuple[int, bool, int]:
    away = abs(row.number - claim.line) if claim.line else 0
    return (away, row.sign == " ", row.number)
