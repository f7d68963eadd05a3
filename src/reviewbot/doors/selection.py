"""Which change: from the flags of a command to a `Changeset` and the settings that hold for it."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewbot.diff import Changeset
from reviewbot.errors import UsageError
from reviewbot.settings import ConfigFile, Settings, load_settings
from reviewbot.sources.diff_file import diff_changes
from reviewbot.sources.repository import range_changes, staged_changes, worktree_changes

CONFIG_FILES = (".reviewbot.toml", "pyproject.toml")
Files = Callable[[str], bytes | None]
"""A file by its path, None if there is none."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The flags that choose a change, as given."""

    repo: Path
    base: str | None = None
    head: str | None = None
    staged: bool = False
    worktree: bool = False
    diff: str | None = None

    def open(self) -> Changeset:
        """The change to review.

        Raises:
            UsageError: flags that exclude each other, or what a source refuses.
            SourceError: there is no change to read.
        """
        self._refuse_contradictions()
        if self.diff is not None:
            return diff_changes(_read(self.diff), self.diff, self.repo)
        if self.staged:
            return staged_changes(self.repo, self.base)
        if self.worktree:
            return worktree_changes(self.repo, self.base)
        return range_changes(self.repo, self.base, self.head)

    def refuse_beside(self, flag: str) -> None:
        """Refuse every flag that chooses another change than `flag` does.

        Raises:
            UsageError: there is one.
        """
        others = [name for name, given in self._given().items() if given]
        if others:
            raise UsageError(f"{flag} and {' and '.join(others)} exclude each other", "give one of them")

    def _given(self) -> dict[str, bool]:
        return {
            "--base": self.base is not None,
            "--head": self.head is not None,
            "--staged": self.staged,
            "--worktree": self.worktree,
            "--diff": self.diff is not None,
        }

    def _refuse_contradictions(self) -> None:
        chosen = {
            "--diff": self.diff is not None,
            "--staged": self.staged,
            "--worktree": self.worktree,
            "--head": self.head is not None,
        }
        flags = [flag for flag, given in chosen.items() if given]
        if self.diff is not None and self.base is not None:
            flags.append("--base")
        if len(flags) > 1:
            raise UsageError(f"{' and '.join(flags)} exclude each other", "give one of them")


def settings_with(flags: Mapping[str, Any], files: Files) -> Settings:
    """The settings of flags, environment and a repository's trusted files, which `--config` replaces."""
    chosen = {name: flags.get(name) for name in Settings.model_fields}
    config = flags.get("config")
    if config is not None:
        found = [ConfigFile(config, as_text(_read(config), config), chosen=True)]
    else:
        blobs = ((name, files(name)) for name in CONFIG_FILES)
        found = [ConfigFile(name, as_text(blob, name)) for name, blob in blobs if blob is not None]
    return load_settings(chosen, os.environ, found)


def own_file(file: Path) -> bytes | None:
    """A file of the repository, never through a link that leads out of it; None if there is none."""
    if file.is_symlink() or not file.is_file():
        return None
    return _read(str(file))


def as_text(blob: bytes, name: str) -> str:
    """The text of a settings file.

    Raises:
        UsageError: it is none.
    """
    try:
        return blob.decode()
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{name} is not UTF-8 text", "settings are TOML; mend the file or remove it"
        ) from error


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UsageError(
            f"cannot read {name}: {error.strerror}", "give a file that exists and can be read"
        ) from error
