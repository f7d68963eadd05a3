"""Whether a change of `.gitattributes` lets sweeps leave out more than they did.

A line may do so that comes, and one that goes: `src/a.py -linguist-generated` is what keeps a wider mark off.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

FILE: Final = ".gitattributes"
_MARKS: Final = frozenset({"linguist-generated", "linguist-vendored"})
_MACRO: Final = "[attr]"
_ON: Final = frozenset({"set", "true"})


def is_attributes(path: str) -> bool:
    """Whether git reads attributes from there."""
    return path.rpartition("/")[2] == FILE


@dataclass(frozen=True, slots=True)
class Marks:
    """Attributes that hide files from sweeps, and those that show them again: two, and macros of them."""

    hiding: frozenset[str] = _MARKS
    showing: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Marks":
        """With the macros that stand in these lines, also those that are made of others."""
        uses: dict[str, list[tuple[str, bool]]] = {}
        for words in map(_words, lines):
            if words and words[0].startswith(_MACRO):
                for name, is_on in _states(words[1:]):
                    uses.setdefault(name, []).append((words[0].removeprefix(_MACRO), is_on))
        pending = [(mark, True) for mark in _MARKS]
        found = set(pending)
        while pending:
            name, hides = pending.pop()
            fresh = {(macro, hides is is_on) for macro, is_on in uses.get(name, ())} - found
            found |= fresh
            pending += fresh
        return cls(
            frozenset(name for name, hides in found if hides),
            frozenset(name for name, hides in found if not hides),
        )

    def hides(self, line: str) -> bool:
        """Whether files are left out where this line holds."""
        return self._do(_words(line)[1:], self.hiding, self.showing)

    def shows(self, line: str) -> bool:
        """Whether files are read where this line holds, whatever those above it say."""
        return self._do(_words(line)[1:], self.showing, self.hiding)

    def _do(self, words: Iterable[str], by_being_on: frozenset[str], by_being_off: frozenset[str]) -> bool:
        return any(name in (by_being_on if is_on else by_being_off) for name, is_on in _states(words))


def _words(line: str) -> list[str]:
    """The pattern, or `[attr]` with a name, and what is said of it; none of a comment."""
    words = line.lstrip("\ufeff").split()
    return [] if words and words[0].startswith("#") else words


def _states(words: Iterable[str]) -> Iterator[tuple[str, bool]]:
    for word in words:
        name, given, value = word.partition("=")
        yield name.lstrip("-!"), word[0] not in "-!" and (not given or value in _ON)
