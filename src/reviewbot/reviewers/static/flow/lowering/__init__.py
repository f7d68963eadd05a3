"""From trees to `Unit`s: one module for each language, all tables and no cleverness."""

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from reviewbot.reviewers.static.flow.ir import Unit
from reviewbot.reviewers.static.flow.lowering.base import Lowering
from reviewbot.reviewers.static.islands import code_of

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_LOWERINGS: Final = {
    "csharp": "csharp.CSharpLowering",
    "go": "go.GoLowering",
    "java": "java.JavaLowering",
    "php": "php.PhpLowering",
    "python": "python.PythonLowering",
    "ruby": "ruby.RubyLowering",
    "javascript": "javascript.JavaScriptLowering",
    "typescript": "javascript.JavaScriptLowering",
    "tsx": "javascript.JavaScriptLowering",
}
"""By language: module and class. They take 20 ms each to import, and a change is in one or two of them."""
LANGUAGES: Final = frozenset(_LOWERINGS)
"""Languages that data is followed in."""


class Lowered(NamedTuple):
    """A file's tree and what it came to. The tree lives as long: bodies are lowered when asked for."""

    root: "SgNode"
    unit: Unit


def lower(text: str, language: str) -> Lowered:
    """Parse and lower a file.

    Raises:
        TooDeep: it is nested deeper than code is.
    """
    from ast_grep_py import SgRoot  # noqa: PLC0415 - 20 ms, and only a run that gets here needs it

    return lower_tree(SgRoot(code_of(text) if language == "php" else text, language).root(), language)


def lower_tree(root: "SgNode", language: str) -> Lowered:
    """Lower a tree that is there already.

    Raises:
        TooDeep: it is nested deeper than code is.
    """
    return Lowered(root, lowering_of(language).unit(root))


def lowering_of(language: str) -> Lowering:
    """What lowers one file of a language."""
    module, name = _LOWERINGS[language].split(".")
    made: Lowering = getattr(import_module(f"{__name__}.{module}"), name)()
    return made
