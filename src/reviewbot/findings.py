"""One defect: what a reviewer claims, and what remains once it is tied to code that exists."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from reviewbot.spans import Side

MASK = "[secret]"
"""Stands for a secret value wherever people or models would read it."""


class Severity(IntEnum):
    """How bad it is if the finding is true: impact times reachability."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def label(self) -> str:
        """The word for people and files: low, medium, high, critical."""
        return self.name.lower()


class Confidence(IntEnum):
    """How well the evidence carries the finding; computed, never self-reported."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        """The word for people and files: low, medium, high."""
        return self.name.lower()


class Status(StrEnum):
    """Whether this change brought the defect in."""

    NEW = "new"
    PRE_EXISTING = "pre_existing"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one reviewer says of one chunk; nothing of it is believed yet.

    `quote` is the line of code it speaks of and decides the place; `line` and `side` only choose between
    equal lines. `confidence` is what this kind of evidence is worth on its own. A reviewer that asks several
    times says which of its `voters` answers this was, counted from 1.
    """

    by: str
    cwe: str
    severity: Severity
    confidence: Confidence
    title: str
    explanation: str
    quote: str
    line: int | None = None
    side: Side | None = None
    fix: str | None = None
    status: Status = Status.NEW
    vote: int = 1
    voters: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect at lines that exist, with everyone who saw it.

    `evidence` are short sentences for people: what the confidence rests on. `verified` is the word of whoever
    tried to refute it: confirmed, needs_context, unverified, refuted for one that the static engine saw too,
    and "" if nobody was asked.
    """

    id: str
    path: str
    side: Side
    line: int
    end_line: int
    cwe: str
    severity: Severity
    confidence: Confidence
    title: str
    explanation: str
    fix: str | None
    quote: str
    symbol: str
    sources: tuple[str, ...]
    status: Status
    evidence: tuple[str, ...] = ()
    verified: str = ""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A claim that is not reported, and the reason a person can read."""

    claim: Claim
    path: str
    reason: str
    id: str = ""
    """What it was called as long as it was a finding; "" if it never was one."""

    @classmethod
    def of(cls, finding: Finding, reason: str) -> "Dropped":
        """A finding that is not reported after all."""
        claim = Claim(
            by=finding.sources[0],
            cwe=finding.cwe,
            severity=finding.severity,
            confidence=finding.confidence,
            title=finding.title,
            explanation=finding.explanation,
            quote=finding.quote,
            line=finding.line,
            side=finding.side,
            fix=finding.fix,
            status=finding.status,
        )
        return cls(claim, finding.path, reason, finding.id)


# Weaknesses that scanners and models name differently for one and the same defect. The first of a family
# stands for it. Grouped after the ChildOf relations of CWE's research view (https://cwe.mitre.org/data/).
_FAMILIES = (
    ("CWE-78", "CWE-77", "CWE-88"),
    ("CWE-79", "CWE-80", "CWE-83", "CWE-116"),
    ("CWE-89", "CWE-564", "CWE-943"),
    ("CWE-94", "CWE-95", "CWE-96", "CWE-917", "CWE-1336"),
    ("CWE-22", "CWE-23", "CWE-35", "CWE-36", "CWE-73", "CWE-98"),
    ("CWE-287", "CWE-306"),
    ("CWE-862", "CWE-285", "CWE-639", "CWE-863"),
    ("CWE-798", "CWE-259", "CWE-321", "CWE-522"),
    ("CWE-327", "CWE-328", "CWE-326", "CWE-916"),
    ("CWE-330", "CWE-338"),
    ("CWE-295", "CWE-297"),
    ("CWE-400", "CWE-770", "CWE-1333"),
    ("CWE-377", "CWE-379"),
    ("CWE-113", "CWE-93"),
    ("CWE-787", "CWE-119", "CWE-120", "CWE-121", "CWE-122", "CWE-788", "CWE-805"),
    ("CWE-347", "CWE-345"),
    ("CWE-416", "CWE-415"),
    ("CWE-611", "CWE-776"),
    ("CWE-614", "CWE-1004", "CWE-1275"),
)
_FAMILY_OF = {cwe: family[0] for family in _FAMILIES for cwe in family}


def cwe_family(cwe: str) -> str:
    """The weakness that stands for all its near synonyms."""
    return _FAMILY_OF.get(cwe, cwe)


def normalise(code: str) -> str:
    """Code with every run of white space as one blank: what survives reformatting of indentation."""
    return " ".join(code.split())


def fingerprint(cwe: str, path: str, symbol: str, code: str, ordinal: int) -> str:
    """Identity of a finding across pushes.

    Survives moving up or down the file; changes when the line itself, its function or its file changes.
    `ordinal` tells equal lines of one function apart, in order, from 0.
    """
    parts = ("v1", cwe_family(cwe), path, symbol, normalise(code), str(ordinal))
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


def mask(text: str, values: Iterable[str]) -> str:
    """The text without the values; a longer value is masked before one that it contains."""
    for value in sorted(values, key=lambda v: (-len(v), v)):
        text = text.replace(value, MASK)
    return text
