"""Routes that are described by objects: `app.route({ method, url })`, procedures of a tRPC router."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from reviewbot.reviewers.static.registered import calls_of, options_of
from reviewbot.reviewers.static.routes import FEWEST, Route, Words, field_text, rows

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_WRITING: Final = re.compile(r"[`'\"](?:POST|PUT|PATCH|DELETE)[`'\"]", re.IGNORECASE)
_PROCEDURE: Final = r"^\w*[pP]rocedure\b"
_USED: Final = re.compile(r"\.use\(\s*([\w.]+)")
_TAKES: Final = re.compile(
    r"(?i)(?:delete|remove|revoke|cancel|archive|approve|reject|refund|rename|update|edit|transfer)"
)
_BY_ID: Final = re.compile(r"\.input\([^;]{0,200}?\b(?:id|\w+Id)\s*:")
_PROVES: Final = re.compile(r"(?i)token|code\b|secret|signature|hash|password")
"""What somebody may show instead of signing in."""
_KNOWN: Final = re.compile(r"(?i)\b(?:visitor|guest|anonymous|shopper)_?(?:id)?\b")
"""Whoever came without signing in, and is known again."""
_MEMBER: Final[Any] = {
    "kind": "pair",
    "has": {"field": "value", "kind": "call_expression", "regex": _PROCEDURE},
}


def objects(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """Fastify, hapi and what looks like them."""
    for call in calls_of(root, "call_expression", "member_expression", "object", "property", "^route$"):
        for given in call.given[:1]:
            listed = given.children() if given.kind() == "array" else [given]
            for node in listed:
                if node.kind() == "object" and (route := _route(node, f"{call.scope} {call.owner}", words)):
                    yield route


def _route(node: "SgNode", scope: str, words: Words) -> Route | None:
    said = {
        field_text(pair, "key"): field_text(pair, "value")
        for pair in node.children()
        if pair.kind() == "pair"
    }
    path = said.get("url", said.get("path", ""))
    if not path or "method" not in said:
        return None
    first, last = rows(node)
    handler = said.get("handler", "")
    return Route(
        first=first,
        line=first,
        last=last,
        scope=scope,
        name=f"{path} {handler[:80] if '=>' not in handler else ''}",
        writes=bool(_WRITING.search(said["method"])),
        marks=words.marks(options_of(node)) | words.of_body(handler),
        checked=bool(words.checks.search(handler)),
        **words.judged(handler),
    )


def procedures(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """The members of a tRPC router, each made by a procedure that asks for something, or for nothing."""
    routers: dict[str, list[Route]] = {}
    bare: dict[str, list[Route]] = {}
    for node in root.find_all({"rule": _MEMBER}):
        value = field_text(node, "value")
        base = re.match(r"\w+", value)
        above = node.parent()
        if base is None or above is None:
            continue
        first = rows(node)[0]
        done = value.partition(".mutation(")[2] or value.partition(".query(")[2]
        route = Route(
            first=first,
            line=first,
            last=first + value.partition(".mutation(")[0].count("\n"),
            scope=f"procedures@{rows(above)[0]}",
            name=field_text(node, "key"),
            writes=".mutation(" in value,
            marks=words.marks([base[0], *_USED.findall(value)]),
            checked=bool(words.checks.search(done) or _KNOWN.search(done)),
            **words.judged(done),
        )
        routers.setdefault(route.scope, []).append(route)
        given = value.partition(".mutation(")[0]
        if _TAKES.match(route.name) and _BY_ID.search(given) and not _PROVES.search(given):
            bare.setdefault(route.scope, []).append(route)
        yield route
    for scope, routes in bare.items():
        yield from _changing(routes, [other for other in routers[scope] if other.marks and other.writes])


def _changing(routes: list[Route], asking: list[Route]) -> Iterator[Route]:
    """What changes a record by its number alone: one sibling that asks counts for as many as it takes."""
    for route in routes:
        if route.writes and asking and not (route.marks or route.checked):
            scope = f"{route.scope} {route.name}"
            yield from (replace(other, scope=scope) for other in asking * FEWEST)
            yield replace(route, scope=scope, opened=True)
