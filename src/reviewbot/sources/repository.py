"""The changes of a git repository, bare, shallow or whole, from local objects only."""

from collections.abc import Iterator
from pathlib import Path

from reviewbot.diff import Changeset, FileChange, Nature, Status, Target, decode, is_binary, parse_bare_hunks
from reviewbot.errors import ReviewbotError, UsageError
from reviewbot.sources import revisions
from reviewbot.sources.blobs import Blobs, open_blobs
from reviewbot.sources.entries import SUBMODULE, Comparison, Entry, pairs
from reviewbot.sources.git import Git
from reviewbot.sources.library import GitLibrary
from reviewbot.sources.snapshot import snapshot
from reviewbot.sources.versions import Version, added, deleted, version
from reviewbot.spans import Gap, GapKind

_TOP = ("rev-parse", "--show-toplevel")
_NATURES = {"120000": Nature.SYMLINK, SUBMODULE: Nature.SUBMODULE}


def range_changes(directory: Path, base: str | None = None, head: str | None = None) -> Changeset:
    """What `head` (default: HEAD) brings since it parted from `base`.

    The default base is origin's default branch, else main, else master; the target holds the merge base.

    Raises:
        UsageError: not a repository, or a revision that names no commit.
        SourceError: no merge base, here or while the files are read: git failed.
    """
    git = Git.at(directory)
    new = "HEAD" if head is None else head
    old = revisions.default_base(git, new) if base is None else base
    ids, top = git.ask_all(revisions.fork_question(old, new), _TOP)
    start, tip = revisions.fork(git, old, new, ids)
    target = Target("range", name_of(git, top), start, tip)
    return Changeset(target, _compare(Comparison(git, (start, tip))), GitLibrary(git, tip))


def staged_changes(directory: Path, base: str | None = None) -> Changeset:
    """What the index holds against HEAD, or against the merge base of HEAD and `base`.

    Raises:
        UsageError: not a repository, a bare one, or a revision that names no commit.
        SourceError: no merge base, here or while the files are read: git failed.
    """
    git, start, tree = _local(directory, base)
    target = Target("staged", name_of(git, git.ask(*_TOP)), start)
    return Changeset(target, _compare(Comparison(git, (tree,))), GitLibrary(git))


def worktree_changes(directory: Path, base: str | None = None) -> Changeset:
    """What the working tree holds, untracked files that are not ignored included, against the same as above.

    Raises:
        UsageError: not a repository, a bare one, or a revision that names no commit.
        SourceError: no merge base, here or while the files are read: git failed.
    """
    git, start, tree = _local(directory, base)
    target = Target("worktree", name_of(git, git.ask(*_TOP)), start)
    return Changeset(target, _compare_worktree(git, tree), GitLibrary(git, worktree=True))


def file_at(directory: Path, commit_id: str, path: str) -> bytes | None:
    """A file of a commit, by its path from the top; None if the commit holds none of that name."""
    git = Git.at(directory)
    if git.ask("cat-file", "-e", f"{commit_id}:{path}") is None:
        return None
    return git.run("cat-file", "blob", f"{commit_id}:{path}")


def top(directory: Path) -> Path | None:
    """The top of the working tree that a directory lies in; None without one, as in a bare repository."""
    try:
        found = Git.at(directory).ask(*_TOP)
    except ReviewbotError:
        return None
    return Path(found) if found else None


def folder_in(top: Path, directory: Path) -> str:
    """What the last commit calls a folder of the working tree at `top`; "" if it knows no such folder."""
    git = Git.at(directory)
    path = (git.ask("rev-parse", "--show-prefix") or "").rstrip("/")
    return path if path and Git.at(top).ask("cat-file", "-e", f"HEAD:{path}") is not None else ""


def _with_worktree(directory: Path) -> Git:
    git = Git.at(directory)
    if git.ask("rev-parse", "--is-inside-work-tree") != "true":
        raise UsageError(
            f"{str(directory)!r} has no working tree and no index", "Give --base and --head instead."
        )
    return git


