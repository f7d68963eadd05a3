"""A protection that new code has: what took the place of the old one calls it by another name."""

from collections.abc import Iterator

from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Kind
from reviewbot.reviewers.static.removals.statements import Statement

_PROTECTING = (Kind.CALL, Kind.MARK, Kind.OPTION, Kind.GUARD, Kind.EXIT, Kind.SWAP)


def moved_into(comparison: Comparison, book: FamilyBook, statement: Statement, family: Family) -> bool:
    """Whether what the change adds, and uses where a statement was, protects likewise."""
    language = comparison.window.language
    stand = {other.id for other in book.standing_for(family)}
    return any(
        shown.family.id in stand
        for text in _called(comparison, statement)
        for shown in book.shown(text, language, *_PROTECTING)
    )


def _called(comparison: Comparison, statement: Statement) -> Iterator[str]:
    """The code of what is called by the added statements of the function that a statement was in."""
    added = comparison.kept.bodies
    for one in comparison.added:
        if one.owner == statement.owner:
            for name in one.words & added.keys():
                yield from added[name]
