"""Whether a line that somebody quotes stands in the code that was shown, as code and not as a comment."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reviewbot.findings import normalise

_SHORTEST_PART = 10
"""Characters. A quote that is only a part of a line must be this long, or `x` would stand everywhere."""

_SHOWN = re.compile(r"(?:(\d+)[+ ]|([->]) ?)(.*)", re.DOTALL)
_WHERE = re.compile(r"\S.*:\d+(?: .*)?")
_MARKED = re.compile(r"^(?:\s*\d+[ +]|[->](?=\s))")
# Without knowing the language: what is taken for a comment by mistake guards nothing, which errs to the side
# of reporting. `#[` opens an attribute in Rust and PHP.
_COMMENT = re.compile(r"#(?!\[)|//|/\*|\*(?=[\s/]|$)|--(?=\s|$)|<!--|;|%|\"\"\"|'''|rem\s", re.IGNORECASE)
_TEXT_MARKS = ('"""', "'''")


class Line(NamedTuple):
    """A line of code as it was shown, white space normalised.

    `number` is 0 for other code of the repository and for removed lines.
    """

    number: int
    removed: bool
    code: str


def code_lines(text: str) -> list[Line]:
    """The lines of a chunk's text that are code.

    Comments and texts of several lines are recognised as far as the lines that are shown tell.
    """
    shown = [found for line in text.split("\n")[1:] if (found := _SHOWN.fullmatch(line))]
    removed = [found[3] for found in shown if found[2] == "-"]
    related = [found[3] for found in shown if found[2] == ">" and not _WHERE.fullmatch(found[3])]
    there = [(int(found[1]), found[3]) for found in shown if found[1]]
    return [
        *(Line(0, removed=False, code=code) for _, code in _uncommented((0, code) for code in related)),
        *(Line(0, removed=True, code=code) for _, code in _uncommented((0, code) for code in removed)),
        *(Line(number, removed=False, code=code) for number, code in _uncommented(there)),
    ]


def standing(quote: str, lines: Sequence[Line]) -> list[Line]:
    """The lines that a quote names, empty unless each line of the quote stands somewhere.

    A model may copy the number and sign along.
    """
    named: list[Line] = []
    for part in filter(str.strip, quote.split("\n")):
        bare = normalise(_MARKED.sub("", part, count=1))
        found = _exact(normalise(part), lines) or _exact(bare, lines) or _containing(bare, lines)
        if not found:
            return []
        named += found
    return named


def _exact(part: str, lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if line.code == part]


def _containing(part: str, lines: Iterable[Line]) -> list[Line]:
    if len(part) < _SHORTEST_PART or _COMMENT.match(part):
        return []
    return [line for line in lines if part in line.code]


def _uncommented(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """What is left without blank lines, comments and texts of several lines."""
    until = ""
    for number, raw in lines:
        code = normalise(raw)
        if until:
            until = "" if until in code else until
            continue
        if code and not _COMMENT.match(code):
            yield number, code
        until = _left_open(code)


def _left_open(code: str) -> str:
    """The mark that ends what this line opens: a comment or a text that goes on; "" if nothing does."""
    if code.startswith(("/*", "<!--")):
        end = "*/" if code.startswith("/*") else "-->"
        return "" if end in code else end
    if _COMMENT.match(code) and not code.startswith(_TEXT_MARKS):
        return ""
    return next((mark for mark in _TEXT_MARKS if code.count(mark) % 2), "")
