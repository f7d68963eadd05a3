"""Which change: from the flags of a command to a `Changeset` and the settings that hold for it."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewbot.diff import Changeset
from reviewbot.errors import UsageError
from reviewbot.settings import ConfigFile, Settings, load_settings
from reviewbot.sources.diff_file import diff_changes
from reviewbot.sources.directory import directory_changes
from reviewbot.sources.repository import (
    file_at,
    range_changes,
    staged_changes,
    sweep_changes,
    top,
    worktree_changes,
)

CONFIG_FILES = (".reviewbot.toml", "pyproject.toml")


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


def open_sweep(place: Path) -> Changeset:
    """Everything in a repository at its HEAD, or, where there is no repository, in a directory."""
    is_repository = (place / ".git").exists() or ((place / "objects").is_dir() and (place / "HEAD").is_file())
    return sweep_changes(place) if is_repository else directory_changes(place)


def settings_for(flags: dict[str, Any], changes: Changeset, repo: Path) -> Settings:
    """The settings for a change: flags, environment, then the repository's file or the one chosen by a flag.

    In CI the repository's file comes from the base commit, so that no change can tune its own review; where
    there is no base commit, none is read.
    """
    chosen = {name: flags.get(name) for name in Settings.model_fields}
    return load_settings(chosen, os.environ, _config_files(flags.get("config"), changes, repo))


def _config_files(config: str | None, changes: Changeset, repo: Path) -> list[ConfigFile]:
    if config is not None:
        return [ConfigFile(config, _decoded(_read(config), config), chosen=True)]
    home = top(repo) or repo
    in_ci = os.environ.get("CI", "").lower() not in {"", "0", "false"}
    found = []
    for name in CONFIG_FILES:
        if not in_ci:
            blob = _own(home / name)
        else:
            base = changes.target.base
            blob = file_at(repo, base, name) if base else None
        if blob is not None:
            found.append(ConfigFile(name, _decoded(blob, name)))
    return found


def _own(file: Path) -> bytes | None:
    """A file of the repository, never through a link that leads out of it; None if there is none."""
    if file.is_symlink() or not file.is_file():
        return None
    return _read(str(file))


def _decoded(blob: bytes, name: str) -> str:
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
