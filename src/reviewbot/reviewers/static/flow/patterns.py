"""Dotted names by pattern: `*` stands for any text, `{a,b}` for one of several words.

`*.execute` is any method of that name, `subprocess.{run,call}` two functions of one module. Tables of them
are asked by the last word of a name, so that most names cost one look-up.
"""

import re
from collections.abc import Iterable, Iterator
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
        self._by_word: dict[str, list[tuple[re.Pattern[str] | None, Row]]] = {}
        self._asked: dict[str, list[Row]] = {}
        for pattern, row in rows:
            for name in spelled_out(pattern):
                self._add(name, row)

    def _add(self, name: str, row: Row) -> None:
        word = name.rpartition(".")[2]
        simple = name == f"*.{word}" and _ANY not in word
        matcher = None if simple else re.compile(re.escape(name).replace(r"\*", ".*"), re.DOTALL)
        self._by_word.setdefault(_ANY if _ANY in word else word, []).append((matcher, row))

    def of(self, name: str) -> list[Row]:
        """The rows of all patterns that the name matches, in the order in which they were given."""
        found = self._asked.get(name)
        if found is None:
            found = self._find(name)
            if len(self._asked) < _MOST_ASKED:
                self._asked[name] = found
        return found

    def _find(self, name: str) -> list[Row]:
        word = name.rpartition(".")[2]
        rows = self._by_word.get(word, ())
        wild = self._by_word.get(_ANY, ())
        if not rows and not wild:
            return []
        return [
            row
            for matcher, row in (*rows, *wild)
            if (matcher.fullmatch(name) if matcher else len(name) > len(word))
        ]

    def words(self) -> frozenset[str]:
        """The last words of all patterns that have a certain one."""
        return frozenset(word.rpartition(":")[2] for word in self._by_word) - {_ANY}
