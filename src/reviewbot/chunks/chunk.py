"""What one request reads, and the bound that it keeps."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewbot.diff import FileChange
from reviewbot.spans import Side, Span

Counter = Callable[[str], int]
"""Tokens of a text. Must be additive over lines: count(a + b) == count(a) + count(b) if a ends with LF."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a chunk may be, in tokens of its rendered text."""

    max_tokens: int = 8_000
    """No chunk is ever larger."""
    pack_tokens: int = 3_000
    """Neighbours of one file share a chunk up to this size."""


class Row(NamedTuple):
    """One line as it is shown: `sign` is " " (context), "+" (added) or "-" (removed).

    `number` counts on the side the line stands on: the old one for a removed line, else the new one.
    `symbol` is the qualified name of the innermost definition around it, "" at module level.
    """

    sign: str
    number: int
    text: str
    symbol: str = ""

    @property
    def side(self) -> Side:
        """The side that `number` counts on."""
        return Side.OLD if self.sign == "-" else Side.NEW

    def render(self) -> str:
        """Number and sign, then the line; a removed line has no number, for it has none in the file.

        The cheapest form that keeps line references exact: 13 % more tokens, half of `N |` forms.
        """
        if self.sign == "-":
            return f"-{self.text}\n"
        mark = "+" if self.sign == "+" else " "
        return f"{self.number}{mark}{self.text}\n"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of one file with the changed lines it owns.

    `owns` are disjoint spans of changed lines; no other chunk and no gap holds one of them. Of a line longer
    than the bound, the first piece owns the line; the others own nothing and name it in `continues`.
    `context` are rows shown for understanding only, as imports and the headers of classes around. `text` is
    what a reviewer reads: a line that names the file, then context and rows in their order in the file;
    `tokens` is its exact count. `risk` ranks chunks, highest first.
    """

    id: str
    path: str
    language: str
    symbol: str
    context: tuple[Row, ...]
    rows: tuple[Row, ...]
    owns: tuple[Span, ...]
    continues: tuple[Span, ...]
    text: str = field(repr=False)
    tokens: int = field(default=0)
    risk: int = 0
    file: FileChange | None = field(default=None, repr=False, compare=False)

    @property
    def holds(self) -> tuple[Span, ...]:
        """The changed lines that stay unread if this chunk is not read."""
        return self.owns or self.continues
