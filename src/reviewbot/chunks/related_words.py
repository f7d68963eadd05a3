"""Names in a piece of code, by their form alone: what it calls, hands over and imports."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from reviewbot.chunks.names import LONGEST
from reviewbot.chunks.related_lines import LOOSE

SHORTEST: Final = 3
"""Characters of a name that is worth looking up."""
_IMPORT_LINES: Final = 300
_IMPORT_WIDTH: Final = 300

_FAMILIES: Final = {
    **dict.fromkeys(("javascript", "typescript", "tsx"), "javascript"),
    **dict.fromkeys(("c", "cpp"), "c"),
    **dict.fromkeys(("java", "kotlin", "scala"), "java"),
}
_NAME: Final = r"(?<![\w$])([^\W\d]\w*)(?![\w$])"
_CALL: Final = re.compile(
    rf"{_NAME}[!?]?[ \t]?(?:<[^<>()\n]{{0,60}}>)?[({{]|@(?:\w+\.){{0,5}}([^\W\d]\w*)|<([A-Z]\w*)"
)
_WORD: Final = re.compile(_NAME)
_REFERENCE: Final = re.compile(rf"{_NAME}(?:\.([^\W\d]\w*))?")
_IMPORT: Final = re.compile(
    r"\s*(?:import|from|use|using|require|require_relative|include|#include|#import|source)\b(?!\s*[(=.])"
    r"|.*\brequire\(|\s*export\b.*\bfrom\b"
)
_COMMENT: Final = ("#", "//", "/*", "*", "--")

_KEYWORDS: Final = """
abstract and any as assert async await base begin bool boolean break byte case catch chan char class
const constructor continue debugger def default defer defined del delete do double elif else elsif end
ensure enum except export extends extern false final finally float for foreach from fun func function
global go goto guard if impl implements import in include init inline instanceof int interface internal
is lambda let lock long loop match mod module mut namespace new nil none nonlocal not null object
operator or package pass priv private protected pub public raise range readonly record ref rescue return
self short signed sizeof static string struct super switch synchronized the then this throw throws trait
true try type typedef typeof union unless unsafe unsigned until use using val var virtual void volatile
when where while with yield
"""
_EVERYWHERE: Final = """
abs add all append apply array assign bind bytes call callable catch chr clear clone close concat
contains copy count date dict dir each echo empty endswith entries enumerate equals error every exists
exit extend fill filter flat flush format get getattr hasattr hashcode indexof info insert isinstance
issubclass items iter join keys len length list log lower main make map max min next now number open ord
panic pop print printf println promise push put reduce repeat replace require reverse round select
setattr shift size slice some sort sorted splice split sprintf startswith str strip substr substring sum
tolowercase tostring touppercase trim tuple unwrap upper value values vars vec zip
"""
_COMMON: Final = frozenset((_KEYWORDS + _EVERYWHERE).split())
"""Words of the languages and of what comes with them: no definition is worth a look."""


def family_of(label: str) -> str:
    """Languages of one family call each other's functions."""
    return _FAMILIES.get(label, label)


def called(text: str, label: str) -> Iterator[str]:
    """What a text calls, decorates with or renders, in order, with repetitions."""
    if label in LOOSE:
        yield from filter(worthwhile, _WORD.findall(text))
    else:
        yield from (name for match in _CALL.finditer(text) if worthwhile(name := match[match.lastindex or 1]))


def referred(text: str, known: frozenset[str]) -> Iterator[str]:
    """Words of a text that are known, or the members of those: functions may be handed over uncalled."""
    found = (match[2] or match[1] for match in _REFERENCE.finditer(text) if match[1] in known)
    return filter(worthwhile, found)


def worthwhile(name: str) -> bool:
    """Whether a name says what it means."""
    return SHORTEST <= len(name) <= LONGEST and name.lower() not in _COMMON and not name.startswith("__")


def imported(lines: Iterable[str]) -> frozenset[str]:
    """The words of the imports of a file: modules as well as names."""
    found: set[str] = set()
    inside = False
    for line in _first(lines):
        if inside or _IMPORT.match(line):
            found.update(_WORD.findall(line))
            opened, closed = max(map(line.rfind, "({")), max(map(line.rfind, ")}"))
            inside = opened > closed or (inside and closed < 0)
    return frozenset(found)


def is_import(line: str) -> bool:
    """Whether a line begins an import."""
    return bool(_IMPORT.match(line[:_IMPORT_WIDTH]))


def is_comment(line: str) -> bool:
    """Whether nothing but a comment stands in a line."""
    return line.lstrip().startswith(_COMMENT)


def _first(lines: Iterable[str]) -> Iterator[str]:
    return (line[:_IMPORT_WIDTH] for line, _ in zip(lines, range(_IMPORT_LINES), strict=False))
