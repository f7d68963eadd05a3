"""What names, modules and texts mean in JavaScript, for its lowering."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_SAME_MODULES: Final = {"fs/promises": "fs", "fs-extra": "fs", "graceful-fs": "fs", "original-fs": "fs"}
"""Modules whose functions are called as those of another one, and do the same."""
_ESCAPES: Final = {
    r"\n": "\n",
    r"\r": "\r",
    r"\t": "\t",
    r"\\": "\\",
    r"\'": "'",
    r"\"": '"',
    r"\`": "`",
    r"\/": "/",
}
_KEEPS_FEW: Final = re.compile(r"/\[\^[^<>'\"&;./\\]+\]\+?/[a-z]*g[a-z]*")
"""A pattern for all but harmless characters."""
_REMOVES: Final = (
    (re.compile(r"\[(?!\^)[^\]]*<|(?:^|[|(])<(?:\\?/)?\??(?:$|[|)]|\(|\[\^|\.[*+])"), "html"),
    (re.compile(r"\\r|\\n|\\s|\\x00-"), "line"),
    (re.compile(r"\[[^\]]*[.*+?^$][^\]]*\]"), "regex"),
    (re.compile(r"\\?\.\\?\.|\\/|/\[.*[/\\].*\]|\\\\"), "path"),
    (re.compile(r"'"), "sql"),
)
_ALONE: Final = re.compile(
    r"(?:^|\|)\(?"
    r"(?:\\/|/|\\\\|\[(?!\^)(?:\\.|[^\]\\])*?(?:\\?/|\\\\)(?:\\.|[^\]\\])*\]|\\?\.\\?\.)\+?\)?(?:$|\|)"
)
"""One letter of a path, or `..` by itself: what is left once more is gone may be put together anew."""


def string_text(node: "SgNode | None") -> str:
    """What a string, a key or a name spells."""
    if node is None:
        return ""
    if node.kind() != "string":
        return node.text()
    text = node.text()[1:-1]
    return "".join(_ESCAPES.get(part, part) for part in re.split(r"(\\.)", text)) if "\\" in text else text


def module_name(written: str) -> str:
    """A module's name as models write it: without `node:`, with dots where it has slashes."""
    name = written.removeprefix("node:")
    name = _SAME_MODULES.get(name, name)
    if name.startswith((".", "@", "~", "src/", "/")):
        return name
    return name.replace("/", ".")


def imported(node: "SgNode") -> Iterator[tuple[str, str]]:
    """What a statement brings in: the name here, and the dotted name that it stands for."""
    kind = node.kind()
    if kind == "import_statement":
        yield from _import(node)
    elif kind == "export_statement" and (source := node.field("source")) is not None:
        module = module_name(string_text(source))
        for child in node.find_all(kind="export_specifier"):
            name, alias = child.field("name"), child.field("alias")
            if name is not None:
                yield (alias or name).text(), f"{module}.{name.text()}"
        if node.find(kind="export_specifier") is None and node.find(kind="namespace_export") is None:
            yield f"{ir.EVERY}{module}", module
    elif kind in {"lexical_declaration", "variable_declaration"}:
        for child in node.named_children():
            name, value = child.field("name"), child.field("value")
            if (
                name is not None
                and value is not None
                and name.kind() == "identifier"
                and (module := required(value))
            ):
                yield name.text(), whole(module, name.text())


def _import(node: "SgNode") -> Iterator[tuple[str, str]]:
    source = node.field("source")
    for clause in node.named_children():
        if clause.kind() == "import_require_clause":
            name = clause.child(0)
            module = module_name(string_text(clause.field("source")))
            if name is not None:
                yield name.text(), whole(module, name.text())
        elif clause.kind() == "import_clause" and source is not None:
            module = module_name(string_text(source))
            for part in clause.named_children():
                yield from _brought(part, module)


def _brought(part: "SgNode", module: str) -> Iterator[tuple[str, str]]:
    if part.kind() == "identifier":
        yield part.text(), whole(module, part.text())
    elif part.kind() == "namespace_import":
        yield part.named_children()[-1].text(), module
    elif part.kind() == "named_imports":
        for child in part.named_children():
            name, alias = child.field("name"), child.field("alias")
            if name is not None:
                yield (alias or name).text(), f"{module}.{name.text()}"