def _local(directory: Path, base: str | None) -> tuple[Git, str, str]:
    """Git, the commit that local changes are compared with ("" before the first), and its tree."""
    git = _with_worktree(directory)
    start = _start(git, base)
    return git, start, start or revisions.empty_tree(git)


def _start(git: Git, base: str | None) -> str:
    if base is None:
        return "" if revisions.unborn(git) else revisions.commit(git, "HEAD")
    return revisions.merge_base(git, revisions.commit(git, base), revisions.commit(git, "HEAD"))


def name_of(git: Git, top: str | None) -> str:
    """What people call a repository: the folder of its working tree, else that of the repository itself."""
    folder = top or git.ask("rev-parse", "--absolute-git-dir") or ""
    return Path(folder).name.removesuffix(".git")


def _compare_worktree(git: Git, tree: str) -> Iterator[FileChange | Gap]:
    with snapshot(git) as (frozen, gaps):
        yield from gaps
        yield from _compare(Comparison(frozen, (tree,)))


def _compare(comparison: Comparison) -> Iterator[FileChange | Gap]:
    # Three processes of git at once: none needs to know what the others say, or only later.
    with (
        comparison.entries() as listed,
        comparison.hunks() as sections,
        open_blobs(comparison.git) as blobs,
    ):
        entries = tuple(listed)
        blobs.expect(blob_id for entry in entries for blob_id in entry.blobs)
        for entry, hunks in pairs(entries, sections):
            try:
                yield from _changes(entry, hunks, blobs)
            except ValueError as trouble:
                yield Gap(entry.path, (), GapKind.FAILED, "source", str(trouble))


def _changes(entry: Entry, hunks: bytes, blobs: Blobs) -> Iterator[FileChange]:
    """The changes of one path: two where a file became something else, as a symbolic link."""
    if entry.status not in "ADMRT":
        raise ValueError(f"git has not merged this file, or cannot tell what became of it ({entry.status})")
    if entry.patched:
        yield _patched(entry, hunks, blobs)
        return
    old = read_version(entry.old_mode, entry.old_id, blobs) if entry.status in "DT" else None
    new = read_version(entry.new_mode, entry.new_id, blobs) if entry.status in "AT" else None
    if old:
        yield deleted(entry.path, old)
    if new:
        yield added(entry.path, new)


def _patched(entry: Entry, hunks: bytes, blobs: Blobs) -> FileChange:
    status = Status.RENAMED if entry.status == "R" else Status.MODIFIED
    blob = _blob(entry.new_mode, entry.new_id, blobs)
    new = version(blob, _nature(entry.new_mode))
    if not new.readable:
        return FileChange(entry.path, entry.old_path, status, Nature.BINARY, (), (), complete=False)
    # A NUL of the old side is in the new one too or in a removed line, so most old blobs need no reading.
    old_nul = b"\0" in blob or b"\0" in hunks
    if old_nul and is_binary(_blob(entry.old_mode, entry.old_id, blobs)):
        return added(entry.path, new)  # of what was no text there are no lines to compare
    edits = parse_bare_hunks(decode(hunks))
    return FileChange(entry.path, entry.old_path, status, new.nature, edits, new.excerpts, complete=True)


def read_version(mode: str, blob_id: str, blobs: Blobs) -> Version:
    """The version of a file that git has under a mode and an id.

    Raises:
        ValueError: the repository holds no such blob.
    """
    return version(_blob(mode, blob_id, blobs), _nature(mode))


def _nature(mode: str) -> Nature:
    return _NATURES.get(mode, Nature.TEXT)


def _blob(mode: str, blob_id: str, blobs: Blobs) -> bytes:
    if _nature(mode) is Nature.SUBMODULE:  # its commit is in another repository
        return f"Subproject commit {blob_id}\n".encode()
    return blobs.read(blob_id)
