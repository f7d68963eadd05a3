"""The contents of a pull request's files: from its patches where they prove right, else blob by blob."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace

from reviewbot.forge import Client, ForgeError, PullFile, RateLimited, TreeEntry
from reviewbot.sources.pull_request_patch import counts, read_hunks, undo, whole_file
from reviewbot.sources.pull_request_sides import CHECKOUT, SUBMODULE, Listing, Sides
from reviewbot.sources.pull_request_store import Store

AT_ONCE = 8
"""Requests under way."""
LARGE = 1_000_000
"""Bytes. Of larger blobs one is held at a time."""
LARGEST = 50_000_000
"""Bytes. A larger blob is not asked for: on its way it takes several times that in memory."""

_ONE_SIDED = frozenset({"added", "removed", "copied"})
_UNTOLD = f"GitHub leaves out its patch, and lists the repository's files only in part: {CHECKOUT}"


def fill(store: Store, listing: Listing, client: Client) -> None:
    """Bring all contents of both sides into the store; files whose content is not to be had are left out."""
    sides, blobs = listing.sides, _Blobs(client, listing.repo, store)
    _add_whole(store, listing.rows)
    blobs.fetch(sides.new.values())
    for row in listing.rows:
        _add_old(store, sides, row)
    blobs.fetch(sides.old.values())
    for path in sides.paths():
        pair = filter(None, (sides.new.get(path), sides.old.get(path)))
        if reason := next(filter(None, map(blobs.trouble, pair)), ""):
            sides.leave_out(path, reason)


@dataclass(slots=True)
class _Blobs:
    """Asks for blobs, and for no more once GitHub wants a rest that is too long."""

    client: Client
    repo: str
    store: Store
    lacking: dict[str, str] = field(default_factory=dict)
    limit: str = ""

    def fetch(self, entries: Iterable[TreeEntry]) -> None:
        """Bring each blob that the store lacks, once."""
        wanted = {entry.sha: entry.size or 0 for entry in entries if self._lacks(entry)}
        with ThreadPoolExecutor(AT_ONCE) as pool:
            small = (sha for sha, size in wanted.items() if size <= LARGE)
            for _ in pool.map(self._ask, small):
                pass  # which raises what went wrong in a thread
        for sha, size in wanted.items():
            if size > LARGEST:
                self.lacking[sha] = f"larger than {LARGEST // 1_000_000} MB: {CHECKOUT}"
            elif size > LARGE:
                self._ask(sha)

    def trouble(self, entry: TreeEntry) -> str:
        """Why the content of an entry is not there, "" if it is."""
        return self.lacking.get(entry.sha, "" if entry.sha else _UNTOLD)

    def _lacks(self, entry: TreeEntry) -> bool:
        told = entry.sha and entry.mode != SUBMODULE
        return bool(told) and entry.sha not in self.store and entry.sha not in self.lacking

    def _ask(self, sha: str) -> None:
        if self.limit:
            self.lacking[sha] = self.limit
            return
        try:
            self.store.add(self.client.blob(self.repo, sha))
        except ForgeError as error:
            self.lacking[sha] = error.message
            if isinstance(error, RateLimited):
                self.limit = error.message


def _add_whole(store: Store, rows: Iterable[PullFile]) -> None:
    """Keep files that came or went whole: what is made from a cut patch has an id that nobody asks for."""
    for row in rows:
        if row.patch and row.status in _ONE_SIDED:
            with suppress(ValueError):
                store.add(whole_file(read_hunks(row.patch)))


def _add_old(store: Store, sides: Sides, row: PullFile) -> None:
    """Keep the old side of a file, where the patch leads there from the new one.

    Its id proves that, too. Where no id is told, the patch has to hold all lines that GitHub counts.
    """
    before = row.old_path or row.path
    old, new = sides.old.get(before), sides.new.get(row.path)
    if not (row.patch and old and new) or old.sha in store or new.sha not in store:
        return
    with suppress(ValueError):
        hunks = read_hunks(row.patch)
        sha = store.add(undo(hunks, store.read(new.sha)))
        if not old.sha and counts(hunks) == (row.additions, row.deletions):
            sides.old[before] = replace(old, sha=sha)
