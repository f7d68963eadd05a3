"""Definitions and uses of given names in many files, without parsing most of them.

Words tell where a name may be defined or used; only these places are then looked at through the grammar.
"""

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from reviewbot.chunks.languages import SYNTAXES
from reviewbot.chunks.outline import outline
from reviewbot.chunks.related_entry import Entry, definition_entry, use_entry
from reviewbot.chunks.related_lines import defined, uses
from reviewbot.chunks.related_source import Lines, Source
from reviewbot.chunks.related_words import is_comment, is_import
from reviewbot.chunks.scopes import Found, Scope, Scopes
from reviewbot.diff import split_lines

AMBIGUOUS: Final = 5
"""A name with more definitions tells nothing about which one is meant."""
_MOST_PLACES: Final = 12
"""Places that look like a definition; of a name with more, only the first are looked at."""
_FIRST_OF_MANY: Final = 3
_MOST_USES: Final = 6
_USES_OF_A_FILE: Final = 2
_MOST_PARSED: Final = 4_000_000
"""Characters: half a second."""

Key = tuple[str, str]
"""Family of languages and name."""


class _Place(NamedTuple):
    """A line of a source, counted from 0."""

    source: int
    line: int


class Index:
    """What is known of some names. Sources are given in order of preference, then asked for by name."""

    def __init__(self, names: Mapping[str, frozenset[str]], used: Mapping[str, frozenset[str]]) -> None:
        """Names by family: those whose definitions are wanted, and those whose uses are."""
        self._names = {
            family: names.get(family, frozenset()) | used.get(family, frozenset())
            for family in {*names, *used}
        }
        self._used = {family: sorted(words) for family, words in used.items()}
        self._sources: list[Source] = []
        self._seen: set[tuple[str, int]] = set()
        self._counts: Tally[Key] = Tally()
        self._defined: defaultdict[Key, list[_Place]] = defaultdict(list)
        self._uses: defaultdict[Key, list[_Place]] = defaultdict(list)
        self._entries: dict[tuple[Key, bool], list[Entry]] | None = None

    def add(self, source: Source) -> None:
        """Note where a source may define or use one of the names; a second time it says nothing new."""
        if (source.path, source.first) in self._seen:
            return
        self._seen.add((source.path, source.first))
        lines = Lines(source.text)
        taken = self._add_definitions(source, lines)
        self._add_uses(source, lines, taken)
        if lines.asked:
            self._sources.append(source)

    def _add_definitions(self, source: Source, lines: Lines) -> set[int]:
        """The lines that seem to define one of the names."""
        family, here, taken = source.family, len(self._sources), set[int]()
        names = self._names.get(family, frozenset())
        for name, offset in defined(source.text, family) if names else ():
            if name in names:
                taken.add(line := lines.at(offset))
                self._counts[family, name] += 1
                if self._counts[family, name] <= _MOST_PLACES:
                    self._defined[family, name].append(_Place(here, line))
        return taken

    def _add_uses(self, source: Source, lines: Lines, taken: set[int]) -> None:
        for name in self._used.get(source.family, ()):
            places = self._uses[source.family, name]
            if len(places) < _MOST_USES and self._counts[source.family, name] <= AMBIGUOUS:
                found = islice(_use_lines(source, name, lines, taken), _USES_OF_A_FILE)
                places += (_Place(len(self._sources), line) for line in found)

    def definitions(self, family: str, name: str) -> Sequence[Entry]:
        """The definitions of a name, those of earlier sources first; of too many, the first ones."""
        return self._found((family, name), used=False)

    def is_ambiguous(self, family: str, name: str) -> bool:
        """Whether there are so many definitions that only the circumstances tell which is meant."""
        return self._counts[family, name] > _MOST_PLACES or len(self.definitions(family, name)) > AMBIGUOUS

    def used(self, family: str, name: str) -> Sequence[Entry]:
        """Some of the places where a name is used; none if it has too many definitions."""
        return () if self.is_ambiguous(family, name) else self._found((family, name), used=True)

    def _found(self, key: Key, *, used: bool) -> Sequence[Entry]:
        if self._entries is None:
            self._entries = self._look()
        return self._entries.get((key, used), ())

    def _look(self) -> dict[tuple[Key, bool], list[Entry]]:
        """Parse what has to be, each source once."""
        wanted: defaultdict[int, list[tuple[int, Key, bool]]] = defaultdict(list)
        for used, places in ((False, self._defined), (True, self._uses)):
            for key, found in places.items():
                few = found if self._counts[key] <= _MOST_PLACES else found[:_FIRST_OF_MANY]
                for place in few:
                    wanted[place.source].append((place.line, key, used))
        parsed, answers = 0, defaultdict[tuple[Key, bool], list[Entry]](list)
        for at, questions in sorted(wanted.items()):
            source = self._sources[at]
            parsed += len(source.text)
            if parsed <= _MOST_PARSED:
                for key, used, entry in _answers(source, sorted(questions)):
                    if entry not in answers[key, used]:
                        answers[key, used].append(entry)
        return answers


def _answers(source: Source, questions: Iterable[tuple[int, Key, bool]]) -> Iterator[tuple[Key, bool, Entry]]:
    """What stands at the lines asked for."""
    lines, syntax = split_lines(source.text), SYNTAXES[source.label]
    found = outline(lines, syntax, [(line, line + 1) for line in sorted({line for line, _, _ in questions})])
    scopes = Scopes(Found(d.start, d.end, d.head, d.name, d.function) for d in found.definitions)
    for line, key, used in questions:
        around = list(scopes.around(line))
        if used:
            scope = next((scope for scope in around if scope.function), None)
            entry = use_entry(source.path, source.first, lines, scope, line, key[1])
        else:
            scope = next((scope for scope in around if own_name(scope) == key[1] and _is_open(scope)), None)
            entry = definition_entry(source.path, source.first, lines, scope) if scope else None
        if entry:
            yield key, used, entry


def _is_open(scope: Scope) -> bool:
    """Whether others can call it: what stands inside a function that has a name is that one's own."""
    return not (scope.parent and scope.parent.function and scope.parent.symbol)


def own_name(scope: Scope) -> str:
    """The last part of a qualified name."""
    return scope.symbol.rpartition(".")[2]


def _use_lines(source: Source, name: str, lines: Lines, taken: set[int]) -> Iterator[int]:
    """Lines that use a name, each once; not those that are taken, import it or only talk about it."""
    last = -1
    for offset in uses(source.text, name, source.family):
        line = lines.at(offset)
        if line != last and line not in taken:
            beginning = lines.beginning(line)
            if not is_import(beginning) and not is_comment(beginning):
                yield line
        last = line
