"""Classes outside of functions: their methods, their fields, and the constructor that fills them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Expr, Function, Stmt
from reviewbot.reviewers.static.flow.lowering.javascript.functions import function_of, mark_of, marks_of
from reviewbot.reviewers.static.flow.lowering.javascript.names import string_text
from reviewbot.reviewers.static.flow.lowering.javascript.nodes import (
    FIELDS,
    FUNCTIONS,
    bare_text,
    checked_type,
    extent,
    field_name,
    text_of,
    type_of,
)
from reviewbot.reviewers.static.flow.lowering.javascript.script import Script

if TYPE_CHECKING:
    from ast_grep_py import SgNode


def gather_class(script: Script, node: "SgNode", name: str) -> None:
    """Note a class, its methods and its constructor."""
    body = node.field("body")
    if body is None:
        return
    script.names[node] = name
    marks = marks_of(node)
    fields: list[tuple[str, str]] = []
    starts: list[SgNode] = []
    constructor: SgNode | None = None
    waiting: list[SgNode] = []
    for child in body.named_children():
        kind = child.kind()
        if kind == "decorator":
            waiting.append(child)
        elif kind == "method_definition":
            if text_of(child.field("name")) == "constructor":
                constructor = child
            else:
                script.functions.append(_method(script, child, name, tuple(map(mark_of, waiting))))
            waiting = []
        elif kind in FIELDS:
            fields.append((field_name(child), checked_type(child)))
            _gather_field(script, child, name, starts)
    if constructor is not None:
        fields += _properties(constructor)
    script.functions += _constructor(script, node, name, constructor, starts)
    start, end = extent(node)
    script.classes.append(ir.Class(name, tuple(_bases(node)), tuple(fields), start, end, marks))


def _gather_field(script: Script, node: "SgNode", owner: str, starts: list["SgNode"]) -> None:
    value = node.field("value")
    if value is None:
        return
    if value.kind() in FUNCTIONS:
        script.functions.append(function_of(script, value, field_name(node), owner, marks_of(node), "this"))
    elif not any(child.kind() == "static" for child in node.children()):
        starts.append(node)


def _method(script: Script, node: "SgNode", owner: str, marks: tuple[Expr, ...]) -> Function:
    is_static = any(child.kind() == "static" for child in node.children())
    return function_of(
        script, node, string_text(node.field("name")), owner, marks, "" if is_static else "this"
    )


def _constructor(
    script: Script, node: "SgNode", owner: str, constructor: "SgNode | None", starts: list["SgNode"]
) -> Iterator[Function]:
    """The constructor, written or not: it fills the fields first."""
    if constructor is None and not starts:
        return
    made = function_of(script, constructor or node, "constructor", owner, receiver="this")
    if constructor is None:
        made = made.but(params=(), body=lambda: ())
    names = [name for name, _ in _properties(constructor)] if constructor is not None else []
    line = made.start
    kept = tuple(_own(name, ir.Name(name, line), line) for name in names)

    def lower() -> tuple[Stmt, ...]:
        filled = tuple(
            _own(field_name(child), value, line)
            for child in starts
            if isinstance(value := script.apart(child.field("value")), Expr)
        )
        return (*kept, *filled, *made.body())

    yield made.but(body=lower)


def _own(name: str, value: Expr, line: int) -> Stmt:
    return ir.Assign(ir.Attr(ir.Name("this", line), name, line), value, line, line)


def _properties(constructor: "SgNode") -> list[tuple[str, str]]:
    """Parameters of a constructor that are fields too."""
    params = constructor.field("parameters")
    return [
        (bare_text(child), type_of(child))
        for child in (params.named_children() if params is not None else ())
        if any(part.kind() in {"accessibility_modifier", "readonly"} for part in child.children())
    ]


def _bases(node: "SgNode") -> Iterator[str]:
    for child in node.named_children():
        if child.kind() == "class_heritage":
            text = child.text().removeprefix("extends").partition("implements")[0]
            yield text.partition("<")[0].partition("(")[0].strip()
