"""Real repositories for tests, made by one `git fast-import`, so that names and modes can be anything."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewbot.diff import FileChange
from reviewbot.sources.repository import range_changes
from reviewbot.spans import Gap, Side

FILE, SCRIPT, LINK, MODULE = "100644", "100755", "120000", "160000"
Tree = Mapping[bytes, tuple[str, bytes]]
"""Mode and content by path; the content of a submodule is a commit id."""

WHO = ("-c", "user.name=n", "-c", "user.email=n@example.test", "-c", "commit.gpgsign=false")


@dataclass(frozen=True)
class Repository:
    """A repository, bare or not."""

    path: Path

    def git(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """Run git in it, and fail loudly."""
        command = ("git", "-C", str(self.path), *WHO, *arguments)
        return subprocess.run(command, input=stdin, stdout=subprocess.PIPE, check=True).stdout

    def commit(self, tree: Tree, branch: str = "main", *, parent: str = "") -> str:
        """Commit a whole tree to a branch, and return its id."""
        lines = [b"commit refs/heads/" + branch.encode(), b"committer n <n@example.test> 1 +0000", b"data 0"]
        lines += [b"from " + parent.encode()] if parent else []
        lines += [b"deleteall"]
        for path, (mode, content) in tree.items():
            if mode == MODULE:
                lines += [b" ".join((b"M", mode.encode(), content, _quoted(path)))]
                continue
            data = b"data %d\n%s" % (len(content), content)
            lines += [b" ".join((b"M", mode.encode(), b"inline", _quoted(path))), data]
        self.git("fast-import", "--quiet", "--force", stdin=b"\n".join(lines) + b"\n")
        return self.git("rev-parse", branch).decode().strip()

    def write(self, path: str, content: str) -> Path:
        """Write a file of the working tree."""
        place = self.path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode())
        return place

    def numstat(self, *revisions: str) -> tuple[int, int]:
        """How many lines git counts as added and as removed."""
        rows = self.git("diff", "--numstat", "-M", *revisions).splitlines()
        counts = [row.split(b"\t")[:2] for row in rows]
        added, removed = (sum(int(row[side]) for row in counts if row[side] != b"-") for side in (0, 1))
        return added, removed

    def files(self, base: str, head: str) -> list[FileChange | Gap]:
        """The changes between two commits."""
        return list(range_changes(self.path, base, head).files)


def new_repository(path: Path, *options: str) -> Repository:
    """An empty repository whose first branch is main."""
    subprocess.run(("git", "init", "-q", "-b", "main", *options, str(path)), check=True)
    return Repository(path)


def counts(files: list[FileChange | Gap]) -> tuple[int, int]:
    """How many lines the changes add and remove."""
    spans = [span for file in files if isinstance(file, FileChange) for span in file.changed()]
    added, removed = (sum(len(span) for span in spans if span.side is side) for side in (Side.NEW, Side.OLD))
    return added, removed


def _quoted(path: bytes) -> bytes:
    return b'"' + b"".join(b"\\%03o" % byte for byte in path) + b'"'
