"""A look-up past the function beside it which does the same, and then asks who may have it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.lookups import words
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.conditions import Condition, conditions
from reviewbot.reviewers.static.removals.familybook import Family
from reviewbot.reviewers.static.removals.guards import Guards
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.statements import Statement, defined
from reviewbot.spans import Side

_CALLED: Final = re.compile(r"(?<![\w$.])(?:(?:this|self)\.)?([A-Za-z_$][\w$]{2,60})\(")
_LOOKS_UP: Final = re.compile(
    r"(?<![\w$.])((?:[A-Za-z_$][\w$]{0,60}\.){1,6}(?:find|get|load|fetch|by|first|query|one|select|lookup)\w{0,60}\()"
    r"|\b((?:get_object_or_404|select|query|session\.get|db\.get)\(\s?\w{1,60})"
)
_ASKS: Final = ("ownership", "permission", "authentication")
_TURNS_AWAY: Final = re.compile(r"(?i)\b40[13]\b|forbidden|unauthori[sz]ed|denied")
_MOST: Final = 50
"""Calls that are gone from one file."""


def bypassed(comparison: Comparison, families: Mapping[str, Family], guards: Guards) -> Iterator[Loss]:
    """One loss for each function that no longer calls another which still asks, and looks up itself."""
    gone = [(one, name) for one in comparison.removed for name in _CALLED.findall(one.text) if one.owner]
    told: set[str] = set()
    for old, name in gone[:_MOST]:
        there = [one for one in comparison.added if one.owner == old.owner and not defined(one.text)]
        if old.owner in told or not there or any(name in _CALLED.findall(one.text) for one in there):
            continue
        family = _asked(comparison, guards, name)
        looks = _looks(one for one in comparison.far if _is_in(one, name)) if family else set()
        raw = next((one for one in there if _looks([one]) & looks), None)
        if family and raw and not (words().caller.search(raw.text) or _asks(comparison, guards, old.owner)):
            told.add(old.owner)
            yield Loss(
                family=families[family],
                confidence=Confidence.MEDIUM,
                what=f"{name}(...)",
                path=comparison.window.path,
                side=Side.NEW,
                line=raw.first,
                owner=old.owner,
                how="gave way to the look-up that it begins with",
            )


def _is_in(statement: Statement, name: str) -> bool:
    return statement.owner.rpartition(".")[2] == name


def _looks(statements: Iterable[Statement]) -> set[str]:
    """What is looked up, up to the bracket."""
    return {found[1] or found[2] for one in statements for found in _LOOKS_UP.finditer(one.text)}


def _asked(comparison: Comparison, guards: Guards, name: str) -> str:
    """What a function that stays as it was keeps people out for; "" if it does not."""
    window = comparison.window
    made = re.compile(rf"(?:def|function|const|let|async)[ ]{re.escape(name)}\b|^\s*{re.escape(name)}\(")
    if not any(made.search(line.code) for line in window.far or window.new):
        return ""
    own = [one for one in comparison.far if _is_in(one, name)]
    if not own or any(one.changed for one in own):
        return ""
    asking = list(conditions(own, window.language, all_of_them=True))
    return next((family for family in _ASKS for one in asking if family in _families(guards, one)), "")


def _asks(comparison: Comparison, guards: Guards, owner: str) -> bool:
    """Whether a function keeps anybody out itself."""
    own = [one for one in comparison.new if one.owner == owner]
    asking = conditions(own, comparison.window.language, all_of_them=True)
    return any(not _families(guards, one).isdisjoint(_ASKS) for one in asking)


def _families(guards: Guards, condition: Condition) -> set[str]:
    """What a condition that refuses protects against."""
    if not condition.refuses:
        return set()
    judged = (guards.judge(clause, condition) for clause in condition.clauses)
    turns_away = {"permission"} if _TURNS_AWAY.search(condition.body) else set()
    return {one.family.id for one in judged if one} | turns_away
