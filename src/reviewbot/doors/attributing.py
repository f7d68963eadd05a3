"""Whether a change of `.gitattributes` lets sweeps leave out more than they did.

A line may do so that comes, and one that goes: `src/a.py -linguist-generated` is what keeps a wider mark off.
"""

from collections.abc import Iterable, Iterator, Sequence
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
        macros = [words for line in lines if (words := _words(line)) and words[0].startswith(_MACRO)]
        marks, last = cls(), None
        while marks != last:
            marks, last = marks._and_those_of(macros), marks
        return marks

    def hides(self, line: str) -> bool:
        """Whether files are left out where this line holds."""
        return self._do(_words(line)[1:], self.hiding, self.showing)

    def shows(self, line: str) -> bool:
        """Whether files are read where this line holds, whatever those above it say."""
        return self._do(_words(line)[1:], self.showing, self.hiding)

    def _and_those_of(self, macros: Sequence[Sequence[str]]) -> "Marks":
        names = [(name.removeprefix(_MACRO), rest) for name, *rest in macros]
        hiding = (name for name, rest in names if self._do(rest, self.hiding, self.showing))
        showing = (name for name, rest in names if self._do(rest, self.showing, self.hiding))
        return Marks(self.hiding | set(hiding), self.showing | set(showing))

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
