"""What a definition is called, in each grammar's own way."""

import re
from collections.abc import Callable
from typing import Final

from ast_grep_py import SgNode

LONGEST: Final = 100
"""Characters of one name; a hostile identifier may have millions."""

_FIXED: Final = {
    "secondary_constructor": "constructor",
    "anonymous_initializer": "init",
    "static_initializer": "static",
    "init_declaration": "init",
    "deinit_declaration": "deinit",
    "subscript_declaration": "subscript",
    "constructor_definition": "constructor",
    "fallback_receive_definition": "fallback",
    "operator_declaration": "operator",
    "conversion_operator_declaration": "operator",
    "indexer_declaration": "this",
}
_NAMELESS: Final = frozenset(
    {"func_literal", "anonymous_function", "do_block", "singleton_class", "companion_object"}
)
_IDENTIFIERS: Final = frozenset({"simple_identifier", "type_identifier", "identifier", "word"})
_EXPRESSIONS: Final = frozenset({"arrow_function", "function_expression", "generator_function", "class"})
_HOLDERS: Final = {
    "variable_declarator": "name",
    "pair": "key",
    "assignment_expression": "left",
    "field_definition": "property",
    "public_field_definition": "name",
}
_RECEIVER: Final = re.compile(r"(\w+)\s*(?:\[[^)]*)?\)\s*$")
_EXPORTS: Final = re.compile(r"^(?:module\.exports|exports|this)\.|\bprototype\.")
_JOINTS: Final = re.compile(r"::|:|\s+")
_PATH: Final = re.compile(r"[\w$#.]+")
_TYPE: Final = re.compile(r"(?:\w+\s*::\s*)*\w+")


def name_of(node: SgNode, kind: str, around: SgNode, holder: str) -> str:
    """The name as a person would say it, parts joined by dots; "" for what has none.

    `around` is the node's parent, of kind `holder`.
    """
    if kind in _NAMELESS:
        return ""
    name = _FIXED.get(kind) or (_assigned(around, holder) if kind in _EXPRESSIONS else "")
    return _JOINTS.sub(".", name or _NAMERS.get(kind, _named)(node))[:LONGEST]


def _text(node: SgNode | None) -> str:
    """A short node's text; a name over many lines is none."""
    if node is None or node.range().start.line != node.range().end.line:
        return ""
    return node.text()


def _named(node: SgNode) -> str:
    """The field `name`, or the first identifier, where the grammar has no such field (Kotlin)."""
    named = node.field("name")
    if named is None:
        named = next((child for child in node.children() if child.kind() in _IDENTIFIERS), None)
    return _text(named)


def _assigned(around: SgNode, holder: str) -> str:
    """The variable, key or property that a function expression is the value of."""
    field = _HOLDERS.get(holder)
    name = _EXPORTS.sub("", _text(around.field(field)).strip("\"'")) if field else ""
    return name if _PATH.fullmatch(name) else ""


def _method(node: SgNode) -> str:
    """Go: `Type.Method`. Elsewhere the kind has no receiver and goes by its name."""
    receiver = node.field("receiver")
    match = _RECEIVER.search(_text(receiver)) if receiver else None
    return f"{match[1]}.{_named(node)}" if match else _named(node)


def _declared(node: SgNode) -> str:
    """C and C++ hide the name at the end of a chain of declarators; Lua, PHP and Bash do not."""
    at = node.field("declarator")
    if at is None:
        return _named(node)
    while inner := at.field("declarator") or _in_parentheses(at):
        at = inner
    return _text(at)


def _in_parentheses(node: SgNode) -> SgNode | None:
    if node.kind() not in {"parenthesized_declarator", "reference_declarator"}:
        return None
    return next((child for child in node.children() if child.is_named()), None)


def _implemented(node: SgNode) -> str:
    """Rust: `impl Trait for Type<T>` goes by Type."""
    match = _TYPE.search(_text(node.field("type")))
    return match[0] if match else ""


_NAMERS: Final[dict[str, Callable[[SgNode], str]]] = {
    "method_declaration": _method,
    "function_definition": _declared,
    "impl_item": _implemented,
}
