"""Functions: their parameters, what a framework puts into those, and their bodies when asked for."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr, Function, Param, Stmt
from reviewbot.reviewers.static.flow.lowering.javascript.names import hidden_name, is_server
from reviewbot.reviewers.static.flow.lowering.javascript.nodes import (
    bare,
    bare_text,
    checked_type,
    extent,
    text_of,
)
from reviewbot.reviewers.static.flow.lowering.javascript.script import Script
from reviewbot.reviewers.static.flow.lowering.javascript.takers import (
    looked_at,
    purpose,
    route_schema,
    validators,
)

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_PATTERNS: Final = frozenset({"object_pattern", "array_pattern"})
_REQUESTS: Final = re.compile(
    r"(?:\w+\.)?(?:Next|Fastify|NextApi|Koa|Authenticated|Auth|Express)?Request(?:<.*)?|IncomingMessage",
    re.DOTALL,
)
_CHECKED: Final = re.compile(r"(?!Record$|Object$|Map$|Query$|Body$)[A-Z]\w*")
"""Classes, as which a framework takes in what a client sends after a look at each field."""
_PIPE: Final = "pipe:"
_PIPED: Final = re.compile(
    r"[(,]\s*(?:new\s+)?((?!\w*(?:Validation|Default|ParseFile|ParseArray|Trim|Case|Decode|Normali|Split|Json))"
    r"[A-Z]\w*Pipe)\b"
)
"""A class of NestJS that refuses what a parameter must not be; those left out change it, or are set up."""
_RESPONSES: Final = frozenset({"res", "response", "_res", "reply", "resp"})
_REQUEST_NAMES: Final = frozenset({"req", "request"})


def function_of(
    script: Script,
    node: "SgNode",
    name: str,
    owner: str = "",
    marks: tuple[Expr, ...] = (),
    receiver: str = "",
) -> Function:
    """A function, whose body is lowered when somebody asks for it."""
    start, end = extent(node)
    params: list[Param] = []
    taken: list[tuple[SgNode | str, str]] = []
    nodes = param_nodes(script, node)
    word = purpose(marks) or name.rpartition(".")[2]
    for at, child in enumerate(nodes):
        param = _param(child, word, nodes[at + 1 :], taken)
        if param is not None:
            params.append(param)
    if script.is_server or _is_server_function(node):
        marks = (*marks, ir.Name("use server", start))
    body = partial(script.later, partial(_function_body, script, tuple(taken)), node)
    return Function(name, owner, tuple(params), marks, start, end, body, receiver)


def param_nodes(script: Script, node: "SgNode") -> list["SgNode"]:
    """The parameters of a function as they stand in the tree."""
    single = node.field("parameter")
    if single is not None:
        return [single]
    several = node.field("parameters")
    return script.named(several) if several is not None else []


def _param(
    node: "SgNode",
    function: str,
    later: Sequence["SgNode"],
    taken: list[tuple["SgNode | str", str]],
) -> Param | None:
    """A parameter. What a pattern takes out of it is taken at the start of the body."""
    typed = checked_type(node)
    marks = marks_of(node)
    pattern = bare(node)
    if pattern is None or pattern.kind() == "this":
        return None
    kind = pattern.kind()
    plain = not marks and typed != "string"  # `@Query("to") to, @Res() res` is what a framework hands out
    is_answered = plain and bool(later) and bare_text(later[0]) in _RESPONSES
    if kind in _PATTERNS:
        name = "req" if is_answered else hidden_name(pattern, function)
        taken.append((pattern, name))
        return Param(name, typed, marks)
    if kind == "rest_pattern":
        return Param(pattern.text().lstrip(".").strip(), typed, marks, rest=True)
    name = pattern.text()
    if function == "message" and name == "e":  # which stands for an error elsewhere
        taken.append((name, "event"))
        return Param("event", typed, marks)
    if (
        name not in _REQUEST_NAMES
        and (is_answered or _REQUESTS.fullmatch(typed))
        and name not in {"err", "error"}
    ):
        taken.append((name, "req"))
    elif (
        marks and name not in _RESPONSES | _REQUEST_NAMES and (typed == "string" or _CHECKED.fullmatch(typed))
    ):
        taken.append((name, _kept_by(typed)))
    if marks and (pipe := _pipe_of(node)):
        taken.append((name, f"{_PIPE}{pipe}"))
    return Param(name, typed, marks)


def _pipe_of(node: "SgNode") -> str:
    """The class that a framework has look at a parameter before it hands it out, "" for none."""
    for child in node.named_children():
        if child.kind() == "decorator" and (found := _PIPED.search(child.text())):
            return found[1]
    return ""


def _kept_by(typed: str) -> str:
    """What a framework does with what a client sends for a parameter of a type; a DTO names its fields."""
    if typed == "string":
        return "typed:string"
    return "typed:dto" if typed.lower().endswith(("dto", "input")) else "typed:class"


def _function_body(
    script: Script, taken: tuple[tuple["SgNode | str", str], ...], node: "SgNode"
) -> tuple[Stmt, ...]:
    body = node.field("body")
    if body is None:
        return ()
    first, _ = extent(node)
    made: list[Stmt] = []
    script.looked = validators(node)
    for pattern, name in taken:
        value: Expr = ir.Name(name, first)
        if not isinstance(pattern, str):
            made.append(ir.Assign(script.expr(pattern), value, first, first))
            made += _looked_before(script, node, first) if name == "trpc" else ()
            continue
        target = ir.Name(pattern, first)
        if name.startswith(_PIPE):
            made_by = ir.Call(ir.Name(name.removeprefix(_PIPE), first), (), first, first, new=True)
            value = ir.Call(ir.Attr(made_by, "transform", first), (Arg(target),), first, first)
        if name.startswith("typed:"):
            value = ir.Call(value, (Arg(target),), first, first)
        made.append(ir.Assign(target, value, first, first))
    made += _looked_at_by_route(script, node, first)
    if body.kind() == "statement_block":
        return (*made, *script.block(body))
    result = script.expr(body)
    return (*made, ir.Return(result, *extent(body)))


def _looked_before(script: Script, node: "SgNode", line: int) -> Iterator[Stmt]:
    """What tRPC does with `input` before a procedure gets it: the schema has looked at it."""
    arguments = node.parent()
    call = arguments.parent() if arguments is not None else None
    while call is not None and (function := call.field("function") or call.field("object")) is not None:
        if (
            text_of(function.field("property")) == "input"
            and (given := call.field("arguments")) is not None
            and (schemas := script.named(given))
        ):
            name = ir.Name("input", line)
            yield ir.Assign(name, looked_at(script.expr(schemas[0]), name, line), line, line)
            return
        call = function


def _looked_at_by_route(script: Script, node: "SgNode", line: int) -> Iterator[Stmt]:
    """What the options of a route do with the body of a request before its function gets that."""
    schema = route_schema(node)
    request = bare(params[0]) if schema is not None and (params := param_nodes(script, node)) else None
    if schema is not None and request is not None and request.kind() == "identifier":
        body = ir.Attr(ir.Name(request.text(), line), "body", line)
        told = ir.Attr(ir.Attr(script.expr(schema), "body", line), ir.BY_ROUTE, line)
        yield ir.Assign(body, ir.Call(told, (Arg(body),), line, line), line, line)


def marks_of(node: "SgNode") -> tuple[Expr, ...]:
    """The decorators of a node."""
    return tuple(mark_of(child) for child in node.named_children() if child.kind() == "decorator")


def mark_of(node: "SgNode") -> Expr:
    """A decorator by its name: what it is given says nothing of data."""
    inner = node.child(1)
    if inner is not None and inner.kind() == "call_expression":
        inner = inner.field("function")
    return ir.Name(text_of(inner), 1)


def lowered_once(function: Function) -> Function:
    """An inner function, which is run each time that somebody calls it: it is lowered only once."""
    made: list[tuple[Stmt, ...]] = []

    def body() -> tuple[Stmt, ...]:
        if not made:
            made.append(function.body())
        return made[0]

    return function.but(body=body)


def _is_server_function(node: "SgNode") -> bool:
    body = node.field("body")
    return body is not None and body.kind() == "statement_block" and is_server(body.named_children()[:1])
