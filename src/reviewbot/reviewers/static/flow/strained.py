r"""What a replacement takes out of a text: `re.sub(r"[^\w-]", "", name)`, `text.replaceAll("[\n]", "")`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reviewbot.reviewers.static.flow.arguments import Given
from reviewbot.reviewers.static.flow.values import EVERYTHING, Value

_NOTHING: Final[frozenset[str]] = frozenset()
_REPLACES: Final = frozenset(
    """
    replace replaceAll replace_all gsub gsub! sub Replace ReplaceAll ReplaceAllString ReplaceAllLiteralString
    preg_replace str_replace tr delete
    """.split()  # noqa: SIM905 - a list of words
)
_ONCE: Final = frozenset({"sub", "replace"})
"""Those that replace but the first in some language: Ruby's `sub`, JavaScript's `replace`."""
_ALL_BUT: Final = re.compile(
    r"([/#~]?)\(?\[\^((?:\\.|[^\]\\])+)\]\)?[+*]?\1([a-zA-Z]*)|(\^[\w\\-]+)", re.DOTALL
)
_BREAKS: Final = re.compile(r"[\r\n]|\\[rnRvs]|\\p\{C|(?i:\[:?cntrl)|\\x0|\\u000")
_PLAIN: Final = re.compile(r"\\[wdAZz_.-]|\\p\{(?:L|N|Lu|Ll|Nd|Alnum|Alpha|Digit)\}|\w-\w|\w|-")
"""Parts of a class of characters that are letters and digits, and do no harm anywhere."""
_RANGE: Final = re.compile(r"\w-\w")
_NEEDED: Final = (
    ("log", re.compile(r"\s|\\[snr]")),
    ("header", re.compile(r"\s|\\[snr]")),
    ("html", re.compile(r"[<>\"'&]|\\p|\\S")),
    ("sql", re.compile(r"[\s\"'`;()=,]|\\[pSs]")),
    ("command", re.compile(r"[\s\"'`;|&$<>()]|\\[pSs]")),
    ("code", re.compile(r"[\s\"'`;()\[\]]|\\[pSs]")),
    ("path", re.compile(r"[/\\](?![wd.-])|\\[pS]")),
)
"""By kind of harm: what it takes of characters to do it."""


def strained(name: str, given: Sequence[Given], receiver: Value | None) -> frozenset[str]:
    """The kinds of harm that a replacement leaves no characters for; none if a call is something else."""
    word = name.rpartition(".")[2]
    if word not in _REPLACES:
        return _NOTHING
    texts = list(_constants(given, receiver))
    breaks = sum(1 for text in texts if _BREAKS.search(text))
    for text in texts:
        if found := _ALL_BUT.fullmatch(text):
            is_once = word in _ONCE and name != "re.sub" and "g" not in found[3]
            return _NOTHING if is_once and (found[1] or word == "sub") else _left(found[2] or found[4])
        if _BREAKS.search(text) and "[^" not in text and breaks == 1:  # and not put in again
            return frozenset({"log", "header"})
    return _NOTHING


def _constants(given: Sequence[Given], receiver: Value | None) -> Iterator[str]:
    for value in (*([receiver] if receiver is not None else []), *(item.value for item in given)):
        for part in (value, *(value.fields or {}).values()):
            if part.is_constant and part.shape:
                yield part.shape


def _left(kept: str) -> frozenset[str]:
    """What the characters that are kept can do no harm of."""
    special = _PLAIN.sub("", kept.removeprefix("^"))
    if not special.strip("_"):
        return frozenset((EVERYTHING,))
    dash = frozenset[str]() if "-" in _RANGE.sub("", kept) else frozenset({"argument"})
    return dash.union(kind for kind, needed in _NEEDED if not needed.search(special))
