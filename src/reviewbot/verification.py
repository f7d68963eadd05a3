"""Second opinions: each finding is put to somebody who tries to refute it, and what they can show decides.

| what is shown | a model's finding | one that a scanner saw too, ours or an imported one |
|---|---|---|
| confirmed; source and sink stand in the code | high | high |
| confirmed; the sink stands, the source does not | medium | as it was, at least medium |
| needs context that is not shown | low | as it was |
| refuted; the guard stands in the code | dropped, with the reason | low |
| no answer, or one whose quotes do not stand | as it was, at most medium | as it was |

A guard that stands behind the harm, in one function with it, guards nothing.
Who cannot quote has shown nothing, so that neither a lost answer nor an obedient one removes a finding. Votes
count until somebody has looked closer.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from reviewbot.chunks import Chunk
from reviewbot.evidence import is_scanner
from reviewbot.findings import Confidence, Dropped, Finding
from reviewbot.quotes import Line, code_lines, standing
from reviewbot.review import Usage
from reviewbot.spans import Side
from reviewbot.triage import Triage, rank

UNSURE = "less sure than "
"""How the reason begins when a scanner alone is not sure enough; the confidence asked for follows."""

_CERTAIN = frozenset({"static/secrets", "static/deception"})
"""What these see stands there as it is; there is no way of data to argue about."""

_SHORTEST_GUARD = 8
"""Characters. `else:` or `}` stands in any code and guards nothing."""


_LONGEST_GUARD = 200
"""Characters of a guard that a reason shows."""


class Ruling(StrEnum):
    """What came of the attempt to refute a finding."""

    CONFIRMED = "confirmed"
    REFUTED = "refuted"
    NEEDS_CONTEXT = "needs_context"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Case:
    """A finding, and the piece of code in which it was seen."""

    finding: Finding
    chunk: Chunk


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a verifier says of the finding with this id; nothing of it is believed yet.

    `source`, `sink` and `guard` are lines of code as quoted, "" where none was; `reason` is a sentence.
    """

    finding: str
    ruling: Ruling
    reason: str = ""
    source: str = ""
    sink: str = ""
    guard: str = ""
    usage: Usage = field(default_factory=Usage)


class Verifier(Protocol):
    """Tries to refute findings."""

    def verify(self, cases: Sequence[Case]) -> AsyncIterator[Opinion]:
        """Yield at most one opinion for each case, in any order.

        Raises:
            Unavailable: nobody can be asked any more. The cases without an opinion stay unverified.
        """


def cases_of(triaged: Triage) -> tuple[Case, ...]:
    """What there is to argue about, the worst first."""
    return tuple(
        Case(finding, triaged.chunks[finding.id])
        for finding in triaged.findings
        if not _CERTAIN & set(finding.sources)
    )


def unheard(case: Case, reason: str) -> Opinion:
    """That nobody could be asked, which refutes nothing."""
    return Opinion(case.finding.id, Ruling.UNVERIFIED, reason)


def settle(triaged: Triage, opinions: Sequence[Opinion]) -> Triage:
    """The findings as they stand after all opinions; ids stay, and nothing is lost.

    A refuted finding is dropped in sight of everybody; `claimed` still is findings, merged and dropped.
    """
    by_finding = {opinion.finding: opinion for opinion in opinions}
    findings: list[Finding] = []
    dropped: list[Dropped] = []
    for finding in triaged.findings:
        opinion = by_finding.get(finding.id)
        settled = _settle(Case(finding, triaged.chunks[finding.id]), opinion) if opinion else finding
        if isinstance(settled, Finding):
            findings.append(replace(settled, evidence=tuple(map(triaged.secrets.hide, settled.evidence))))
        else:
            dropped.append(replace(settled, reason=triaged.secrets.hide(settled.reason)))
    return replace(
        triaged,
        findings=rank(findings),
        dropped=triaged.dropped + tuple(dropped),
        usage=sum((opinion.usage for opinion in opinions), start=Usage()),
    )


def withhold(triaged: Triage, minimum: Confidence) -> Triage:
    """Do not report what scanners alone are less sure of; a model that saw or confirmed it is heard."""
    kept = tuple(finding for finding in triaged.findings if not _is_unsure(finding, minimum))
    unsure = [finding for finding in triaged.findings if _is_unsure(finding, minimum)]
    reason = f"{UNSURE}{minimum.label}"
    return replace(
        triaged,
        findings=kept,
        dropped=(*triaged.dropped, *(Dropped.of(finding, reason) for finding in unsure)),
    )


