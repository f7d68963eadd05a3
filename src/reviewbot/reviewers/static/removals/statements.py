"""What lines say: statements over several lines, who encloses them, and how alike two of them are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reviewbot.reviewers.static.removals.sides import Line

_LONGEST: Final = 14
"""Lines of one statement; what goes on is data."""
_TELLING: Final = 3
_WITHIN: Final = 0.7
_SIGNATURE: Final = 400
"""Characters of a signature."""
CLASS: Final = re.compile(r"(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\s+\w")
"""The heading of a class."""
TEXTS: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`")
_GOES_ON: Final = re.compile(r"(?:&&|\|\||\\|\band|\bor)$")
_WORD: Final = re.compile(r"[A-Za-z_][\w$]*|\d+")
_MODIFIERS: Final = (
    r"(?:(?:export|default|public|private|protected|internal|static|async|final|abstract|override|virtual|pub"
    r"|inline|unsafe|const|extern|suspend|open|sealed|partial|synchronized)\b(?:\(\w{0,9}\))?\s+){0,6}"
)
_NAMED: Final = re.compile(
    rf"{_MODIFIERS}(?:def|function\*?|func|fn|fun|class|sub|module|interface|struct|trait|enum|object)\s+"
    r"(?:\([^)]{0,80}\)\s*)?(?P<name>[\w.$]+[?!]?)"
)
_HELD: Final = re.compile(
    rf"{_MODIFIERS}(?:(?:const|let|var)\s+)?(?P<name>[\w.$]+)\s*[:=]\s*(?:async\s*)?"
    r"(?:function\b|\(?[\w\s,{}.:=\[\]?]{0,200}\)?(?::[^=]{0,80})?\s*=>).*"
)
_ROUTED: Final = re.compile(
    r"[\w.]+\.(?:get|post|put|patch|delete|del|all|head|options|on|handle)\(\s*([\"'`][^\"'`]+[\"'`]).*(?:=>|\bfunction\b.*\))\s*\{"
)
"""A function that is handed to a router, with the path that it answers."""
_TYPED: Final = re.compile(
    r"(?!(?:if|for|while|switch|catch|return|else|elif|elsif|unless|do|try|with|foreach|when|using|lock|until"
    r"|throw|new|await|yield|case|assert|raise|and|or|not)\b)"
    r"(?:[\w<>\[\],.&*:~?]+\s+){0,8}[*&]{0,3}(?P<name>~?[\w:]+)\s*\([^;]{0,300}\)[\w\s,:<>?|]{0,60}\{?"
)


@dataclass(frozen=True)
class Statement:
    """Lines that say one thing, and the definitions around it, outermost first."""

    lines: tuple[Line, ...]
    around: tuple["Statement", ...] = ()

    @cached_property
    def text(self) -> str:
        """The code on one line."""
        return " ".join(line.code.strip() for line in self.lines)

    @cached_property
    def words(self) -> frozenset[str]:
        """Names and numbers in it."""
        return frozenset(_WORD.findall(self.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """Names that it works on, not those that it calls."""
        found = re.findall(r"[A-Za-z_][\w$]{2,}(?![\w$]|\s*\()", masked(self.text))
        return frozenset(found) - _COMMON

    @cached_property
    def indent(self) -> int:
        """Columns before it."""
        return self.lines[0].indent

    @cached_property
    def changed(self) -> bool:
        """Whether any of it stands on this side only."""
        return any(line.changed for line in self.lines)

    @cached_property
    def whole(self) -> bool:
        """Whether all of it stands on this side only."""
        return all(line.changed for line in self.lines)

    @property
    def first(self) -> Line:
        """Its first line that stands on this side only."""
        return next(line for line in self.lines if line.changed)

    @property
    def owner(self) -> str:
        """The qualified name of what encloses it, as far as that is shown."""
        return ".".join(filter(None, (defined(one.text) for one in self.around)))


_COMMON: Final = frozenset(
    re.findall(
        r"\w+",
        """self this return raise throw None True False null nil true false if else elif unless not and or in
        is new function const let var async await for while def class end then ctx err error Error int char
        bool string str void static public private len size value data result res req request response""",
    )
)


def masked(text: str) -> str:
    """The text with strings blanked out, at its full length."""
    return TEXTS.sub(lambda found: f'"{"_" * (len(found[0]) - 2)}"', text)


def statements(lines: Sequence[Line]) -> list[Statement]:
    """The statements of some lines, in order."""
    stack: list[Statement] = []
    found = []
    for part in _joined(lines):
        indent = part[0].indent
        while stack and stack[-1].indent >= indent:
            stack.pop()
        statement = Statement(part, tuple(stack[-4:]))
        found.append(statement)
        if defined(statement.text) or routed(statement.text):
            stack.append(statement)
    return found


def _joined(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    part: list[Line] = []
    depth = 0
    for line in lines:
        if not line.code.strip():
            continue
        part.append(line)
        bare = TEXTS.sub("", line.code)
        depth = max(depth + bare.count("(") - bare.count(")"), 0)
        on = depth or _GOES_ON.search(bare)
        if not on or bare.endswith(("{", "[")) or len(part) == _LONGEST:
            yield tuple(part)
            part, depth = [], 0
    if part:
        yield tuple(part)


def defined(text: str) -> str:
    """The name of the function or class whose definition a statement begins, else ""."""
    opens, text = text.endswith(("{", "=>", "(")), text[:_SIGNATURE]
    if found := _NAMED.match(text):
        return found["name"]
    if (opens or "=>" in text) and (found := _HELD.fullmatch(text)):
        return found["name"]
    if "(" in text and text.endswith(("{", ")")) and (found := _TYPED.fullmatch(text)):
        return found["name"] if text.endswith("{") or " " in text[: found.start("name")] else ""
    return ""


def routed(text: str) -> str:
    """The path, in its quotes, for which a statement registers the function that it begins, else ""."""
    found = _ROUTED.match(text[:_SIGNATURE])
    return found[1] if found else ""


def likeness(one: Statement, other: Statement) -> float:
    """How much of what two statements say is common to both, from 0 to 1."""
    common = len(one.words & other.words)
    if not common:
        return 0.0
    within = common / min(len(one.words), len(other.words)) if common >= _TELLING else 0.0
    return max(common / len(one.words | other.words), within * _WITHIN)
