"""Links to lines of files at the reviewed commit: the only links that a page has."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from reviewbot.diff import Target

_SERVER = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._-]+)*")
_REPO = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")
_COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class Blobs:
    """Pages that show files as they are at one commit; `prefix` ends before the path."""

    prefix: str

    @classmethod
    def of(cls, server: str, target: Target) -> "Blobs | None":
        """The pages of a target's head on that GitHub server, None where there are none."""
        server = server.rstrip("/")
        known = _SERVER.fullmatch(server) and _REPO.fullmatch(target.repo) and _COMMIT.fullmatch(target.head)
        return cls(f"{server}/{target.repo}/blob/{target.head}") if known else None

    def link(self, path: str, line: int, end_line: int) -> str:
        """The address of these lines; "" for a path that would lead elsewhere or cannot be written."""
        # A browser resolves `..` in an address: such a path would be a link to any page of the server.
        if {"", ".", ".."} & set(path.split("/")):
            return ""
        try:
            shown = quote(path.encode("utf-8", "surrogateescape"))
        except UnicodeEncodeError:
            return ""
        return f"{self.prefix}/{shown}#L{line}" + (f"-L{end_line}" if end_line > line else "")
