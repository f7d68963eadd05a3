"""The repositories of one sweep: directories, and clones of what is elsewhere."""

import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reviewbot.errors import UsageError
from reviewbot.sources.checkout import Access
from reviewbot.sources.clones import clone
from reviewbot.sources.directory import directory_tree
from reviewbot.sources.repository import folder_in, top
from reviewbot.sources.tree import Tree, git_tree
from reviewbot.stores.ledger import Ledger

_URL = re.compile(r"[a-z][a-z0-9+.-]*://|[\w.-]+@[\w.-]+:")


@dataclass(frozen=True, slots=True)
class Estate:
    """One repository, as a person names it: a directory or an address."""

    named: str

    @property
    def is_remote(self) -> bool:
        """Whether it has to be cloned."""
        return _URL.match(self.named) is not None

    @property
    def name(self) -> str:
        """What people call it: the last part of its address."""
        last = self.named.rstrip("/").replace(":", "/").rpartition("/")[2] if self.is_remote else ""
        return (last or Path(self.named).resolve().name).removesuffix(".git") or "repository"

    def state(self, folder: Path) -> Path:
        """Where its sweeps remember things, below a folder: another one for each address."""
        address = self.named.rstrip("/") if self.is_remote else str(Path(self.named).resolve())
        told = sha256(address.encode("utf-8", "surrogateescape")).hexdigest()[:12]
        return folder / f"{re.sub(r'[^A-Za-z0-9._-]', '-', self.name)[:60]}-{told}"

    def place(self, folder: Path, access: Access, *, history: bool) -> Path:
        """The directory that it is in; what is elsewhere is cloned into a folder, or brought up to date.

        Raises:
            Busy: another sweep is at work on it.
            SourceError: it cannot be had.
        """
        if not self.is_remote:
            return Path(self.named)
        with Ledger(folder, lambda _: None):
            return clone(self.named, folder, access, history=history)


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
    names: dict[Estate, str] = {}
    taken: set[str] = set()
    for estate in estates:
        name, number = estate.name, 1
        while name in taken:
            number += 1
            name = f"{estate.name}-{number}"
        taken.add(name)
        names[estate] = name
    return names
