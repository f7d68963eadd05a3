"""The system prompts, which are files so that people can read and compare them."""

import hashlib
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from reviewbot.errors import ReviewbotError


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt and its identity: `sha256` of its bytes, which keys caches and stands in reports."""

    text: str = field(repr=False)
    sha256: str


def load_prompt(name: str) -> Prompt:
    """The prompt `NAME.md`: from the installed package, else from the source tree that is installed editable.

    Raises:
        ReviewbotError: it is in neither place, so the installation is broken.
    """
    package = files("reviewbot")
    source_tree = Path(str(package)).parents[1]
    for place in (package / "prompts", source_tree / "prompts"):
        prompt = place / f"{name}.md"
        if prompt.is_file():
            raw = prompt.read_bytes()
            return Prompt(raw.decode(), hashlib.sha256(raw).hexdigest())
    raise ReviewbotError(f"the prompt {name!r} is missing", "reinstall reviewbot: its files are incomplete")
