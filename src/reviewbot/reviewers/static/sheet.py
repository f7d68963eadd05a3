"""A passage as the rules for lines read it: no comments, and lines that are one to their reader as one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Final

from reviewbot.reviewers.static.blocks import PAGES, Place, places

LONGEST_LINE: Final = 2_000
"""Characters of a line that is read by regular expressions; a longer one is no code."""
_MOST: Final = 40
"""Lines that are put together at most."""
_FEW: Final = 24
"""Lines that are searched when they are asked for, without keeping what was found."""

_BRACES: Final = frozenset({"c", "cpp", "hcl", "sql"})
"""Languages with comments of several lines."""
_SLASHES = r"//|/\*.*\*/\s*$|/?\*+\s"
_COMMENTS: Final = {
    **dict.fromkeys(("bash", "dockerfile", "toml", "yaml"), "#"),
    **dict.fromkeys(("c", "cpp"), _SLASHES),
    "ini": "[#;]",
    "hcl": r"#|//|/\*",
    "sql": r"--|/\*.*\*/\s*$",
    "jsp": r"<%--|<!--.*-->\s*$",
    "razor": r"@\*|//|<!--.*-->\s*$",
    **dict.fromkeys(("jinja", "twig"), r"(?:\{#.*#\}|<!--.*-->)\s*$"),
    **dict.fromkeys(("ejs", "html", "svelte", "vue"), r"(?:\{#.*#\}|<!--.*-->|//.*)\s*$"),
}
"""How a line begins that is a comment. One behind code is left: it takes more to tell it from a string."""

_BEHIND: Final = re.compile(r"(?<!\S)#\s.*$")
"""A comment behind code, where it is told from a string in most cases."""
_BACKSLASH: Final = re.compile(r"\\(\s*)$")
_CLAUSE = re.compile(r"\s*(?:\}?\s*else\s+)?(?:if|for|while)\s*\(")
_TAG = re.compile(r"<[a-zA-Z][^<>]{0,2000}")


def _clause(line: str) -> bool:
    return line.endswith((",", "(", "|", "&", "+", "else")) or (
        line.endswith(")") and bool(_CLAUSE.match(line))
    )


_GOES_ON: Final[Mapping[str, Callable[[str], bool]]] = {
    "bash": lambda line: line.endswith(("\\", "|", "&&")),
    "c": _clause,
    "cpp": _clause,
    "dockerfile": lambda line: line.endswith("\\"),
    "sql": lambda line: line != "" and not line.endswith(";"),
    "yaml": lambda line: line.endswith("\\"),
}
"""Whether a line goes on in the next. In pages it is a tag that does."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that are one to their reader, as a command behind a backslash; `at` is the first of them."""

    at: int
    count: int
    text: str


