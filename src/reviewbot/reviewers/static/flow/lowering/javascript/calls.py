"""Calls, and what is known of them: those that are as good as their argument, an operator or a loop."""

from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr
from reviewbot.reviewers.static.flow.lowering.javascript.functions import param_nodes
from reviewbot.reviewers.static.flow.lowering.javascript.leaves import template_of, template_parts
from reviewbot.reviewers.static.flow.lowering.javascript.names import replaced_kind, required
from reviewbot.reviewers.static.flow.lowering.javascript.nodes import bare, dotted, text_of
from reviewbot.reviewers.static.flow.lowering.javascript.script import Expressions, Script
from reviewbot.reviewers.static.flow.lowering.javascript.takers import looked_at

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_REPLACES: Final = frozenset({"replace", "replaceAll"})
_EACH: Final = frozenset({"map", "flatMap", "filter", "find", "some", "every"})
_PLAIN_TAGS: Final = frozenset(
    (  # noqa: SIM905 - a line of words reads better than a column
        "String.raw dedent outdent stripIndent stripIndents oneLine oneLineTrim codeBlock html.raw"
    ).split()
)
_SAME: Final = frozenset(
    {"await", "promisify", "Promise.all", "Promise.resolve", "Promise.allSettled", "Object.freeze"}
)
"""Functions whose result is as good as their argument; the grammar takes `await (f())` for a call."""
_REMEMBERS: Final = frozenset({"useMemo", "React.useMemo", "useCallback", "React.useCallback", "computed"})
"""Functions that give what a function gives, and are told when to ask it again."""
_COLLECTIONS: Final = frozenset({"_", "lodash", "underscore"})
_HAS_OWN: Final = frozenset({"Object.hasOwn", "Reflect.has"})


def _call(script: Script, node: "SgNode") -> Expr:
    arguments = node.field("arguments")
    if arguments is not None and arguments.kind() == "template_string":
        return _tagged(script, node, arguments)
    module = required(node)
    if module:
        return ir.Name(module, script.line)
    line, end = _place(node) or script.line, script.end
    function = script.part(node, "function")
    if arguments is not None and isinstance(function, ir.Attr) and function.name in _EACH:
        given = script.named(arguments)
        if given and (made := _each(script, function, given[0], line)) is not None:
            return made
    args = tuple(_arg(script, child) for child in script.named(arguments)) if arguments is not None else ()
    made = _called(function, args, line, end)
    if script.looked and isinstance(function, ir.Attr) and function.name == "valid" and args:
        schema = script.looked.get(args[0].value.text if isinstance(args[0].value, ir.Const) else "")
        return made if schema is None else looked_at(script.expr(schema), made, line)
    return made


def _place(node: "SgNode") -> int:
    """The line of a method in a chain of calls over several lines; 0 where a call begins on its own."""
    function = node.field("function")
    called = function.field("property") if function is not None else None
    return called.range().start.line + 1 if called is not None else 0


def _each(script: Script, function: ir.Attr, given: "SgNode", line: int) -> Expr | None:
    """`xs.map((x) => f(x))`, as a comprehension."""
    body, params = given.field("body"), param_nodes(script, given)
    if given.kind() != "arrow_function" or body is None or body.kind() == "statement_block":
        return None
    target = script.expr(bare(params[0]) or params[0]) if params else ir.Mix((), line)
    result = script.expr(body)
    if function.name in {"map", "flatMap", "some", "every"}:
        return ir.Each(target, function.of, (), result, line, calls=True)
    return ir.Each(target, function.of, (result,), target, line)


def _tagged(script: Script, node: "SgNode", template: "SgNode") -> Expr:
    tag = node.field("function")
    if text_of(tag) in _PLAIN_TAGS:
        return template_of(script, template)
    line, end = script.line, script.end
    parts = tuple(map(Arg, template_parts(script, template)))
    return ir.Call(ir.Attr(script.part(node, "function"), "tagged", line), parts, line, end)


def _new(script: Script, node: "SgNode") -> Expr:
    line, end, arguments = script.line, script.end, node.field("arguments")
    args = tuple(_arg(script, child) for child in script.named(arguments)) if arguments is not None else ()
    made = script.part(node, "constructor")
    if len(args) == 1 and dotted(made) == "Map" and (table := _table_of(args[0].value)) is not None:
        return table
    return ir.Call(made, args, line, end, new=True)


def _arg(script: Script, node: "SgNode") -> Arg:
    return Arg(script.expr(node), spread=node.kind() == "spread_element")


def _called(function: Expr, args: tuple[Arg, ...], line: int, end: int) -> Expr:
    """A call, or what it comes to if that is known."""
    if isinstance(function, ir.Attr):
        if (made := _method_called(function, args, line)) is not None:
            return made
        if function.name == "call" and args and isinstance(function.of, ir.Attr):
            return ir.Call(function.of, args[1:], line, end)
        if function.name in _REPLACES and len(args) > 1:
            kind = _replaced(function.name, args[0].value, args[1].value)
            function = function.but(name=f"replace:{kind}") if kind else function
    named = dotted(function)
    if (args and named in _SAME) or named == "util.promisify":
        return args[0].value if args else function
    if named in _REMEMBERS:  # what a result is remembered by is no part of it
        args = args[:1]
    if named == "JSON.stringify" and args:  # what it gives begins like an object, and is no page
        brackets = ir.Const("{", line), ir.Const("}", line)
        return ir.Join((brackets[0], ir.Call(function, args, line, end), brackets[1]), line)
    if named in _HAS_OWN and len(args) > 1:
        return ir.Compare("in", args[1].value, args[0].value, line)
    return ir.Call(function, args, line, end)


def _replaced(method: str, pattern: Expr, by: Expr) -> str:
    """What is gone once a pattern is replaced: `replaceAll` takes a text for one, and leaves none of it."""
    if not isinstance(pattern, ir.Const):  # what has a backslash put in front of it is for a pattern
        return "regex" if isinstance(by, ir.Const) and by.text.endswith("\\$&") else ""
    text = f"/{pattern.text}/g" if pattern.string and method == "replaceAll" else pattern.text
    return replaced_kind(text, by.text if isinstance(by, ir.Const) and by.string else "?")


def _method_called(function: ir.Attr, args: tuple[Arg, ...], line: int) -> Expr | None:
    """Methods that mean what an operator means."""
    name, of = function.name, function.of
    if not args:
        return None
    first = args[0].value
    if dotted(of) in _COLLECTIONS and len(args) > 1:  # `_.includes(list, entry)`
        name, of, first = name.replace("contains", "includes"), first, args[1].value
    if name in {"includes", "has", "hasOwnProperty"}:
        return ir.Compare("in", first, of, line)
    if name == "call" and isinstance(of, ir.Attr) and of.name == "hasOwnProperty" and len(args) > 1:
        return ir.Compare("in", args[1].value, first, line)
    if name == "concat":
        return ir.Join((of, *(arg.value for arg in args)), line)
    return None


def _table_of(expr: Expr) -> Expr | None:
    """`new Map([["a", f], ["b", g]])` as the object that it is like; None if it is not written out."""
    if not isinstance(expr, ir.Group):
        return None
    pairs = [entry.value.entries for entry in expr.entries if isinstance(entry.value, ir.Group)]
    if len(pairs) < len(expr.entries) or any(len(pair) != 2 for pair in pairs):  # noqa: PLR2004 - key, value
        return None
    return ir.Group(tuple(ir.Entry(key.value, value.value) for key, value in pairs), expr.line)


CALLS: Final[Expressions] = {
    "call_expression": _call,
    "new_expression": _new,
}
