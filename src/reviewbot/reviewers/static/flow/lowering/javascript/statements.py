"""Statements, from declarations to loops."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr, Stmt
from reviewbot.reviewers.static.flow.lowering.javascript.functions import (
    function_of,
    lowered_once,
    param_nodes,
)
from reviewbot.reviewers.static.flow.lowering.javascript.names import required, string_text, whole
from reviewbot.reviewers.static.flow.lowering.javascript.nodes import (
    FIELDS,
    called_at_once,
    extent,
    field_name,
    text_of,
)
from reviewbot.reviewers.static.flow.lowering.javascript.operators import sides
from reviewbot.reviewers.static.flow.lowering.javascript.script import Script, Statements
from reviewbot.reviewers.static.flow.lowering.javascript.values import key_of, wrapped

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_ENDS: Final = frozenset({"break_statement", "return_statement", "throw_statement", "continue_statement"})
_CAUGHT: Final = "caught.error"
"""What is caught, by a name that no variable has."""


def _expression(script: Script, node: "SgNode") -> Iterable[Stmt]:
    for child in script.named(node):
        if child.kind() == "sequence_expression":
            for part in script.named(child):
                yield from _expression_one(script, part)
        else:
            yield from _expression_one(script, child)


def _expression_one(script: Script, node: "SgNode") -> Iterator[Stmt]:
    kind = node.kind()
    if kind in {"assignment_expression", "augmented_assignment_expression"}:
        yield from _assign(script, node)
    elif kind == "call_expression" and script.functions and (called := called_at_once(node)) is not None:
        yield from _at_once(script, node, called)
    elif kind not in {"string", "identifier"}:
        line = script.line
        yield ir.Do(script.expr(node), line)


def _at_once(script: Script, node: "SgNode", body: "SgNode") -> Iterator[Stmt]:
    """A function that is called where it stands."""
    line = script.line
    function, arguments = body.parent(), node.field("arguments")
    params = param_nodes(script, function) if function is not None else []
    for param, given in zip(params, script.named(arguments) if arguments is not None else (), strict=False):
        yield ir.Assign(ir.Name(param.text(), line), script.expr(given), line, line)
    yield from script.block(body)


def _assign(script: Script, node: "SgNode") -> Iterator[Stmt]:
    line, end = script.line, script.end
    target, value = sides(script, node)
    if (
        isinstance(target, ir.Item)
        and isinstance(target.of, ir.Item)
        and not isinstance(target.key, ir.Const)
    ):
        keys = ir.Call(ir.Name("js:keys", line), (Arg(target.of.key), Arg(target.key), Arg(value)), line, end)
        yield ir.Do(keys, line)
    if isinstance(value, ir.Lambda) and isinstance(target, ir.Name):
        yield ir.Define(value.function.but(name=target.id), line)
    elif value != target:
        yield ir.Assign(target, value, line, end)


def _declaration(script: Script, node: "SgNode") -> Iterable[Stmt]:
    for child in node.named_children():
        if child.kind() == "variable_declarator":
            yield from _declarator(script, child)


def _declarator(script: Script, node: "SgNode") -> Iterator[Stmt]:
    name, value = node.field("name"), node.field("value")
    if name is None:
        return
    line, end = script.line, script.end
    if value is None:
        yield ir.Assign(script.expr(name), ir.Mix((), line), line, end)
        return
    if not (line and line == end):
        line, end = extent(node)
    made = script.expr(value)
    target = script.expr(name)
    if isinstance(target, ir.Name) and (module := required(value)):
        made = ir.Name(whole(module, target.id), line)
    if isinstance(made, ir.Lambda) and isinstance(target, ir.Name):
        yield ir.Define(made.function.but(name=target.id), line)
    elif made != target:
        yield ir.Assign(target, made, line, end)


def _define(script: Script, node: "SgNode") -> Iterable[Stmt]:
    if node not in script.names:
        yield ir.Define(lowered_once(function_of(script, node, text_of(node.field("name")))), script.line)


def _class(script: Script, node: "SgNode") -> Iterable[Stmt]:
    """A class: constants that belong to it as a whole; in a function its methods are functions there."""
    name, body = ir.Name(text_of(node.field("name")), script.line), node.field("body")
    is_known = node in script.names
    for child in body.named_children() if body is not None else ():
        if child.kind() in FIELDS and any(part.kind() == "static" for part in child.children()):
            value = script.part(child, "value")
            yield ir.Assign(ir.Attr(name, field_name(child), script.line), value, script.line, script.line)
        elif child.kind() == "method_definition" and not is_known:
            yield ir.Define(function_of(script, child, string_text(child.field("name"))), script.line)


def _export(script: Script, node: "SgNode") -> Iterable[Stmt]:
    declaration, value, line = node.field("declaration"), node.field("value"), script.line
    is_default = any(child.kind() == "default" for child in node.children())
    if declaration is not None:
        yield from script.statement(declaration)
        if is_default and (name := text_of(declaration.field("name"))):
            yield ir.Assign(ir.Name("default", line), ir.Name(name, line), line, line)
    elif value is not None:
        made = script.expr(value)
        if made != ir.Name("default", made.line):
            yield ir.Assign(ir.Name("default", line), made, line, script.end)
    elif node.field("source") is None and (
        only := [c for c in script.named(node) if c.kind() == "identifier"]
    ):
        yield ir.Assign(ir.Name("default", line), script.expr(only[0]), line, line)


def _return(script: Script, node: "SgNode") -> Iterable[Stmt]:
    value = script.named(node)
    line, end = script.line, script.end
    return (ir.Return(script.expr(value[0]) if value else None, line, end),)


def _leave(script: Script, node: "SgNode") -> Iterable[Stmt]:
    value = script.named(node)
    return (ir.Leave(script.expr(value[0]) if value else None, script.line),)


def _if(script: Script, node: "SgNode") -> Iterable[Stmt]:
    line, test = script.line, script.part(node, "condition")
    then, otherwise = script.body(node, "consequence"), script.body(node, "alternative")
    return (ir.If(test, then, otherwise, line),)


def _for(script: Script, node: "SgNode") -> Iterable[Stmt]:
    line = script.line
    yield from script.body(node, "initializer")
    condition = node.field("condition")
    test = wrapped(script, condition) if condition is not None else None
    increment = node.field("increment")
    step = tuple(_expression_one(script, increment)) if increment is not None else ()
    yield ir.Loop(None, None, test, (*script.body(node, "body"), *step), line)


def _for_in(script: Script, node: "SgNode") -> Iterable[Stmt]:
    line = script.line
    target, source = script.part(node, "left"), script.part(node, "right")
    yield ir.Loop(target, source, None, script.body(node, "body"), line)


def _while(script: Script, node: "SgNode") -> Iterable[Stmt]:
    line = script.line
    yield ir.Loop(None, None, script.part(node, "condition"), script.body(node, "body"), line)


def _do(script: Script, node: "SgNode") -> Iterable[Stmt]:
    line = script.line
    test = ir.Do(script.part(node, "condition"), line)
    yield ir.Loop(None, None, None, (*script.body(node, "body"), test), line)


def _try(script: Script, node: "SgNode") -> Iterable[Stmt]:
    line = script.line
    handler = node.field("handler")
    handlers: tuple[tuple[Stmt, ...], ...] = ()
    if handler is not None:
        caught = handler.field("parameter")
        error = ir.Name(_CAUGHT, line)
        begin = (ir.Assign(script.expr(caught), error, line, line),) if caught is not None else ()
        handlers = ((*begin, *script.body(handler, "body")),)
    finalizer = node.field("finalizer")
    ending = script.body(finalizer, "body") if finalizer is not None else ()
    yield ir.Try(script.body(node, "body"), handlers, ending, line)


def _switch(script: Script, node: "SgNode") -> Iterable[Stmt]:
    """A chain of comparisons. A case that does not end goes on with the next one."""
    subject, body = script.part(node, "value"), node.field("body")
    cases = body.named_children() if body is not None else []
    then: tuple[Stmt, ...] = ()
    made: list[tuple[Expr | None, tuple[Stmt, ...], int]] = []
    for case in reversed([case for case in cases if case.kind() in {"switch_case", "switch_default"}]):
        line = extent(case)[0]
        own, ends = _case(script, case)
        value = case.field("value")
        test = _case_test(script, subject, value, line) if value is not None else None
        if made and not own and not ends:  # `case 1: case 2: ...`
            both = made[-1][0]
            made[-1] = (ir.AnyOf((test, both), line) if test and both else None, then, line)
            continue
        then = own if ends else (*own, *then)
        made.append((test, then, line))
    otherwise = next((then for test, then, _ in made if test is None), ())
    for test, then, line in made:
        if test is not None:
            otherwise = (ir.If(test, then, otherwise, line),)
    return otherwise


def _case(script: Script, node: "SgNode") -> tuple[tuple[Stmt, ...], bool]:
    value = node.field("value")
    nodes = [child for child in script.named(node) if child != value]
    if len(nodes) == 1 and nodes[0].kind() == "statement_block":
        nodes = script.named(nodes[0])
    ends = bool(nodes) and nodes[-1].kind() in _ENDS
    kept = [child for child in nodes if child.kind() != "break_statement"]
    return script.each_of(kept), ends


def _case_test(script: Script, subject: Expr, value: "SgNode", line: int) -> Expr:
    made = script.apart(value)
    assert made is not None  # noqa: S101 - there is a node
    is_true = isinstance(subject, ir.Const) and subject.text == "true"
    return made if is_true else ir.Compare("==", subject, made, line)


def _enum(script: Script, node: "SgNode") -> Iterable[Stmt]:
    body, line = node.field("body"), script.line
    entries = [
        ir.Entry(key_of(script, child.field("name")), script.part(child, "value"))
        for child in (body.named_children() if body is not None else ())
        if child.kind() == "enum_assignment"
    ]
    yield ir.Assign(
        ir.Name(text_of(node.field("name")), line), ir.Group(tuple(entries), line), line, script.end
    )


def _none(_: Script, __: "SgNode") -> Iterable[Stmt]:
    return ()


STATEMENTS: Final[Statements] = {
    "expression_statement": _expression,
    "lexical_declaration": _declaration,
    "variable_declaration": _declaration,
    "function_declaration": _define,
    "generator_function_declaration": _define,
    "class_declaration": _class,
    "abstract_class_declaration": _class,
    "export_statement": _export,
    "return_statement": _return,
    "throw_statement": _leave,
    "break_statement": _leave,
    "continue_statement": _leave,
    "if_statement": _if,
    "for_statement": _for,
    "for_in_statement": _for_in,
    "while_statement": _while,
    "do_statement": _do,
    "try_statement": _try,
    "switch_statement": _switch,
    "enum_declaration": _enum,
    "import_statement": _none,
    "import_alias": _none,
    "interface_declaration": _none,
    "type_alias_declaration": _none,
    "ambient_declaration": _none,
    "function_signature": _none,
    "debugger_statement": _none,
}
