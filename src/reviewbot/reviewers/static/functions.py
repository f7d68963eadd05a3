"""The functions of a tree, whatever a language calls them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from reviewbot.reviewers.static.flow.models import family_of

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_KINDS: Final = {
    "python": ("function_definition",),
    "javascript": (
        "function_declaration",
        "method_definition",
        "arrow_function",
        "function_expression",
        "generator_function_declaration",
    ),
    "java": ("method_declaration",),
    "csharp": ("method_declaration", "local_function_statement"),
    "go": ("function_declaration", "method_declaration"),
    "php": ("function_definition", "method_declaration"),
    "ruby": ("method", "singleton_method"),
}
_NAMING: Final = ("name", "key", "left")
"""Where what holds a function has its name."""


def functions(root: "SgNode", language: str) -> Iterator[tuple[str, "SgNode"]]:
    """Each with its name; "" if it has none."""
    kinds = _KINDS.get(family_of(language), ())
    rule: Any = {"any": [{"kind": kind} for kind in kinds]}
    for node in root.find_all({"rule": rule}) if kinds else ():
        yield _name(node), node


def _name(node: "SgNode") -> str:
    """Its own, or that of what it is the value of."""
    if own := node.field("name"):
        return own.text()
    above = node.parent()
    held = next((name for key in _NAMING if (name := above.field(key))), None) if above else None
    return held.text().rpartition(".")[2] if held else ""
