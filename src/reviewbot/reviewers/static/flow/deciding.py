"""Functions that tell good from bad, and those of which only the name says so."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from itertools import islice
from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.endings import is_ending
from reviewbot.reviewers.static.flow.state import place_of

_FORKS: Final = (ir.If, ir.Leave, ir.Choice, ir.Loop, ir.Try)
_LOOKS: Final = (ir.Compare, ir.Call, ir.Item, ir.Join, ir.Mix, ir.Each)
"""Where something that is named is looked at, and not only seen to be there."""
_SAYS_NOTHING: Final = frozenset(
    {"log", "info", "debug", "warn", "error", "trace", "print", "Boolean", "bool"}
)
_WORDS: Final = frozenset({"None", "null", "undefined", "nil", "true", "false", "True", "False", "0"})
_MOST: Final = 600
"""Parts of a function that are looked at; a longer one has something to say."""
_CODE: Final = ir.Expr | ir.Stmt | ir.Arg | ir.Entry
_SIZES: Final = frozenset({"length", "size", "len"})


def decides(function: ir.Function, body: Iterable[ir.Stmt]) -> bool:
    """Whether what a function answers may depend on what it is given; one of an object asks the object."""
    names = {name for param in function.params for name in (param.name, *param.fields) if name}
    if not names or function.receiver:
        return True
    nodes = list(islice(_nodes(body), _MOST))
    if len(nodes) == _MOST:
        return True
    names = names.union(*(_taken(node, names) for node in nodes))
    answers = any(isinstance(node, _FORKS) for node in nodes) or any(
        isinstance(node, ir.Return) and not isinstance(node.value, ir.Const | None) for node in nodes
    )
    looked = nodes if answers else [node.value for node in nodes if isinstance(node, ir.Do)]
    return any(_looks(node) and _names(node, names) for node in looked)


def looks_loosely(function: ir.Function, body: Iterable[ir.Stmt]) -> bool:
    """Whether all that a function asks of an address is what is somewhere in it: `url.includes(DOMAIN)`.

    Or that it begins with a slash, which `//host` does too. Or it looks at parts only that say nothing of
    where it leads: `url.pathname.endsWith(".png")`.
    """
    names = {param.name for param in function.params if param.name}
    body = tuple(body)
    if _asks_for_no_host(body, names):
        return True
    returns = [stmt.value for stmt in body if isinstance(stmt, ir.Return)]
    if len(returns) != 1 or returns[0] is None or _is_loose(returns[0], names) is not True:
        return False
    seen = names.union(*(_taken(stmt, names) for stmt in body))
    first = [ir.Not(stmt.test, stmt.line) for stmt in body if isinstance(stmt, ir.If)]
    return all(_is_loose(test, names) is not False for test in first if _names(test, seen))


def asks_for_ending(function: ir.Function, body: Iterable[ir.Stmt]) -> bool:
    """Whether all that a function asks of a name is how it ends: `KINDS.has(extname(name))`."""
    names = {param.name for param in function.params if param.name}
    asked, others = 0, 0
    for node in islice(_nodes(body, whole=_asks_of_ending), _MOST):
        if _asks_of_ending(node):
            asked += _names(node, names)
        else:
            others += isinstance(node, ir.Name) and node.id in names
    return asked > 0 and not others


def _asks_of_ending(node: object) -> bool:
    """Whether a call looks at the end of a name only: `extname(name)`, `name.endsWith(".png")`."""
    if not isinstance(node, ir.Call):
        return False
    function = node.function
    word, of = (function.name, function.of) if isinstance(function, ir.Attr) else (place_of(function), None)
    told = of if word in _TRIES else node.args[0].value if word in _ENDS and node.args else None
    return is_ending(node) or (isinstance(told, ir.Const) and _ENDING.fullmatch(told.text) is not None)


def _asks_for_no_host(body: tuple[ir.Stmt, ...], names: set[str]) -> bool:
    """Whether each look at an address is one at a part that has no host in it."""
    nodes = list(islice(_nodes(body), _MOST))
    if not names or len(nodes) == _MOST:
        return False
    read = [
        node for node in nodes if isinstance(node, ir.Assign) and _parses(node.value) and _names(node, names)
    ]
    names = names.union(*(_ids(node.target) for node in read))
    times = sum(isinstance(node, ir.Name) and node.id in names for node in nodes)
    parts = sum(
        isinstance(node, ir.Attr) and node.name in _PARTS and place_of(node.of) in names for node in nodes
    )
    others = sum(isinstance(part, ir.Name) and part.id in names for node in read for part in _nodes((node,)))
    others += sum(place_of(part) in names for node in nodes for part in _present(node))
    return parts > 0 and times == parts + others


def _parses(expr: ir.Expr) -> bool:
    return isinstance(expr, ir.Call) and place_of(expr.function).rpartition(".")[2] in _PARSERS


def _present(node: object) -> tuple[ir.Expr, ...]:
    """What a condition asks only to be there."""
    if isinstance(node, ir.All | ir.AnyOf):
        return node.of
    if isinstance(node, ir.Not):
        return (node.of,)
    return (node.test,) if isinstance(node, ir.If) else ()


def _is_loose(expr: ir.Expr, names: set[str]) -> bool | None:  # noqa: PLR0911 - one for each kind
    """Whether a condition holds for addresses of anybody; None if it asks only for something else."""
    match expr:
        case ir.All() | ir.AnyOf():
            told = [_is_loose(part, names) for part in expr.of]
            if isinstance(expr, ir.AnyOf):
                return True if True in told else None if all(one is None for one in told) else False
            return False if False in told else True if True in told else None
        case ir.Each():
            return _is_loose(expr.result, names)
        case ir.Not():
            return _is_loose_without(expr.of, names)
        case ir.Compare(op="in"):
            return not _is_of(expr.left, names) and _is_of(expr.right, names)
        case ir.Compare(op="not in", left=ir.Const(text=":" | "://")) if _is_of(expr.right, names):
            return None
        case ir.Compare():
            sides = (expr.left, expr.right)
            asked = any(isinstance(one, ir.Call) and _asks(one, names) == "indexOf" for one in sides)
            asked = asked or (expr.op == "==" and any(_is_first_sign(one, names) for one in sides))
            return True if asked else None if any(_is_type(one) for one in sides) else False
        case ir.Call():
            return _is_loose_call(expr, names)
        case ir.Attr(name="scheme" | "protocol"):
            return None
        case _:
            return None if place_of(expr) in names else False


def _is_loose_without(refused: ir.Expr, names: set[str]) -> bool | None:
    """Whether addresses of anybody are left where some are refused."""
    if isinstance(refused, ir.Not):
        return _is_loose(refused.of, names)
    return None if _is_loose(refused, names) is None else False


def _is_first_sign(expr: ir.Expr, names: set[str]) -> bool:
    """Whether an expression is the sign that an address begins with: `target[0]`."""
    if not isinstance(expr, ir.Item) or not _is_of(expr.of, names):
        return False
    return isinstance(expr.key, ir.Const) and expr.key.text == "0"


def _is_loose_call(call: ir.Call, names: set[str]) -> bool | None:
    word = _asks(call, names)
    told = call.args[0].value if call.args else None
    text = told.text if isinstance(told, ir.Const) else ""
    if word in _BEGINS:
        return None if _SCHEME.fullmatch(text) else text == "/" or _HOST.fullmatch(text) is not None
    if word in _ENDS and text:
        return not text.startswith((".", "/"))
    if place_of(call.function) in {"Boolean", "String", "bool", "str"} or _is_type(call):
        return None
    return False


def _asks(call: ir.Call, names: set[str]) -> str:
    """The method of a text among some names that is called, "" for every other call."""
    function = call.function
    return function.name if isinstance(function, ir.Attr) and _is_of(function.of, names) else ""


def _is_of(expr: ir.Expr, names: set[str]) -> bool:
    """Whether an expression is one of some names, its address or host, or one of these in small letters."""
    while isinstance(expr, ir.Call) and isinstance(expr.function, ir.Attr) and not expr.args:
        expr = expr.function.of
    if isinstance(expr, ir.Attr) and expr.name in _WHOLES:
        expr = expr.of
    return place_of(expr) in names


def _is_type(expr: ir.Expr) -> bool:
    return isinstance(expr, ir.Call) and place_of(expr.function).startswith(("typeof", "isinstance"))


_BEGINS: Final = frozenset({"startsWith", "startswith"})
_ENDS: Final = frozenset({"endsWith", "endswith"})
_TRIES: Final = frozenset({"test"})
_ENDING: Final = re.compile(r"/?\\?\.(?:\w+|\([\w?:|]+\))\$?(?:/[iu]*)?")
"""An ending as it is asked for, by itself or as a pattern."""
_SCHEME: Final = re.compile(r"https?(?::/{0,2})?")
"""What the addresses of everybody begin with."""
_PARSERS: Final = frozenset(
    {"URL", "parse", "urlparse", "urlsplit", "Parse", "ParseRequestURI", "URI", "parse_url"}
)
"""Functions that make an address of a text."""
_PARTS: Final = frozenset(
    """
    protocol scheme pathname path search query hash fragment port username password
    Scheme Path RawQuery Fragment
    """.split()  # noqa: SIM905 - a list of words
)
"""Parts of an address that say nothing of where it leads."""
_WHOLES: Final = frozenset({"href", "origin", "host", "hostname", "netloc", "Host"})
"""Parts of an address in which a host is not the only one that may stand there."""
_HOST: Final = re.compile(r"https?://[^/?#]+")
"""A host that may go on: `https://example.com.evil.net`."""


def _looks(node: object) -> bool:
    if isinstance(node, ir.Compare):
        return not any(_says_nothing(side) for side in (node.left, node.right))
    return isinstance(node, _LOOKS) and not _says_nothing(node)


def _says_nothing(node: ir.Expr) -> bool:
    """Whether an expression tells only that something is there, how long it is, or writes it down."""
    if isinstance(node, ir.Call):
        word = place_of(node.function).rpartition(".")[2]
        return word in _SAYS_NOTHING or word in _SIZES or word.startswith("typeof")
    if isinstance(node, ir.Attr):
        return node.name in _SIZES
    if isinstance(node, ir.Compare):  # how a length is compared
        return True
    return isinstance(node, ir.Const) and not node.string and node.text in _WORDS


def _taken(node: object, names: set[str]) -> set[str]:
    """The variables that some of what is named goes into."""
    if isinstance(node, ir.Assign | ir.Bind):
        return _ids(node.target) if _names(node.value, names) else set()
    return _ids(node.target) if isinstance(node, ir.Loop) and _names(node.source, names) else set()


def _names(node: object, names: set[str]) -> bool:
    return not names.isdisjoint(_ids(node))


def _ids(node: object) -> set[str]:
    return {part.id for part in _nodes((node,)) if isinstance(part, ir.Name)}


def _nodes(pending: Iterable[object], whole: Callable[[object], bool] = lambda _: False) -> Iterator[object]:
    """All that stands in some code, in functions inside of it too, but not in what is taken as a whole."""
    stack = list(pending)
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack += node
        elif isinstance(node, ir.Function):
            stack += node.body()
        elif isinstance(node, _CODE):
            yield node
            if not whole(node):
                stack += [getattr(node, field.name) for field in fields(node)]
