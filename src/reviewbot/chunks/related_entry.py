"""One definition or use of a name elsewhere, as a chunk shows it: a line that says where, then its code."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from reviewbot.chunks.heading import on_one_line
from reviewbot.chunks.scopes import Scope
from reviewbot.chunks.visible import visible

MARK: Final = ">"
"""Begins every line that is about other code. Must not be a blank, a digit or a sign of rows."""
_WHOLE: Final = 30
"""Lines of a definition that is shown whole."""
_BEGINNING: Final = 6
"""Lines shown after the signature of a longer one: what it says about itself, and its first checks."""
_HEAD: Final = 6
_STATEMENT: Final = 4
_LONGEST: Final = 300
"""Characters of a line that is still worth showing."""
_OMITTED: Final = "..."


class Entry(NamedTuple):
    """Code elsewhere: `number` is the line of the signature, or of the use; `lines` may begin above it."""

    path: str
    number: int
    symbol: str
    lines: tuple[str, ...]
    remark: str = ""

    @property
    def text(self) -> str:
        """`> path:line symbol`, then the code, each line behind the mark."""
        where = on_one_line(f"{self.path}:{self.number} {self.symbol}".rstrip())
        shown = (f"{where}{self.remark}", *map(visible, self.lines))
        return "".join(f"{MARK} {line}\n" if line else f"{MARK}\n" for line in shown)


def definition_entry(path: str, first: int, lines: Sequence[str], scope: Scope) -> Entry | None:
    """A definition, whole if it is short, else how it begins; None if nobody could read it."""
    head_lo, head_hi = scope.head
    for lo in (scope.lo, head_lo):
        if scope.hi - lo <= _WHOLE:
            return _entry(path, first + head_lo, scope.symbol, lines[lo : scope.hi])
    end = min(head_hi + _BEGINNING, scope.hi)
    return _entry(path, first + head_lo, scope.symbol, (*lines[head_lo:end], _OMITTED))


def use_entry(
    path: str, first: int, lines: Sequence[str], scope: Scope | None, line: int, name: str
) -> Entry | None:
    """A line that uses a name, under the signature and decorators of the function around it."""
    symbol, remark = (scope.symbol if scope else ""), f" (uses {name})"
    start, stop = scope.head if scope else (line, line)
    stop = min(stop, start + _HEAD, line)
    if stop <= start:
        start = _statement(lines, line)
        return _entry(path, first + line, symbol, lines[start : line + 1], remark)
    gap = (_OMITTED,) if stop < line else ()
    return _entry(path, first + line, symbol, (*lines[start:stop], *gap, lines[line]), remark)


def _statement(lines: Sequence[str], line: int) -> int:
    """Where the statement begins that a line at module level may only continue."""
    start = line
    while start > max(line - _STATEMENT, 0) and lines[start][:1] in {" ", "\t", ")", "]", "}"}:
        start -= 1
    return start


def _entry(path: str, number: int, symbol: str, lines: Sequence[str], remark: str = "") -> Entry | None:
    shown = tuple(line.rstrip() for line in lines)
    return Entry(path, number, symbol, shown, remark) if max(map(len, shown)) <= _LONGEST else None
