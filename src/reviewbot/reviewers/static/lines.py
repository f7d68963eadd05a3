r"""Rules for lines: a regular expression, and conditions on what stands around the line that it matches.

In a rule, an entry of `lines` is an expression, or one with conditions by name:

    lines:
      - matches: "uses: actions/checkout"
        beside: "ref: .*head"              # in the same block
        somewhere: "pull_request_target"   # in the same file

Each condition is one expression or a list of them, of which all must hold. They are searched in each line of
the file once, however many lines match. With `reach: 8` the expression sees the 8 lines after the one it
begins on too. A group named `at` says where the defect is, if that is not where the match begins.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reviewbot.reviewers.static.expressions import Expression
from reviewbot.reviewers.static.sheet import Sheet, Unit


@dataclass(frozen=True, slots=True)
class Line:
    """What to look for, and what must hold where it is found."""

    matches: Expression
    conditions: tuple[tuple[str, Expression], ...] = ()
    reach: int = 0
    """Lines after the first that belong to what is searched."""

    @property
    def needs_all(self) -> bool:
        """Whether it asks what is not there: nobody knows, unless the file is known as a whole."""
        return any(name in _ABSENT for name, _ in self.conditions)


def read_line(told: str | Mapping[str, Any]) -> Line:
    """One entry of a rule's `lines`.

    Raises:
        ValueError: it has no expression, or a condition that does not exist.
    """
    entry: Mapping[str, Any] = {"matches": told} if isinstance(told, str) else told
    if "matches" not in entry or (entry.keys() - CONDITIONS.keys() - {"matches", "reach"}):
        raise ValueError(
            f"an entry of lines has matches, and may have reach, {', '.join(sorted(CONDITIONS))}"
        )
    conditions = tuple(
        (name, Expression(text))
        for name in CONDITIONS  # the cheapest first
        if name in entry
        for text in ([entry[name]] if isinstance(entry[name], str) else entry[name])
    )
    return Line(Expression(entry["matches"]), conditions, entry.get("reach", 0))


def matching(
    lines: Sequence[Line], words: Sequence[str], sheet: Sheet, *, complete: bool
) -> Iterator[tuple[int, int]]:
    """First and last line, counted from 0, of each match; one for each line that a defect is on."""
    seen: dict[int, int] = {}
    units = sheet.holding(words) if words else list(sheet.units())
    for line in lines:
        if complete or not line.needs_all:
            for unit in units:
                for first, last in _matches(line, unit, sheet):
                    seen[first] = max(seen.get(first, first), last)
    yield from sorted(seen.items())


def _matches(line: Line, unit: Unit, sheet: Sheet) -> Iterator[tuple[int, int]]:
    text = sheet.reaching(unit, line.reach) if line.reach else unit.text
    pattern = line.matches.compiled
    for found in pattern.finditer(text):
        if found.start() > len(unit.text):  # the next line's turn
            return
        start = found.start("at") if "at" in pattern.groupindex else found.start() + _indent(found[0])
        first = sheet.line_of(unit, start)
        if all(CONDITIONS[name](told.compiled, first, unit, sheet) for name, told in line.conditions):
            yield first, sheet.line_of(unit, max(found.end() - 1, start))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


_Condition = Callable[[re.Pattern[str], int, Unit, Sheet], bool]
_Bounds = Callable[[Sheet, int], tuple[int, int]]


def _some(bounds: _Bounds) -> _Condition:
    return lambda pattern, line, unit, sheet: sheet.has(pattern, *bounds(sheet, line))  # noqa: ARG005


def _none(bounds: _Bounds) -> _Condition:
    return lambda pattern, line, unit, sheet: not sheet.has(pattern, *bounds(sheet, line))  # noqa: ARG005


def _unless(pattern: re.Pattern[str], line: int, unit: Unit, sheet: Sheet) -> bool:  # noqa: ARG001
    return not pattern.search(unit.text)


def _under(pattern: re.Pattern[str], line: int, unit: Unit, sheet: Sheet) -> bool:  # noqa: ARG001
    return pattern.search(sheet.places[line].path) is not None


_AROUND: _Bounds = lambda sheet, line: sheet.places[line].around  # noqa: E731 - one of a table
_OPENED: _Bounds = lambda sheet, line: sheet.places[line].opened  # noqa: E731
_LATER: _Bounds = lambda sheet, line: (line + 1, len(sheet.lines))  # noqa: E731
_FILE: _Bounds = lambda sheet, line: (0, len(sheet.lines))  # noqa: E731, ARG005

CONDITIONS: Final[Mapping[str, _Condition]] = {
    "unless": _unless,  # the line itself has none of it
    "under": _under,  # names of the blocks around it and its own, with dots: jobs.build.steps.run
    "beside": _some(_AROUND),  # in the block that the line stands in, and what that holds
    "not_beside": _none(_AROUND),
    "holds": _some(_OPENED),  # in the block that the line opens
    "lacks": _none(_OPENED),
    "later": _some(_LATER),
    "never_later": _none(_LATER),
    "somewhere": _some(_FILE),
    "nowhere": _none(_FILE),
}
_ABSENT: Final = frozenset({"not_beside", "lacks", "never_later", "nowhere"})
