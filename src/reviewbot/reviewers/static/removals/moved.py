"""A protection that new code has: what took the place of the old one calls it by another name."""

import re
from collections.abc import Iterator
from typing import Final

from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Kind
from reviewbot.reviewers.static.removals.statements import Statement

_PROTECTING = (Kind.CALL, Kind.MARK, Kind.OPTION, Kind.GUARD, Kind.EXIT, Kind.SWAP)

_MOUNTED: Final = re.compile(r"\.use\(\s*(?:\w+\.)*(\w+)$")
"""What stands before all routes of a router."""
_ROUTE: Final = re.compile(r"[\w.]+\.(?:get|post|put|patch|delete|del|all)\(\s*[\"'`]/")
_LISTED: Final = re.compile(r"(?:const|let|var)\s+(\w+)\s*=\s*\[")


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


def on_each_route(comparison: Comparison, what: str) -> bool:
    """Whether what stood before all routes now stands in each of them, or in a list that is handed to it."""
    mounted = _MOUNTED.search(what)
    routes = [one.words for one in comparison.new if _ROUTE.match(one.text)] if mounted else []
    if not mounted or not routes:
        return False
    lists = (
        found[1] for one in comparison.added if mounted[1] in one.words and (found := _LISTED.match(one.text))
    )
    names = {mounted[1], *lists}
    return all(names & words for words in routes)
