"""Guards that stay, and no longer hold anything back: moved behind the act, or left without their way out."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.conditions import conditions
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Kind
from reviewbot.reviewers.static.removals.guards import Guards
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.sides import Line
from reviewbot.reviewers.static.removals.statements import Statement, statements
from reviewbot.spans import Side

_NEAR: Final = 15
"""Statements behind a guard among which the act is looked for."""
_ACTS: Final = re.compile(
    r"(?i)^(?!(?:if|for|while|return|raise|throw|const|let|var|def|function)\b)[^=]{0,200}?(?<![\w$.>-])[\w$.>-]{0,120}?"
    r"(?:delete|destroy|remove|save|update|create|insert|send|write|move|transfer|pay|charge|refund|execute|run"
    r"|grant|revoke|publish|set|add|drop|purge|wipe|commit)\w*\("
)
_ANSWERS: Final = re.compile(
    r"=\s*await\s+[\w.]*(?:save|store|create|update|delete|remove|insert|send|write|put|run)\w*\("
)
_DEMANDS: Final = re.compile(
    r"(?:await\s+)?(?:[\w$]{1,60}\.){0,3}_?(?:assert|ensure|require|check|verify|authori[sz]e|enforce|demand|must|deny)\w*"
    r"(?:auth\w*|access|perm\w*|role\w*|owner\w*|member\w*|admin\w*|can\w*|allowed|user|signed\w*|signature|token"
    r"|[Aa]uthori[sz]e\w*)?!?\(",
    re.IGNORECASE,
)
_HANDLER: Final = re.compile(r"^(?:\}\s*)?(?:except|catch|rescue)\b")
_LEAVES: Final = re.compile(
    r"^(?:return|raise|throw|abort|exit|sys\.exit|continue|break)\b|^(?:return\s+)?next\(\s*\w|\bsendStatus\(4|\bstatus\(4"
)
_SETS: Final = re.compile(r"[\w\])]\s*=[^=]")
_CHECKS: Final = re.compile(
    r"(?i)\b(?P<name>(?:jwt_?)?(?:verify|decode|check|authori[sz]e|authenticate|require|ensure)\w*)\("
)
_KNOWS: Final = re.compile(r"(?i)jwt|token|verify|decode|authenticat|login|signature|session")


def belated(comparison: Comparison, guards: Guards, book: FamilyBook) -> Iterator[Loss]:
    """Guards that are asked only after what they held back."""
    window = comparison.window
    if not any(line.changed and comparison.kept.has_moved(line) for line in window.old):
        return
    old, new = (
        statements([line._replace(changed=True) for line in side]) for side in (window.old, window.new)
    )
    places = _places(new)
    before = _places(old)
    for guard, family in (*_refusals(old, guards), *_calls(old, book, window.language)):
        at, now = before.get(_said(guard)), places.get(_said(guard))
        if at is None or now is None:
            continue
        for act in old[at + 1 : at + _NEAR]:
            first = places.get(_said(act))
            passed = first is not None and first < now and act.owner == guard.owner
            if first is not None and passed and (_ACTS.search(act.text) or _ANSWERS.search(act.text)):
                line = _touched(comparison, new[first], new[now])
                yield _loss(comparison, family, guard, line, Side.NEW, "is asked only after this")
                break


def _refusals(old: list[Statement], guards: Guards) -> Iterator[tuple[Statement, Family]]:
    """Conditions under which somebody is refused."""
    for one in conditions(old, guards.comparison.window.language):
        judged = next(filter(None, (guards.judge(clause, one) for clause in one.clauses)), None)
        if one.refuses and judged is not None and not judged.family.vague:
            yield one.statement, judged.family


def _calls(old: list[Statement], book: FamilyBook, language: str) -> Iterator[tuple[Statement, Family]]:
    """Calls of checks that throw."""
    families = {family.id: family for family in book.families}
    for one in old:
        if _DEMANDS.match(one.text):
            shown = next(book.shown(one.text, language, Kind.CALL, Kind.MARK), None)
            yield one, shown.family if shown else families["permission"]


def _places(side: list[Statement]) -> dict[tuple[str, str], int]:
    """Where statements stand that a side has once."""
    places: dict[tuple[str, str], int] = {}
    twice = set()
    for at, statement in enumerate(side):
        twice |= {_said(statement)} & places.keys()
        places[_said(statement)] = at
    return {said: at for said, at in places.items() if said not in twice}


def _said(statement: Statement) -> tuple[str, str]:
    return statement.owner, squeezed(statement.text)


def swallowed(comparison: Comparison, families: Mapping[str, Family]) -> Iterator[Loss]:
    """Handlers of a failed check that went its way, and now go on."""
    for statement in comparison.removed:
        if not _LEAVES.search(statement.text):
            continue
        at = comparison.place(statement)
        handler = _above(comparison.old, at)
        if handler is None or not _HANDLER.match(comparison.old[handler].text):
            continue
        checked = _checked(comparison.old, handler)
        now = [one for one in comparison.new if squeezed(one.text) == squeezed(comparison.old[handler].text)]
        if checked and len(now) == 1 and not _leaves(comparison.new, now[0]):
            family = families["authentication" if _KNOWS.search(checked) else "permission"]
            there = comparison.successor(statement)
            line, side = (there.first, Side.NEW) if there else (statement.first, Side.OLD)
            yield _loss(comparison, family, statement, line, side, "no longer follows when the check fails")


def _above(side: list[Statement], at: int) -> int | None:
    """What a statement stands in."""
    return next(
        (above for above in range(at - 1, max(at - _NEAR, -1), -1) if side[above].indent < side[at].indent),
        None,
    )


def _checked(side: list[Statement], handler: int) -> str:
    """The check that was tried before a handler."""
    for statement in reversed(side[max(handler - _NEAR, 0) : handler]):
        if statement.indent <= side[handler].indent:
            return ""
        if found := _CHECKS.search(statement.text):
            return found[0]
    return ""


def _leaves(side: list[Statement], handler: Statement) -> bool:
    """Whether a handler goes its way, or says what holds instead."""
    at = next(place for place, one in enumerate(side) if one is handler)
    for statement in side[at + 1 : at + _NEAR]:
        if statement.indent <= handler.indent:
            return False
        if _LEAVES.search(statement.text) or _SETS.search(statement.text):
            return True
    return False


def _touched(comparison: Comparison, *places: Statement) -> Line:
    """The first line of the first of some statements that the change is about."""
    moved = {line.number for line in comparison.window.new if line.changed}
    there = [line for one in places for line in one.lines if line.number in moved]
    return there[0] if there else places[0].first


def _loss(comparison: Comparison, family: Family, guard: Statement, line: Line, side: Side, how: str) -> Loss:
    return Loss(
        family=family,
        confidence=Confidence.MEDIUM,
        what=guard.text,
        path=comparison.window.path,
        side=side,
        line=line,
        owner=guard.owner,
        how=how,
    )
