"""Routes that are functions, methods or classes with decorators, annotations or attributes."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.doorkeepers import aliases
from reviewbot.reviewers.static.routes import Route, Words, field_text, header_end, rows

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_TEXT: Final = re.compile(r"[\"'][^\"']*[\"']")
_VIEWS: Final = re.compile(r"(^|/)(\w*_)?views?(_\w+)?(\.py$|/)|^code\.")
_ANSWERS: Final = re.compile(
    r"\breturn\b.*\b(render|redirect|HttpResponse\w*|JsonResponse|Response|get_object_or_404|TemplateResponse)\("
)
_WRITES: Final = re.compile(r"require_POST|request\.POST|[\"']POST[\"']|\.delete\(|\.save\(")
_VIEW_CLASS: Final = re.compile(r"\b\w*(View|ViewSet)\b")
_OWN_CLASS: Final = re.compile(
    r"^\((?:(?:generic|views|edit)\.)?(?:Template|List|Detail|Create|Update|Delete|Form|Redirect)?View,?\)$"
)
"""Bases that Django brings along; those of a project may hold the protection."""
_WRITING_CLASS: Final = re.compile(r"(Create|Update|Delete|Form)View|def (post|put|patch|delete)\(")
_NAME: Final = re.compile(r"\w+")
_DATABASE: Final = re.compile(
    r"\bsession\s*+:\s*+(?:\w+\.)*+(?:Async|Scoped|DB|Db)?(?:Session|SessionDep)\b|\bsession\b[^,=]*+=\s*+Depends\("
)
"""The session is one with the database, and tells nothing of who asks."""
_DEPENDS: Final = re.compile(r"\b(?:Depends|Security)\(\s*([\w.]+)")
_SESSION: Final = re.compile(r"\bsession\b|\bget_session\b|\bAsyncSession\b")
_MIXIN: Final = re.compile(r"\b\w*(Required|Check|Checked|Access|Test|Only)(Mixin)?\b")


def python_functions(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """Flask, FastAPI and what looks like them: `@router.post("/orders")`."""
    shape = words.of["python"]
    covered = set(_python_covered(root, words))
    types = {**words.aliases, **dict(aliases(root.text()))}
    for node in root.find_all(kind="decorated_definition"):
        texts = [child.text() for child in node.children() if child.kind() == "decorator"]
        lead = next((found for text in texts if (found := shape["route"].search(text))), None)
        function = node.field("definition")
        if lead is None or function is None or lead["scope"] in covered:
            continue
        said = f"{field_text(function, 'parameters')} {' '.join(texts)}"
        takes = [next(filter(None, found)) for found in shape["takes"].findall(said)]
        given = set(_NAME.findall(field_text(function, "parameters")))
        takes += [asked for name, asked in types.items() if name in given]
        takes += [name for name in given if name in words.held]
        yield _function(
            node,
            function,
            words,
            scope=lead["scope"],
            name=" ".join(text for text in texts if shape["route"].search(text)),
            writes=any(shape["writes"].search(text) for text in texts),
            texts=[*_between(texts, words), *takes],
            asked=_asked(function, takes, texts, words),
        )


def _between(texts: list[str], words: Words) -> Iterator[str]:
    """The decorators that a request passes: what stands above the route is never called.

    Of those above that everybody knows, python-guard-above-route tells.
    """
    routes = [at for at, text in enumerate(texts) if words.of["python"]["route"].search(text)]
    for at, text in enumerate(texts):
        if at not in routes and (at > routes[-1] or words.protects.search(text)):
            yield text[1:]


def _asked(function: "SgNode", takes: list[str], texts: list[str], words: Words) -> bool:
    """Whether something that the framework calls first may ask who is there, whatever it is called."""
    shape = words.of["python"]
    given = function.field("parameters")
    parameters = [child.text() for child in given.children()] if given else []
    names = [*takes, *(text for text in parameters if shape["asked"].search(text))]
    if any(shape["asks"].search(name) for name in names) or any(" auth=" in text for text in texts):
        return True
    if any(name and not shape["brought"].search(name) for name in takes):
        return True
    # What a route depends on without taking anything from it is there to refuse.
    behind = (text.partition("dependencies=")[2] for text in texts)
    asked = (name for text in behind for name in _DEPENDS.findall(text))
    return any(not (words.unrelated.search(name) or shape["brought"].search(name)) for name in asked)


def _python_covered(root: "SgNode", words: Words) -> Iterator[str]:
    """Routers that are protected as a whole: by their own dependencies, or by a hook before each request."""
    for node in root.find_all(kind="assignment"):
        right = field_text(node, "right")
        given = right.partition("dependencies")[2]
        if given and (words.protects.search(given) or words.marks(_NAME.findall(given)[:1])):
            yield field_text(node, "left")
    for node in root.find_all(kind="decorator"):
        owner, hook, _ = node.text().removeprefix("@").partition(".before_")
        if hook:
            yield owner


def django_functions(root: "SgNode", path: str, words: Words) -> Iterator[Route]:
    """Views of Django that are functions of a module: they take a request and answer it."""
    at_home = _VIEWS.search(path) is not None
    for node in root.children():
        function = node.field("definition") if node.kind() == "decorated_definition" else node
        if function is None or function.kind() != "function_definition":
            continue
        texts = [child.text()[1:] for child in node.children() if child.kind() == "decorator"]
        body = field_text(function, "body")
        given = field_text(function, "parameters").startswith("(request")
        given = given and (at_home or any(text.startswith("api_view") for text in texts))
        if given and not field_text(function, "name").startswith("_") and _ANSWERS.search(body):
            writes = bool(_WRITES.search(node.text()))
            texts = [text for text in texts if not text.startswith("api_view")]
            yield _function(node, function, words, scope="views", name="", writes=writes, texts=texts)


def django_classes(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """Views of Django that are classes, protected by mixins or by decorators."""
    own = {
        field_text(node, "name"): field_text(node, "superclasses")
        for node in root.children()
        if node.kind() == "class_definition"
    }
    for node in root.children():
        inner = node.field("definition") if node.kind() == "decorated_definition" else node
        if inner is None or inner.kind() != "class_definition":
            continue
        bases = field_text(inner, "superclasses")
        if not _VIEW_CLASS.search(bases) or "permission_classes" in inner.text():
            continue
        texts = [child.text()[1:] for child in node.children() if child.kind() == "decorator"]
        mixins = list(_mixins(bases, own))
        writes = bool(_WRITING_CLASS.search(f"{bases}{inner.text()}"))
        unknown = not _OWN_CLASS.search(bases)
        texts += mixins
        yield _function(
            node, inner, words, scope="classes", name="", writes=writes, texts=texts, asked=unknown
        )


def _mixins(bases: str, own: Mapping[str, str]) -> Iterator[str]:
    """The mixins of a class that protect it, those of mixins that the file has of its own included."""
    for name in _NAME.findall(bases):
        if _MIXIN.fullmatch(name):
            yield name
        if not _VIEW_CLASS.search(held := own.get(name, "")):
            yield from (found[0] for found in _MIXIN.finditer(held))


def nest(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """Methods of NestJS controllers: decorators stand before what they belong to."""
    for holder in root.find_all(kind="class_declaration"):
        outer = holder.parent()
        around = [
            *holder.children(),
            *(outer.children() if outer and outer.kind() == "export_statement" else ()),
        ]
        owned = [child.text() for child in around if child.kind() == "decorator"]
        body = holder.field("body")
        if body and any(words.of["typescript"]["container"].search(text) for text in owned):
            yield from _methods(holder, body, owned, words, "typescript", _leading)


def _leading(body: "SgNode") -> Iterator[tuple["SgNode", list["SgNode"]]]:
    before: list[SgNode] = []
    for child in body.children():
        if child.kind() == "decorator":
            before.append(child)
        elif child.kind() == "method_definition":
            yield child, before
            before = []


def spring(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """Methods of Spring and JAX-RS controllers."""
    for holder in root.find_all(kind="class_declaration"):
        owned = [note.text() for note in _notes(holder)]
        body = holder.field("body")
        if body and any(words.of["java"]["container"].search(text) for text in owned):
            yield from _methods(holder, body, owned, words, "java", _noted)


def _noted(body: "SgNode") -> Iterator[tuple["SgNode", list["SgNode"]]]:
    for child in body.children():
        if child.kind() == "method_declaration":
            yield child, list(_notes(child))


def _notes(node: "SgNode") -> Iterator["SgNode"]:
    for child in node.children():
        if child.kind() == "modifiers":
            yield from (note for note in child.children() if "annotation" in str(note.kind()))


def aspnet(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """Actions of ASP.NET controllers."""
    for holder in root.find_all(kind="class_declaration"):
        owned = [
            child.text() for child in holder.children() if child.kind() in {"attribute_list", "base_list"}
        ]
        body = holder.field("body")
        if body and any(words.of["csharp"]["container"].search(text) for text in owned):
            yield from _methods(holder, body, owned, words, "csharp", _attributed)


def _attributed(body: "SgNode") -> Iterator[tuple["SgNode", list["SgNode"]]]:
    for child in body.children():
        if child.kind() == "method_declaration":
            lists = [part for part in child.children() if part.kind() == "attribute_list"]
            yield child, [part for each in lists for part in each.children() if part.kind() == "attribute"]


_Members = Callable[["SgNode"], Iterator[tuple["SgNode", list["SgNode"]]]]


def _methods(
    holder: "SgNode", body: "SgNode", owned: list[str], words: Words, language: str, members: _Members
) -> Iterator[Route]:
    """The routes of a controller; if it is protected as a whole, that is what each of them has."""
    shape = words.of[language]
    scope = field_text(holder, "name")
    whole = words.marks(text for text in owned if not text.startswith(":"))
    for method, notes in members(body):
        texts = [note.text() for note in notes]
        leads = [text for text in texts if shape["route"].search(text)]
        if leads:
            yield _function(
                notes[0],
                method,
                words,
                scope=f"{scope}@{rows(holder)[0]}",
                name=" ".join(leads),
                writes=any(shape["writes"].search(text) for text in leads),
                texts=[text for text in texts if text not in leads],
                whole=whole,
            )


def _function(  # noqa: PLR0913 - named, and each of them one thing that a framework writes in its own way
    node: "SgNode",
    function: "SgNode",
    words: Words,
    *,
    scope: str,
    name: str,
    writes: bool,
    texts: list[str],
    whole: frozenset[str] = frozenset(),
    asked: bool = False,
) -> Route:
    """The route of a function: `texts` may protect it, `whole` does, and `asked` if something else may."""
    body = field_text(function, "body")
    parameters = field_text(function, "parameters")
    if _DATABASE.search(parameters):
        body, parameters = (_SESSION.sub("db", text) for text in (body, parameters))
    opened = any(words.opened.search(text) for text in texts)
    is_class = function.kind() == "class_definition"
    named = function.field("name") or function
    marks = words.marks(texts) | words.of_body("" if is_class else body) | whole
    if opened:
        marks = frozenset()
    return Route(
        first=rows(node)[0],
        line=rows(named)[0],
        last=header_end(function),
        scope=scope,
        name=f"{' '.join(_TEXT.findall(name))} {named.text()}",
        writes=writes,
        marks=marks,
        checked=(asked and not marks) or bool(words.checks.search(f"{parameters} {body}")),
        **words.judged(f"{parameters} {body}"),
        opened=opened,
    )


_ACTIONS: Final = {"create", "update", "destroy"}
_READS: Final = {"index", "show", "new", "edit"}
_FILTER = re.compile(r"^(?:prepend_|append_)?before_(?:action|filter)\b\s*\(?\s*:?([\w!?]+)(.*)$", re.DOTALL)
_LISTED = re.compile(r"\b(only|except):\s*(\[[^\]]*\]|%i\[[^\]]*\]|:\w+)")


def rails(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """Actions of Rails controllers, as far as `before_action` names them."""
    for holder in root.find_all(kind="class"):
        body = holder.field("body")
        if body is None or "Controller" not in field_text(holder, "superclass"):
            continue
        filters = [found for child in body.children() if (found := _FILTER.match(child.text()))]
        asking = [found for found in filters if words.marks([found[1]])]
        for method in _public(body):
            name = field_text(method, "name")
            marks = frozenset(found[1] for found in asking if _covers(found[2], name))
            if name in _ACTIONS or name in _READS:
                route = _function(
                    method,
                    method,
                    words,
                    scope=field_text(holder, "name"),
                    name="",
                    texts=[],
                    writes=name in _ACTIONS,
                    whole=marks,
                )
                yield route


def _public(body: "SgNode") -> Iterator["SgNode"]:
    for child in body.children():
        if child.text() in {"private", "protected"}:
            return
        if child.kind() == "method":
            yield child


def _covers(options: str, action: str) -> bool:
    listed = _LISTED.search(options)
    if listed is None:
        return " if:" not in options and " unless:" not in options
    named = action in re.findall(r"\w+", listed[2])
    return named if listed[1] == "only" else not named
