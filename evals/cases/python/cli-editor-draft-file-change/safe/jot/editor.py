"""Opens the user's editor for a note and returns what they wrote."""

import os
import shlex
import subprocess
import tempfile

DEFAULT_EDITOR = "vi"

# editors choose their highlighting by the suffix
SUFFIXES = {"markdown": ".md", "rst": ".rst", "org": ".org"}


class EditorFailed(Exception):
    """The editor could not be started or ended with an error."""


def editor_command() -> list[str]:
    """The editor of the environment, split into words."""
    command = os.environ.get("JOT_EDITOR") or os.environ.get("VISUAL") or os.environ.get("EDITOR")
    return shlex.split(command or DEFAULT_EDITOR)


def _run(path: str) -> None:
    command = editor_command()
    try:
        subprocess.run([*command, path], check=True)
    except FileNotFoundError as error:
        raise EditorFailed(f"{command[0]} is not installed") from error
    except subprocess.CalledProcessError as error:
        raise EditorFailed(f"{command[0]} ended with {error.returncode}") from error


def edit(text: str = "", syntax: str = "plain") -> str | None:
    """Let the user edit a text; None when nothing was changed."""
    suffix = SUFFIXES.get(syntax, ".txt")
    handle, path = tempfile.mkstemp(prefix="jot-", suffix=suffix, text=True)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        _run(path)
        with open(path, encoding="utf-8") as stream:
            result = stream.read()
    finally:
        os.unlink(path)
    return None if result == text else result