def _is_unsure(finding: Finding, minimum: Confidence) -> bool:
    confirmed = finding.verified == Ruling.CONFIRMED.value
    return finding.confidence < minimum and not confirmed and all(map(is_scanner, finding.sources))


@dataclass(frozen=True, slots=True)
class _Proof:
    """What an opinion has shown, in words, and the confidence that it alone would give."""

    ruling: Ruling
    said: str
    worth: Confidence = Confidence.LOW


def _settle(case: Case, opinion: Opinion) -> Finding | Dropped:
    finding, proof = case.finding, _proof(case, opinion)
    if proof.ruling is Ruling.REFUTED and not _is_scanned(finding):
        return Dropped.of(finding, proof.said)
    who = "not verified" if proof.ruling is Ruling.UNVERIFIED else "verifier"
    evidence = (*finding.evidence, f"{who}: {proof.said}")
    confidence = _confidence(finding, proof)
    return replace(finding, confidence=confidence, evidence=evidence, verified=proof.ruling.value)


def _proof(case: Case, opinion: Opinion) -> _Proof:
    opinion = replace(opinion, reason=opinion.reason.rstrip(" ."))  # it becomes a part of a sentence
    lines = code_lines(case.chunk.text)
    there = [line for line in lines if not line.removed]
    match opinion.ruling:
        case Ruling.REFUTED:
            return _refutation(case, opinion, there)
        case Ruling.CONFIRMED if standing(opinion.sink, lines):
            shown = bool(standing(opinion.source, there))
            said = "confirmed, source and sink quoted" if shown else "confirmed, source not shown"
            return _Proof(Ruling.CONFIRMED, said, Confidence.HIGH if shown else Confidence.MEDIUM)
        case Ruling.CONFIRMED:
            return _Proof(Ruling.UNVERIFIED, "confirmed without a line that stands in the code")
        case Ruling.NEEDS_CONTEXT:
            return _Proof(Ruling.NEEDS_CONTEXT, f"needs context: {opinion.reason}")
    return _Proof(Ruling.UNVERIFIED, opinion.reason)


def _refutation(case: Case, opinion: Opinion, there: Sequence[Line]) -> _Proof:
    guards = _guards(opinion.guard, case.finding, there)
    if not guards:
        return _Proof(Ruling.UNVERIFIED, "refuted without a guard that stands in the code")
    if _too_late(guards, standing(opinion.sink, there), case.chunk):
        return _Proof(Ruling.UNVERIFIED, "refuted by a guard that stands after the harm")
    guard = " ".join(opinion.guard.split())[:_LONGEST_GUARD]
    return _Proof(Ruling.REFUTED, f'refuted by "{guard}". {opinion.reason}')


def _confidence(finding: Finding, proof: _Proof) -> Confidence:
    """The table at the top."""
    if proof.ruling is Ruling.UNVERIFIED:
        return finding.confidence if _is_scanned(finding) else min(finding.confidence, Confidence.MEDIUM)
    if proof.ruling is Ruling.REFUTED or not _is_scanned(finding):
        return proof.worth
    return max(finding.confidence, proof.worth)


def _guards(quote: str, finding: Finding, there: Sequence[Line]) -> list[Line]:
    """The lines of code that the quote names, without the finding's own."""
    own = range(finding.line, finding.end_line + 1) if finding.side is Side.NEW else range(0)
    accused = {line.code for line in there if line.number in own}
    return [
        line
        for line in standing(quote, there)
        if line.number not in own and line.code not in accused and len(line.code) >= _SHORTEST_GUARD
    ]


def _too_late(guards: Sequence[Line], sinks: Sequence[Line], chunk: Chunk) -> bool:
    """Whether each guard stands behind every sink in one function with it, where it stops nothing."""
    symbols = {row.number: row.symbol for row in (*chunk.context, *chunk.rows) if row.side is Side.NEW}
    return bool(sinks) and all(
        guard.number > sink.number > 0 and symbols.get(guard.number) == symbols.get(sink.number) != ""
        for guard in guards
        for sink in sinks
    )


def _is_scanned(finding: Finding) -> bool:
    return any(map(is_scanner, finding.sources))
