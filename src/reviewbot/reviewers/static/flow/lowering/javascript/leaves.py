"""Expressions, from the bottom: names, literals and templates."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Expr
from reviewbot.reviewers.static.flow.lowering.javascript.names import string_text
from reviewbot.reviewers.static.flow.lowering.javascript.script import Expressions, Script

if TYPE_CHECKING:
    from ast_grep_py import SgNode


def _name(script: Script, node: "SgNode") -> Expr:
    return ir.Name(node.text(), script.line)


def _super(script: Script, _: "SgNode") -> Expr:
    return ir.Name("super()", script.line)


def _literal(script: Script, node: "SgNode") -> Expr:
    return ir.Const(node.text(), script.line, string=False)


def _string(script: Script, node: "SgNode") -> Expr:
    return ir.Const(string_text(node), script.line)


def template_of(script: Script, node: "SgNode") -> Expr:
    """A template: a text if nothing is filled into it."""
    line = script.line
    parts = tuple(template_parts(script, node))
    if all(isinstance(part, ir.Const) for part in parts):
        return ir.Const("".join(part.text for part in parts if isinstance(part, ir.Const)), line)
    return ir.Join(parts, line)


def template_parts(script: Script, node: "SgNode") -> Iterator[Expr]:
    """The texts of a template, and what is filled in between."""
    for child in node.named_children():
        kind = child.kind()
        if kind == "template_substitution":
            yield script.mix(child)
        elif kind in {"string_fragment", "escape_sequence"}:
            yield ir.Const(child.text(), script.line)


LEAVES: Final[Expressions] = {
    "identifier": _name,
    "import": _name,
    "this": _name,
    "property_identifier": _name,
    "private_property_identifier": _name,
    "shorthand_property_identifier_pattern": _name,
    "super": _super,
    "undefined": _literal,
    "null": _literal,
    "true": _literal,
    "false": _literal,
    "number": _literal,
    "regex": _literal,
    "string": _string,
    "template_string": template_of,
}
