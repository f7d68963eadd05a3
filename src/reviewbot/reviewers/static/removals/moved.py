"""A protection that new code has: what took the place of the old one calls it by another name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.conditions import conditions
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Kind, Shown
from reviewbot.reviewers.static.removals.sides import Line
from reviewbot.reviewers.static.removals.statements import Statement, masked, statements

_PROTECTING = (Kind.CALL, Kind.MARK, Kind.OPTION, Kind.GUARD, Kind.SWAP)
_BY_CALLER: Final = ("authentication", "permission", "ownership")
"""The families that go by who asks."""
_CALLER: Final = re.compile(
    r"(?i:user|session|token|header|auth(?!or(?!i))|credential|principal|account|cookie|claims|signature|secret|passw|bearer"
    r"|caller|viewer|admin|role|permi|owner|member)|(?i:\b(?:api_?)?key\b|_key\b)|[a-z]Key\b"
)
_MADE: Final = re.compile(
    r"(?:(?:const|let|var|final|auto)\s+)?([\w$\s,.:{}\[\]]{1,200}?)\s*:?=(?![=>])\s*(.*)"
)
_RETURNED: Final = re.compile(r"return\b(.*)")
_NAME: Final = re.compile(r"[A-Za-z_$][\w$]*")
_MOST: Final = 200
"""Statements of a function that are read."""
_MOST_CALLED: Final = 60
"""Functions that are read."""


def moved_into(comparison: Comparison, book: FamilyBook, statement: Statement, family: Family) -> bool:
    """Whether what the change adds, and uses where a statement was, protects likewise."""
    language = comparison.window.language
    stand = {other.id for other in book.standing_for(family)}
    return any(
        shown.family.id in stand
        for body in _called(comparison, statement)
        for shown in (*_said(book, body, language), *_refused(book, body, language))
    )


def _called(comparison: Comparison, statement: Statement) -> Iterator[list[str]]:
    """The code of what is called by the added statements of the function that a statement was in."""
    added = comparison.kept.bodies
    own = [one for one in comparison.added if one.owner == statement.owner]
    texts = {one.text for one in own}
    beside = (one.words & added.keys() for one in own)
    for name in sorted(frozenset[str]().union(*beside))[:_MOST_CALLED]:
        yield [text for text in added[name][:_MOST] if text not in texts]  # nothing moves into itself


def _said(book: FamilyBook, body: Sequence[str], language: str) -> Iterator[Shown]:
    for text in body:
        yield from book.shown(text, language, *_PROTECTING)


def _refused(book: FamilyBook, body: Sequence[str], language: str) -> Iterator[Shown]:
    """The ways out of a function; those that go by who asks only if it looks at who that is."""
    leaving = [(text, list(book.shown(text, language, Kind.EXIT))) for text in body]
    returned = (found[1] for text, shown in leaving if not shown and (found := _RETURNED.search(text)))
    known = any(shown for _, shown in leaving) and any(_knows(masked(one), body) for one in returned)
    for _, every in leaving:
        yield from (one for one in every if known or one.family.id not in _BY_CALLER)
    for one in conditions(statements([Line(0, text, text, changed=True) for text in body]), language):
        if any(_knows(clause, body) for clause in one.clauses):
            yield from book.shown(one.body, language, Kind.EXIT)


def _knows(said: str, body: Sequence[str]) -> bool:
    """Whether something was made of who asks, or of what they show for it."""
    for text in reversed(body):
        if (made := _MADE.match(text.lstrip())) and set(_NAME.findall(made[1])) & set(_NAME.findall(said)):
            said += f" {made[2]}"
    return _CALLER.search(said) is not None
