"""Where a rendered report is written: an open stream, or a file of that name."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from reviewbot.errors import SinkError

Destination = TextIO | Path

WIDTH = 100
"""Columns where there is no terminal to ask."""

_NARROWEST, _WIDEST = 40, 120

# For a stream that knows no such signs.
_PLAIN = str.maketrans({"│": "|", "·": "-", "…": "...", "─": "-", "\u200b": ""})


def write(text: str, to: Destination) -> None:
    """Write all of it, whatever the encoding; a reader who closes a pipe early has had enough.

    Raises:
        SinkError: the disk is full, the place cannot be written, or it is a symbolic link.
    """
    try:
        if isinstance(to, Path):
            _to_file(text, to)
        else:
            _to_stream(text, to)
    except BrokenPipeError:
        return
    except OSError as error:
        place = str(to) if isinstance(to, Path) else getattr(to, "name", "the output")
        raise SinkError(
            f"cannot write the report to {place}: {error.strerror or error}", _hint(to)
        ) from error


def _to_file(text: str, path: Path) -> None:
    # Never through a symbolic link: in CI the folder is the checkout of whoever opened the pull request.
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(path, flags, 0o666), "wb") as file:  # noqa: PTH123 - Path.open follows links
        file.write(text.encode("utf-8", "backslashreplace"))


def _to_stream(text: str, stream: TextIO) -> None:
    try:
        stream.write(_encodable(text, stream.encoding or "utf-8"))
        stream.flush()
    except OSError:
        _silence(stream)
        raise


def _encodable(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "backslashreplace").decode(encoding)
    return text


def _silence(stream: TextIO) -> None:
    # What is still in the buffer would fail again when Python ends: a traceback, and exit code 120.
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def _hint(to: Destination) -> str:
    if not isinstance(to, Path):
        return "free some space, or write to a file with --output FILE"
    if to.is_symlink():
        return "it is a symbolic link; name the file itself"
    return "check that the folder exists, can be written and has space left"


def is_terminal(to: Destination) -> bool:
    """Whether a person looks at it."""
    return not isinstance(to, Path) and to.isatty()


def width_of(to: Destination) -> int:
    """Columns of a terminal, within what reads well; 100 for anything else."""
    if isinstance(to, Path) or not to.isatty():
        return WIDTH
    with suppress(OSError):
        columns = os.get_terminal_size(to.fileno()).columns
        return max(_NARROWEST, min(_WIDEST, columns or WIDTH))
    return WIDTH
