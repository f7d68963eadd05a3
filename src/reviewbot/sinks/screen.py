"""A page of text for a terminal, built line by line; everything put on it is made visible first.

Importing this imports rich, 0.2 s: do so only where text is about to be shown.
"""

import io
import re
from collections.abc import Collection, Iterable, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reviewbot.sinks.escape import disarm, line, visible

_TAIL = re.compile(r"(?: |\x1b\[[0-9;]*m)+$", re.MULTILINE)


class Screen:
    """Lines so far. No text put here can move the cursor, use markup, or command a CI runner."""

    def __init__(self, width: int, *, color: bool) -> None:
        self._page = io.StringIO()
        self._console = Console(
            file=self._page,
            width=width,
            force_terminal=color,
            color_system="standard" if color else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},
        )

    def text(self) -> str:
        """Everything on it, without blanks at line ends."""
        page = _TAIL.sub(lambda tail: tail[0].replace(" ", ""), self._page.getvalue())
        # Wrapping may have put a `::command::` at the start of a line.
        return disarm(page)

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def title(self, words: str, style: str) -> None:
        """A heading with air above."""
        self.gap()
        self.say(words, style)

    def say(self, words: str, style: str = "", indent: int = 0) -> None:
        """A sentence, wrapped."""
        self.parts([(words, style)], indent)

    def parts(self, parts: Iterable[tuple[str, str]], indent: int = 0) -> None:
        """Words in several styles, two blanks apart, wrapped as one sentence."""
        self._put(Text("  ").join(Text(line(words), style) for words, style in parts if words), indent)

    def code(self, gutter: str, row: str, style: str = "", indent: int = 0) -> None:
        """One line of code behind a gutter of our own, cut at the edge with an ellipsis."""
        text = Text(no_wrap=True, overflow="ellipsis").append(gutter, "dim")
        self._put(text.append(visible(row.strip().expandtabs(4)), style), indent)

    def beside(self, word: str, rows: Iterable[str], style: str = "", indent: int = 0) -> None:
        """A word of ours, and beside it lines as they were written; long ones are folded."""
        shown = "\n".join(visible(row.rstrip().expandtabs(4)) for row in rows)
        grid = _grid(("left", "left"))
        grid.add_row(Text(word, style), Text(shown, style))
        self._put(grid, indent)

    def pairs(self, rows: Iterable[tuple[str, str]]) -> None:
        """Words and what they mean, in two columns."""
        grid = _grid(("left", "left"))
        for word, meaning in rows:
            grid.add_row(Text(word, "dim"), Text(line(meaning)))
        self._put(grid)

    def table(
        self, head: Sequence[str], rows: Iterable[Sequence[str]], numbers: Collection[int] = ()
    ) -> None:
        """A table without lines; the columns in `numbers` stand flush right."""
        grid = _grid("right" if column in numbers else "left" for column in range(len(head)))
        grid.add_row(*(Text(word, "dim") for word in head))
        for row in rows:
            grid.add_row(*(Text(line(cell)) for cell in row))
        self._put(grid, indent=2)

    def _put(self, what: RenderableType, indent: int = 0) -> None:
        self._console.print(Padding(what, (0, 0, 0, indent), expand=False))


def _grid(sides: Iterable[str]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for side in sides:
        grid.add_column(justify="right" if side == "right" else "left", overflow="fold")
    return grid
