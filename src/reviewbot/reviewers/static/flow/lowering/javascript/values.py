"""Members, objects and lists, and functions and classes as values."""

from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr
from reviewbot.reviewers.static.flow.lowering.javascript.functions import function_of, lowered_once
from reviewbot.reviewers.static.flow.lowering.javascript.names import string_text
from reviewbot.reviewers.static.flow.lowering.javascript.nodes import text_of
from reviewbot.reviewers.static.flow.lowering.javascript.operators import number_of, target_of
from reviewbot.reviewers.static.flow.lowering.javascript.script import Expressions, Script
from reviewbot.reviewers.static.flow.lowering.javascript.takers import taken_by

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_GLOBALS: Final = frozenset({"window", "globalThis"})


def _member(script: Script, node: "SgNode") -> Expr:
    line, of, name = script.line, node.field("object"), text_of(node.field("property"))
    if of is None:
        return script.mix(node)
    if of.kind() == "identifier" and of.text() in _GLOBALS:
        return ir.Name(name, line)
    if of.kind() == "identifier" and of.text() == "exports":
        return target_of(script, node)
    inner = script.expr(of)
    if name == "length":
        return number_of(line, inner)
    return ir.Attr(inner, name, line)


def _subscript(script: Script, node: "SgNode") -> Expr:
    line, of, key = script.line, script.part(node, "object"), script.part(node, "index")
    if isinstance(key, ir.Const) and key.string and key.text.isidentifier():
        return ir.Attr(of, key.text, line)
    return ir.Item(of, key, line)


def wrapped(script: Script, node: "SgNode") -> Expr:
    """What stands in brackets, or behind a word that changes nothing of it."""
    inner = script.named(node)
    return script.expr(inner[0]) if inner else ir.Const("", script.line, string=False)


def _assertion(script: Script, node: "SgNode") -> Expr:
    return script.expr(script.named(node)[-1])


def _object(script: Script, node: "SgNode") -> Expr:
    line = script.line
    entries = tuple(_entry(script, child) for child in script.named(node))
    return ir.Group(entries, line) if entries else ir.Const("{}", line, string=False)


def _entry(script: Script, node: "SgNode") -> ir.Entry:
    kind = node.kind()
    if kind in {"pair", "pair_pattern"}:
        key, value = key_of(script, node.field("key")), script.part(node, "value")
        if isinstance(key, ir.Const) and key.text == "$eq":
            value = ir.Call(ir.Name("typed:string", script.line), (Arg(value),), script.line, script.line)
        return ir.Entry(key, value)
    if kind in {"shorthand_property_identifier", "shorthand_property_identifier_pattern"}:
        return ir.Entry(ir.Const(node.text(), script.line), ir.Name(node.text(), script.line))
    if kind == "object_assignment_pattern":
        left = node.field("left")
        return _entry(script, left) if left is not None else ir.Entry(None, script.mix(node))
    if kind == "method_definition":
        return ir.Entry(key_of(script, node.field("name")), _function_value(script, node))
    return _element(script, node)


def _element(script: Script, node: "SgNode") -> ir.Entry:
    return ir.Entry(None, script.expr(node), rest=node.kind() in {"spread_element", "rest_pattern"})


def key_of(script: Script, node: "SgNode | None") -> Expr:
    """The key of an entry: a text unless it is computed."""
    if node is None or node.kind() == "computed_property_name":
        return script.mix(node) if node is not None else ir.Const("", script.line)
    return ir.Const(string_text(node), script.line)


def _array(script: Script, node: "SgNode") -> Expr:
    line = script.line
    return ir.Group(tuple(_element(script, child) for child in script.named(node)), line)


def _default(script: Script, node: "SgNode") -> Expr:
    """A pattern with a value for what is missing: the value is none of the client's."""
    return script.part(node, "left")


def _function_value(script: Script, node: "SgNode") -> Expr:
    name = script.names.get(node) if script.names else None
    if name is not None:
        return ir.Name(name, script.line)
    made = function_of(script, node, _name_of(node), marks=taken_by(node))
    return ir.Lambda(lowered_once(made), script.line)


def _name_of(node: "SgNode") -> str:
    """The name of a function in a function: its own, or the keys of the objects in which it stands."""
    own = string_text(node.field("name"))
    keys = [own] if own and node.kind() == "method_definition" else []
    holder = node.parent()
    while holder is not None and holder.kind() in {"pair", "object"}:
        if holder.kind() == "pair":
            keys.append(string_text(holder.field("key")))
        holder = holder.parent()
    return ".".join(("object", *reversed(keys))) if keys and keys != [own] else own


def _class_value(script: Script, node: "SgNode") -> Expr:
    return ir.Name(script.names.get(node) or text_of(node.field("name")), script.line)


VALUES: Final[Expressions] = {
    "member_expression": _member,
    "subscript_expression": _subscript,
    "parenthesized_expression": wrapped,
    "as_expression": wrapped,
    "satisfies_expression": wrapped,
    "non_null_expression": wrapped,
    "await_expression": wrapped,
    "yield_expression": wrapped,
    "spread_element": wrapped,
    "rest_pattern": wrapped,
    "type_assertion": _assertion,
    "assignment_pattern": _default,
    "object": _object,
    "object_pattern": _object,
    "array": _array,
    "array_pattern": _array,
    "arrow_function": _function_value,
    "function_expression": _function_value,
    "generator_function": _function_value,
    "function": _function_value,
    "class": _class_value,
}
