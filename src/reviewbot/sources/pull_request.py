"""The changes of a pull request, by GitHub's API alone, as a clone of the repository would show them.

What GitHub tells is put into a repository of our own, so that git compares both sides as in `repository`:
edits, renames, modes and odd files cannot come out differently. Nothing of it is ever checked out.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from reviewbot.chunks.policy import reason_to_skip
from reviewbot.diff import Changeset, Edit, Excerpt, FileChange, Nature, Status, Target, parse_hunks
from reviewbot.forge import Client, PullFile
from reviewbot.sources.pull_request_blobs import fill
from reviewbot.sources.pull_request_sides import CHECKOUT, FILES, Listing, Sides, read_listing
from reviewbot.sources.pull_request_store import Store
from reviewbot.sources.repository import range_changes
from reviewbot.spans import Gap, GapKind

_STATUSES = {"modified": Status.MODIFIED, "changed": Status.MODIFIED, "renamed": Status.RENAMED}


def pull_changes(client: Client, repo: str, number: int) -> Changeset:
    """What a pull request brings since it parted from its base branch, at the head that it has now.

    The files are fetched when they are read, a few at a time. What GitHub cuts off or does not give is a
    failed gap with the reason. There is no library: only the changed files are known.

    Raises:
        ForgeError: GitHub does not give the pull request, or not the list of its files.
        SourceError: its head moves all the time. While the files are read: git failed.
    """
    listing = read_listing(client, repo, number)
    target = Target("pull_request", listing.repo, listing.base, listing.head, number)
    return Changeset(target, _files(listing, client))


def _files(listing: Listing, client: Client) -> Iterator[FileChange | Gap]:
    sides = listing.sides
    with tempfile.TemporaryDirectory(prefix="reviewbot-") as folder:
        store = Store.create(Path(folder))
        skipped = tuple(_skipped(sides, listing.rows))
        fill(store, listing, client)
        base = store.commit(sides.old.values())
        head = store.commit(sides.new.values(), base)
        yield from sides.gaps
        yield from skipped
        for file in range_changes(Path(folder), base, head).files:
            yield from (file,) if listing.whole else _without_modes(file, listing.rows)


def _skipped(sides: Sides, rows: tuple[PullFile, ...]) -> Iterator[FileChange]:
    """Edited files that policy does not read, taken out of the sides: the patch is enough to count lines."""
    for row in rows:
        before = row.old_path or row.path
        old, new = sides.old.get(before), sides.new.get(row.path)
        if not (old and new and {old.mode, new.mode} <= FILES and row.status in _STATUSES):
            continue
        if not reason_to_skip(row.path, Nature.TEXT):
            continue
        if hunks := ((), ()) if old.sha and old.sha == new.sha else _hunks(row):
            del sides.old[before], sides.new[row.path]
            status = _STATUSES[row.status]
            yield FileChange(row.path, before, status, Nature.TEXT, *hunks, complete=False)


def _without_modes(file: FileChange | Gap, rows: tuple[PullFile, ...]) -> Iterator[FileChange | Gap]:
    """A change, or two gaps for a rename that GitHub does not tell: a link and a file may look like one."""
    told = {(row.old_path, row.path) for row in rows if row.status == "renamed"}
    if isinstance(file, Gap) or file.status is not Status.RENAMED or (file.old_path, file.path) in told:
        yield file
        return
    for path in (file.old_path, file.path):
        yield Gap(path, (), GapKind.FAILED, "source", f"it may be a link: {CHECKOUT}")


def _hunks(row: PullFile) -> tuple[tuple[Edit, ...], tuple[Excerpt, ...]] | None:
    """What a patch says, if it holds all lines that GitHub counts."""
    try:
        edits, excerpts = parse_hunks(row.patch or "")
    except ValueError:
        return None
    counted = sum(edit.added for edit in edits), sum(len(edit.removed) for edit in edits)
    return (edits, excerpts) if edits and counted == (row.additions, row.deletions) else None
