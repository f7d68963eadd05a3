"""Routers that are mounted with a protection: `app.use("/orders", auth, orders)`, `include_router(...)`.

A router may protect itself where it is written, in another file: so one is told only where all others that
are mounted beside it get their protection there.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from reviewbot.reviewers.static.registered import calls_of, names_of
from reviewbot.reviewers.static.routes import Route, Words, rows

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_FEWEST: Final = 3
"""Routers that are compared."""
_PATH: Final = re.compile(r"^[`'\"](/[^`'\"]+)[`'\"]$")
_ROUTER: Final = re.compile(r"^(?:[\w.]+|require\([^()]*\)(?:\.\w+)?)$")
_ASKED: Final = re.compile(r"\b(?:Depends|Security)\(\s*([\w.]+)")
_INCLUDE: Final[Any] = {
    "kind": "call",
    "has": {
        "field": "function",
        "kind": "attribute",
        "has": {"field": "attribute", "regex": "^(include_router|add_router)$"},
    },
}


def javascript(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """`app.use(path, middleware, router)`."""
    found = []
    for call in calls_of(
        root, "call_expression", "member_expression", "object", "property", "^(use|register)$"
    ):
        path = _PATH.match(call.given[0].text()) if len(call.given) > 1 else None
        if path and _ROUTER.match(call.given[-1].text()):
            marks = words.marks(names_of(call.given[1:-1]))
            name = f"{path[1]} {call.given[-1].text()}"
            found.append(_mounted(call.node, f"mounts {call.scope} {call.owner}", name, marks))
    yield from _alone(found, words)


def python(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """`app.include_router(router, dependencies=[...])`."""
    found = []
    for node in root.find_all({"rule": _INCLUDE}):
        text = node.text()
        owner = text.partition("(")[0]
        marks = words.marks(_ASKED.findall(text))
        found.append(_mounted(node, f"mounts {owner}", text.partition("dependencies")[0], marks))
    yield from _alone(found, words)


def _mounted(node: "SgNode", scope: str, name: str, marks: frozenset[str]) -> Route:
    first, last = rows(node)
    return Route(first=first, line=first, last=last, scope=scope, name=name, writes=False, marks=marks)


def _alone(found: Iterable[Route], words: Words) -> Iterator[Route]:
    """The routers of an owner if all of them but one are protected, apart from those for everybody."""
    for _, group in groupby(sorted(found, key=attrgetter("scope")), key=attrgetter("scope")):
        asked = [route for route in group if route.marks or not words.is_public(route)]
        if len(asked) >= _FEWEST and sum(bool(route.marks) for route in asked) >= len(asked) - 1:
            yield from asked
