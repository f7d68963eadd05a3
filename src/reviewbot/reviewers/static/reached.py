"""Routers that are mounted unprotected and ask nobody themselves, while those mounted beside them do.

Where a router is mounted, and what it answers, stand in different files of one change. A router alone may be
meant for everybody: so it is told only where it changes records, or is about the same as a protected one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static import annotated, described, registered
from reviewbot.reviewers.static.doorkeepers import Doorkeepers
from reviewbot.reviewers.static.gates import IMPORT, MODULE, of_file
from reviewbot.reviewers.static.lookups import closed
from reviewbot.reviewers.static.passages import CrowdedError, Passage, Unreadable
from reviewbot.reviewers.static.registered import Around, Call, calls_of, names_of
from reviewbot.reviewers.static.routes import Route, Words, rows
from reviewbot.reviewers.static.structure import parse
from reviewbot.reviewers.static.uncommented import uncommented

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_MOUNTS: Final = re.compile(r"\.(?:use|register|route|include_router|register_blueprint)\(")
_FEWEST: Final = 2
"""Routers that are compared."""
_MOST: Final = 200
"""Mounts of one file."""
_PATH: Final = re.compile(r"^[`'\"](/[^`'\"]*)[`'\"]$")
_PREFIX: Final = re.compile(r"\b(?:url_)?prefix\s*[:=]\s*[`'\"](/[^`'\"]*)[`'\"]")
_NAMED: Final = re.compile(r"^(?:await\s+)?(\w+)(?:\.\w+)?(?:\([^()]{0,200}\))?$")
"""`orders`, `orders(store)`, `orders.routes()`."""
_REQUIRED: Final = re.compile(r"^require\(\s*['\"](\.[^'\"]+)['\"]\s*\)")
_INCLUDED: Final = re.compile(r"\b(\w+)\.(?:include_router|register_blueprint)\(\s*([\w.]+)")
_ASKED: Final = re.compile(r"\b(?:Depends|Security)\(\s*([\w.]+)")
_DEPENDS: Final = re.compile(r"\bdependencies\s*=\s*(\w+|[\[(][^\])]{0,300})")
_WHOLE: Final = re.compile(
    r"^(\w+)[^=\n]{0,40}=[ ]?(?:\w+\.)?(?:FastAPI|APIRouter|Blueprint)\(", re.MULTILINE
)
_HOOKED: Final = re.compile(
    r"\.(?:addHook\(\s*['\"](?:onRequest|pre\w+)|use\(\s*[\w.]+\s*[,()]|param\(|before_request\b)|\bpreHandler\b"
)
"""Whatever comes before all of its routes may ask."""
_IMPORTS: Final = re.compile(
    r"^[ \t]*+(?:import\b|from\b|export\b.*\bfrom\b|(?:const|let|var)\b.*\brequire\().*$", re.MULTILINE
)
_NAME: Final = re.compile(r"\w+")
_ENDINGS: Final = ("", ".js", ".ts", ".mjs", ".cjs", ".tsx", "/index.js", "/index.ts")


@dataclass(frozen=True)
class _Mount:
    """Where a router is mounted: by which call, under what path, from what module, behind what."""

    passage: Passage
    line: int
    last: int
    path: str
    name: str
    module: str
    marks: frozenset[str]


@dataclass(frozen=True)
class _Router:
    """What a module answers."""

    passage: Passage
    routes: Sequence[Route]
    words: Words = field(repr=False)
    whole: bool

    @cached_property
    def asks(self) -> bool:
        """Whether it asks anybody anything, in whatever way."""
        text = _IMPORTS.sub("", self.passage.text)
        told = self.words
        known = any(route.marks or route.checked or route.mine for route in self.routes)
        asks = (told.protects, told.checks, _HOOKED)
        return known or self.whole or any(one.search(text) for one in asks)

    @cached_property
    def is_protected(self) -> bool:
        """Whether all of it asks who calls."""
        asked = [route for route in self.routes if not self.words.is_public(route)]
        return self.whole or (bool(asked) and all(route.marks for route in asked))


Stray = tuple[Passage, int, int, str, bool]
"""Where to tell of a router: the passage, the lines, what its neighbours carry, and whether it writes."""


def reached(passages: Sequence[Passage], usual: Words, keepers: Doorkeepers) -> Iterator[Stray]:
    """The mounts, or the routes of what is mounted, that lack what the others have."""
    mounting = [one for one in passages if len(_MOUNTS.findall(one.text)) >= _FEWEST]
    known = _Known({one.path: one for one in passages}, usual, keepers) if mounting else None
    for passage in mounting:
        if known is not None:
            yield from _of(passage, known)


@dataclass(frozen=True)
class _Known:
    """The files of a change, and what was read of them."""

    passages: Mapping[str, Passage]
    usual: Words
    keepers: Doorkeepers
    _routers: dict[str, _Router | None] = field(default_factory=dict)

    def tree(self, passage: Passage) -> "tuple[SgNode, Words] | None":
        """The tree of a file, and the words that it is read by."""
        root = parse(uncommented(passage))
        if root is None or isinstance(root, Unreadable):
            return None
        try:
            return root, of_file(self.usual, root, passage.language, self.keepers)
        except CrowdedError:
            return None

    def router(self, path: str) -> _Router | None:
        """What the module of a path answers, if it is a part of the change."""
        if path not in self._routers:
            self._routers[path] = self._read(path)
        return self._routers[path]

    def _read(self, path: str) -> _Router | None:
        passage = self.passages.get(path)
        known = self.tree(passage) if passage else None
        if passage is None or known is None:
            return None
        root, words = known
        if passage.language == "python":
            routes = list(annotated.python_functions(root, path, words))
            whole = bool(words.marks(_whole(passage.text)))
        else:
            routes = [*registered.javascript(root, path, words), *described.objects(root, path, words)]
            whole = False
        return _Router(passage, routes, words, whole)

    def module(self, path: str, told: str) -> str:
        """The file of the change that a module of JavaScript stands for."""
        there = normpath(join(dirname(path), told))
        bare = re.sub(r"\.(?:js|mjs|cjs|jsx)$", "", there)
        return next(
            (one + end for one in (there, bare) for end in _ENDINGS if one + end in self.passages), ""
        )

    def dotted(self, path: str, told: str) -> str:
        """The file of the change that a module of Python stands for."""
        above = len(told) - len(told.lstrip("."))
        home = path
        for _ in range(above):
            home = dirname(home)
        rest = told.lstrip(".").replace(".", "/")
        where = f"{home}/{rest}".lstrip("/") if above else rest
        ends = tuple(f"{where}{end}" for end in (".py", "/__init__.py"))
        return next((one for one in self.passages if one.endswith(ends) and _is_whole(one, ends)), "")


def _is_whole(path: str, ends: Sequence[str]) -> bool:
    """Whether a path ends with one of some others at the beginning of a name."""
    return any(path == end or path.endswith(f"/{end}") for end in ends)


def _of(passage: Passage, known: _Known) -> Iterator[Stray]:
    tree = known.tree(passage)
    if tree is None:
        return
    root, words = tree
    mounts = list(
        _python(passage, words, known)
        if passage.language == "python"
        else _javascript(passage, root, words, known)
    )
    if not _FEWEST <= len(mounts) <= _MOST:
        return
    routers = [known.router(one.module) if one.module else None for one in mounts]
    outside = [one for one in mounts if one.marks]
    inside = [
        one
        for one, router in zip(mounts, routers, strict=True)
        if router is not None and not one.marks and router.is_protected
    ]
    for one, router in zip(mounts, routers, strict=True):
        if one.marks or router is None or router.asks or not (outside or inside):
            continue
        lacks = _lacking(one, router, outside or inside)
        if lacks is None:
            continue
        mark = min(outside[0].marks) if outside else one.name
        if outside:
            yield passage, one.line, one.last, mark, lacks.writes
        else:
            yield router.passage, lacks.line, lacks.last, "", lacks.writes


def _lacking(mount: _Mount, router: _Router, others: Sequence[_Mount]) -> Route | None:
    """The route that should be protected: it changes a record, or is about the same as theirs."""
    words = router.words
    alike = any(_stem(mount.path) and _stem(other.path).startswith(_stem(mount.path)) for other in others)
    for route in router.routes:
        told = f"{mount.path}{route.name} {mount.name}"
        named = Route(route.first, route.line, route.last, "", told, writes=route.writes, tame=route.tame)
        if words.is_public(named):
            continue
        if route.is_of_record and (route.writes or alike):
            return route
    return None


def _stem(path: str) -> str:
    """What a path is about, before its first parameter."""
    return re.split(r"/?[:{<*]", path, maxsplit=1)[0].rstrip("/")


def _javascript(passage: Passage, root: "SgNode", words: Words, known: _Known) -> Iterator[_Mount]:
    calls = list(calls_of(root, "call_expression", "member_expression", "object", "property"))
    around = Around.of(calls, words)
    modules = dict(_brought(passage, known))
    for call in calls:
        if call.method in {"use", "register", "route"} and call.given:
            yield from _mounted(call, passage, around, words, modules, known)


def _mounted(
    call: Call, passage: Passage, around: Around, words: Words, modules: Mapping[str, str], known: _Known
) -> Iterator[_Mount]:
    """The router that a call mounts, if it comes from another file of the project."""
    texts = [one.text() for one in call.given]
    at = 0 if call.method == "register" else len(texts) - 1
    named, required = _NAMED.match(texts[at]), _REQUIRED.match(texts[at])
    if not required and not (named and named[1] in modules):
        return
    module = known.module(passage.path, required[1]) if required else modules[named[1]] if named else ""
    path = next((found[1] for text in texts[:1] if (found := _PATH.match(text))), "")
    path = path or next((found[1] for text in texts if (found := _PREFIX.search(text))), "")
    prefix, whole = around.before(call.chain, call)
    first, last = rows(call.node)
    marks = words.marks(names_of([one for place, one in enumerate(call.given) if place != at])) | whole
    yield _Mount(passage, first, last, prefix + path, texts[at], module, marks)


def _brought(passage: Passage, known: _Known) -> Iterator[tuple[str, str]]:
    """The names that a file has from others of its project, each with the file if it is of the change."""
    for found in MODULE.finditer(passage.text):
        if found["path"].startswith("."):
            module = known.module(passage.path, found["path"])
            listed = ",".join(filter(None, (found["name"], found["names"], found["held"], found["some"])))
            for one in listed.split(","):
                names = _NAME.findall(one)
                yield from ((name, module) for name in names[-1:])


def _python(passage: Passage, words: Words, known: _Known) -> Iterator[_Mount]:
    text = passage.text
    modules = dict(_imported(passage, known))
    covered = {found[1]: words.marks(_whole(text[found.start() :])) for found in _WHOLE.finditer(text)}
    for found in _INCLUDED.finditer(text):
        said = text[found.start() : closed(text, text.index("(", found.start()))]
        name = found[2].partition(".")[0]
        prefix = _PREFIX.search(said)
        marks = words.marks(_depended(said)) | covered.get(found[1], frozenset())
        line = text.count("\n", 0, found.start())
        if name in modules:
            last = line + said.count("\n")
            yield _Mount(passage, line, last, prefix[1] if prefix else "", found[2], modules[name], marks)


def _imported(passage: Passage, known: _Known) -> Iterator[tuple[str, str]]:
    for found in IMPORT.finditer(passage.text):
        if found["whole"]:
            name = found["as"] or found["whole"].rpartition(".")[2]
            yield name, known.dotted(passage.path, found["whole"])
            continue
        place = found["path"]
        for one in (found["names"] or found["many"] or "").split(","):
            names = _NAME.findall(one)
            if names:
                mark = "" if place.endswith(".") else "."
                module = known.dotted(passage.path, f"{place}{mark}{names[0]}")
                yield names[-1], module or known.dotted(passage.path, place)


def _whole(text: str) -> list[str]:
    """What a router asks for as a whole, where it is made."""
    found = _WHOLE.search(text)
    made = text[found.start() : closed(text, found.end() - 1)] if found else ""
    return _depended(made)


def _depended(said: str) -> list[str]:
    found = _DEPENDS.search(said)
    return [*_ASKED.findall(found[1]), *_NAME.findall(found[1])[:1]] if found else []
