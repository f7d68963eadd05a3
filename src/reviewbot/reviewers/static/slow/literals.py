"""Regular expressions as they stand in a program."""

import re
from collections.abc import Iterator
from typing import Final

_LITERAL: Final = re.compile(
    r"(?P<prefix>\b[a-zA-Z]{1,2})?(?P<quote>\"\"\"|'''|[\"'`])(?P<text>(?:\\.|(?!(?P=quote)).){1,1000})(?P=quote)"
    r"|(?:^|[(,=:;!&|?{}\[>]|\breturn)\s{0,20}/(?P<between>(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n]){1,1000})/(?=[a-z]{0,7}\b|\W|$)",
    re.DOTALL,
)
_TWICE: Final = re.compile(r"\\(.)", re.DOTALL)
_KEPT: Final = frozenset("\\\"'`/")


def patterns_of(text: str) -> Iterator[str]:
    """The patterns in a piece of code: strings, and what stands between slashes."""
    for found in _LITERAL.finditer(text):
        if found["between"]:
            yield found["between"]
        elif "r" in (found["prefix"] or "").lower():
            yield found["text"]
        else:
            yield _unescaped(found["text"])


def _unescaped(text: str) -> str:
    r"""A string's text: `\\w` is `\w`, and what is no escape of a string stays, as Python keeps `\w`."""
    return _TWICE.sub(lambda found: found[1] if found[1] in _KEPT else found[0], text)
