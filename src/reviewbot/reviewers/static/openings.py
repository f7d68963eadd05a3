"""Functions that begin with a check, as the others beside them do: `require_admin(user)`, `if (!session)`.

What no framework registers is told by its place: members of one class, one object or one module.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from reviewbot.reviewers.static.registered import calls_of
from reviewbot.reviewers.static.routes import Route, Words, field_text, header_end, rows

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_FEWEST: Final = 2
"""Functions that have to begin with a check."""
_ARROWS: Final = {"arrow_function", "function_expression"}
_FUNCTIONS: Final = {
    *_ARROWS,
    "function_declaration",
    "function_definition",
    "method_declaration",
    "method_definition",
    "method",
}
_WRAPPERS: Final = {
    "export_statement": "declaration",
    "decorated_definition": "definition",
    "pair": "value",
    "variable_declarator": "value",
    "public_field_definition": "value",
    "field_definition": "value",
    "assignment_expression": "right",
}
"""What stands around a function, and which part of it that is."""
_OBJECT: Final[Any] = {
    "kind": "object",
    "has": {
        "any": [
            {"kind": "method_definition"},
            {"kind": "pair", "has": {"field": "value", "any": [{"kind": kind} for kind in sorted(_ARROWS)]}},
        ]
    },
}
_HIDDEN: Final = re.compile(r"^\s*(?:private|protected|static\s+private|#|def\s+_|async\s+def\s+_)|^_|^#")
_EXPORTS: Final = re.compile(r"(?:module\.exports\s*=|\bexport)\s*\{([^}]*)\}")
_SERVES: Final = re.compile(
    r"^\(\s*_?(?:req|request|ctx|context|c|event|socket)\b|http\.Request\b|\*?gin\.Context\b|echo\.Context\b"
    r"|\*?fiber\.Ctx\b|context\.Context\b"
)
_EVENT: Final = "^(on|handle|command|task|process|addMethod|register)$"
_CALLED: Final = re.compile(r"(?:(?<![\w.>@])|\b(?:self|this|exports|[a-z])(?:\.|->))(\w+)")
"""A name as it stands for a function of the same place."""
_WORD: Final = re.compile(r"\w+")
_VERB: Final = re.compile(r"(?:GET|HEAD|POST|PUT|PATCH|DELETE)")
_QUIET: Final = re.compile(
    r"(?i)^\W*(?:dis)?connect|^\W*(?:error|close|end|open|ping|pong|typing|auth\w*|log_?in|hello|leave|data|message)\W*$"
)
"""Events that are no wish of a client, or say who it is."""


ACTIONS: Final = "actions"
"""The scope of a module whose exported functions clients call without a route: each asks by itself."""
_DIRECTIVE: Final = re.compile(r"['\"]use server['\"];?")
_ALTERS: Final = re.compile(
    r"\b(?:(?:prisma|db|tx|trx|database)(?:\.\w+)?|\w{0,40}Repo(?:sitory)?|[A-Z]\w{1,40})"
    r"\s*\.(?:update|delete|upsert|destroy|(?:find(?:One|ById))And(?:Update|Delete|Replace))\w{0,10}\("
)
"""A record that is there already is changed."""
_DEMANDS: Final = re.compile(
    r"\{\s*(?:(?:const|let)\s+[\w{},:\s]{1,80}=\s*)?(?:await\s+)?"
    r"((?:require|ensure|assert|demand|must)(?!\w*(?:Input|Valid|Env|Config|Online|Enabled|Form|Data|Limit))[A-Z]\w*)\(\s*\)"
)
"""A function that clients call begins with asking who calls, for whom a project has a name of its own."""
_COUNTS: Final = re.compile(r"(?:\b(?:view|visit|count|hit|increment)|View|Visit|Count|Hit)s?(?![a-z])")
"""Changes records for everybody who comes along."""


Reader = Callable[["SgNode", str, Words], Iterator[Route]]
"""Finds the routes of a tree."""


def within(*holders: str) -> Reader:
    """Reads the functions of modules and of holders of these kinds, by which a grammar calls its classes."""

    def read(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
        if words.gates or words.first.search(root.text()):
            yield from _openings(chain(_of_module(root), of_holders(root, holders)), words)

    return read


def javascript(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """The same with objects and listeners, which JavaScript has besides."""
    text = root.text()
    if words.gates or words.first.search(text) or _DIRECTIVE.search(text):
        classes = of_holders(root, ("class_declaration", "class"))
        yield from _openings(chain(_of_module(root), classes, of_objects(root), _of_events(root)), words)


def _openings(places: Iterable[tuple[str, list["Member"]]], words: Words) -> Iterator[Route]:
    """The functions of each place where most of those that change something begin with a check."""
    for scope, members in places:
        found = [route for member in members if (route := _route(scope, *member, words))]
        asking = sum(bool(route.marks) for route in found if route.writes)
        writing = sum(route.writes for route in found)
        if asking >= _FEWEST and 3 * asking >= 2 * writing:
            yield from _alone(found, members)
        elif scope == ACTIONS and asking and 2 * asking >= writing:
            # One that asks tells that the others should, unless they only bring something in.
            yield from (
                one for one in _alone(found, members) if one.marks or not words.brings.search(one.name)
            )
        yield from _verbs([route for route in found if _VERB.fullmatch(route.name)])


def _verbs(found: list[Route]) -> Iterator[Route]:
    """The methods of one address, named by their verbs: what asks who reads it has to ask who changes it."""
    asking = [route for route in found if route.marks]
    for route in found:
        if route.writes and not (route.marks or route.checked or route.judged) and asking:
            scope = f"verbs of {route.scope}"
            yield from (replace(other, scope=scope, writes=True) for other in asking * 2)
            yield replace(route, scope=scope)


Member = tuple[str, "SgNode", "SgNode"]
"""A name, what is called by it, and what stands around that."""


_Place = tuple[str, list[Member]]


def of_holders(root: "SgNode", kinds: Iterable[str]) -> Iterator[_Place]:
    """The members of each class or what else holds functions."""
    for holder in chain.from_iterable(root.find_all(kind=kind) for kind in kinds):
        if body := holder.field("body"):
            yield f"{field_text(holder, 'name')}@{rows(holder)[0]}", list(_members(body))


def of_objects(root: "SgNode") -> Iterator[_Place]:
    """The members of each object that has functions."""
    for holder in root.find_all({"rule": _OBJECT}):
        yield f"object@{rows(holder)[0]}", list(_members(holder))


def _of_events(root: "SgNode") -> Iterator[_Place]:
    places: dict[str, list[Member]] = {}
    for call in calls_of(root, "call_expression", "member_expression", "object", "property", _EVENT):
        if len(call.given) > 1 and call.given[-1].kind() in _ARROWS:
            member = (call.given[0].text(), call.given[-1], call.node)
            places.setdefault(f"on {call.owner} {call.scope}", []).append(member)
    yield from places.items()


def _of_module(root: "SgNode") -> Iterator[_Place]:
    exported = {name for found in _EXPORTS.findall(root.text()) for name in _WORD.findall(found)}
    places: dict[str, list[Member]] = {}
    acts = any(_DIRECTIVE.fullmatch(child.text()) for child in root.children())
    for name, function, node in _members(root):
        given = field_text(function, "parameters")
        outside = function.kind() in {"function_definition", "method_declaration"}
        outside = outside or node.kind() in {"export_statement", "expression_statement"} or name in exported
        if outside or _SERVES.search(given):
            receiver = field_text(function, "receiver").rpartition(" ")[2]
            serves = _SERVES.search(given)
            key = receiver + (serves[0] if serves and function.kind() != "function_definition" else "")
            # The verbs of one address belong together, whatever each calls the request.
            key = "verbs" if _VERB.fullmatch(name) else key
            scope = ACTIONS if acts else f"functions {key}"
            places.setdefault(scope, []).append((name, function, node))
    yield from places.items()


def _members(holder: "SgNode") -> Iterator[Member]:
    for child in holder.children():
        if child.text() in {"private", "protected"}:  # of Ruby: what follows is nobody else's
            return
        name, function = _unwrapped(child)
        if function is not None and name and not _HIDDEN.search(name) and not _HIDDEN.search(child.text()):
            yield name, function, child


def _unwrapped(node: "SgNode") -> tuple[str, "SgNode | None"]:
    """The name and the function of what may be one."""
    name = ""
    for _ in range(4):
        name = field_text(node, "name") or field_text(node, "key") or field_text(node, "left") or name
        if node.kind() in _FUNCTIONS:
            return name.rpartition(".")[2], node
        inner = node.field(_WRAPPERS[str(node.kind())]) if node.kind() in _WRAPPERS else None
        if node.kind() in {"lexical_declaration", "expression_statement"}:
            inner = next((child for child in node.children() if child.kind() in _WRAPPERS), None)
        if inner is None:
            return "", None
        node = inner
    return "", None


def _route(scope: str, name: str, function: "SgNode", node: "SgNode", words: Words) -> Route | None:
    body, given = field_text(function, "body"), field_text(function, "parameters")
    if not body or words.of["functions"]["built"].search(name):
        return None
    writes = _changes(scope, name, words) or _acts(scope, name, body)
    lead = node.text().partition(body)[0] if node.kind() == "decorated_definition" else ""
    return Route(
        first=rows(node)[0],
        line=rows(function.field("name") or node)[0],
        last=header_end(function),
        scope=scope,
        name=name,
        writes=writes,
        marks=words.of_body(body) or _demanded(scope, body),
        checked=not writes or _knows(given, body, words) or bool(words.protects.search(lead)),
        **words.judged(body),
    )


def _demanded(scope: str, body: str) -> frozenset[str]:
    """What a function that clients call demands of them first, whatever that is called."""
    found = _DEMANDS.match(body) if scope == ACTIONS else None
    return frozenset({found[1]}) if found else frozenset()


def _changes(scope: str, name: str, words: Words) -> bool:
    """Whether a function does something that not everybody may: of events, all that a client may wish for."""
    if scope.startswith("on "):
        return not _QUIET.search(name)
    return bool(words.of["functions"]["writes"].search(name))


def _acts(scope: str, name: str, body: str) -> bool:
    """Whether a function that clients call changes a record, whatever it is called."""
    return scope == ACTIONS and _ALTERS.search(body) is not None and not _COUNTS.search(name)


def _knows(given: str, body: str, words: Words) -> bool:
    """Whether a function decides who may go on, or does what it does for the one who calls."""
    callers = words.of["functions"]["callers"].findall(given)
    return bool(words.checks.search(f"{given} {body}") or set(callers) & set(_WORD.findall(body)))


def _alone(found: list[Route], members: list[Member]) -> Iterator[Route]:
    """Routes; one that hands on to another of them, or is called by another, is checked where that is."""
    calls = {name: set(_CALLED.findall(field_text(function, "body"))) for name, function, _ in members}
    times: dict[str, int] = {}
    for words in calls.values():
        for word in words:
            times[word] = times.get(word, 0) + 1
    asking = {route.name for route in found if route.marks}
    for route in found:
        own = calls[route.name]
        called = times.get(route.name, 0) > (route.name in own)
        yield replace(route, checked=route.checked or called or bool(asking & own))
