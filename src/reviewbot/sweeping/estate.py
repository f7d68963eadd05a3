"""The repositories of one sweep: directories, and clones of what is elsewhere."""

import os
import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reviewbot.errors import UsageError
from reviewbot.sources.checkout import Access
from reviewbot.sources.clones import clone, refuse_secrets
from reviewbot.sources.directory import directory_tree
from reviewbot.sources.repository import folder_in, top
from reviewbot.sources.repository_name import name_in, origin_of
from reviewbot.sources.tree import Tree, git_tree
from reviewbot.stores.ledger import Ledger

_URL = re.compile(r"[a-z][a-z0-9+.-]*://|[\w.-]+@[\w.-]+:", re.IGNORECASE)
_PASSWORD = re.compile(r":.*@", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Estate:
    """One repository, as a person names it: a directory or an address, which holds no secret."""

    named: str

    def __post_init__(self) -> None:
        if self.is_remote:
            refuse_secrets(self.named)
        elif _PASSWORD.search(self.named) and not os.path.lexists(self.named):  # an address, mistyped
            raise UsageError(
                "an address or a directory that is none, and may hold a password",
                "write an address as https://HOST/OWNER/NAME",
            )

    @property
    def is_remote(self) -> bool:
        """Whether it has to be cloned."""
        return _URL.match(self.named) is not None

    @property
    def name(self) -> str:
        """What people call it: OWNER/NAME as its address says, else the last part of that or the folder."""
        if self.is_remote and (name := name_in(self.named)):
            return name
        last = self.named.rstrip("/").replace(":", "/").rpartition("/")[2] if self.is_remote else ""
        return (last or Path(self.named).resolve().name).removesuffix(".git") or "repository"

    def state(self, folder: Path) -> Path:
        """Where its sweeps remember things, below a folder: another one for each address."""
        address = self.named.rstrip("/") if self.is_remote else str(Path(self.named).resolve())
        told = sha256(address.encode("utf-8", "surrogateescape")).hexdigest()[:12]
        last = re.sub(r"[^A-Za-z0-9._-]", "-", self.name.rpartition("/")[2])
        return folder / f"{last[:60]}-{told}"

    def called(self, tree: Tree) -> str:
        """What a report on its tree calls it: OWNER/NAME also where that is what it was cloned from."""
        if self.is_remote:
            return self.name
        origin = origin_of(tree.place) if tree.target.head else None
        return name_in(origin or "") or tree.target.repo

    def place(self, folder: Path, access: Access, *, history: bool, seconds: float | None = None) -> Path:
        """The directory that it is in; what is elsewhere is cloned into a folder, or brought up to date.

        Raises:
            Busy: another sweep is at work on it.
            OutOfTime: cloning took longer than `seconds`.
            SourceError: it cannot be had.
        """
        if not self.is_remote:
            return Path(self.named)
        with Ledger(folder, lambda _: None):
            return clone(self.named, folder, access, history=history, seconds=seconds)


def is_repository(place: Path) -> bool:
    """Whether this very directory is a repository's, bare or not."""
    return (place / ".git").exists() or ((place / "objects").is_dir() and (place / "HEAD").is_file())


def tree_at(place: Path, since: str | None = None) -> Tree:
    """All files of a repository at its HEAD, or, where there is no repository, of a directory.

    A folder that a repository knows is neither: as a directory of its own it would have other paths, another
    history, and what git ignores in it.

    Raises:
        UsageError: neither is there, or `since` names no commit of it.
        SourceError: git failed.
    """
    if is_repository(place):
        return git_tree(place, since=since)
    if (home := top(place)) and (folder := folder_in(home, place)):
        raise UsageError(
            f"{str(place)!r} is a folder of the repository in {home}",
            f"sweep that, or this part of it: {shlex.join(['reviewbot', 'sweep', str(home)])}"
            f" --include {shlex.quote(f'/{_as_glob(folder)}/')}",
        )
    if since is not None:
        raise UsageError(f"{str(place)!r} is no repository, so nothing has changed since {since!r}")
    return directory_tree(place)


def _as_glob(path: str) -> str:
    """A pattern that nothing but the path matches."""
    return re.sub(r"([\\*?\[])", r"\\\1", path)


def read_list(text: str) -> tuple[str, ...]:
    """The repositories that a file lists, one in a line.

    A # at the start or behind a blank begins a comment.
    """
    lines = (re.sub(r"(?:^|\s)#.*", "", line).strip() for line in text.splitlines())
    return tuple(dict.fromkeys(filter(None, lines)))


def named_apart(estates: Iterable[Estate]) -> dict[Estate, str]:
    """A name for each that no other has."""
    every = tuple(estates)
    return dict(zip(every, apart(estate.name for estate in every), strict=True))


def apart(names: Iterable[str]) -> Iterator[str]:
    """Each name, with a number where another one has had it."""
    taken: set[str] = set()
    for name in names:
        own, number = name, 1
        while own in taken:
            number += 1
            own = f"{name}-{number}"
        taken.add(own)
        yield own
