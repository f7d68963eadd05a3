"""A labelled case: a change that brings a defect in, its safe twin, and where the defect shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from reviewbot.findings import cwe_family
from reviewbot.spans import Side

Tree = Mapping[str, bytes]
"""All files of one version, by path."""

TAGS = frozenset({"benign", "config", "instructions", "multi-file", "removed-check", "template"})

_PARTS = 3
"""One case in so many is held out."""


class Twin(StrEnum):
    """Which change of a case: the one that brings the defect in, or the same done right."""

    VULNERABLE = "vulnerable"
    SAFE = "safe"


class Split(StrEnum):
    """Whether a case may be looked at while rules and prompts are tuned."""

    SEEN = "seen"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Expectation:
    """A defect that a review of the vulnerable change has to find, and the lines where it may point.

    `cwes` are the weaknesses it may be called by, the usual one first. An optional one may be reported, and
    is neither missed nor a false alarm; `safe_places` are where it stands in the safe twin.
    """

    path: str
    quote: str
    cwes: tuple[str, ...]
    places: frozenset[tuple[Side, int]]
    optional: bool = False
    safe_places: frozenset[tuple[Side, int]] = frozenset()

    @property
    def families(self) -> frozenset[str]:
        """The weaknesses, near synonyms as one."""
        return frozenset(map(cwe_family, self.cwes))


@dataclass(frozen=True, slots=True)
class Case:
    """One pair, or a benign change alone; `trees` has no vulnerable one then."""

    name: str
    group: str
    title: str
    language: str
    tags: tuple[str, ...]
    about: str
    expectations: tuple[Expectation, ...]
    base: Tree = field(repr=False)
    trees: Mapping[Twin, Tree] = field(repr=False)

    @property
    def split(self) -> Split:
        """Decided by the name alone, so that nobody chooses."""
        return split_of(self.name)

    @property
    def required(self) -> tuple[Expectation, ...]:
        """What must be found."""
        return tuple(expected for expected in self.expectations if not expected.optional)


def split_of(name: str) -> Split:
    """The part that a case of this name belongs to."""
    return Split.SEEN if int(sha256(name.encode()).hexdigest(), 16) % _PARTS else Split.HELD
