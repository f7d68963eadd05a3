"""Lines that seem to define or to use a name, by their form alone.

A cheap guess before anything is parsed: which lines truly define something, only a grammar tells. What a
library is asked for must find all that is guessed here, so both stand side by side.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

_KEYWORDS: Final = {
    "python": "def|class",
    "javascript": "function|class|interface|enum|namespace|module",
    "go": "func|type",
    "java": "class|interface|enum|record|object|fun|def|trait",
    "rust": "fn|struct|enum|trait|mod|macro_rules!",
    "c": "class|struct|namespace",
    "csharp": "class|interface|struct|record|enum|namespace",
    "ruby": "def|class|module",
    "php": "function|fn|class|interface|trait|enum",
    "swift": "func|class|struct|enum|protocol|actor|extension",
    "bash": "function",
    "lua": "function",
    "solidity": "function|modifier|contract|library|interface",
}
"""Words by family that say what follows is a definition."""
_ASSIGNING: Final = frozenset({"javascript", "lua"})
"""Families where a variable or key may hold a function."""
_TYPED: Final = frozenset({"javascript", "java", "c", "csharp", "bash"})
"""Families that define a function without a word that says so."""
LOOSE: Final = frozenset({"ruby", "bash"})
"""Families that call without parentheses, so that any word may be a call."""
_STATEMENTS: Final = frozenset(
    {"and", "assert", "await", "case", "catch", "delete", "do", "elif", "else", "for", "foreach", "goto"}
    | {"if", "in", "lock", "new", "not", "or", "return", "switch", "throw", "typeof", "using", "while"}
    | {"yield"}
)

# The same to POSIX, bytewise, and to Python: no `\w`, `\b` or `(?:` here. Found as whole words, so the word
# behind a parenthesis is taken along.
_OWNER: Final = r"[ \t*&]+(\([^()]*\)[ \t]*)?(<[^<>]*>[ \t]*)?([A-Za-z0-9_]+(<[^<>]*>)?[.:]+)*"
_VALUE: Final = (
    r"[ \t]*(:[^=(]*)?[=:][ \t]*"
    r"((async[ \t]*)?(function|class|[A-Za-z0-9_]+[ \t]*=>|[(<][A-Za-z0-9_]*))"
)
_TYPE: Final = r"""^([^()=;"'#{}]*[^A-Za-z0-9_$.()=;"'#{}])?"""
_PARAMETERS: Final = r"[ \t]*(<[^<>]*>[ \t]*)?\([A-Za-z0-9_]*"

_HEAD: Final = re.compile(r"^([^\n()=;\"'#{}]{1,200})\(", re.MULTILINE)
_LAST: Final = re.compile(r"([^\W\d]\w*)[ \t]*(?:<[^<>]*>)?[ \t]*$")


def definition_line(names: Iterable[str], families: Iterable[str]) -> str:
    """An expression that finds all lines that seem to define one of some names, and few others."""
    names, families = "|".join(sorted(names)), sorted(families)
    words = "|".join(sorted({word for family in families for word in _KEYWORDS.get(family, "").split("|")}))
    forms = [f"({words}){_OWNER}({names})"]
    if _ASSIGNING.intersection(families):
        forms.append(f"({names}){_VALUE}")
    if _TYPED.intersection(families):
        forms.append(f"{_TYPE}({names}){_PARAMETERS}")
    return "|".join(forms)


def use_line(names: Iterable[str]) -> str:
    """An expression that finds all lines in which one of some names is a word."""
    return f"({'|'.join(sorted(names))})"


def defined(text: str, family: str) -> Iterator[tuple[str, int]]:
    """Names that a text seems to define, and where they stand."""
    for match in _by_keyword(family).finditer(text):
        yield match[1], match.start(1)
    if family in _ASSIGNING:
        for match in _ASSIGNED.finditer(text):
            yield match[1], match.start(1)
    if family in _TYPED:
        yield from _headed(text)


def uses(text: str, name: str, family: str) -> Iterator[int]:
    """Where a text seems to call a name or to hand it over; in prose a name stands between blanks."""
    is_use = _use(name, family in LOOSE).match
    at = text.find(name)
    while at >= 0:
        if is_use(text, at):
            yield at
        at = text.find(name, at + len(name))


@cache
def _use(name: str, loose: bool) -> re.Pattern[str]:  # noqa: FBT001 - one of two forms
    word = rf"(?<![\w$]){name}(?![\w$])"
    if loose:
        return re.compile(word)
    return re.compile(
        rf"{word}(?:[ \t]*[(\[<{{)\]]|(?<=[(\[=.@&<{{]{name})|(?<=[=,:&|] {name})[ \t]*(?:[,;.]|$))",
        re.MULTILINE,
    )


@cache
def _by_keyword(family: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w$])(?:{_KEYWORDS.get(family, 'def')})[ \t*&]+"
        r"(?:\([^()\n]*\)[ \t]*)?(?:<[^<>\n]*>[ \t]*)?(?:\w+(?:<[^<>\n]*>)?[.:]+)*([^\W\d]\w*)"
    )


_ASSIGNED: Final = re.compile(
    r"(?<![\w$])([^\W\d]\w*)[ \t]*(?::[^:=\n(]{1,80})?[=:][ \t]*"
    r"(?:async\b[ \t]*)?(?:function\b|class\b|[(<]|[^\W\d]\w*[ \t]*=>)"
)


def _headed(text: str) -> Iterator[tuple[str, int]]:
    """`type name(`, and `name(` where a block follows: methods, functions of C, constructors."""
    for match in _HEAD.finditer(text):
        last = _LAST.search(match[1])
        if last and _is_head(match[1][: last.start()], text, match.end()):
            yield last[1], match.start() + last.start()


def _is_head(before: str, text: str, after: int) -> bool:
    """Whether a name between these two is declared, not called."""
    words = before.split()
    if before.endswith((".", "->", "$")) or (words and words[0] in _STATEMENTS):
        return False
    end = text.find("\n", after)
    opens = text[after : end if end >= 0 else None].rstrip().endswith(("{", "(", ","))
    return bool(words) or opens or not before
