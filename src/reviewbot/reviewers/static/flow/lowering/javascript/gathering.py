"""What stands outside of functions, and is noted first: functions and classes, with their names."""

import re
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Expr
from reviewbot.reviewers.static.flow.lowering.javascript.classes import gather_class
from reviewbot.reviewers.static.flow.lowering.javascript.functions import function_of
from reviewbot.reviewers.static.flow.lowering.javascript.names import exported, string_text
from reviewbot.reviewers.static.flow.lowering.javascript.nodes import (
    DECLARED,
    FUNCTIONS,
    called_at_once,
    called_in,
    extent,
    text_of,
)
from reviewbot.reviewers.static.flow.lowering.javascript.script import Script
from reviewbot.reviewers.static.flow.lowering.javascript.takers import taker_marks

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_CLASSES: Final = frozenset({"class_declaration", "abstract_class_declaration", "class"})
_HOLDERS: Final = frozenset(
    {
        "expression_statement",
        "lexical_declaration",
        "variable_declaration",
        "export_statement",
        "if_statement",
    }
    | {"else_clause", "try_statement", "statement_block", "internal_module", "module", "labeled_statement"}
)
_STATEMENTS: Final = _HOLDERS | DECLARED | _CLASSES | {"type_alias_declaration"}
_LEAVES: Final = frozenset(
    {
        "string",
        "number",
        "identifier",
        "property_identifier",
        "true",
        "false",
        "null",
        "undefined",
        "regex",
        "this",
    }
    | {"type_annotation", "type_arguments", "decorator", "comment", "import", "shorthand_property_identifier"}
)
_WRAPPED: Final = frozenset(
    {
        "parenthesized_expression",
        "as_expression",
        "satisfies_expression",
        "non_null_expression",
        "await_expression",
    }
)
_HOLDS_CODE: Final = re.compile(r"=>|\bfunction\b|\bclass\b|\)\s*[:{]|^export\s+type\s")
"""Stands in every text that holds a function, a class or a type."""
_VALUES: Final = re.compile(r"\|?\s*(?:(?:\"[^\"]*\"|'[^']*'|\d+|null|undefined)\s*(?:\||$)\s*)+")
"""A type that is nothing but the values which it has."""
_ANY_TEXT: Final = frozenset({"string", "any", "unknown"})
_CALLS: Final = frozenset({"call_expression", "new_expression"})
_INLINE: Final = frozenset(
    (  # noqa: SIM905 - a line of words reads better than a column
        "map forEach filter reduce some every find findIndex flatMap then catch finally sort from apply call "
        "replace"
    ).split()
)
"""Methods that call what they are given at once, with what they hold."""
_WRAPPER: Final = re.compile(
    r"(?i)handler|async|wrap|catch|memo|callback|forwardref|observer|cache|controller|action"
)
"""Functions that give back what they are given, with something around it."""


def gather(script: Script, node: "SgNode") -> None:
    """Note the functions and classes that a statement brings."""
    kind = node.kind()
    if kind in DECLARED:
        script.names[node] = text_of(node.field("name"))
        script.functions.append(function_of(script, node, script.names[node]))
    elif kind in _CLASSES:
        gather_class(script, node, text_of(node.field("name")))
    elif kind == "type_alias_declaration":
        _gather_type(script, node)
    elif kind in _HOLDERS and _HOLDS_CODE.search(node.text()):
        for child in node.named_children():
            if child.kind() == "variable_declarator":
                _gather_named(script, child.field("value"), child.field("name"))
            elif child.kind() in _STATEMENTS:
                gather(script, child)
            else:
                _gather_value(script, child, "default" if kind == "export_statement" else "")


def _gather_type(script: Script, node: "SgNode") -> None:
    """Note what a type is another name for, as far as it is text."""
    written = text_of(node.field("value"))
    if _VALUES.fullmatch(written) or written in _ANY_TEXT:
        bases = (ir.ENUM,) if written not in _ANY_TEXT else (written,)
        script.classes.append(ir.Class(text_of(node.field("name")), bases, (), *extent(node)))


def _gather_named(script: Script, value: "SgNode | None", name: "SgNode | None") -> None:
    if value is not None and name is not None:
        _gather_value(script, value, name.text() if name.kind() == "identifier" else "")


def _gather_value(script: Script, node: "SgNode", name: str, owner: str = "") -> None:
    """Note the functions in an expression, which `name` will stand for if it is one."""
    kind = node.kind()
    if kind in FUNCTIONS:
        _lift(script, node, name, owner=owner)
    elif kind in _CLASSES:
        gather_class(script, node, text_of(node.field("name")) or name)
    elif kind == "assignment_expression":
        _gather_assigned(script, node)
    elif kind == "object":
        _gather_object(script, node, name, owner)
    elif kind in _CALLS:
        _gather_call(script, node, name)
    elif kind in _LEAVES:
        return
    else:
        name = name if kind in _WRAPPED else ""
        for child in node.named_children():
            _gather_value(script, child, name)


def _gather_assigned(script: Script, node: "SgNode") -> None:
    left, right = node.field("left"), node.field("right")
    if left is None or right is None:
        return
    *holders, word = left.text().split(".")
    if holders == ["module"] or left.text() == "exports":
        word = "default"
    elif exported(left) in script.declared:  # `exports.run` is not what the file itself calls `run`
        word = f"exports.{word}"
    owner = (
        holders[0] if holders[1:] == ["prototype"] else holders[0] if word == "prototype" and holders else ""
    )
    _gather_value(script, right, "" if word == "prototype" else word, owner)


def _gather_object(script: Script, node: "SgNode", name: str, owner: str) -> None:
    prefix = "" if name == "default" else f"{name or 'object'}."
    for child in node.named_children():
        kind = child.kind()
        if kind == "method_definition":
            _lift(script, child, prefix + string_text(child.field("name")), owner=owner)
        elif kind == "pair":
            value = child.field("value")
            if value is not None and value.kind() not in _LEAVES:
                _gather_value(script, value, prefix + string_text(child.field("key")), owner)
        elif kind not in _LEAVES:
            _gather_value(script, child, "")


def _gather_call(script: Script, node: "SgNode", name: str) -> None:
    function, arguments = called_in(node), node.field("arguments")
    if (called := called_at_once(node)) is not None:
        for child in called.named_children():
            gather(script, child)
    elif function is not None and function.kind() not in {"identifier", "super", "import"}:
        _gather_value(script, function, "")
    if arguments is None or arguments.kind() != "arguments":
        return
    callee = text_of(function)
    inline = callee.rpartition(".")[2] in _INLINE
    named = name if _WRAPPER.search(callee) else ""
    given = arguments.named_children()
    for child in given:
        if child.kind() not in FUNCTIONS:
            _gather_value(script, child, named)
        elif not inline:
            _lift(script, child, named, taker_marks(callee, given))


def _lift(script: Script, node: "SgNode", name: str, marks: tuple[Expr, ...] = (), owner: str = "") -> None:
    """A function expression becomes a function of the unit, with a name of its own."""
    name = name or f"{text_of(node.field('name'))}@{len(script.functions)}"
    script.names[node] = name
    made = function_of(script, node, name, owner, marks, "this" if owner else "")
    script.functions.append(made)
