"""What is asked of a node of the tree wherever one stands: what it spells, calls, declares."""

import re
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Expr
from reviewbot.reviewers.static.flow.lowering.javascript.names import string_text
from reviewbot.reviewers.static.flow.strict import is_strict

if TYPE_CHECKING:
    from ast_grep_py import SgNode

FUNCTIONS: Final = frozenset(
    {"function_declaration", "generator_function_declaration", "arrow_function", "function_expression"}
    | {"generator_function", "method_definition", "function"}
)
DECLARED: Final = frozenset({"function_declaration", "generator_function_declaration"})
FIELDS: Final = frozenset({"field_definition", "public_field_definition"})
_IS_PLAIN: Final = re.compile(
    r"^@(?:IsIn|IsEnum|IsUUID|IsInt|IsNumber|IsNumberString|IsBoolean\w*|IsDate\w*|IsISO\w+|IsMongoId|IsAlpha\w*"
    r"|IsHexadecimal|IsPort|IsIP|IsHash|IsSemVer|IsPositive|Equals)\b|\bParse(?:UUID|Int|Float|Bool|Enum|Date)Pipe\b"
)
"""Decorators of class-validator and pipes of NestJS that leave only what can do no harm."""
_MATCHES: Final = re.compile(r"@Matches\(\s*(/.+?/\w*)\s*[,)]", re.DOTALL)


def text_of(node: "SgNode | None") -> str:
    """What a node spells, "" for none."""
    return node.text() if node is not None else ""


def extent(node: "SgNode") -> tuple[int, int]:
    """The first and the last line of a node, from 1."""
    place = node.range()
    return place.start.line + 1, place.end.line + 1


def called_in(node: "SgNode") -> "SgNode | None":
    """What a call calls, or `new` makes an object of."""
    return node.field("function") or node.field("constructor")


def called_at_once(node: "SgNode") -> "SgNode | None":
    """The body of a function that is called where it stands, as `(() => { ... })()`."""
    function = node.field("function")
    while function is not None and function.kind() in {"parenthesized_expression", "await_expression"}:
        inner = function.named_children()
        function = inner[-1] if inner else None
    if function is None or function.kind() not in FUNCTIONS:
        return None
    body = function.field("body")
    return body if body is not None and body.kind() == "statement_block" else None


def bare(node: "SgNode") -> "SgNode | None":
    """A parameter without its type, its default and its decorators."""
    while node.kind() in {"required_parameter", "optional_parameter", "assignment_pattern"}:
        inner = node.field("pattern") or node.field("left")
        if inner is None:
            return None
        node = inner
    return node


def bare_text(node: "SgNode") -> str:
    """A parameter's name, or its pattern."""
    return text_of(bare(node))


def type_of(node: "SgNode") -> str:
    """A declared type as it is written."""
    typed = node.field("type")
    return typed.text().lstrip(": ") if typed is not None else ""


def checked_type(node: "SgNode") -> str:
    """A declared type, or one that stands for what decorators let through: `@IsUUID() id: string`."""
    for child in node.named_children():
        if child.kind() == "decorator":
            text = child.text()
            pattern = _MATCHES.match(text)
            if _IS_PLAIN.search(text) or (pattern is not None and is_strict(pattern[1])):
                return "checked:value"
    return type_of(node)


def field_name(node: "SgNode") -> str:
    """The name of a field, however the grammar calls it."""
    return string_text(node.field("name") or node.field("property"))


def dotted(expr: Expr) -> str:
    """A chain of names as it is written; `?` for all that is no name."""
    if isinstance(expr, ir.Name):
        return expr.id
    return f"{dotted(expr.of)}.{expr.name}" if isinstance(expr, ir.Attr) else "?"
