"""What GitHub calls a repository: OWNER/NAME, read from the address that it is cloned from."""

import re
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from reviewbot.errors import ReviewbotError
from reviewbot.sources.git import Git

_PART = r"(?!\.{1,2}(?:/|$))[A-Za-z0-9_.-]{1,100}"
_NAME = re.compile(f"/{_PART}/{_PART}")
_SHORT = re.compile(r"(?P<host>(?:[\w.-]+@)?[A-Za-z0-9.-]+):(?P<path>[^/].*)")
_SSH = "ssh"


def repository_at(address: str, web: str) -> str | None:
    """The repository that an address leads to; None if that is not on the server whose pages are at `web`.

    By ssh the host alone counts, by https the port too. `HOST:OWNER/NAME` is the short form for ssh.
    """
    if short := _SHORT.fullmatch(address):
        address = f"{_SSH}://{short['host']}/{short['path']}"
    try:
        there, here = urlsplit(address), urlsplit(web)
        is_here = _place(there) == (here.hostname if there.scheme == _SSH else _place(here))
    except ValueError:
        return None
    path = there.path.rstrip("/").removesuffix(".git")
    return path.removeprefix("/") if is_here and _NAME.fullmatch(path) else None


def origin_of(directory: Path) -> str | None:
    """The address that a repository was cloned from, None where there is none."""
    try:
        return Git.at(directory).ask("remote", "get-url", "origin")
    except ReviewbotError:
        return None


def _place(parts: SplitResult) -> str | tuple[str, str | None, int | None] | None:
    return parts.hostname if parts.scheme == _SSH else (parts.scheme, parts.hostname, parts.port)
