"""Asking a library for the files that matter to some names."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from reviewbot.chunks.languages import SYNTAXES, language_of, suffixes_of
from reviewbot.chunks.related_lines import definition_line, use_line
from reviewbot.chunks.related_source import Source
from reviewbot.chunks.related_words import family_of
from reviewbot.diff import Library

_MOST_WITH_USES: Final = 300
"""Files looked at for uses, nearest first; a few uses are enough."""

FAMILIES: Final = frozenset(map(family_of, SYNTAXES))


class Search(NamedTuple):
    """Files of some families of languages, those `near` some paths first."""

    library: Library
    families: frozenset[str]
    near: frozenset[str]

    def definitions(self, names: frozenset[str]) -> Iterator[Source]:
        """Files that seem to define one of the names.

        Raises:
            SourceError: the library failed.
        """
        return self._sources(definition_line(names, self.families)) if names else iter(())

    def uses(self, names: frozenset[str]) -> Iterator[Source]:
        """The nearest files in which one of the names is a word.

        Raises:
            SourceError: the library failed.
        """
        return islice(self._sources(use_line(names)), _MOST_WITH_USES) if names else iter(())

    def _sources(self, line: str) -> Iterator[Source]:
        suffixes = suffixes_of(label for label in SYNTAXES if family_of(label) in self.families)
        for path, text in self.library.search(line, suffixes, self.near):
            yield Source(path, language_of(path).label, text)
