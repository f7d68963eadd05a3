"""What is believed of a repository: files of a commit that the change under review has not touched."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from reviewbot.diff import decode
from reviewbot.doors.job import Inputs
from reviewbot.doors.selection import CONFIG_FILES, Files, as_text
from reviewbot.errors import UsageError
from reviewbot.forge import Client
from reviewbot.settings import ConfigFile, Settings, load_settings
from reviewbot.sources.repository import file_at


def files_of(directory: Path, commit_id: str) -> Files:
    """The files of a commit that is here."""
    return partial(file_at, directory, commit_id)


def remote_files(client: Client, repo: str, commit_id: str) -> Files:
    """The files of a commit that GitHub has."""
    return lambda path: client.content(repo, path, commit_id)


def texts_of(files: Files) -> Callable[[str], str | None]:
    """The same as text."""

    def text(path: str) -> str | None:
        blob = files(path)
        return None if blob is None else decode(blob)

    return text


def settings_from(files: Files, inputs: Inputs, environ: Mapping[str, str]) -> Settings:
    """Inputs first, then the environment, then the repository's settings, or the file that the job names.

    Raises:
        UsageError: a setting that cannot be, or no such file.
    """
    chosen = inputs.text("config")
    found = [(name, files(name)) for name in ((chosen,) if chosen else CONFIG_FILES)]
    if chosen and found[0][1] is None:
        raise UsageError(f"the base commit has no file {chosen!r}", "It is read from there: merge it first.")
    there = [
        ConfigFile(name, as_text(blob, name), chosen=bool(chosen)) for name, blob in found if blob is not None
    ]
    return load_settings(inputs.settings, environ, there)
