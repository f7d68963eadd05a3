"""Functions that tell good from bad, and those of which only the name says so."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import islice
from typing import Final

from reviewbot.reviewers.static.flow import ir
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


def _nodes(pending: Iterable[object]) -> Iterator[object]:
    """All that stands in some code, in functions inside of it too."""
    stack = list(pending)
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack += node
        elif isinstance(node, ir.Function):
            stack += node.body()
        elif isinstance(node, _CODE):
            yield node
            stack += [getattr(node, field.name) for field in fields(node)]
