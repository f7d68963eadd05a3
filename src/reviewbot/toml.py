"""TOML that somebody else wrote, in time that grows with its length and no faster."""

import re
import tomllib
from typing import Any, Final

LARGEST: Final = 1_000_000
"""Characters. No settings of people have as many."""
_DEEPEST: Final = 16

_PART: Final = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_DOT: Final = rf"[ \t]*+\.[ \t]*+{_PART}"
# Comments and texts of several lines, then what has parts: so many dots are only in a key. Nothing is read
# behind a quote without an end.
_TOKEN: Final = re.compile(
    rf"""
    \#[^\n]*+
    | "{{3}} (?: [^"\\]++ | \\(?s:.)?+ | "{{1,2}}+(?!") )*+ "{{0,5}}+
    | '{{3}} (?: [^']++ | '{{1,2}}+(?!') )*+ '{{0,5}}+
    | (?P<deep> {_PART} (?:{_DOT}){{{_DEEPEST}}} )
    | {_PART} (?:{_DOT})*+
    | ["'] [^\n]*+
    """,
    re.VERBOSE,
)


def read_toml(text: str, largest: int = LARGEST) -> dict[str, Any]:
    """The tables of a text.

    Raises:
        ValueError: it is no TOML, too long, or has more parts in a key or deeper nesting than people write.
    """
    if len(text) > largest:
        raise ValueError(f"it has {len(text):,} characters, and {largest:,} are the most that are read")
    # Python's reader looks at every prefix of a key, which for one of 40 kB takes it 12 seconds.
    if deep := next((token for token in _TOKEN.finditer(text) if token["deep"]), None):
        line = text.count("\n", 0, deep.start()) + 1
        raise ValueError(f"line {line} has a key of more than {_DEEPEST} parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