def whole(module: str, name: str) -> str:
    """What a module as a whole is called: a class by its name, another file of the program as its default."""
    if not module.startswith((".", "@/", "~", "src/")):
        return module
    return f"{module}.{name if name[:1].isupper() else 'default'}"


def required(node: "SgNode") -> str:
    """The module that `require("x")` or `import("x")` brings, "" if it is something else."""
    while node.kind() in {"await_expression", "parenthesized_expression"}:
        inner = node.named_children()
        if not inner:
            return ""
        node = inner[0]
    if node.kind() != "call_expression":
        return ""
    function, arguments = node.field("function"), node.field("arguments")
    if function is None or function.text() not in {"require", "import"} or arguments is None:
        return ""
    given = arguments.named_children()
    return module_name(string_text(given[0])) if len(given) == 1 and given[0].kind() == "string" else ""


def exported(node: "SgNode") -> str | None:
    """The name that an assignment gives to the outside: `exports.x`, `module.exports.x`."""
    if node.kind() != "member_expression":
        return None
    holder, _, name = node.text().rpartition(".")
    return name if holder in {"exports", "module.exports"} else None


def declared(statements: Iterable["SgNode"]) -> Iterator[str]:
    """The names that patterns of declarations take out of something, as `exec` of a module."""
    for node in statements:
        if node.kind() in {"lexical_declaration", "variable_declaration"}:
            for child in node.named_children():
                name = child.field("name")
                if name is not None and name.kind() == "object_pattern":
                    yield from re.findall(r"\w+", name.text())


def is_server(statements: Iterable["SgNode"]) -> bool:
    """Whether a body begins by saying that a browser calls what it holds."""
    for node in statements:
        if node.kind() == "comment":
            continue
        text = node.text()
        return text.strip("; \n")[1:-1] == "use server"
    return False


_VERBS: Final = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "loader", "action", "load"})
_REACT: Final = frozenset({"params", "searchParams", "match", "location"})
_LOADS: Final = frozenset(
    (  # noqa: SIM905 - a list of words
        "request params context locals cookies url fetch parent depends setHeaders platform route "
        "getClientAddress redirect site"
    ).split()
)
"""What SvelteKit, Remix and Astro hand to the functions that load a page."""
_TELLING: Final = frozenset({"params", "url", "locals", "cookies", "fetch"})
_ANSWERS: Final = frozenset({"res", "response", "reply", "set"})
_SENT: Final = frozenset({"query", "body", "params", "headers", "cookies", "request", "req"})


def hidden_name(pattern: "SgNode", function: str) -> str:
    """A name for a parameter that only a pattern is written for."""
    names = {
        (child.field("key") or child.field("left") or child).text()
        for child in pattern.named_children()
        if child.kind() != "comment"
    }
    if function in _VERBS or (function == "route" and names & _SENT):
        return "route"
    if "input" in names and names <= {"input", "ctx", "next", "signal"}:
        return "trpc"
    if names & _SENT and names & _ANSWERS:
        return "route"
    if names <= _LOADS and ("request" in names or len(names & _TELLING) > 1):
        return "route"
    if {"req", "query"} <= names or {"req", "res"} <= names or {"req", "params"} <= names:
        return "route"
    return "props" if function[:1].isupper() or names & _REACT else "options"


def replaced_kind(pattern: str, by: str = "?") -> str:
    """What is out of a text once all that a pattern matches is replaced in it; "" if nothing is known."""
    if not pattern.startswith("/") or "g" not in pattern.rpartition("/")[2]:
        return ""
    if _KEEPS_FEW.fullmatch(pattern):
        return "few"
    inner = pattern.rpartition("/")[0][1:]
    kind = next((kind for matches, kind in _REMOVES if matches.search(inner)), "")
    return "" if kind == "path" and not by and not _ALONE.search(inner) else kind  # `....//` without `../`
