"""How the tokens of one chunk are shared out: its rows come first, context shrinks before they do."""

from dataclasses import dataclass
from typing import Final

from reviewbot.chunks.chunk import Counter, Limits

OMITTED: Final = "...\n"
"""Stands for lines left out. Must not begin with a blank or `/`, which a tokenizer joins to the line end."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Tokens of each part of a chunk of one file."""

    most: int
    """The whole chunk."""
    heading: int
    """Its first line; `note` more where that names a part of a long line."""
    note: int
    context: int
    """Headers of definitions around one piece; imports the same at most, out of what is left."""
    mark: int
    """The line that stands for omitted ones."""
    target: int
    """Chunks are filled up to here."""

    @classmethod
    def of(cls, limits: Limits, heading: str, count: Counter) -> "Shares":
        """An eighth of the bound for the headers, all else for the rows."""
        notes = count(note(10**9, 10**9, 10**9, 10**9)) + 2
        target = min(limits.pack_tokens, limits.max_tokens)
        context = limits.max_tokens // 8
        return cls(limits.max_tokens, count(heading), notes, context, count(OMITTED), target)

    @property
    def piece(self) -> int:
        """The rows of one piece."""
        return self.most - self.heading - self.context - self.mark

    @property
    def fragment(self) -> int:
        """A part of a line."""
        return max(self.piece - self.note, 1)


def note(line: int, first: int, last: int, whole: int) -> str:
    """Says which part of a line a chunk holds."""
    return f", line {line}, characters {first}-{last} of {whole}"
