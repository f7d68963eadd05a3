"""Classes of Python whose methods answer requests: resources, method views, view sets, handlers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.routes import FEWEST, RANKED, Route, Words, field_text, header_end, rows

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_ANSWERING: Final = re.compile(
    r"\b(?:Resource|MethodView|\w*Handler|HTTPEndpoint|HTTPMethodView|\w*APIView|\w*ViewSet)\b"
)
_OF_DJANGO: Final = re.compile(r"APIView|ViewSet")
"""Bases whose classes carry their protection as a whole."""
_FRAMEWORK: Final = re.compile(
    r"\((?:[a-z_]\w*\.)*(?:Resource|MethodView|RequestHandler|BaseHandler|HTTPEndpoint|HTTPMethodView|APIView"
    r"|(?:Model|Generic|ReadOnlyModel)?ViewSet|(?:List|Create|Retrieve|Update|Destroy)+APIView),?\)"
)
"""Bases that frameworks bring along."""
_METHODS: Final = {"get", "post", "put", "patch", "delete", "head"}
_READING: Final = {"get", "head"}
_CARRIES: Final = re.compile(
    r"^\s*(?:permission_classes|decorators|method_decorators|authentication_classes)\s*=\s*(.+)", re.DOTALL
)
_READ_ONLY: Final = re.compile(r"ReadOnly|ListAPIView|RetrieveAPIView|ListView|DetailView")
_OPEN: Final = re.compile(r"^\s*permission_classes\s*=\s*[\[(]\s*(?:\w+\.)?(?:AllowAny\b[^\w]*)?[\])]")
_ACTION: Final = re.compile(r"^@(?:\w+\.)?action\(")
_WRITES: Final = re.compile(r"[\"'](?:post|put|patch|delete)[\"']", re.IGNORECASE)
_OWNED: Final = re.compile(
    r"\.(?:filter|for_user|owned_by|of|visible_to)\([^\n]*request\.(?:user|tenant|auth)"
)
_EVERYTHING: Final = re.compile(r"^\s*(?:return|\w+\s*=)\s+\w+\.objects\.(?:all\(\)|select_related\()[^\n]*$")
_FIRST: Final = re.compile(
    r"\bdef (?:prepare|dispatch|initial|dispatch_request)\(self\b.{0,800}?(?=\n[ \t]*+(?:async )?def |\Z)",
    re.DOTALL,
)
"""What a framework calls before the method that answers."""
_NAME: Final = re.compile(r"\w+")
_CHOSEN: Final = re.compile(
    r"\bdef get_permissions\(self\b.{0,1200}?(?=\n[ \t]{0,4}(?:@|(?:async )?def )|\Z)", re.DOTALL
)
"""The method that says who may do what."""
_CLASSES: Final = r"((?:[^\[\]()]|\([^\[\]()]{0,80}\)){0,200})"
"""Classes or instances of them, up to the bracket behind them: `IsAuthenticated(), IsVet()`."""
_ENTRY: Final = re.compile(rf"[\"'](\w{{1,60}})[\"']\s{{0,9}}:\s{{0,20}}[\[(]{_CLASSES}")
_PERMITS: Final = re.compile(rf"(?:return|=|else)\s{{0,9}}[\[(]\s{{0,20}}(?=[A-Z]){_CLASSES}")
_OTHERWISE: Final = re.compile(
    rf"\.get\(\s{{0,20}}self\.action,\s{{0,20}}(?:[\[(]{_CLASSES}|self\.permission_classes)"
    r"|(?:super\(\)\.get_permissions\(\)|\bin self\.permission_classes\])\s*$"
)
_USUAL: Final = re.compile(rf"^[ \t]*permission_classes\s{{0,9}}=\s{{0,9}}[\[(]{_CLASSES}", re.MULTILINE)
_EVERYBODY: Final = re.compile(
    r"^(?:\w+\.)*(?:IsAuthenticated|AllowAny|IsAuthenticatedOrReadOnly|DjangoModelPermissionsOrAnonReadOnly)\b[\s(),]*$"
)
"""Asks for no more than to sign in."""
_FOR_CALLER: Final = re.compile(
    r"\b(?!(?:\w+_)?by\b|actor\b)\w{1,40}=(?:self\.)?request\.user\b(?!\.)"
    r"|\.(?:add|remove|discard)\((?:self\.)?request\.user\)"
)
"""What an action does for whoever asks: `entries.create(skipper=request.user)`."""
_OPEN_TO_ALL: Final = re.compile(r"^\W*(?:\w+\.)*(?:AllowAny\b\W*)?$")
_QUOTED: Final = re.compile(r"[\"'](\w+)[\"']")
_WRITING: Final = {"create", "update", "partial_update", "destroy"}


def resources(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """The methods of such classes by their decorators, and the classes by what they carry as a whole."""
    asking: set[str] = set()
    usual = _usual_bases(root)
    for outer in root.children():
        holder = outer.field("definition") if outer.kind() == "decorated_definition" else outer
        if holder is None or holder.kind() != "class_definition":
            continue
        if _asks_first(holder, asking, words):
            asking.add(field_text(holder, "name"))
            continue
        bases, body = field_text(holder, "superclasses"), holder.field("body")
        if body is None or not _ANSWERING.search(bases):
            continue
        said = [
            child.text()
            for child in body.children()
            if child.kind() in {"expression_statement", "assignment"}
        ]
        carried = [found[1] for text in said if (found := _CARRIES.match(text))]
        around = [child.text()[1:] for child in outer.children() if child.kind() == "decorator"]
        whole = words.marks([*_names(bases, carried), *around])
        if not whole and usual and bases != usual and not _FRAMEWORK.fullmatch(bases):
            continue
        if "def get_permissions" in body.text():
            yield from _of_choice(body, field_text(holder, "name"), words)
            continue
        if any(_OPEN.match(text) for text in said):
            continue
        if _OF_DJANGO.search(bases):
            yield _of_class(outer, holder, bases, whole, words)
        yield from _of_methods(body, field_text(holder, "name"), whole, words)
        yield from _of_records(body)


def _usual_bases(root: "SgNode") -> str:
    """What most classes of a file build on; "" if nothing: another base may be there to ask who calls."""
    bases = Counter(
        field_text(node, "superclasses") for node in root.children() if node.kind() == "class_definition"
    )
    ((usual, times),) = bases.most_common(1) or [("", 0)]
    return usual if times > 1 else ""


def _asks_first(holder: "SgNode", asking: set[str], words: Words) -> bool:
    """Whether a class, or one of the file that it builds on, asks who calls before each of its methods."""
    if not asking.isdisjoint(_NAME.findall(field_text(holder, "superclasses"))):
        return True
    found = _FIRST.search(holder.text())
    return found is not None and words.checks.search(found[0]) is not None


def _names(bases: str, carried: list[str]) -> Iterator[str]:
    yield from (name for name in _NAME.findall(bases) if name.endswith("Mixin"))
    for text in carried:
        yield from re.findall(r"[A-Za-z_][\w.]*", text)


def _of_class(outer: "SgNode", holder: "SgNode", bases: str, whole: frozenset[str], words: Words) -> Route:
    return Route(
        first=rows(outer)[0],
        line=rows(holder.field("name") or holder)[0],
        last=header_end(holder),
        scope="view classes",
        name=field_text(holder, "name"),
        writes=not _READ_ONLY.search(bases),
        marks=whole,
        checked=bool(words.checks.search(holder.text())) and not whole,
        **words.judged(holder.text()),
    )


def _of_methods(body: "SgNode", owner: str, whole: frozenset[str], words: Words) -> Iterator[Route]:
    for node in body.children():
        method = node.field("definition") if node.kind() == "decorated_definition" else node
        if method is None or method.kind() != "function_definition":
            continue
        texts = [child.text() for child in node.children() if child.kind() == "decorator"]
        action = next((text for text in texts if _ACTION.match(text)), None)
        name = field_text(method, "name")
        if action is None and name not in _METHODS:
            continue
        writes = bool(_WRITES.search(action)) if action else name not in _READING
        asking = [text[1:] for text in texts if text is not action]
        given = re.findall(r"permission_classes\s*=\s*[\[(]([^\])]*)", action or "")
        text = field_text(method, "body")
        judged = words.judged(text)
        judged["mine"] |= action is not None and _FOR_CALLER.search(text) is not None
        yield Route(
            first=rows(node)[0],
            line=rows(method.field("name") or method)[0],
            last=header_end(method),
            scope=f"actions of {owner}" if action else "methods",
            name=f"{owner} {name}" if not action else name,
            writes=writes,
            marks=whole | words.marks(asking) | frozenset(_asked(given, words)) | words.of_body(text),
            checked=bool(words.checks.search(text)) or (action is not None and not writes),
            **judged,
        )


def _asked(given: list[str], words: Words) -> Iterator[str]:
    """What an action asks for itself, whatever it is called; a rank, if it is more than to sign in."""
    for text in given:
        for name in _names("", [] if _OPEN_TO_ALL.search(text) else [text]):
            told = _EVERYBODY.search(name) or words.decides.search(name)
            yield name if told else f"{name}{RANKED}"


_BY: Final = re.compile(r"\w\(by=request\.user\)")
"""Who did something is only written down: `letter.reopen(by=request.user)`."""
_NEXT: Final = re.compile(r"\n\s{0,40}(?:@|(?:async )?def )")


def _of_choice(body: "SgNode", owner: str, words: Words) -> Iterator[Route]:
    """The actions of a view set that chooses permissions by their names, of which one has none.

    `{"create": [IsVet]}.get(self.action, [IsAuthenticated])`, or `if self.action == "create": ...`.
    """
    text = body.text()
    chosen = _CHOSEN.search(text)
    ranks = [one for one in _PERMITS.findall(chosen[0] if chosen else "") if not _EVERYBODY.search(one)]
    ranks += [one for _, one in _ENTRY.findall(text) if not _EVERYBODY.search(one)]
    if chosen is None or "self.action" not in chosen[0] or not (ranks and _is_open_else(chosen[0], text)):
        return
    named = {*_QUOTED.findall(chosen[0]), *(name for name, _ in _ENTRY.findall(text))}
    writing = named & _WRITING
    for route in _of_methods(body, owner, frozenset(), words):
        if route.scope == "methods" or not route.writes:
            continue
        scope = f"choice@{route.line}"
        known = route.judged or route.mine or bool(words.brings.search(route.name))
        if not (route.marks or route.name in named or known) and writing and _alters(text, route.name):
            other = replace(route, marks=frozenset({f"get_permissions{RANKED}"}), scope=scope)
            yield from (other,) * FEWEST
            yield replace(route, checked=False, scope=scope)


def _alters(text: str, name: str) -> bool:
    """Whether an action of that name is about a record, and does nothing for who asks."""
    head, found, rest = text.partition(f"def {name.rpartition('.')[2]}(")
    body = _NEXT.split(rest, maxsplit=1)[0]
    told = head.rpartition("@action(")[2]
    mine = "request.user" in _BY.sub("", body) or re.search(r"detail\s*=\s*False", told) is not None
    return bool(found) and not mine


def _is_open_else(chosen: str, text: str) -> bool:
    """Whether the last word of a choice is that everybody may who is signed in."""
    otherwise = _OTHERWISE.search(chosen)
    given = otherwise[1] if otherwise else next(iter(_PERMITS.findall(chosen)[-1:]), "")
    if otherwise and not given:
        usual = _USUAL.search(text)
        given = usual[1] if usual else ""
    return bool(given) and _EVERYBODY.search(given) is not None


def _of_records(body: "SgNode") -> Iterator[Route]:
    """The method that says which records a view set is about: all, or those of the caller."""
    for node in body.children():
        if node.kind() != "function_definition" or field_text(node, "name") != "get_queryset":
            continue
        text = field_text(node, "body")
        own = _OWNED.search(text)
        yield Route(
            first=rows(node)[0],
            line=rows(node)[0],
            last=rows(node)[1],
            scope="records",
            name="",
            writes=True,
            marks=frozenset({"get_queryset of the owner"} if own else ()),
            checked=not _EVERYTHING.search(text),
        )
