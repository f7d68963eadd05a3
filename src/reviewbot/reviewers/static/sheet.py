"""A passage as the rules for lines read it: without comments, with lines put together that are one to their reader."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Final

from reviewbot.reviewers.static.blocks import PAGES, Place, places

LONGEST_LINE: Final = 2_000
"""Characters of a line that is read by regular expressions; a longer one is no code."""
_MOST: Final = 40
"""Lines that are put together at most."""

_HASH = re.compile(r"\s*#")
_SLASHES = re.compile(r"\s*(?://|/\*.*\*/\s*$|/?\*+\s)")
_COMMENTS: Final = {
    **dict.fromkeys(("bash", "dockerfile", "toml", "yaml"), _HASH),
    **dict.fromkeys(("c", "cpp"), _SLASHES),
    "ini": re.compile(r"\s*[#;]"),
    "hcl": re.compile(r"\s*(?:#|//|/\*)"),
    "sql": re.compile(r"\s*(?:--|/\*.*\*/\s*$)"),
    "jsp": re.compile(r"\s*(?:<%--|<!--.*-->\s*$)"),
    "razor": re.compile(r"\s*(?:@\*|//|<!--.*-->\s*$)"),
    **dict.fromkeys(("jinja", "twig"), re.compile(r"\s*(?:\{#.*#\}|<!--.*-->)\s*$")),
    **dict.fromkeys(("ejs", "html", "svelte", "vue"), re.compile(r"\s*(?:\{#.*#\}|<!--.*-->|//.*)\s*$")),
}
"""Lines of nothing but a comment. One behind code is left: it takes more than this to tell it from a string."""

_BACKSLASH: Final = re.compile(r"\\(\s*)$")
_OPERATOR = re.compile(r"(?:\\|\||&&)\s*$")
_STATEMENT = re.compile(r"[^;\s]\s*$")
_CLAUSE = re.compile(r"[,(|&+]\s*$|^\s*(?:\}?\s*else\s+)?(?:if|for|while)\s*\(.*\)\s*$|\belse\s*$")
_TAG = re.compile(r"<[a-zA-Z][^<>]*$")
_IN_TAG = re.compile(r"^[^<>]*$|<[a-zA-Z][^<>]*$")
_OPEN: Final = {
    "bash": (_OPERATOR, _OPERATOR),
    **dict.fromkeys(("c", "cpp"), (_CLAUSE, _CLAUSE)),
    "sql": (_STATEMENT, _STATEMENT),
    **dict.fromkeys(("dockerfile", "yaml"), (_BACKSLASH, _BACKSLASH)),
    **dict.fromkeys(PAGES, (_TAG, _IN_TAG)),
}
"""What a line that goes on in the next looks like: the first one, and those after it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that are one to their reader, as a command behind a backslash; `at` is the first of them."""

    at: int
    text: str
    count: int = 1


@dataclass(frozen=True)
class Sheet:
    """What there is to search, and where each line stands."""

    language: str
    lines: Sequence[str]
    _found: dict[re.Pattern[str], list[int]] = field(default_factory=dict, repr=False)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All that is not a comment, in order."""
        return tuple(self._units())

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where each line stands."""
        return places(self.language, [line if len(line) <= LONGEST_LINE else "" for line in self.lines])

    @cached_property
    def _text(self) -> tuple[str, list[int]]:
        """All units in small letters, and where each begins."""
        small = [unit.text.lower() for unit in self.units]
        return "\n".join(small), list(accumulate((len(text) + 1 for text in small), initial=0))

    def holding(self, words: Iterable[str]) -> list[int]:
        """The indices of the units with one of some words, in capital or small letters."""
        text, starts = self._text
        found: set[int] = set()
        for word in map(str.lower, words):
            at = text.find(word)
            while at >= 0:
                unit = bisect_right(starts, at) - 1
                found.add(unit)
                at = text.find(word, starts[unit + 1])
        return sorted(found)

    def reaching(self, unit: int, lines: int) -> str:
        """The text of a unit and of the units after it, up to some lines on; comments become blanks."""
        first = self.units[unit]
        parts = [first.text]
        at = first.at + first.count
        for later in self.units[unit + 1 : unit + 1 + lines]:
            if later.at > first.at + lines:
                break
            parts += [" " * self._size(line) for line in range(at, later.at)]
            parts.append(later.text)
            at = later.at + later.count
        return "\n".join(parts)

    def lines_with(self, pattern: re.Pattern[str]) -> list[int]:
        """The lines that a pattern matches somewhere in, ascending; each pattern is searched once."""
        if pattern not in self._found:
            self._found[pattern] = [unit.at for unit in self.units if pattern.search(unit.text)]
        return self._found[pattern]

    def line_of(self, unit: Unit, offset: int) -> int:
        """The line that a place in a unit's text is on."""
        at = unit.at
        while offset > self._size(at) and at + 1 < len(self.lines):
            offset -= self._size(at) + 1
            at += 1
        return at

    def _size(self, line: int) -> int:
        return min(len(self.lines[line]), LONGEST_LINE)

    def _units(self) -> Iterator[Unit]:
        kept: list[str] = []
        size = 0
        for at, line in enumerate(self.lines):
            text, goes_on = self._read(line, first=not kept)
            kept.append(text)
            size += len(text) + 1
            if not goes_on or len(kept) >= _MOST or size > LONGEST_LINE:
                yield from _joined(at + 1 - len(kept), kept)
                kept, size = [], 0
        yield from _joined(len(self.lines) - len(kept), kept)

    def _read(self, line: str, *, first: bool) -> tuple[str, bool]:
        """What there is to search in a line, and whether the next one belongs to it."""
        comment = _COMMENTS.get(self.language)
        if len(line) > LONGEST_LINE or (comment and comment.match(line)):
            return " " * min(len(line), LONGEST_LINE), not first
        more = _OPEN.get(self.language)
        if more is None or not more[not first].search(line):
            return line, False
        return _BACKSLASH.sub(r" \1", line), True


def _joined(at: int, kept: Sequence[str]) -> Iterator[Unit]:
    if any(map(str.strip, kept)):
        yield Unit(at, " ".join(kept), len(kept))
