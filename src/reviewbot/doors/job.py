"""The job that a CI runner has started: its inputs and its surroundings, from the environment."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reviewbot.errors import UsageError
from reviewbot.settings import PREFIX, Settings

INPUT = "INPUT_"
_BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the workflow says under `with:`; what is empty is as if it were not there."""

    given: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "Inputs":
        """The inputs of action.yml, as its last step hands them on."""
        named = {
            name.removeprefix(INPUT).lower(): value.strip()
            for name, value in environ.items()
            if name.startswith(INPUT)
        }
        return cls({name: value for name, value in named.items() if value})

    def text(self, name: str) -> str:
        """An input, "" if it is not given."""
        return self.given.get(name, "")

    def is_on(self, name: str, *, default: bool) -> bool:
        """An input that is true or false.

        Raises:
            UsageError: it is something else.
        """
        value = self.given.get(name, "")
        if value and value.lower() not in _BOOLEANS:
            raise UsageError(f"the input {_shown(name)} is {value!r}", "Write true or false.")
        return _BOOLEANS[value.lower()] if value else default

    @property
    def number(self) -> int | None:
        """The pull request that a person has named.

        Raises:
            UsageError: it is no number.
        """
        value = self.text("pull_request").removeprefix("#")
        if value and not (value.isascii() and value.isdecimal() and int(value)):
            raise UsageError(f"the input pull-request is {value!r}", "Write its number, as in 17.")
        return int(value) if value else None

    @property
    def settings(self) -> dict[str, object]:
        """Those that are settings, by their names; the key is none of them, it stays in the environment."""
        known = Settings.model_fields.keys() - {"api_key"}
        return {name: value for name, value in self.given.items() if name in known}

    def environ(self, environ: Mapping[str, str]) -> dict[str, str]:
        """The environment for settings and reviewers: the key, if it came as an input, under its own name."""
        key = self.text("api_key")
        own = {f"{PREFIX}API_KEY": key} if key else {}
        return {name: value for name, value in environ.items() if name != f"{INPUT}API_KEY"} | own


@dataclass(frozen=True, slots=True)
class Runner:
    """What the runner tells every step; paths are None where it names none."""

    event: str
    event_path: Path | None
    repository: str
    sha: str
    ref: str
    run: str
    api_url: str
    server_url: str
    temp: Path
    summary: Path | None
    output: Path | None

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "Runner":
        """The variables GITHUB_*.

        Raises:
            UsageError: this is no job of a workflow.
        """
        if not environ.get("GITHUB_EVENT_NAME"):
            raise UsageError(
                "GITHUB_EVENT_NAME is not set: this is no job of a workflow",
                "Here, review with: reviewbot review. In CI, the action sets all that is needed.",
            )
        attempt = environ.get("GITHUB_RUN_ATTEMPT", "1")
        return cls(
            event=environ["GITHUB_EVENT_NAME"],
            event_path=_path(environ, "GITHUB_EVENT_PATH"),
            repository=environ.get("GITHUB_REPOSITORY", ""),
            sha=environ.get("GITHUB_SHA", ""),
            ref=environ.get("GITHUB_REF", ""),
            run=f"{environ.get('GITHUB_RUN_ID', '0')}.{attempt}",
            api_url=environ.get("GITHUB_API_URL") or "https://api.github.com",
            server_url=environ.get("GITHUB_SERVER_URL") or "https://github.com",
            temp=_path(environ, "RUNNER_TEMP") or Path(tempfile.gettempdir()),
            summary=_path(environ, "GITHUB_STEP_SUMMARY"),
            output=_path(environ, "GITHUB_OUTPUT"),
        )

    def payload(self) -> bytes:
        """What GitHub says of the event.

        Raises:
            UsageError: it cannot be read.
        """
        try:
            return self.event_path.read_bytes() if self.event_path else b""
        except OSError as error:
            raise UsageError(
                f"GITHUB_EVENT_PATH cannot be read: {error.strerror}",
                "The runner sets it; leave it as it is.",
            ) from error


def _path(environ: Mapping[str, str], name: str) -> Path | None:
    value = environ.get(name)
    return Path(value) if value else None


def _shown(name: str) -> str:
    return name.replace("_", "-")
