"""Dotted names by pattern: `*` stands for any text, `{a,b}` for one of several words.

`*.execute` is any method of that name, `subprocess.{run,call}` two functions of one module. Tables of them
are asked by the last word of a name, so that most names cost one look-up.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, Generic, TypeVar

Row = TypeVar("Row")

_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_ANY: Final = "*"
_MOST_ASKED: Final = 20_000


def spelled_out(pattern: str) -> Iterator[str]:
    """The pattern without braces: once for each choice."""
    found = _BRACES.search(pattern)
    if not found:
        yield pattern
        return
    for word in found[1].split(","):
        yield from spelled_out(f"{pattern[: found.start()]}{word.strip()}{pattern[found.end() :]}")


class Names(Generic[Row]):
    """Rows under patterns of names, found by a name."""

    def __init__(self, rows: Iterable[tuple[str, Row]]) -> None:
        self._by_word: dict[str, list[tuple[str, Row]]] = {}
        self._asked: dict[str, list[Row]] = {}
        for pattern, row in rows:
            for name in spelled_out(pattern):
                word = name.rpartition(".")[2]
                self._by_word.setdefault(_ANY if _ANY in word else word, []).append((name, row))

    def of(self, name: str) -> list[Row]:
        """The rows of all patterns that the name matches, in the order in which they were given."""
        found = self._asked.get(name)
        if found is None:
            found = self._find(name)
            if len(self._asked) < _MOST_ASKED:
                self._asked[name] = found
        return found

    def _find(self, name: str) -> list[Row]:
        rows = self._by_word.get(name.rpartition(".")[2], ())
        wild = self._by_word.get(_ANY, ())
        return [row for pattern, row in (*rows, *wild) if _matches(pattern, name)]

    def rows(self) -> Iterator[tuple[str, Row]]:
        """All patterns without braces, with their rows."""
        for rows in self._by_word.values():
            yield from rows

    def words(self) -> frozenset[str]:
        """The last words of all patterns that have a certain one."""
        return frozenset(word.rpartition(":")[2] for word in self._by_word) - {_ANY}


def _matches(pattern: str, name: str) -> bool:
    """Whether a name matches a pattern without braces."""
    first, *rest = pattern.split(_ANY)
    if not rest:
        return name == pattern
    if not rest[1:]:
        return len(name) >= len(pattern) - 1 and name.startswith(first) and name.endswith(rest[0])
    return _compiled(pattern).fullmatch(name) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*", ".*"), re.DOTALL)
