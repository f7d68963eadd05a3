"""What the `.gitattributes` of a commit say about who wrote its files.

Whoever wants code not to be read needs one line there: whether marks are believed at all is for a door to
say, and what they leave out is always reported. Attributes of the machine have no say; those in `.git/info`
belong to the person whose clone it is, and have.
"""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from reviewbot.sources.git import Git
from reviewbot.spans import MARKED

_MARKS: Final = {
    "linguist-generated": f"generated: {MARKED}",
    "linguist-vendored": f"vendored: {MARKED}",
}
_SET: Final = frozenset({"set", "true"})
_FILE: Final = ".gitattributes"
_REGULAR: Final = frozenset({"100644", "100755"})
_ODD: Final = frozenset({"", ".", "..", ".git"})
# Names that only other file systems take for `.git`: here nothing is written under any name.
_SETTINGS: Final = (
    ("core.attributesFile", "/dev/null"),
    ("core.protectHFS", "false"),
    ("core.protectNTFS", "false"),
)


def marked(git: Git, leaves: Sequence[tuple[str, str, str, int]]) -> dict[str, str]:
    """Why policy does not read some files of a commit, each given as path, mode, blob and size.

    Raises:
        SourceError: git failed.
    """
    usual = [leaf for leaf in leaves if _is_usual(leaf[0])]
    entries = [
        f"{mode} {blob}\t{path}"
        for path, mode, blob, _ in usual
        if mode in _REGULAR and path.rpartition("/")[2] == _FILE
    ]
    if not entries:
        return {}
    # An index of its own, as older gits read attributes from no tree; nothing else in it could trouble git.
    with tempfile.TemporaryDirectory(prefix="reviewbot-") as folder:
        aside = git.configured(_SETTINGS).within(
            GIT_INDEX_FILE=str(Path(folder) / "index"), GIT_ATTR_NOSYSTEM="1"
        )
        aside.run("update-index", "-z", "--index-info", stdin=_lines(entries))
        return _said(aside, [leaf[0] for leaf in usual])


def _is_usual(path: str) -> bool:
    """Whether git takes it for the path of a file that it could check out."""
    return _ODD.isdisjoint(path.lower().split("/"))


def _said(git: Git, paths: Iterable[str]) -> dict[str, str]:
    printed = git.run("check-attr", "--cached", "-z", "--stdin", *_MARKS, stdin=_lines(paths))
    fields = printed.decode("utf-8", "surrogateescape").split("\0")
    said = zip(fields[::3], fields[1::3], fields[2::3], strict=False)
    return {path: _MARKS[name] for path, name, value in said if value in _SET}


def _lines(texts: Iterable[str]) -> bytes:
    return "".join(f"{text}\0" for text in texts).encode("utf-8", "surrogateescape")
