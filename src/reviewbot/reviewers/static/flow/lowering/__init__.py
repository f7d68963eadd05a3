"""From trees to `Unit`s: one module for each language, all tables and no cleverness."""

from typing import TYPE_CHECKING, Final, NamedTuple

from reviewbot.reviewers.static.flow.ir import Unit
from reviewbot.reviewers.static.flow.lowering.csharp import CSharpLowering
from reviewbot.reviewers.static.flow.lowering.go import GoLowering
from reviewbot.reviewers.static.flow.lowering.java import JavaLowering
from reviewbot.reviewers.static.flow.lowering.javascript import JavaScriptLowering
from reviewbot.reviewers.static.flow.lowering.php import PhpLowering
from reviewbot.reviewers.static.flow.lowering.python import PythonLowering
from reviewbot.reviewers.static.flow.lowering.ruby import RubyLowering
from reviewbot.reviewers.static.islands import code_of

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_LOWERINGS: Final = {
    "csharp": CSharpLowering,
    "go": GoLowering,
    "java": JavaLowering,
    "php": PhpLowering,
    "python": PythonLowering,
    "ruby": RubyLowering,
    "javascript": JavaScriptLowering,
    "typescript": JavaScriptLowering,
    "tsx": JavaScriptLowering,
}
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
    return Lowered(root, _LOWERINGS[language]().unit(root))
