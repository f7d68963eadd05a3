"""What the attributes of a commit say about who wrote its files, and how far that is believed.

Whoever wants code not to be read needs one line in `.gitattributes`. A mark is believed of a file if it names
the file, its folder or its kind of name: `vendor/**`, `*.pb.go`. One that would stand at any file whatsoever
of the same ending says nothing about this one, and marks that leave nothing to read say nothing at all.
"""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from string import ascii_letters
from typing import Final

from reviewbot.chunks.policy import reason_to_skip
from reviewbot.diff import Nature
from reviewbot.sources.git import Git

_MARKS: Final = {
    "linguist-generated": "generated: .gitattributes says so",
    "linguist-vendored": "vendored: .gitattributes says so",
}
_SET: Final = frozenset({"set", "true"})
_FILE: Final = ".gitattributes"
_MOST_KINDS: Final = 256
"""Of so many endings it is asked whether marks would stand anywhere; of the others none is believed."""
_DEEPEST: Final = 4


def marked(git: Git, tip: str, paths: Sequence[str]) -> dict[str, str]:
    """Why policy does not read some of a commit's paths; by an index of its own, as older gits need one.

    Raises:
        SourceError: git failed.
    """
    if not any(path.rpartition("/")[2] == _FILE for path in paths):
        return {}
    with tempfile.TemporaryDirectory(prefix="reviewbot-") as folder:
        aside = git.within(GIT_INDEX_FILE=str(Path(folder) / "index"))
        aside.run("read-tree", tip)
        said = _said(aside, paths)
        kinds = [kind for kind, _ in Counter(map(_ending, said)).most_common(_MOST_KINDS)]
        everywhere = {_ending(path) for path in _said(aside, _nowhere(tip, kinds))}
    believed = frozenset(kinds) - everywhere
    marks = {path: reason for path, reason in said.items() if _ending(path) in believed}
    return marks if any(_is_read(path, marks) for path in paths) else {}


def _said(git: Git, paths: Iterable[str]) -> dict[str, str]:
    listed = "".join(f"{path}\0" for path in paths).encode("utf-8", "surrogateescape")
    printed = git.run("check-attr", "--cached", "-z", "--stdin", *_MARKS, stdin=listed)
    fields = printed.decode("utf-8", "surrogateescape").split("\0")
    said = zip(fields[::3], fields[1::3], fields[2::3], strict=False)
    return {path: _MARKS[name] for path, name, value in said if value in _SET}


def _nowhere(tip: str, endings: Iterable[str]) -> Iterator[str]:
    """Paths that nobody has thought of, with any first letter, in folders of any depth."""
    told = sha256(tip.encode()).hexdigest()[:12]
    for ending in endings:
        for letter in f"{ascii_letters}_":
            name = f"{letter}{told}"
            yield from (f"{name}/" * depth + name + ending for depth in range(_DEEPEST))


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix


def _is_read(path: str, marks: Mapping[str, str]) -> bool:
    """Whether somebody still reads a file; attributes themselves are no code."""
    is_code = path.rpartition("/")[2] != _FILE and not reason_to_skip(path, Nature.TEXT)
    return is_code and path not in marks
