"""Routes that are registered by a call: `router.post("/orders", auth, create)`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from reviewbot.reviewers.static.routes import Route, Words, field_text, rows

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_PATH: Final = re.compile(r"^[`'\"](?:[A-Z]+ )?(?P<path>[/:*(][^`'\"]*|)[`'\"]$")
_WRITING_PATH: Final = re.compile(r"^[`'\"](?:POST|PUT|PATCH|DELETE) ")
_ROUTE: Final = re.compile(r"^(?P<owner>[\w.]+?)\s*\.route\(\s*[`'\"](?P<path>[^`'\"]*)[`'\"]\s*\)")
_FUNCTIONS: Final = {"arrow_function", "function_expression", "function", "func_literal"}
_SCOPES: Final = {*_FUNCTIONS, "function_declaration", "method_declaration", "method_definition"}
_TELLING: Final = (
    "(?i)^(get|post|put|patch|delete|del|any|all|handle|handlefunc"
    "|use|usemiddleware|addhook|group|route|register)$"
)
"""Methods that register something: to look around each call of a file would take too long."""
_ARGUMENTS: Final = {"arguments", "argument_list"}
_GROUPING: Final = {"Group", "Route", "group", "register"}
_ASSIGNED: Final = re.compile(r"^(?:const |let |var )?(\w+)\s*:?=")
_MADE: Final = re.compile(
    r"\b(\w+)\s*(?::[^=\n]+)?=\s*(?:await\s+)?(?:new\s+)?(?:\w+\.)?"
    r"(?:Router|express|[fF]astify|Hono|OpenAPIHono|Koa|Elysia|polka|restify\.createServer)\s*[<(]"
)
"""Makes an object that routes are registered on."""
_MAKES: Final = re.compile(
    r"^(?:new\s+)?(?:\w+\.)?(?:Router|express|[fF]astify|Hono|OpenAPIHono|Koa|Elysia|polka)\s*(?:<[^()]*>)?\("
)
_CHAINED: Final = re.compile(rf"{_TELLING}|^(?:basePath|on|openapi|guard|derive)$")
_LONGEST: Final = 200
"""Calls of one chain, and characters before it."""
_HOOK: Final = 2_500
"""Characters of a function that does nothing but decide."""
_TURNS_AWAY: Final = re.compile(r"\b401\b|nauthori[sz]ed|NotAuthenticated|\b403\b|orbidden")
_OTHERWISE: Final = re.compile(r"(?i)csrf|xsrf|origin\b|rate_?limit|throttl|^\(?(?:err|error)\w*\b|webhook")
"""What turns people away for something else than who they are, or tells of what went wrong."""
_MOST_HELD: Final = 20
"""Middleware of one list: lists may hold lists."""
_HOLDS: Final[Any] = {
    "kind": "variable_declarator",
    "has": {
        "field": "value",
        "any": [
            {"kind": "array"},
            {"kind": "object"},
            {"kind": "call_expression", "not": {"has": {"field": "function", "regex": "^require$"}}},
        ],
    },
}
_HOOKS: Final = re.compile(r"^[`'\"](onRequest|preHandler|preValidation|preParsing)[`'\"]$")


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a method: of what, which, with what. `chain` is what a chain of such calls begins with."""

    node: "SgNode"
    owner: str
    chain: str
    method: str
    given: list["SgNode"]
    scope: str


