"""Regular expressions of patterns, written so that they compile in half the time.

ast-grep compiles the rules that it is given for each file anew, and that takes longer than to search most
files. Most of it goes into Unicode's tables of letters, digits, blanks and small letters:
https://docs.rs/regex/latest/regex/#unicode-can-impact-memory-usage-and-search-speed
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

_CLASSES: Final = {"w": "0-9A-Z_a-z", "d": "0-9", "s": r"\x09-\x0D\x20"}
"""What the classes hold here: nothing that is beyond ASCII, so a name like `année` is no word as a whole."""
_ANYTHING: Final = re.compile(r"\[\\s\\S\]|\[\\S\\s\]")
_PARTS: Final = re.compile(r"\\.|\[\^?\]?|\]|[^\\\[\]]+", re.DOTALL)
_OF_LETTERS: Final = re.compile(r"\[\^|\\[DPSWp]|\.$")
"""Parts that match a letter beyond ASCII, of which nothing may be taken byte by byte."""


def lighter(node: Any) -> Any:  # noqa: ANN401 - what YAML holds
    """A rule in ast-grep's form, with all of its regular expressions in their lighter form."""
    if isinstance(node, Mapping):
        return {key: quick(value) if key == "regex" else lighter(value) for key, value in node.items()}
    if isinstance(node, Sequence) and not isinstance(node, str):
        return [lighter(item) for item in node]
    return node


def quick(pattern: str) -> str:
    """A regular expression of Rust that finds the same in ASCII, without Unicode's tables."""
    parts = list(_parts(_ANYTHING.sub("(?s:.)", pattern)))
    of_bytes = not any(_OF_LETTERS.match(part) for part, inside in parts if not (inside and part == "."))
    if of_bytes and pattern.isascii():
        return f"(?-u:{pattern})"
    return "".join(_class(part, inside=inside) if part[0] == "\\" else part for part, inside in parts)


def _parts(pattern: str) -> Iterator[tuple[str, bool]]:
    """Escapes, brackets and what is between them, and whether it is inside of a class."""
    depth = 0
    for part in _PARTS.findall(pattern):
        if depth or part[0] in "\\[":
            yield part, depth > 0
        else:
            yield from ((one, False) for one in re.findall(r"\.|[^.]+", part))
        depth += (part[0] == "[") - (part == "]" and depth > 0)


def _class(escaped: str, *, inside: bool) -> str:
    if escaped == r"\b" and not inside:
        return r"(?-u:\b)"
    held = _CLASSES.get(escaped[1])
    if held is None:
        return escaped
    return held if inside else f"[{held}]"
