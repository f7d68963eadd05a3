"""The flags of a sweep and what they mean: which repositories, which part of them, for how long."""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from reviewbot.errors import UsageError
from reviewbot.executors.pools import LOCAL
from reviewbot.settings import OFF, Settings
from reviewbot.sources.checkout import Access
from reviewbot.sweeping.estate import Estate, read_list
from reviewbot.sweeping.scope import WHOLE, Scope, Shard
from reviewbot.wiring import user_folder

Command = Callable[..., Any]
_UNITS = {"": 1, "s": 1, "m": 60, "h": 3_600}
_SERVER = "https://github.com"


class Duration(click.ParamType[float]):
    """Seconds, or 90m, or 2h."""

    name = "TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 - click's own
        """The seconds that were meant."""
        found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,3})?)([smh]?)", str(value))
        seconds = float(found[1]) * _UNITS[found[2]] if found else 0.0
        if seconds <= 0:
            self.fail(f"{value!r} is no time; write 3600, 90m or 2h", param, ctx)
        return seconds


def scope_flags(command: Command) -> Command:
    """Which files, and which part of them."""
    for option in reversed(
        (
            click.option("--changed-since", "since", metavar="REV", help="Only files that differ from this."),
            click.option(
                "--include", multiple=True, metavar="GLOB", help="Only these files, as in .gitignore."
            ),
            click.option(
                "--exclude", multiple=True, metavar="GLOB", help="Not these files, as in .gitignore."
            ),
            click.option(
                "--shard",
                metavar="I/N",
                help="Only the I-th of N equal parts; `report merge` puts them together.",
            ),
        )
    ):
        command = option(command)
    return command


def run_flags(command: Command) -> Command:
    """Where it runs, for how long, and what it remembers."""
    for option in reversed(
        (
            click.option(
                "--repos",
                type=click.Path(path_type=Path),
                metavar="FILE",
                help="A list of directories and clone addresses, one in a line.",
            ),
            click.option(
                "--executor",
                default=LOCAL,
                metavar="local|dask://HOST:PORT",
                help=f"Where files are read.  [default: {LOCAL}]",
            ),
            click.option(
                "--deadline",
                "seconds",
                type=Duration(),
                help="Begin nothing new after so long: 3600, 90m, 2h. The next sweep goes on from there.",
            ),
            click.option(
                "--state",
                type=click.Path(path_type=Path),
                metavar="DIR",
                help="Where sweeps remember what they have read, each repository apart.  [default: in the"
                " user's cache]",
            ),
            click.option(
                "--reports",
                type=click.Path(path_type=Path, file_okay=False),
                metavar="DIR",
                help="Also write one report for each repository there, in each --format.",
            ),
            click.option(
                "--trusted",
                is_flag=True,
                help="What is swept is merged: in CI its own settings and baseline hold, as they do on the"
                " default branch.",
            ),
            click.option(
                "--dry-run", is_flag=True, help="Count chunks, tokens and cost; ask and send nothing."
            ),
        )
    ):
        command = option(command)
    return command


issue_flag = click.option(
    "--issue",
    is_flag=True,
    help="Keep one issue in each repository on GitHub up to date, for all who may read there; needs"
    " GITHUB_TOKEN with `issues: write`.",
)


@dataclass(frozen=True, slots=True)
class Round:
    """What a sweep goes through: repositories, the part of each, and where each remembers things."""

    estates: tuple[Estate, ...]
    scope: Scope
    seconds: float | None
    state: Path | None

    @classmethod
    def of(
        cls,
        places: Sequence[str],
        repos: Path | None,
        flags: dict[str, Any],
    ) -> "Round":
        """What the flags say.

        Raises:
            UsageError: a list that cannot be read or is empty, or a shard that is none.
        """
        named = (*places, *_listed(repos)) if repos else places or (".",)
        # One that is named in two ways would be told of twice.
        estates = tuple({one.state(Path()): one for one in map(Estate, named)}.values())
        scope = Scope(
            flags["since"],
            flags["include"],
            flags["exclude"],
            Shard.parse(flags["shard"]) if flags["shard"] else WHOLE,
        )
        if len(estates) > 1 and scope.shard.of > 1:
            raise UsageError(
                "--shard divides one repository", "divide the list of repositories among the jobs instead"
            )
        return cls(estates, scope, flags["seconds"], flags["state"])

    def state_of(self, estate: Estate, settings: Settings) -> Path | None:
        """Where the sweeps of one repository remember things; None if nothing is kept."""
        return state_of(estate, self.state, settings)


def state_of(estate: Estate, state: Path | None, settings: Settings) -> Path | None:
    """A folder of its own below the one that a flag names, else in the cache; None if that is off."""
    if state is None and settings.cache != OFF:
        state = (Path(settings.cache) if settings.cache else user_folder()) / "sweeps"
    return None if state is None else estate.state(state)


def access() -> Access:
    """The server whose token the environment holds."""
    return Access(os.environ.get("GITHUB_SERVER_URL", _SERVER), os.environ.get("GITHUB_TOKEN", ""))


def _listed(file: Path) -> tuple[str, ...]:
    try:
        listed = read_list(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"cannot read {file}: {error}", "give --repos a text file, one name in a line"
        ) from error
    if not listed:
        raise UsageError(f"{file} names no repository", "see what writes it; nothing was swept")
    return listed
