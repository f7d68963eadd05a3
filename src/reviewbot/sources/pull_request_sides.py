"""Both sides of a pull request, as GitHub lists them, and what nobody can read of them.

The lists of all files before and after are the truth: they belong to two commits, are not cut without a word,
and tell modes. The rows of the pull request itself are cut in several ways, one of them silent; they are
believed where their patches lead to the right content, and spare requests there.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewbot.errors import SourceError
from reviewbot.forge import Client, Invalid, Pull, PullFile, TreeEntry, Unreachable
from reviewbot.sources.pull_request_store import path_bytes
from reviewbot.spans import Gap, GapKind

MOST_ROWS = 3_000
"""Files of one pull request that GitHub lists."""
FILES = frozenset({"100644", "100755"})
SUBMODULE = "160000"
CHECKOUT = "review it from a checkout"

_MODES = FILES | {"120000", SUBMODULE}
_TRIES = 2
_SHA1 = 40
_NO_OLD_SIDE = frozenset({"added", "copied"})


@dataclass(slots=True)
class Sides:
    """Changed files by path, as they were and as they are; what cannot be read is taken out and made a gap.

    An entry whose `sha` is "" is one that GitHub does not tell.
    """

    old: dict[str, TreeEntry] = field(default_factory=dict)
    new: dict[str, TreeEntry] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)

    def leave_out(self, path: str, reason: str) -> None:
        """Take a path out of both sides."""
        self.old.pop(path, None)
        self.new.pop(path, None)
        self.gaps.append(Gap(path, (), GapKind.FAILED, "source", reason))

    def paths(self) -> list[str]:
        """All paths, sorted."""
        return sorted(self.old.keys() | self.new.keys())

    def entries(self) -> tuple[TreeEntry, ...]:
        """All entries, those of the new side first."""
        return (*self.new.values(), *self.old.values())


@dataclass(frozen=True, slots=True)
class Listing:
    """A pull request at one head; `repo` is where it is meant for, `base` the merge base.

    Unless it is `whole`, the rows are all that GitHub tells: modes are not known.
    """

    repo: str
    base: str
    head: str
    sides: Sides
    rows: tuple[PullFile, ...]
    whole: bool


def read_listing(client: Client, repo: str, number: int) -> Listing:
    """List a pull request as it is now, once more if its head moves meanwhile.

    Raises:
        ForgeError: GitHub does not give it.
        SourceError: its head keeps moving, or its repository is of a kind that GitHub does not have.
    """
    for _ in range(_TRIES):
        pull = client.pull(repo, number)
        listing = _listing(client, pull)
        if client.pull(repo, number).head_sha == pull.head_sha:
            return listing
    raise SourceError(
        f"the head of {repo}#{number} moved each time it was read", "Run again when nobody pushes to it."
    )


def _listing(client: Client, pull: Pull) -> Listing:
    if len(pull.head_sha) != _SHA1:
        raise SourceError(f"{pull.repo} names its objects by SHA-256", "Use a checkout.")
    base = client.merge_base(pull.repo, pull.base_sha, pull.head_sha)
    sides = _whole(client, pull, base)
    rows = _rows(client, pull, needed=sides is None)
    whole = sides is not None
    if sides is None:
        sides = _told(rows, pull.changed_files)
    elif pull.changed_files > MOST_ROWS:
        _leave_out_unlisted(sides, rows, pull.changed_files)
    _leave_out_impossible(sides)
    return Listing(pull.repo, base, pull.head_sha, sides, rows, whole)


def _whole(client: Client, pull: Pull, base: str) -> Sides | None:
    """What differs between all files before and after; None if there are more files than GitHub lists."""
    try:
        before, after = (Counter(client.tree(pull.repo, sha)) for sha in (base, pull.head_sha))
    except Invalid:
        return None
    return _between(before, after)


def _rows(client: Client, pull: Pull, *, needed: bool) -> tuple[PullFile, ...]:
    """The rows; none where GitHub fails to make them, as it may of a very large change, unless needed."""
    try:
        return tuple(client.files(pull.repo, pull.number))
    except (Invalid, Unreachable):
        if needed:
            raise
        return ()


def _between(before: Counter[TreeEntry], after: Counter[TreeEntry]) -> Sides:
    """What differs. GitHub shows names that are no UTF-8 all alike, so a path may stand for several files."""
    sides = Sides()
    unclear: set[str] = set()
    for side, found in ((sides.old, before - after), (sides.new, after - before)):
        for entry in found.elements():
            if entry.path in side:
                unclear.add(entry.path)
            side[entry.path] = entry
    for path in sorted(unclear):
        sides.leave_out(path, f"GitHub shows several files by this name: {CHECKOUT}")
    return sides


def _told(rows: Sequence[PullFile], changed: int) -> Sides:
    """What the rows alone tell: no modes, and of old sides only those of removed files."""
    sides = Sides()
    for row in rows:
        if row.status == "removed":
            sides.old[row.path] = _file(row.path, row.sha)
            continue
        sides.new[row.path] = _file(row.path, row.sha)
        if row.status not in _NO_OLD_SIDE:
            before = row.old_path or row.path
            sides.old[before] = _file(before, None)
    if len(rows) < changed:
        sides.leave_out("(unnamed)", _unlisted(len(rows), changed))
    return sides


def _file(path: str, sha: str | None) -> TreeEntry:
    return TreeEntry(path, "100644", sha or "", None)


def _leave_out_unlisted(sides: Sides, rows: Sequence[PullFile], changed: int) -> None:
    listed = {path for row in rows for path in (row.path, row.old_path)}
    for path in sides.paths():
        if path not in listed:
            sides.leave_out(path, _unlisted(len(rows), changed))


def _unlisted(listed: int, changed: int) -> str:
    return f"GitHub lists only {listed:,} of the {changed:,} changed files: {CHECKOUT}"


def _leave_out_impossible(sides: Sides) -> None:
    """What git could not hold and GitHub would not: a server may be anything."""
    for path in sides.paths():
        entries = filter(None, (sides.old.get(path), sides.new.get(path)))
        try:
            path_bytes(path)
        except ValueError:
            sides.leave_out(path, "no file of a repository can have this path")
        else:
            if not all(entry.mode in _MODES and len(entry.sha) in (0, _SHA1) for entry in entries):
                sides.leave_out(path, "GitHub calls it something that is no file, link or submodule")
