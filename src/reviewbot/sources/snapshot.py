"""The working tree as a tree of its own, in files that are thrown away: the user's index stays untouched."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reviewbot.errors import SourceError, UsageError
from reviewbot.sources.git import Git
from reviewbot.spans import Gap, GapKind

_SETTINGS = (
    ("core.looseCompression", "0"),  # the blobs live for seconds
    ("core.safecrlf", "false"),  # a warning for those who commit
    ("core.splitIndex", "false"),  # else a part of our index would go to the user's .git
)
_GIT_DIR = ("rev-parse", "--absolute-git-dir")


@contextmanager
def snapshot(git: Git) -> Iterator[tuple[Git, tuple[Gap, ...]]]:
    """A git whose index holds the whole working tree, untracked files included, and what could not be read.

    Git itself reads the files: it follows no symbolic link and converts line ends as a commit would. What a
    repository names to be run is off: filters here, the rest in `Git`. `git add` is not used, because it runs
    `git status` inside submodules, with their configuration.
    """
    git = _at_top(git)
    git = git.configured((*_SETTINGS, *_no_filters(git)))
    with tempfile.TemporaryDirectory(prefix="reviewbot-") as folder:
        git = _detached(git, Path(folder))
        paths = _changed(git)
        gaps = [_nested(path) for path in paths if path.endswith("/")]
        gaps += _add(git, [path for path in paths if not path.endswith("/")])
        yield git, tuple(gaps)


def _at_top(git: Git) -> Git:
    top = git.ask("rev-parse", "--show-toplevel")
    if top is None:
        raise UsageError("this repository has no working tree", "Give --base and --head instead.")
    at_top = Git(Path(top), git.environment)
    # core.worktree can name any folder, even one above: believe only one that leads back to the repository.
    if at_top.ask(*_GIT_DIR) != git.ask(*_GIT_DIR):
        raise UsageError(
            f"the settings of the repository move its working tree to {top!r}", "Unset core.worktree."
        )
    return at_top


def _no_filters(git: Git) -> Iterator[tuple[str, str]]:
    listed = git.ask("config", "-z", "--name-only", "--get-regexp", r"^filter\.") or ""
    for driver in {name.rpartition(".")[0] for name in listed.split("\0") if name}:
        yield from ((f"{driver}.clean", ""), (f"{driver}.process", ""), (f"{driver}.required", "false"))


def _detached(git: Git, folder: Path) -> Git:
    index = Path(git.directory, git.ask("rev-parse", "--git-path", "index") or "")
    objects = Path(git.directory, git.ask("rev-parse", "--git-path", "objects") or "").absolute()
    if index.is_file():
        # With its date: git compares a file's content only if the index is not newer than the file.
        shutil.copy2(index, folder / "index")
    own = folder / "objects"
    (own / "info").mkdir(parents=True)
    (own / "info" / "alternates").write_bytes(os.fsencode(objects) + b"\n")
    return git.within(GIT_INDEX_FILE=str(folder / "index"), GIT_OBJECT_DIRECTORY=str(own))


def _changed(git: Git) -> list[str]:
    listed = git.run("ls-files", "-z", "--modified", "--deleted", "--others", "--exclude-standard")
    return sorted({os.fsdecode(path) for path in listed.split(b"\0") if path})


def _add(git: Git, paths: Sequence[str]) -> list[Gap]:
    """Put files into the index, halving the list where git stops at one, so that it costs no other."""
    if not paths:
        return []
    listed = b"".join(os.fsencode(path) + b"\0" for path in paths)
    try:
        git.run("update-index", "--add", "--remove", "--replace", "-z", "--stdin", stdin=listed)
    except SourceError as error:
        if len(paths) == 1:
            return [Gap(paths[0], (), GapKind.FAILED, "source", error.message)]
        middle = len(paths) // 2
        return _add(git, paths[:middle]) + _add(git, paths[middle:])
    return []


def _nested(path: str) -> Gap:
    reason = "a repository of its own inside this one, not part of it"
    return Gap(path.removesuffix("/"), (), GapKind.SKIPPED, "source", reason)
