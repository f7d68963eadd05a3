"""PHP in a page of HTML: the grammar reads code alone, and takes markup for broken code."""

import re
from typing import Final

_OPENS: Final = re.compile(r"<\?(?:php(?=\s|\Z)|=)", re.IGNORECASE)
# What is left open goes to the end, so that no text is looked through twice.
_SKIPS: Final = re.compile(
    r"'(?:[^'\\]|\\.)*+(?:'|\Z)"
    r'|"(?:[^"\\]|\\.)*+(?:"|\Z)'
    r"|/\*.*?(?:\*/|\Z)"
    r"|(?://|#(?!\[))(?:(?!\?>)[^\n])*+"
    r"|<<<[ \t]*(['\"]?)(\w+)\1\r?\n(?:.*?\n)??[ \t]*+(?:\2\b|\Z)"
    r"|<<<[ \t]*['\"]?\w+.*\Z"
    r"|\?>\n?",
    re.DOTALL,
)
_UNSEEN: Final = re.compile(r"[^\n]+")
_MARKUP: Final = re.compile(r"\s*<(?:[a-zA-Z]|!(?:--|doctype))", re.IGNORECASE)


def code_of(text: str, *, whole: bool = False) -> str:
    """The text without what is outside of `<?php ... ?>`, on the same lines.

    Without a mark all is code, as in a part of a file; a `whole` file that begins with a tag is markup alone.
    """
    found = _OPENS.search(text)
    if found is None:
        return _blank(text) if whole and _MARKUP.match(text) else text
    made = [_blank(text[: found.start()])]
    while found is not None:
        code, at = _code(text, found.end())
        made.append(f"{_OPENING[found[0] == '<?=']}{code}")
        found = _OPENS.search(text, at)
        made.append(_blank(text[at : found.start() if found else len(text)]))
    return "".join(made)


_OPENING: Final = ("", "echo ")


def _code(text: str, start: int) -> tuple[str, int]:
    """The code from a place on, closed, and where it ends."""
    at = remark = start
    while (found := _SKIPS.search(text, at)) is not None:
        if found[0].startswith("?>"):
            end = remark if remark != start and at == found.start() else found.start()
            return _closed(text[start:end]) + found[0][2:], found.end()
        at = found.end()
        remark = found.start() if found[0].startswith(("//", "#")) else start
    return text[start:], len(text)


def _closed(code: str) -> str:
    """A statement ends where the code does, unless it just ended or a block begins."""
    last = code.rstrip()[-1:]
    return code if last in {"", ";", "{", "}", ":"} else f"{code};"


def _blank(text: str) -> str:
    return _UNSEEN.sub("", text)
