"""Which file a log speaks of: URIs of any kind as paths, and the folder that the scanner was started in."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from urllib.parse import unquote

from reviewbot.reviewers.imported.document import at, items, number, table, text

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")  # two letters at least, for `C:` is a drive
_DRIVE = re.compile(r"/?[A-Za-z]:/")
_LONGEST = 4_096
_MOST_BASES = 8
"""So many bases may stand one on the other; a chain in a circle ends there."""


def path_of(location: Mapping[str, Any], run: Mapping[str, Any]) -> str:
    """The path in an artifact location of a run: absolute ones begin with `/`; "" if it names no file.

    What leads out of the folder that it is relative to names no file of a change.
    """
    if not text(location, "uri") and (index := number(location, "index")) is not None:
        location = table(at(items(run, "artifacts"), index), "location")
    bases = table(run, "originalUriBaseIds")
    parts = [text(location, "uri", _LONGEST)]
    for _ in range(_MOST_BASES):
        if not parts[0] or _is_absolute(parts[0]):
            break
        location = table(bases, text(location, "uriBaseId"))
        if base := text(location, "uri", _LONGEST):
            parts.insert(0, f"{base.rstrip('/')}/")
        elif not location:
            break
    if not parts[-1] or any(map(_is_elsewhere, parts)):
        return ""
    return _normal("".join(map(_plain, parts)))


def root_of(paths: Iterable[str], changed: Collection[str]) -> str:
    """The folder, with its `/`, in which most of the absolute paths name a changed file; "" if there is none.

    A scanner is started in one place, and says where that was in as many ways as there are scanners.
    """
    votes = Counter(
        path[: -len(tail)]
        for path in paths
        if path.startswith("/")
        for tail in _tails(path)
        if tail in changed
    )
    return min(votes, key=lambda root: (-votes[root], len(root), root), default="")


def _tails(path: str) -> Iterable[str]:
    parts = path.split("/")
    return ("/".join(parts[begin:]) for begin in range(1, len(parts)))


def _plain(uri: str) -> str:
    """A URI of a file without scheme, host and escapes."""
    if scheme := _SCHEME.match(uri):
        uri = uri[scheme.end() :]
        if uri.startswith("//"):
            uri = f"/{uri[2:].partition('/')[2]}"
    return unquote(uri, errors="replace").replace("\\", "/")


def _is_elsewhere(uri: str) -> bool:
    scheme = _SCHEME.match(uri)
    return scheme is not None and scheme[1].lower() != "file"


def _is_absolute(uri: str) -> bool:
    return bool(_SCHEME.match(uri) or uri.startswith(("/", "\\")) or _DRIVE.match(uri.replace("\\", "/")))


def _normal(path: str) -> str:
    """Without `.` and `..`; "" if it leads out of its folder."""
    if _DRIVE.match(path):
        path = f"/{path.lstrip('/')}"
    parts: list[str] = []
    for part in path.split("/"):
        if part == ".." and not parts:
            return ""
        if part == "..":
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/" * path.startswith("/") + "/".join(parts) if parts else ""