def javascript(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """Express, Koa, Fastify and what looks like them."""
    calls = list(calls_of(root, "call_expression", "member_expression", "object", "property"))
    made = "|".join(map(re.escape, set(_MADE.findall(root.text()))))
    usual = words.of["calls"]["javascript"]
    yield from _registered(calls, words, re.compile(f"{usual.pattern}|^(?:{made})$") if made else usual)


def go(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """gin, echo, chi, gorilla and net/http."""
    calls = list(calls_of(root, "call_expression", "selector_expression", "operand", "field"))
    yield from _registered(calls, words, words.of["calls"]["go"])


def calls_of(
    root: "SgNode", kind: str, member: str, owner: str, name: str, telling: str = _TELLING
) -> Iterator[Call]:
    """The calls of methods whose names tell."""
    named: Any = {"field": name, "regex": telling}
    rule: Any = {"kind": kind, "has": {"field": "function", "kind": member, "has": named}}
    for node in root.find_all({"rule": rule}):
        function, arguments = node.field("function"), node.field("arguments")
        outer = node.parent()
        if function is None or arguments is None or (outer and outer.kind() in _ARGUMENTS):
            continue
        given = [child for child in arguments.children() if child.is_named() and child.kind() != "comment"]
        chain = _chain(node, owner, name).partition(".With(")[0]
        yield Call(node, field_text(function, owner), chain, field_text(function, name), given, _scope(node))


def _chain(node: "SgNode", owner: str, name: str) -> str:
    """What stands before all calls of a chain: `new Hono().get(...).post(...)`."""
    for _ in range(_LONGEST):
        function = node.field("function")
        held = function.field(owner) if function else None
        if function is None or held is None or not _CHAINED.search(field_text(function, name)):
            break
        node = held
    return node.text() if len(node.text()) < _LONGEST else ""


def _scope(node: "SgNode") -> str:
    around = next((above for above in node.ancestors() if above.kind() in _SCOPES), None)
    return str(around.range().start.line) if around else ""


def _registered(calls: list[Call], words: Words, owners: re.Pattern[str]) -> Iterator[Route]:
    shape = words.of["calls"]
    around = Around.of(calls, words)
    for call in calls:
        if not shape["methods"].search(call.method) or len(call.given) < 1:
            continue
        found = _ROUTE.match(call.owner)
        path = _PATH.match(call.given[0].text())
        owner = found["owner"] if found else call.chain
        given = call.given if found else call.given[1:]
        if (
            not given
            or not (found or path)
            or not (owners.search(owner.rpartition(".")[2]) or _MAKES.match(owner))
        ):
            continue
        where = found["path"] if found else path["path"] if path else ""
        prefix, whole = around.before(owner, call)
        route = _route(call, f"{call.scope} {owner}", where, given, words)
        route = replace(route, marks=route.marks | whole)
        yield route
        if around.groups and not words.opened.search(owner) and (stem := _stem(prefix + where)):
            yield replace(route, scope=f"path {stem}")


def _stem(path: str) -> str:
    """What a path is about: all before its first parameter."""
    return re.split(r"/?[:{*<]", path, maxsplit=1)[0].rstrip("/")


@dataclass(frozen=True, slots=True)
class Group:
    """Routes that have something in common: the owner they come from, a prefix, and what protects them."""

    owner: str
    scope: str
    prefix: str
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the routes of a file: middleware by the line it counts from, and groups."""

    covers: Mapping[tuple[str, str], list[tuple[int, frozenset[str]]]]
    groups: Mapping[tuple[str, str], Group]

    @classmethod
    def of(cls, calls: list[Call], words: Words) -> "Around":
        """Found among the calls of a file."""
        covers: dict[tuple[str, str], list[tuple[int, frozenset[str]]]] = {}
        groups: dict[tuple[str, str], Group] = {}
        for call in calls:
            if _covers(call, words):
                since = 0 if call.method in {"addHook", "all"} else rows(call.node)[0]
                marks = _asked(call.given, words)
                covers.setdefault((call.chain, call.scope), []).append((since, marks))
            if call.method in _GROUPING and (place := _place(call)):
                path = next(
                    (found["path"] for given in call.given[:1] if (found := _PATH.match(given.text()))), ""
                )
                groups[place] = Group(call.owner, call.scope, path, words.marks(names_of(call.given)))
        return cls(covers, groups)

    def before(self, owner: str, call: Call) -> tuple[str, frozenset[str]]:
        """The prefix of what a call registers, and what protects it already."""
        prefix, marks, scope = "", frozenset[str](), call.scope
        for _ in range(8):
            held = [*self.covers.get((owner, scope), ()), *self.covers.get((owner, ""), ())]
            marks = marks.union(*(names for since, names in held if since <= rows(call.node)[0]))
            group = self.groups.get((owner, scope)) or self.groups.get((owner, ""))
            if group is None:
                break
            prefix, marks = group.prefix + prefix, marks | group.marks
            owner, scope = group.owner, group.scope
        return prefix, marks


def _place(call: Call) -> tuple[str, str] | None:
    """The name and the scope of a group: of a function that it is handed to, or of what it is assigned to."""
    last = call.given[-1] if call.given else None
    if last is not None and last.kind() in _FUNCTIONS:
        named = re.search(r"\w+", field_text(last, "parameters") or field_text(last, "parameter"))
        return (named[0], str(rows(last)[0])) if named else None
    above = next(iter(call.node.ancestors()), None)
    above = above.parent() if above and above.kind() == "expression_list" else above
    named = _ASSIGNED.match(above.text()) if above else None
    return (named[1], call.scope) if named else None


def _covers(call: Call, words: Words) -> bool:
    """Whether from here on all routes of the owner are protected."""
    if call.method in {"use", "Use", "UseMiddleware", "all", "addHook"} and call.given:
        first = call.given[0].text()
        if _PATH.match(first) and _PATH.match(first)["path"] not in {"/", "*", "/*"}:  # type: ignore[index]
            return False
        if call.method == "addHook" and not _HOOKS.match(first):
            return False
        if call.method == "all" and not _PATH.match(first):
            return False
        return bool(_asked(call.given, words))
    return False


def _asked(given: list["SgNode"], words: Words) -> frozenset[str]:
    """What middleware asks for: by its name, or because it is written out and turns people away."""
    written = (one.text() for one in given if one.kind() in _FUNCTIONS)
    turns_away = any(
        len(text) <= _HOOK and _TURNS_AWAY.search(text) and not _OTHERWISE.search(text) for text in written
    )
    return words.marks(names_of(given)) | frozenset({"the hook before it"} if turns_away else ())


def names_of(given: list["SgNode"]) -> Iterator[str]:
    """What stands for a middleware: its own words, not those of the functions that it is given."""
    for node in given:
        if node.kind() in {"string", "template_string", "interpreted_string_literal"}:
            continue
        if node.kind() in _FUNCTIONS:
            yield from ()
        elif node.kind() == "object":
            yield from options_of(node)
        elif node.kind() == "array":
            yield from names_of([child for child in node.children() if child.is_named()])
        elif node.kind() == "call_expression" and "=>" in node.text():
            yield field_text(node, "function")
        else:
            yield node.text()[:120]


def held(root: "SgNode") -> dict[str, list[str]]:
    """By name: what middleware a list or an object of options stands for, or what call made it.

    `const staff = [app.authenticate, onlyStaff]`. A name that is given twice stands for nothing.
    """
    found: dict[str, list[str]] = {}
    for node in root.find_all({"rule": _HOLDS}):
        name, value = field_text(node, "name"), node.field("value")
        if value is not None:
            where = value.range()
            short = where.end.index - where.start.index <= _LONGEST
            said = names_of([value]) if short and name not in found else ()
            spelled = (other for text in said for other in found.get(text.removeprefix("..."), [text]))
            found[name] = list(islice(dict.fromkeys(spelled), _MOST_HELD))
    return found


def options_of(node: "SgNode") -> Iterator[str]:
    """What an object asks for before the handler; what it takes over from another may be that as well."""
    yield from (child.text() for child in node.children() if child.kind() == "spread_element")
    for pair in node.find_all(kind="pair"):
        if field_text(pair, "key") in {
            "preHandler",
            "onRequest",
            "preValidation",
            "auth",
            "security",
            "pre",
            "beforeHandler",
        }:
            value = pair.field("value")
            if value is not None:
                yield from names_of([value]) if value.kind() == "array" else (value.text(),)


def _route(call: Call, scope: str, path: str, given: list["SgNode"], words: Words) -> Route:
    *middle, handler = given
    wrapped = handler.field("function") if handler.kind() == "call_expression" else None
    texts = [*names_of(middle), *([wrapped.text()] if wrapped else ())]
    chain = re.findall(r"\.With\(([^()]*(?:\([^()]*\))?[^()]*)\)", call.owner)
    _, last = rows(call.node)
    top = rows(call.node.field("function") or call.node)[1]
    return Route(
        first=top,
        line=top,
        last=min(last, rows(given[-1])[0]),
        scope=scope,
        name=f"{path} {_handler_name(handler)}",
        writes=bool(
            words.of["calls"]["writes"].search(call.method) or _WRITING_PATH.match(call.given[0].text())
        ),
        marks=words.marks([*texts, *chain]) | words.of_body(_body(handler)),
        checked=bool(words.checks.search(_body(handler)))
        or any(words.of["calls"]["lists"].search(text) for text in texts),
        **words.judged(_body(handler)),
        opened=any(words.opened.search(text) for text in texts),
        seen=handler.kind() in _FUNCTIONS,
    )


def _body(handler: "SgNode") -> str:
    """What a handler does, as far as it is written where it is registered."""
    return handler.text() if handler.kind() in {*_FUNCTIONS, "call_expression"} else ""


def _handler_name(handler: "SgNode") -> str:
    """What it is called; of one that is wrapped, what is inside."""
    if handler.kind() in _FUNCTIONS:
        return ""
    named = handler.field("arguments") if handler.kind() == "call_expression" else handler
    return named.text()[:80] if named else ""


_MINIMAL: Final = re.compile(
    r"^(?:await\s+)?(?P<owner>\w+)\.Map(?P<method>Get|Post|Put|Patch|Delete)\(\s*\"(?P<path>[^\"]*)\""
)
_ASKING: Final = re.compile(r"\.(RequireAuthorization)\(\s*(\"[^\"]*\")?")
_GROUPED: Final = re.compile(r"\b(\w+)\s*=[^;]{0,200}?\bMapGroup\([^;]{0,400}?\.RequireAuthorization\(")


def minimal(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """Minimal APIs of ASP.NET: `app.MapPost("/orders", ...).RequireAuthorization()`."""
    covered = set(_GROUPED.findall(root.text()))
    for node in root.find_all(kind="expression_statement"):
        text = node.text()
        found = _MINIMAL.match(text)
        if found is None or found["owner"] in covered:
            continue
        first, last = rows(node)
        yield Route(
            first=first,
            line=first,
            last=last,
            scope=f"minimal {found['owner']}",
            name=found["path"],
            writes=found["method"] != "Get",
            marks=frozenset(name for name, _ in _ASKING.findall(text)),
            checked=bool(words.checks.search(_ASKING.sub("", text))),
            **words.judged(_ASKING.sub("", text)),
            opened=".AllowAnonymous(" in text,
        )


_LARAVEL: Final = re.compile(
    r"^Route::(?P<method>get|post|put|patch|delete|any|match|resource|apiResource)\(\s*(?:\[[^\]]*\]\s*,\s*)?"
    r"['\"](?P<path>[^'\"]*)['\"]"
)
_MIDDLEWARE: Final = re.compile(r"(?:->|::)(?:middleware|can)\(\s*(\[[^\]]*\]|[^)]*)\)")


def laravel(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """`Route::post(...)->middleware(...)`; a group may protect all that it holds."""
    for node in root.find_all(kind="expression_statement"):
        text = node.text()
        found = _LARAVEL.match(text)
        if found is None:
            continue
        groups = [above for above in node.ancestors() if above.kind() == "expression_statement"]
        around = [mark for group in groups for mark in _MIDDLEWARE.findall(_head(group.text()))]
        texts = [mark.strip("[]'\" ") for mark in (*_MIDDLEWARE.findall(text), *around)]
        first, last = rows(node)
        yield Route(
            first=first,
            line=first,
            last=last,
            scope=str(rows(groups[0])[0]) if groups else "",
            name=f"{found['path']} {text[found.end() : 200].partition(')->')[0]}",
            writes=found["method"] in {"post", "put", "patch", "delete", "resource", "apiResource"},
            marks=words.marks(texts),
        )


def _head(text: str) -> str:
    return text.partition("function")[0][:400]
