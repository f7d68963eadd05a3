"""The first line of a chunk: which file this is, in characters that cannot deceive."""

from reviewbot.chunks.chunk import Counter


def heading(path: str, label: str, count: Counter, room: int, note: str = "") -> str:
    """`path (language)`, with the path's end only where the whole would take more than `room` tokens."""
    shown, keep = visible(path), len(path)
    line = f"{shown} ({label}{note})\n"
    while count(line) > room and keep > 1:
        keep //= 2
        line = f"...{shown[-keep:]} ({label}{note})\n"
    return line


def visible(text: str) -> str:
    """Control characters, line ends, bidirectional marks and lone surrogates written out."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
