"""All losses of a change, each told once."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.bypassed import bypassed
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Helpers, Kind
from reviewbot.reviewers.static.removals.guards import Guards
from reviewbot.reviewers.static.removals.kept import Kept
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.marks import Marks
from reviewbot.reviewers.static.removals.pieces import thinned
from reviewbot.reviewers.static.removals.places import used
from reviewbot.reviewers.static.removals.plainer import plainer
from reviewbot.reviewers.static.removals.purposes import meant
from reviewbot.reviewers.static.removals.reordered import belated, swallowed
from reviewbot.reviewers.static.removals.scoped import forsaken, unscoped
from reviewbot.reviewers.static.removals.sides import Window
from reviewbot.reviewers.static.removals.split import split
from reviewbot.reviewers.static.removals.statements import defined
from reviewbot.reviewers.static.removals.swaps import GAVE_WAY, exempted, swapped
from reviewbot.reviewers.static.removals.weaker import unawaited, weakened

_BESIDE: Final = 2
"""Lines between decorators of one function."""
_PROTECTS: Final = re.compile(
    r"(?i)valid|check|verif|ensure|assert|sanit|escap|safe|allow|secur|clean|guard|protect|restrict|enforce|forbid"
    r"|den[yi]|normali|strip|redact|mask|filter|quot|encod"
    r"|^_?(?:is|has|can|should|must)[_A-Z]|within|inside|local|public|private|trust|limit"
    r"|authori|permi|access|block|refuse|reject|require|containe"
)
"""How functions are called that are there to protect; what others do besides is their own business."""

_HELD: Final = re.compile(r"(?:export\s+)?(?:const|let|var)\s+(\w+)\s*(?::[^=]{1,80})?=(?!=)(.{0,400}=>.*)")
"""A function in a variable, and what it does."""
_ANSWERS: Final = re.compile(r"return\b.{0,400}(?:[=!]==?|\bin\b|\?)")
"""A condition that is an answer: `return key === "__proto__" ? undefined : from[key]`."""


def losses(windows: Sequence[Window], book: FamilyBook, kept: Kept) -> Iterator[Loss]:
    """What a change takes away, in the order of its windows; per function and family the surest loss."""
    comparisons = [Comparison(window, kept) for window in windows]
    helpers: Helpers = {}
    for comparison in comparisons:
        helpers.update(_helpers(comparison, book))
    families = {family.id: family for family in book.families}
    every = (
        _once(meant(list(_all(comparison, book, helpers)), comparison, families))
        for comparison in comparisons
    )
    found = [used(loss, comparisons) for losses in every for loss in losses]
    yield from _told(found)


def _all(comparison: Comparison, book: FamilyBook, helpers: Helpers) -> Iterator[Loss]:
    if comparison.removed:
        guards = Guards(comparison, book, helpers)
        yield from swapped(comparison, book)
        yield from Marks(comparison, book, helpers).losses()
        yield from guards.losses()
        yield from weakened(comparison, book, guards)
        families = {family.id: family for family in book.families}
        yield from plainer(comparison, book)
        yield from thinned(comparison, families)
        yield from split(comparison, families)
        yield from swallowed(comparison, families)
        yield from unawaited(comparison, guards)
        yield from bypassed(comparison, families, guards)
    if comparison.removed or comparison.homeless:
        families = {family.id: family for family in book.families}
        yield from unscoped(comparison, families)
        yield from forsaken(comparison, families)
    yield from belated(comparison, Guards(comparison, book), book)
    yield from exempted(comparison, book)


def _told(found: Sequence[Loss]) -> Iterator[Loss]:
    """Without what something surer tells already.

    Options of a file that lost more of the same family only carry it about.
    """
    best: dict[tuple[str, str], Loss] = {}
    for loss in found:
        same = (loss.path, loss.family.id)
        if same not in best or loss.rank > best[same].rank:
            best[same] = loss
    for loss in found:
        alone = not loss.carried or best[loss.path, loss.family.id] is loss
        if alone and not (_implied(loss, found) or _of_its_class(loss, found) or _still_done(loss, found)):
            yield loss


def _implied(loss: Loss, found: Sequence[Loss]) -> bool:
    """Whether a stronger protection is lost right beside: who may do this had to be known for it.

    Or it is told already which weaker way the very call gave way to.
    """
    if any(
        other.instead_of and other is not loss and other.path == loss.path and other.what in loss.what
        for other in found
    ):
        return not loss.instead_of
    return any(
        other.family.id in loss.family.instead
        and (other.path, other.side) == (loss.path, loss.side)
        and abs(other.line.number - loss.line.number) <= _BESIDE
        for other in found
    )


def _still_done(loss: Loss, found: Sequence[Loss]) -> bool:
    """Whether the very call that is lost gave way to a weaker one in its function: it is not gone."""
    return any(
        other.family is not loss.family
        and other.how == GAVE_WAY
        and (other.path, other.owner) == (loss.path, loss.owner)
        and other.what in loss.what
        for other in found
    )


def _of_its_class(loss: Loss, found: Sequence[Loss]) -> bool:
    """Whether a decorator stands before a class of which a member lost one of the same family as well."""
    return (
        loss.marks
        and not loss.owner
        and any(
            other.owner and other.marks and (other.path, other.family.id) == (loss.path, loss.family.id)
            for other in found
        )
    )


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
    """Functions that are deleted and by name and body protect against something."""
    votes: dict[str, Counter[str]] = {}
    for name, family, sure in _protective(comparison, book):
        if _PROTECTS.search(name):
            votes.setdefault(name, Counter())[family.id] += sure
    families = {family.id: family for family in book.families}
    gone = {defined(statement.text).rpartition(".")[2] for statement in comparison.homeless}
    most = {name: counted.most_common(1)[0][0] for name, counted in votes.items() if name in gone}
    return {name: (families[family], Confidence.MEDIUM) for name, family in most.items()}


def _protective(comparison: Comparison, book: FamilyBook) -> Iterator[tuple[str, Family, Confidence]]:
    """What deleted functions did to protect, by the name of the function, and how sure that is."""
    guards = Guards(comparison, book)
    for condition in comparison.conditions_lost:
        for clause in condition.clauses:
            judged = guards.judge(clause, condition)
            if judged and judged.confidence > Confidence.LOW and not judged.family.vague:
                yield condition.statement.owner.rpartition(".")[2], judged.family, judged.confidence
    for statement in comparison.homeless:
        held = _HELD.match(statement.text)
        says = f"{held[2]} {guards.made_of(held[2])}" if held else statement.text
        asks = (Kind.GUARD,) if held or _ANSWERS.match(says) else ()
        for family, sign, _ in book.shown(says, comparison.window.language, Kind.CALL, Kind.SWAP, *asks):
            if sign.confidence > Confidence.LOW and not family.vague and not sign.about:
                yield held[1] if held else statement.owner.rpartition(".")[2], family, sign.confidence
