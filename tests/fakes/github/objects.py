"""The git side: a real bare repository, from which files, patches, commits and merge bases come."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from repositories import NO_CONFIG

_FIRST_DATE = 1_795_500_000
_STATUSES = {"A": "added", "D": "removed", "M": "modified", "R": "renamed", "C": "copied", "T": "changed"}
_DIFF = ("--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "--full-index")
_CONFIG = "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n"
_SHARED = "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something other than a plain file: a symlink, an executable, a submodule."""

    mode: str
    content: bytes


def symlink(target: str) -> Entry:
    """A symlink to put into a tree."""
    return Entry("120000", target.encode())


def submodule(sha: str) -> Entry:
    """A submodule at a commit."""
    return Entry("160000", sha.encode())


File = str | bytes | Entry
Tree = Mapping[str, File]
Changes = Mapping[str, File | None]


@dataclass(frozen=True, slots=True)
class Changed:
    """One file of a diff; `patch` is empty without hunks, `sha` the new blob, or a removed file's old one."""

    path: str
    old_path: str
    status: str
    sha: str
    patch: str

    @property
    def additions(self) -> int:
        return sum(line.startswith("+") for line in self.patch.split("\n"))

    @property
    def deletions(self) -> int:
        return sum(line.startswith("-") for line in self.patch.split("\n"))

    @property
    def patch_lines(self) -> int:
        return self.patch.count("\n") + 1 if self.patch else 0


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a tree."""

    mode: str
    kind: str
    sha: str
    size: int | None
    path: str


class Objects:
    """A bare repository at `directory`; authors and dates are fixed, so the same calls give the same ids."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._commits = 0
        self._diffs: dict[tuple[str, str], tuple[Changed, ...]] = {}
        for name in ("objects", "refs/heads"):
            (directory / name).mkdir(parents=True)
        (directory / "HEAD").write_text("ref: refs/heads/main\n")
        (directory / "config").write_text(_CONFIG + _SHARED)

    def git(self, *arguments: str, stdin: bytes = b"", check: bool = True) -> bytes:
        """What git prints."""
        done = subprocess.run(
            ["git", "--git-dir", self.directory, *arguments],
            input=stdin,
            capture_output=True,
            check=False,
            env={**os.environ, **NO_CONFIG},
        )
        if check and done.returncode:
            raise RuntimeError(f"git {arguments}: {done.stderr.decode(errors='replace')}")
        return done.stdout if not done.returncode else b""

    def line(self, *arguments: str) -> str | None:
        """The one line that git prints, None when it fails."""
        return self.git(*arguments, check=False).decode().strip() or None

    def commit(
        self, changes: Changes, parents: Sequence[str] = (), *, whole: bool = False, message: str = "change"
    ) -> str:
        """A new commit on no branch: `changes` to the first parent, or `whole`, the tree itself."""
        self._commits += 1
        stream = b"".join(self._stream(changes, parents, whole=whole, message=message))
        sha = self.git("fast-import", "--quiet", "--force", "--done", stdin=stream).decode().strip()
        self.git("update-ref", "-d", "refs/fake/new")
        return sha

    def _stream(
        self, changes: Changes, parents: Sequence[str], *, whole: bool, message: str
    ) -> Iterator[bytes]:
        who = f"Test <test@example.invalid> {_FIRST_DATE + self._commits} +0000"
        yield f"commit refs/fake/new\nmark :1\nauthor {who}\ncommitter {who}\n".encode()
        yield _data(message.encode())
        for word, parent in zip(("from", *["merge"] * len(parents)), parents, strict=False):
            yield f"{word} {parent}\n".encode()
        if whole:
            yield b"deleteall\n"
        for path, content in changes.items():
            yield from _change(path, content)
        yield b"get-mark :1\ndone\n"

    def move(self, ref: str, sha: str | None) -> None:
        """Let a ref name `sha`, or nothing."""
        self.git("update-ref", *(("-d", ref) if sha is None else (ref, sha)))

    def resolve(self, name: str) -> str | None:
        """The commit that a sha, a branch, a tag or a full ref names."""
        for ref in (f"refs/heads/{name}", f"refs/tags/{name}", name):
            if found := self.line(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
            ):
                return found
        return None

    def merge_base(self, one: str, other: str) -> str | None:
        return self.line("merge-base", one, other)

    def history(self, base: str, head: str) -> list[str]:
        """The commits of `head` that `base` lacks, oldest first."""
        return self.git("rev-list", "--reverse", f"{base}..{head}").decode().split()

    def blob(self, sha: str) -> bytes | None:
        """A blob's bytes, None when there is none."""
        return self.git("cat-file", "blob", sha) if self.line("cat-file", "-t", sha) == "blob" else None

    def tree(self, name: str, *, recursive: bool = False) -> list[Listed]:
        """The entries of what `name` (a commit, a tree, `commit:folder`) stands for."""
        options = ["-r", "-t"] if recursive else []
        printed = self.git("ls-tree", "-z", "--long", *options, name).decode(errors="replace")
        return [_listed(row) for row in printed.split("\0") if row]

    def entry(self, commit: str, path: str) -> Listed | None:
        """What stands at `path`."""
        printed = self.git("ls-tree", "-z", "--long", commit, "--", path, check=False).decode(
            errors="replace"
        )
        return next((_listed(row) for row in printed.split("\0") if row), None)

    def diff(self, base: str, head: str) -> tuple[Changed, ...]:
        """All files that differ, renames found."""
        key = (base, head)
        if key not in self._diffs:
            self._diffs[key] = tuple(self._changed(base, head))
        return self._diffs[key]

    def diff_text(self, base: str, head: str) -> bytes:
        return self.git("diff-tree", "-r", "-M", "-p", *_DIFF, base, head)

    def _changed(self, base: str, head: str) -> Iterator[Changed]:
        raw = self.git("diff-tree", "-r", "-M", "--raw", "--no-abbrev", "-z", base, head).decode(
            errors="replace"
        )
        sections = iter(_sections(self.diff_text(base, head).decode(errors="replace")))
        words = iter(raw.split("\0"))
        for head_row in filter(None, words):
            _, _, old_sha, new_sha, letter = head_row.split(" ")
            old_path = next(words)
            path = next(words) if letter[0] in "RC" else old_path
            patch = _hunks(next(sections))
            if letter == "T":  # git prints a change of type as a removal and an addition
                patch = "\n".join(filter(None, (patch, _hunks(next(sections)))))
            sha = old_sha if letter == "D" else new_sha
            status = "changed" if letter == "M" and old_sha == new_sha else _STATUSES[letter[0]]
            yield Changed(path, old_path, status, sha, patch)


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _change(path: str, content: File | None) -> Iterator[bytes]:
    quoted = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").encode()
    if content is None:
        yield b'D "%s"\n' % quoted
        return
    entry = content if isinstance(content, Entry) else Entry("100644", _bytes(content))
    if entry.mode == "160000":
        yield b'M 160000 %s "%s"\n' % (entry.content, quoted)
        return
    yield b'M %s inline "%s"\n' % (entry.mode.encode(), quoted)
    yield _data(entry.content)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _listed(row: str) -> Listed:
    words, path = row.split("\t", 1)
    mode, kind, sha, size = words.split()
    return Listed(mode, kind, sha, None if size == "-" else int(size), path)


def _sections(text: str) -> list[str]:
    """The text of each file: no line inside a hunk starts with a letter."""
    parts = f"\n{text}".split("\ndiff --git ")
    return parts[1:]


def _hunks(section: str) -> str:
    """A file's text from its first hunk on, without the last line end."""
    start = section.find("\n@@ ")
    return section[start + 1 :].removesuffix("\n") if start >= 0 else ""
