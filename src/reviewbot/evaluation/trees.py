"""All versions of all cases in one bare repository, so that they are reviewed exactly as any change is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reviewbot.diff import Changeset
from reviewbot.evaluation.cases import Case, Tree, Twin
from reviewbot.sources.git import Git
from reviewbot.sources.repository import range_changes

_WHO = b"Evaluation <evaluation@example.invalid> 0 +0000"


@dataclass(frozen=True, slots=True)
class Archive:
    """A repository with a commit for each version of each case."""

    folder: Path

    @classmethod
    def fill(cls, folder: Path, cases: Iterable[Case]) -> "Archive":
        """Put the cases into an empty folder.

        Raises:
            SourceError: git is missing, too old, or failed.
        """
        # What git needs to call a folder a bare repository; `git init` would ask the person's templates.
        for name in ("objects", "refs"):
            (folder / name).mkdir()
        (folder / "HEAD").write_text("ref: refs/heads/main\n")
        stream = b"".join(part for case in cases for part in _commits(case))
        Git.at(folder).run("fast-import", "--quiet", stdin=stream)
        return cls(folder)

    def changes(self, case: Case, twin: Twin) -> Changeset:
        """What a twin changes in the base."""
        return range_changes(self.folder, _ref(case, "base"), _ref(case, twin.value))


def _ref(case: Case, version: str) -> str:
    # Not by the name itself: git does not take every name that a folder can have.
    return f"refs/cases/{sha256(case.name.encode(errors='surrogateescape')).hexdigest()}/{version}"


def _commits(case: Case) -> Iterator[bytes]:
    base = _ref(case, "base")
    yield from _commit(base, case.base)
    for twin, tree in case.trees.items():
        yield from _commit(_ref(case, twin.value), tree, f"from {base}\ndeleteall\n".encode())


def _commit(ref: str, tree: Tree, before: bytes = b"") -> Iterator[bytes]:
    yield b"commit %s\ncommitter %s\n%s%s" % (ref.encode(), _WHO, _data(b""), before)
    for path, blob in tree.items():
        yield b"M 100644 inline %s\n%s" % (_quoted(path), _data(blob))
    yield b"\n"


def _data(blob: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(blob), blob)


def _quoted(path: str) -> bytes:
    r"""A path as git reads it from a stream: in quotes, with `\`, `"` and line ends escaped."""
    raw = path.encode(errors="surrogateescape")
    return b'"%s"' % raw.replace(b"\\", rb"\\").replace(b'"', rb"\"").replace(b"\n", rb"\n")
