"""What is known of a function by the call that it is given to: an event, a route, a schema before it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr
from reviewbot.reviewers.static.flow.lowering.javascript.names import string_text
from reviewbot.reviewers.static.flow.lowering.javascript.nodes import called_in, dotted, text_of

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_LISTENS: Final = frozenset({"on", "once", "addEventListener", "handle"})
_QUIET: Final = frozenset(
    (  # noqa: SIM905 - a line of words reads better than a column
        "error close end connect connection disconnect open finish exit ready listening drain"
    ).split()
)
"""Events that bring no data."""
_ROUTE: Final = "to:route"
"""The mark of a function that answers requests for a path."""
_ROUTES: Final = frozenset({"get", "post", "put", "patch", "delete", "all", "head", "options"})


def taken_by(node: "SgNode") -> tuple[Expr, ...]:
    """What is known of a function by the call that it is given to, or the event that it is kept for."""
    arguments = node.parent()
    if arguments is not None and arguments.kind() == "assignment_expression":
        return _listener_marks(text_of(arguments.field("left")))
    call = arguments.parent() if arguments is not None and arguments.kind() == "arguments" else None
    if arguments is None or call is None:
        return ()
    return taker_marks(text_of(called_in(call)), arguments.named_children())


def _listener_marks(place: str) -> tuple[Expr, ...]:
    """Marks of a function that is kept for an event: `source.onmessage = ...` listens, too."""
    holder, _, word = place.rpartition(".")
    event = word.removeprefix("on")
    is_event = bool(holder) and event != word and event.isalpha() and event.islower() and event not in _QUIET
    return (ir.Name(f"{holder}.addEventListener:{event}", 1),) if is_event else ()


def taker_marks(callee: str, given: Sequence["SgNode"]) -> tuple[Expr, ...]:
    """Marks of a function that a call is given: `to:queue.process`, and of an event `socket.on:message`."""
    word = callee.rpartition(".")[2]
    if word in _LISTENS:
        event = string_text(given[0]) if given and given[0].kind() == "string" else ""
        return (ir.Name(f"{callee}:{event}", 1),) if event and event not in _QUIET else ()
    is_route = word in _ROUTES and given and string_text(given[0]).startswith(("/", ":", "*"))
    return (ir.Name(_ROUTE if is_route else f"to:{callee}", 1),)


def purpose(marks: Iterable[Expr]) -> str:
    """What a function is for, by its marks: to answer a `route`, to take in a `message`; "" for all else."""
    words = [dotted(mark) for mark in marks]
    if _ROUTE in words:
        return "route"
    return "message" if any(word.endswith(":message") for word in words) else ""


def validators(node: "SgNode") -> dict[str, "SgNode"]:
    """Schemas that stand beside a function: `app.get("/", zValidator("query", schema), (c) => ...)`."""
    arguments = node.parent()
    if arguments is None or arguments.kind() != "arguments":
        return {}
    found: dict[str, SgNode] = {}
    for child in arguments.named_children():
        if child.kind() == "call_expression" and text_of(child.field("function")).endswith("alidator"):
            inner = child.field("arguments")
            given = inner.named_children() if inner is not None else []
            if len(given) > 1:
                found[string_text(given[0])] = given[1]
    return found


def route_schema(node: "SgNode") -> "SgNode | None":
    """What Fastify looks at a request with before a function gets it: `{ schema: { body: Note } }`."""
    holder = node.parent()
    if (
        holder is not None and holder.kind() == "pair"
    ):  # `{ method: "PUT", schema, handler: (request) => ... }`
        holder = holder.parent()
    if holder is None or holder.kind() not in {"arguments", "object"}:
        return None
    options = [holder] if holder.kind() == "object" else holder.named_children()
    pairs = (pair for one in options if one.kind() == "object" for pair in one.named_children())
    return next((pair.field("value") for pair in pairs if text_of(pair.field("key")) == "schema"), None)


def looked_at(schema: Expr, data: Expr, line: int) -> Expr:
    """What a schema leaves of some data."""
    return ir.Call(ir.Attr(schema, "schema", line), (Arg(data),), line, line)
