"""What stands above the hunks of a file in a diff: its names, its status and its nature."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from reviewbot.diff import Nature, Status
from reviewbot.sources import diff_names
from reviewbot.sources.diff_names import NOWHERE

_INDEX = re.compile(rb"([0-9a-f]{1,64})\.\.([0-9a-f]{1,64})(?: (\d{6}))?")
_NATURES = {b"120000": Nature.SYMLINK, b"160000": Nature.SUBMODULE}
_EMPTY = ("e69de29", "473a0f4c")  # how the ids of the blob without bytes begin, in SHA-1 and in SHA-256
# `diff -N` shows a file that is not there with the time 0, in the local time zone.
_NEVER = re.compile(rb".*\t(1970-01-01|1969-12-31) ")


class Header(NamedTuple):
    """One file of a diff. `cut` says that hunks must follow; ids are "" where the diff does not tell them."""

    path: str
    old_path: str
    status: Status
    nature: Nature
    binary: bool
    cut: bool
    old_id: str
    new_id: str


def read_header(lines: Iterable[bytes]) -> Header:
    """Read the lines above the first hunk; `path` is "" where no name can be read."""
    told = _told(lines)
    old, new = _names(told)
    status = _status(told, old, new)
    path = old if new == NOWHERE else new
    index = _INDEX.match(told.get("index", b""))
    old_id, new_id = (index[1].decode(), index[2].decode()) if index else ("", "")
    mode = told.get("new file mode") or told.get("deleted file mode") or told.get("new mode") or b""
    nature = _NATURES.get(mode.strip() or (index[3] if index else None) or b"", Nature.TEXT)
    binary = "GIT binary patch" in told or "Binary files" in told
    cut = (
        "+++" in told or (bool(index) and not _empty(status, old_id, new_id)) or told.keys() <= _NOTHING_TOLD
    )
    old_path = old if status is Status.RENAMED else path
    return Header(path, old_path, status, nature, binary, cut, old_id, new_id)


def _empty(status: Status, old_id: str, new_id: str) -> bool:
    return {Status.ADDED: new_id, Status.DELETED: old_id}.get(status, "").startswith(_EMPTY)


# What git never prints without more: an `index` line, the other mode, the other name, or hunks.
_NOTHING_TOLD = {"diff --git", "new file mode", "deleted file mode", "old mode", "rename from", "copy from"}
_KEYS = (
    *(
        "diff --git",
        "diff --cc",
        "diff --combined",
        "Only in",
        "Binary files",
        "GIT binary patch",
        "---",
        "+++",
    ),
    *("old mode", "new mode", "new file mode", "deleted file mode", "rename from", "rename to"),
    *("copy from", "copy to", "index"),
)


def _told(lines: Iterable[bytes]) -> dict[str, bytes]:
    told: dict[str, bytes] = {}
    for line in lines:
        for key in _KEYS:
            if line.startswith(key.encode()):
                told[key] = line[len(key) + 1 :]
    return told


def _names(told: dict[str, bytes]) -> tuple[str, str]:
    for kind in ("rename", "copy"):  # these have no prefix
        if f"{kind} to" in told:
            return diff_names.name(told.get(f"{kind} from", b"")), diff_names.name(told[f"{kind} to"])
    for kind in ("diff --cc", "diff --combined"):
        if kind in told:
            return (diff_names.name(told[kind]),) * 2
    if "Only in" in told:
        return (b"/".join(told["Only in"].split(b": ", 1)).decode("utf-8", "surrogateescape"),) * 2
    old, new = diff_names.header_names(told.get("diff --git", b""))
    if not new and "+++" in told:
        old, new = diff_names.name(told.get("---", b"")), diff_names.name(told["+++"])
    elif not new and "Binary files" in told:
        one, _, two = told["Binary files"].rstrip(b"\r").removesuffix(b" differ").rpartition(b" and ")
        old, new = diff_names.name(one), diff_names.name(two)
    return diff_names.strip(old, new)


def _status(told: dict[str, bytes], old: str, new: str) -> Status:
    if "new file mode" in told or old == NOWHERE or _NEVER.match(told.get("---", b"")):
        return Status.ADDED
    if "deleted file mode" in told or new == NOWHERE or _NEVER.match(told.get("+++", b"")):
        return Status.DELETED
    return Status.RENAMED if "rename to" in told or "copy to" in told else Status.MODIFIED
