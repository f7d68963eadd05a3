"""A text in which names may be defined or used, and its lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from reviewbot.chunks.outline import LARGEST
from reviewbot.chunks.related_words import family_of
from reviewbot.diff import FileChange

_BEGINNING: Final = 300


class Source(NamedTuple):
    """A text of one language, its first line numbered `first`."""

    path: str
    label: str
    text: str
    first: int = 1

    @property
    def family(self) -> str:
        """Languages that call each other's functions."""
        return family_of(self.label)


def sources_of(file: FileChange, label: str) -> Iterator[Source]:
    """What is known of a file's new side, unless it is too much for any grammar."""
    for part in file.excerpts:
        text = "\n".join(part.lines)
        if len(text) <= LARGEST:
            yield Source(file.path, label, text, part.start)


class Lines:
    """Which line of a text an offset is in; lines are counted when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []

    @property
    def asked(self) -> bool:
        """Whether anything was asked of it."""
        return bool(self._starts)

    def at(self, offset: int) -> int:
        """The line that an offset is in, counted from 0."""
        if not self._starts:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self._text))]
        return bisect_right(self._starts, offset) - 1

    def beginning(self, line: int) -> str:
        """Enough of a line to tell what it is."""
        start = self._starts[line]
        return self._text[start : start + _BEGINNING].partition("\n")[0]
