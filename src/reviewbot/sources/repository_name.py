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
_SERVED = frozenset({"https", "http", _SSH})
_LONG = re.compile(f"(?:/{_PART}){{1,9}}")


def repository_at(address: str, web: str) -> str | None:
    """The repository that an address leads to; None if that is not on the server whose pages are at `web`.

    By ssh the host alone counts, by https the port too. `HOST:OWNER/NAME` is the short form for ssh.
    """
    try:
        there, here = _split(address), urlsplit(web)
        is_here = _place(there) == (here.hostname if there.scheme == _SSH else _place(here))
    except ValueError:
        return None
    path = there.path.rstrip("/").removesuffix(".git")
    return path.removeprefix("/") if is_here and _NAME.fullmatch(path) else None


def name_in(address: str) -> str:
    """What an address calls a repository on whichever server: OWNER/NAME, or longer; "" for any other one."""
    try:
        there = _split(address)
    except ValueError:
        return ""
    path = there.path.rstrip("/").removesuffix(".git")
    return path.removeprefix("/") if there.scheme in _SERVED and _LONG.fullmatch(path) else ""


def origin_of(directory: Path) -> str | None:
    """The address that a repository was cloned from, None where there is none."""
    try:
        return Git.at(directory).ask("remote", "get-url", "origin")
    except ReviewbotError:
        return None


def _split(address: str) -> SplitResult:
    if short := _SHORT.fullmatch(address):
        address = f"{_SSH}://{short['host']}/{short['path']}"
    return urlsplit(address)


def _place(parts: SplitResult) -> str | tuple[str, str | None, int | None] | None:
    return parts.hostname if parts.scheme == _SSH else (parts.scheme, parts.hostname, parts.port)
