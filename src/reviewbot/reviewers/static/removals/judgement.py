"""All losses of a change, each told once."""

import re
from collections.abc import Iterable, Iterator, Sequence

from typing import Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Kind
from reviewbot.reviewers.static.removals.guards import Guards
from reviewbot.reviewers.static.removals.kept import Kept
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.marks import Helpers, Marks
from reviewbot.reviewers.static.removals.sides import Window
from reviewbot.reviewers.static.removals.statements import defined
from reviewbot.reviewers.static.removals.swaps import exempted, swapped
from reviewbot.reviewers.static.removals.weaker import weakened

_PROTECTS: Final = re.compile(
    r"(?i)valid|check|verif|ensure|assert|sanit|escap|safe|allow|secur|clean|guard|protect|restrict|enforce|forbid|den[yi]"
    r"|normali|strip|redact|mask|filter|quot|encod|^_?(?:is|has|can|should|must)[_A-Z]|within|inside|local|trust|limit"
    r"|authori|permi|access|block|refuse|reject|require|containe"
)
"""How functions are called that are there to protect; what others do besides is their own business."""


def losses(windows: Sequence[Window], book: FamilyBook, kept: Kept) -> Iterator[Loss]:
    """What a change takes away, in the order of its windows; per function and family the surest loss."""
    comparisons = [Comparison(window, kept) for window in windows]
    helpers: Helpers = {}
    for comparison in comparisons:
        helpers.update(_helpers(comparison, book))
    for comparison in comparisons:
        yield from _once(_all(comparison, book, helpers))


def _all(comparison: Comparison, book: FamilyBook, helpers: Helpers) -> Iterator[Loss]:
    if comparison.removed:
        guards = Guards(comparison, book)
        yield from swapped(comparison, book)
        yield from Marks(comparison, book, helpers).losses()
        yield from guards.losses()
        yield from weakened(comparison, book, guards)
    yield from exempted(comparison, book)


def _once(found: Iterable[Loss]) -> list[Loss]:
    """The surest loss of each line, and of each family in one function."""
    best: dict[tuple[str, str], Loss] = {}
    for loss in found:
        same = (loss.family.id, loss.owner)
        if same not in best or loss.confidence > best[same].confidence:
            best[same] = loss
    lines: dict[tuple[str, int], Loss] = {}
    for loss in best.values():
        at = (loss.side, loss.line.number)
        if at not in lines or (loss.confidence, loss.family.severity) > (
            lines[at].confidence,
            lines[at].family.severity,
        ):
            lines[at] = loss
    return list(lines.values())


def _helpers(comparison: Comparison, book: FamilyBook) -> Helpers:
    """Functions that are deleted and protect against something, by their bodies."""
    helpers: Helpers = {}
    language = comparison.window.language
    guards = Guards(comparison, book)
    for condition in comparison.conditions_lost:
        for clause in condition.clauses:
            judged = guards.judge(clause, condition)
            if judged and judged.confidence > Confidence.LOW and not judged.family.vague:
                _note(helpers, condition.statement.owner, judged.family)
    for statement in comparison.homeless:
        for family, sign, _ in book.shown(statement.text, language, Kind.CALL, Kind.SWAP):
            if sign.confidence > Confidence.LOW and not family.vague:
                _note(helpers, statement.owner, family)
    gone = {defined(statement.text).rpartition(".")[2] for statement in comparison.homeless}
    return {name: told for name, told in helpers.items() if name in gone}


def _note(helpers: Helpers, owner: str, family: Family) -> None:
    name = owner.rpartition(".")[2]
    if _PROTECTS.search(name):
        helpers.setdefault(name, (family, Confidence.MEDIUM))
