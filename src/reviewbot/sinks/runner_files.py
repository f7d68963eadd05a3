"""The files by which a step speaks to its CI runner; what is there already stays."""

import os
from pathlib import Path

from reviewbot.errors import SinkError


def append(text: str, path: Path) -> None:
    """Write behind what is there.

    Raises:
        SinkError: it cannot be written, or is a symbolic link.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    try:
        with open(os.open(path, flags, 0o666), "ab") as file:  # noqa: PTH123 - Path.open follows links
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise SinkError(
            f"cannot write to the runner's file {path}: {error.strerror or error}",
            "GITHUB_STEP_SUMMARY and GITHUB_OUTPUT are set by the runner; leave them as they are",
        ) from error


def size(path: Path) -> int:
    """How many bytes are there already."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