@dataclass(frozen=True)
class Sheet:
    """What there is to search, and where each line stands. All is worked out once, when it is asked."""

    language: str
    given: Sequence[str]
    _found: dict[re.Pattern[str], list[int]] = field(default_factory=dict, repr=False)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines, without the text of those that are too long."""
        return tuple(line if len(line) <= LONGEST_LINE else "" for line in self.given)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where each line stands."""
        return places(self.language, self.lines)

    def holding(self, words: Iterable[str]) -> list[Unit]:
        """The units with one of some words, in capital or small letters, in order."""
        text, starts = self._small
        found: set[int] = set()
        for word in map(str.lower, words):
            at = text.find(word)
            while at >= 0:
                line = bisect_right(starts, at) - 1
                found.add(self._groups.get(line, (line, line))[0])
                at = text.find(word, starts[line + 1])
        return [self._unit(line) for line in sorted(found - self._comments)]

    def units(self, first: int = 0, last: int | None = None) -> Iterator[Unit]:
        """The units that are not comments, in order: all, or those with a line between two."""
        at = max(first, 0)
        while at < len(self.lines) and (last is None or at <= last):
            if at not in self._comments:
                yield self._unit(at)
            at = self._groups.get(at, (at, at))[1] + 1

    def reaching(self, unit: Unit, lines: int) -> str:
        """The text of a unit and of the units after it, up to some lines on; comments become blanks."""
        parts, at = [unit.text], unit.at + unit.count
        while at < min(unit.at + lines + 1, len(self.lines)):
            later = self._unit(at)
            parts.append(later.text)
            at += later.count
        return "\n".join(parts)

    def has(self, pattern: re.Pattern[str], first: int, last: int) -> bool:
        """Whether an expression matches in a unit that begins between two lines, both included."""
        if last - first <= _FEW:
            return any(
                first <= unit.at <= last and pattern.search(unit.text) for unit in self.units(first, last)
            )
        found = self._lines_with(pattern)
        at = bisect_left(found, first)
        return at < len(found) and found[at] <= last

    def _lines_with(self, pattern: re.Pattern[str]) -> list[int]:
        """The first lines of all units that match; each expression is searched once, however often asked."""
        if pattern not in self._found:
            self._found[pattern] = [unit.at for unit in self.units() if pattern.search(unit.text)]
        return self._found[pattern]

    def line_of(self, unit: Unit, offset: int) -> int:
        """The line that a place in a unit's text is on."""
        at = unit.at
        while offset > len(self.lines[at]) and at + 1 < len(self.lines):
            offset -= len(self.lines[at]) + 1
            at += 1
        return at

    def _unit(self, line: int) -> Unit:
        first, last = self._groups.get(line, (line, line))
        text = " ".join(map(self._piece, range(first, last + 1)))
        return Unit(first, last + 1 - first, text)

    def _piece(self, line: int) -> str:
        text = self.lines[line]
        if line in self._comments:
            return " " * len(text)
        if self.language == "yaml" and "#" in text:
            text = _BEHIND.sub("", text).ljust(len(text))
        return _BACKSLASH.sub(r" \1", text) if line in self._groups else text

    @cached_property
    def _text(self) -> tuple[str, list[int]]:
        """All lines, and where each begins."""
        return "\n".join(self.lines), list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    @cached_property
    def _small(self) -> tuple[str, list[int]]:
        """The same in small letters, which are more than one for a few capitals."""
        text, starts = self._text
        small = text.lower()
        if len(small) == len(text):
            return small, starts
        return small, list(accumulate((len(line.lower()) + 1 for line in self.lines), initial=0))

    @cached_property
    def _comments(self) -> frozenset[int]:
        told = _COMMENTS.get(self.language)
        if told is None:
            return frozenset()
        comment = re.compile(rf"\s*(?:{told})")
        alone = {at for at, line in enumerate(self.lines) if comment.match(line)}
        return (
            frozenset(alone.union(*self._long_comments())) if self.language in _BRACES else frozenset(alone)
        )

    def _long_comments(self) -> Iterator[range]:
        """The lines inside of comments from /* to */; what stands before or after those is code."""
        text, starts = self._text
        begin = text.find("/*")
        while begin >= 0 and (end := text.find("*/", begin + 2)) >= 0:
            if text[begin - 1 : begin] not in ('"', "'"):
                yield range(bisect_right(starts, begin), bisect_right(starts, end) - 1)
                begin = text.find("/*", end)
            else:
                begin = text.find("/*", begin + 2)

    @cached_property
    def _groups(self) -> Mapping[int, tuple[int, int]]:
        """First and last line of the unit, for lines that are not one by themselves."""
        return {line: unit for unit in self._several() for line in range(unit[0], unit[1] + 1)}

    def _several(self) -> Iterator[tuple[int, int]]:
        """First and last line of each unit of several lines."""
        first, last, size = 0, -1, 0
        for line in self._open():
            full = line - first >= _MOST or size > LONGEST_LINE
            if line != last or full:
                if last >= 0:
                    yield first, line - 1 if line == last else last
                first, size = line, 0
            last = line + 1
            size += len(self.lines[line]) + 1
        if last >= 0:
            yield first, last

    def _open(self) -> Iterator[int]:
        """The lines that go on in the next, ascending; a comment in between belongs to them."""
        goes_on = _GOES_ON.get(self.language)
        if goes_on is None:
            yield from self._tagged() if self.language in PAGES else ()
            return
        before = False
        for line, text in enumerate(self.lines[:-1]):
            before = before if line in self._comments else goes_on(text.rstrip())
            if before:
                yield line

    def _tagged(self) -> list[int]:
        text, starts = self._text
        open_lines: set[int] = set()
        for tag in _TAG.finditer(text):
            if "\n" in tag[0]:
                first = bisect_right(starts, tag.start()) - 1
                open_lines.update(range(first, min(first + tag[0].count("\n"), len(self.lines) - 1)))
        return sorted(open_lines)
