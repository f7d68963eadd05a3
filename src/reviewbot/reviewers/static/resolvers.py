"""Fields of a GraphQL type that tell of a person, and are told to all where another of them asks who it is.

`email: (member, _args, ctx) => (mayContact(member, ctx) ? member.email : null)` says that what is private of
a member is not for all. Its neighbour `phone` that is handed out without was forgotten.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.openings import Member, of_holders, of_objects
from reviewbot.reviewers.static.routes import FEWEST, Route, Words, field_text, rows

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_PRIVATE: Final = re.compile(
    r"(?i)e_?mail|phone|mobile|address|birth|salar|wage|earning|income|payment|invoice|bank|iban|medical|health"
    r"|allerg|diagnos|emergency|next_?of_?kin|passport|social_?security|ssn|tax_?id|balance|payslip|private"
    r"|contact_?details|emergency_?contacts|location_?history|notes?_?about"
)
"""Fields that are not for all, by their names."""
_ASKER: Final = r"\b(?:ctx|context|viewer|info|user|me|session|currentUser|current_user)\b"
_GIVEN: Final = re.compile(r"^\(\s*(?:@\w+\([^()]*\)\s*)?_?(?P<parent>[A-Za-z]\w{0,60})\b[^,]{0,80},")
_GATE: Final = (
    r"\b(?P<gate>(?:can|may|is|has|owns|assert|ensure|require|check|visible|allow)\w{{0,60}})\("
    r"(?=[^()\n]{{0,160}}{asker})(?=[^()\n]{{0,160}}(?<![\w.]){parent}\b(?!\.id\s*===?\s))[^()\n]{{1,160}}\)"
)
_LONGEST: Final = 2_000
"""Characters of a resolver."""


def javascript(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """The members of a type's object, or the methods of a resolver class."""
    if re.search(_ASKER, root.text()):
        yield from _fields(chain(of_objects(root), of_holders(root, ("class_declaration",))), words)


def python(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """The methods of a type."""
    if "info" in root.text():
        yield from _fields(of_holders(root, ("class_definition",)), words)


def _fields(places: Iterable[tuple[str, list[Member]]], words: Words) -> Iterator[Route]:
    """What is private and asks nothing; one neighbour that asks counts for as many as it takes."""
    for scope, members in places:
        found = [route for member in members if (route := _route(scope, *member, words))]
        asking = [route for route in found if route.marks]
        for route in found if asking else ():
            if not (route.marks or route.checked) and _PRIVATE.search(route.name):
                apart = f"field of {scope}@{route.line}"
                yield from (replace(other, scope=apart) for other in asking[:1] * FEWEST)
                yield replace(route, scope=apart, name="field")


def _route(scope: str, name: str, function: "SgNode", node: "SgNode", words: Words) -> Route | None:
    given, body = field_text(function, "parameters"), field_text(function, "body")
    held = _GIVEN.match(given)
    if held is None or not body or len(body) > _LONGEST or not re.search(_ASKER, given):
        return None
    gate = re.search(_GATE.format(asker=_ASKER, parent=held["parent"]), body)
    first, last = rows(node)
    return Route(
        first=first,
        line=rows(function.field("name") or node)[0],
        last=last,
        scope=scope,
        name=name,
        writes=True,
        marks=frozenset({f"{gate['gate']}(owner)"} if gate else ()),
        checked=bool(words.checks.search(body) or words.mine.search(body)),
    )
