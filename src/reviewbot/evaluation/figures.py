"""Counts over scored cases, and what they amount to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from math import inf
from statistics import median

from reviewbot.evaluation.cases import Twin
from reviewbot.evaluation.scoring import Score
from reviewbot.review import Usage


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted. A share of nothing is None: it is neither good nor bad."""

    cases: int = 0
    pairs: int = 0
    told_apart: int = 0
    found: int = 0
    missed: int = 0
    alarms: int = 0
    exact: int = 0
    safe_lines: int = 0
    safe_alarms: int = 0
    benign_lines: int = 0
    benign_alarms: int = 0
    incomplete: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    @property
    def precision(self) -> float | None:
        """The share of what is reported that is true."""
        return _share(self.found, self.found + self.alarms)

    @property
    def recall(self) -> float | None:
        """The share of what is there that is reported."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return _share(2 * self.found, 2 * self.found + self.alarms + self.missed)

    @property
    def pairwise(self) -> float | None:
        """The share of pairs of which the vulnerable change is told from the safe one."""
        return _share(self.told_apart, self.pairs)

    @property
    def line_accuracy(self) -> float | None:
        """The share of what is found that is found at the very line."""
        return _share(self.exact, self.found)

    @property
    def alarms_per_thousand(self) -> float | None:
        """False alarms in 1,000 changed lines of safe changes."""
        return _share(1_000 * self.safe_alarms, self.safe_lines)

    @property
    def benign_per_thousand(self) -> float | None:
        """The same in changes that have nothing to do with any defect."""
        return _share(1_000 * self.benign_alarms, self.benign_lines)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def count(scores: Iterable[Score], family: str | None = None) -> Figures:
    """The figures of these cases, of one family of weaknesses alone if it is named."""
    return sum((_count(score, family) for score in scores), start=Figures())


def _count(score: Score, family: str | None) -> Figures:
    marks = [mark for mark in score.marks if family in {None, mark.family}]
    alarms = [alarm for alarm in score.alarms if family in {None, alarm.sighting.family}]
    in_safe = sum(Twin.SAFE in alarm.twins for alarm in alarms)
    is_pair = bool(marks)
    found = [mark for mark in marks if mark.line is not None]
    return Figures(
        cases=1,
        pairs=is_pair,
        told_apart=is_pair and bool(score.told_apart),
        found=len(found),
        missed=len(marks) - len(found),
        alarms=len(alarms),
        exact=sum(mark.exact for mark in found),
        safe_lines=score.safe_lines,
        safe_alarms=in_safe,
        benign_lines=score.safe_lines if score.is_benign else 0,
        benign_alarms=in_safe if score.is_benign else 0,
        incomplete=bool(score.failures),
    )


def by(scores: Sequence[Score], key: Callable[[Score], Iterable[str]]) -> dict[str, Figures]:
    """The figures of each part that a key puts cases into, by its name."""
    names = sorted({name for score in scores for name in key(score)})
    return {name: count(score for score in scores if name in key(score)) for name in names}


def by_family(scores: Sequence[Score]) -> dict[str, Figures]:
    """The figures of each family of weaknesses, by its number."""
    families = {mark.family for score in scores for mark in score.marks}
    families |= {alarm.sighting.family for score in scores for alarm in score.alarms}
    return {
        family: count((score for score in scores if _concerns(score, family)), family)
        for family in sorted(families, key=_number)
    }


def _number(family: str) -> tuple[float, str]:
    """By its number; what has none comes last."""
    number = family.rpartition("-")[2]
    return (int(number) if number.isdecimal() else inf), family


def _concerns(score: Score, family: str) -> bool:
    in_alarms = any(alarm.sighting.family == family for alarm in score.alarms)
    return in_alarms or any(mark.family == family for mark in score.marks)


def parts(scores: Sequence[Score]) -> Mapping[str, Mapping[str, Figures]]:
    """All figures by what they are broken down by."""
    return {
        "split": by(scores, lambda score: [score.split]),
        "language": by(scores, lambda score: [score.language]),
        "cwe": by_family(scores),
        "tag": by(scores, lambda score: score.tags),
    }


@dataclass(frozen=True, slots=True)
class Effort:
    """What the reviews took: seconds of one, of all together, and what the model cost."""

    median_seconds: float
    total_seconds: float
    usage: Usage


def effort(scores: Sequence[Score], total_seconds: float) -> Effort:
    """What reviewing these cases took."""
    each = [seconds for score in scores for seconds in score.seconds]
    usage = sum((score.usage for score in scores), start=Usage())
    return Effort(median(each) if each else 0.0, total_seconds, usage)
