"""What one request reads, and the bound that it keeps."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, count, repeat
from typing import NamedTuple, overload

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


class Run(NamedTuple):
    """Consecutive lines that share sign and symbol, the first of them numbered `number`."""

    sign: str
    number: int
    lines: Sequence[str]
    symbol: str = ""

    def rows(self) -> Iterator[Row]:
        """Each line as a row."""
        return map(Row, repeat(self.sign), count(self.number), self.lines, repeat(self.symbol))

    def rendered(self) -> list[str]:
        """Each line as `Row.render` writes it."""
        if self.sign == "-":
            return [f"-{text}\n" for text in self.lines]
        mark = "+" if self.sign == "+" else " "
        return [f"{number}{mark}{text}\n" for number, text in enumerate(self.lines, self.number)]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rows(Sequence[Row]):
    """Rows that are made when they are asked for: few chunks have a finding, so few need theirs."""

    runs: tuple[Run, ...]

    def __iter__(self) -> Iterator[Row]:
        return chain.from_iterable(run.rows() for run in self.runs)

    def __len__(self) -> int:
        return sum(len(run.lines) for run in self.runs)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == (tuple(other) if isinstance(other, Rows) else other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        # `asyncio.run` writes out twice what it returns: https://github.com/python/cpython/issues/112559
        return f"<{len(self)} rows>"


class Pointer(NamedTuple):
    """A place to look at: a line of the new side, and why. It proves nothing, nor does its absence."""

    line: int
    says: str

    def render(self) -> str:
        """As a line that no rendered line of code can begin like."""
        return f"line {self.line}: {self.says}\n"


def between(runs: Iterable[Run], start: int, stop: int) -> Iterator[Run]:
    """The part of some runs from one line to another, both counted from 0, the second excluded."""
    for run in runs:
        first = max(start, 0)
        if first < min(stop, len(run.lines)):
            yield run._replace(number=run.number + first, lines=run.lines[first:stop])
        start, stop = start - len(run.lines), stop - len(run.lines)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of one file with the changed lines it owns.

    `owns` are disjoint spans of changed lines; no other chunk and no gap holds one of them. Of a line longer
    than the bound, the first piece owns the line; the others own nothing and name it in `continues`.
    `context` are rows shown for understanding only, as imports and the headers of classes around. `text` is
    what a reviewer reads: a line that names the file, then `related`, then context and rows in their order in
    the file; `tokens` is its exact count. `related` are lines of code elsewhere, each behind a `>`: they are
    never owned, and `id` does not depend on them. `risk` ranks chunks, highest first. `pointers` are places
    to look at, the gravest first; they are no part of `text`, nor counted in `tokens`.
    """

    id: str
    path: str
    language: str
    symbol: str
    context: tuple[Row, ...]
    rows: Sequence[Row]
    owns: tuple[Span, ...]
    continues: tuple[Span, ...]
    text: str = field(repr=False)
    tokens: int = field(default=0)
    risk: int = 0
    file: FileChange | None = field(default=None, repr=False, compare=False)
    related: str = field(default="", repr=False)
    pointers: tuple[Pointer, ...] = ()

    @property
    def holds(self) -> tuple[Span, ...]:
        """The changed lines that stay unread if this chunk is not read."""
        return self.owns or self.continues
