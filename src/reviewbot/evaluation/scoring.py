"""Compares what was reported of a case with what was expected of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewbot.evaluation.cases import Case, Expectation, Split, Twin, split_of
from reviewbot.evaluation.running import Run
from reviewbot.evaluation.sightings import Sighting
from reviewbot.findings import cwe_family
from reviewbot.review import Usage
from reviewbot.spans import Side

NEAR = 3
"""A finding at most so many lines off still shows a reader where the defect is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of one required expectation; `line` is where it was found, None if it was missed.

    `exact` says that this is the very line that was quoted, or one as good.
    """

    path: str
    quote: str
    cwe: str
    line: int | None = None
    exact: bool = False

    @property
    def family(self) -> str:
        """The weakness, near synonyms as one."""
        return cwe_family(self.cwe)


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something reported that nobody expected, and in which changes: twins share most of their code."""

    twins: tuple[Twin, ...]
    sighting: Sighting


@dataclass(frozen=True, slots=True)
class Score:
    """One case, judged. `safe_lines` are the changed lines of the safe change that were read.

    `told_apart` says that all was found in the vulnerable change and nothing like it in the safe one; it is
    None where there is no vulnerable change.
    """

    name: str
    group: str
    title: str
    language: str
    tags: tuple[str, ...]
    marks: tuple[Mark, ...]
    alarms: tuple[Alarm, ...]
    told_apart: bool | None
    safe_lines: int
    failures: tuple[tuple[Twin, str], ...]
    seconds: tuple[float, ...]
    usage: Usage

    @property
    def split(self) -> Split:
        """Whether it may be looked at while tuning."""
        return split_of(self.name)

    @property
    def missed(self) -> tuple[Mark, ...]:
        """What was not found."""
        return tuple(mark for mark in self.marks if mark.line is None)

    @property
    def is_benign(self) -> bool:
        """Whether there is nothing to find at all."""
        return self.told_apart is None


def score_all(runs: Iterable[Run]) -> tuple[Score, ...]:
    """Every case with its runs, in their order."""
    by_case: dict[str, list[Run]] = {}
    for run in runs:
        by_case.setdefault(run.case.name, []).append(run)
    return tuple(score(runs[0].case, runs) for runs in by_case.values())


def score(case: Case, runs: Sequence[Run]) -> Score:
    """One case by the runs of its changes."""
    by_twin = {run.twin: run for run in runs}
    vulnerable, safe = by_twin.get(Twin.VULNERABLE), by_twin[Twin.SAFE]
    marks = tuple(_mark(expected, vulnerable) for expected in case.required) if vulnerable else ()
    failures = tuple((run.twin, failure) for run in runs for failure in run.failures)
    return Score(
        case.name,
        case.group,
        case.title,
        case.language,
        case.tags,
        marks,
        tuple(_alarms(runs)),
        _tells_apart(case, marks, safe) and not failures if vulnerable else None,
        safe.lines,
        failures,
        tuple(run.seconds for run in runs),
        sum((run.usage for run in runs), start=Usage()),
    )


def matches(expected: Expectation, sighting: Sighting, twin: Twin = Twin.VULNERABLE) -> bool:
    """Whether a sighting is what was expected: same file, same kind of weakness, at most NEAR lines off.

    In the safe twin there is nothing to find; only what is optional may be reported there too.
    """
    places = expected.places if twin is Twin.VULNERABLE else expected.safe_places
    return (
        sighting.path == expected.path
        and sighting.family in expected.families
        and any(_distance(sighting, place) <= NEAR for place in places)
    )


def _distance(sighting: Sighting, place: tuple[Side, int]) -> float:
    side, line = place
    if sighting.side is not side:
        return float("inf")
    return max(sighting.line - line, line - sighting.end_line, 0)


def _mark(expected: Expectation, run: Run) -> Mark:
    found = [sighting for sighting in run.sightings if matches(expected, sighting)]
    best = min(found, key=lambda seen: (not _is_exact(expected, seen), seen.line), default=None)
    return Mark(
        expected.path,
        expected.quote,
        expected.cwes[0],
        best.line if best else None,
        best is not None and _is_exact(expected, best),
    )


def _is_exact(expected: Expectation, sighting: Sighting) -> bool:
    return (sighting.side, sighting.line) in expected.places


def _alarms(runs: Iterable[Run]) -> Iterator[Alarm]:
    """What nobody expected, each once."""
    unexpected: dict[str, list[tuple[Twin, Sighting]]] = {}
    for run in runs:
        for sighting in run.sightings:
            if not any(matches(expected, sighting, run.twin) for expected in run.case.expectations):
                unexpected.setdefault(sighting.id, []).append((run.twin, sighting))
    for seen in unexpected.values():
        yield Alarm(tuple(dict.fromkeys(twin for twin, _ in seen)), seen[0][1])


def _tells_apart(case: Case, marks: Sequence[Mark], safe: Run) -> bool:
    """Whether all was found, and the safe change has no finding of that kind in those files."""
    kinds = {(expected.path, family) for expected in case.required for family in expected.families}
    quiet = not any((sighting.path, sighting.family) in kinds for sighting in safe.sightings)
    return quiet and all(mark.line is not None for mark in marks)
