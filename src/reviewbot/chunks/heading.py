"""The first line of a chunk: which file this is, in characters that cannot deceive."""

from reviewbot.chunks.chunk import Counter
from reviewbot.chunks.visible import code_point, visible


def heading(path: str, label: str, count: Counter, room: int, note: str = "") -> str:
    """`path (language)`, with the path's end only where the whole would take more than `room` tokens."""
    shown, keep = on_one_line(path), len(path)
    line = f"{shown} ({label}{note})\n"
    while count(line) > room and keep > 1:
        keep //= 2
        line = f"...{shown[-keep:]} ({label}{note})\n"
    return line


def on_one_line(text: str) -> str:
    """A name on one line: what hides, acts or ends a line is written out."""
    shown = visible(text)
    return shown if shown.isprintable() else "".join(c if c.isprintable() else code_point(c) for c in shown)
