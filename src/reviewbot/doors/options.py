"""The flags, each written once and shared by all commands that take it."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import click

from reviewbot.doors.publishing import Publication
from reviewbot.doors.selection import Selection
from reviewbot.settings import Engine, Settings
from reviewbot.wiring import Supplies

Command = Callable[..., Any]
_SEVERITIES = click.Choice(["low", "medium", "high", "critical"])


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def _setting(name: str, **attributes: Any) -> Callable[[Command], Command]:  # noqa: ANN401 - click's own
    """A flag for a setting, so that its help and default stand in one place; unset means "as configured"."""
    field = Settings.model_fields[name]
    default = getattr(field.default, "label", field.default)
    tail = "" if default in {None, False} else f"  [default: {default}]"
    meaning = field.description or ""
    text = f"{meaning[:1].upper()}{meaning[1:]}.{tail}"
    return click.option(f"--{name.replace('_', '-')}", default=None, help=text, **attributes)


selection = _all(
    click.option(
        "--repo",
        type=click.Path(path_type=Path),
        default=".",
        help="The repository, bare or not.  [default: .]",
    ),
    click.option("--base", metavar="REV", help="Compare with the merge base of this and the head."),
    click.option("--head", metavar="REV", help="The commit to review.  [default: HEAD]"),
    click.option("--staged", is_flag=True, help="Review what is in the index."),
    click.option("--worktree", is_flag=True, help="Review the working tree, new files included."),
    click.option("--diff", metavar="FILE", help="Review a diff; - reads standard input."),
)

pull_request = _all(
    click.option(
        "--pr",
        metavar="OWNER/REPO#N",
        help="Review a pull request, or its address, by GitHub's API alone; needs GITHUB_TOKEN.",
    ),
    click.option("--post", is_flag=True, help="With --pr: publish on it, exactly as the Action does."),
)

limits = _all(
    _setting("max_chunk_tokens", type=int, metavar="N"),
    click.option(
        "--config", type=click.Path(), metavar="FILE", help="Settings, instead of the repository's."
    ),
)

reader = _all(
    _setting("engine", type=click.Choice([engine.value for engine in Engine])),
    _setting("model", metavar="NAME"),
    _setting("base_url", metavar="URL"),
)

asking = _all(
    _setting("votes", type=int, metavar="N"),
    click.option(
        "--no-verify", "verify", flag_value=False, default=None, help="Do not have findings verified."
    ),
    _setting("canary", flag_value=True),
    _setting("max_cost", type=float, metavar="USD"),
    _setting("cache", metavar="DIR|off"),
)

tape = _all(
    click.option(
        "--record",
        type=click.Path(path_type=Path),
        metavar="DIR|FILE",
        help="Write the model's answers down, to be replayed without a key.",
    ),
    click.option(
        "--replay",
        type=click.Path(path_type=Path),
        metavar="DIR|FILE",
        help="Ask nobody: take the answers that --record has written.",
    ),
)

supplies = _all(
    click.option(
        "--import-sarif",
        "imports",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Let the results of another scanner join, from its SARIF log.  Repeatable.",
    ),
    tape,
)

threshold = _all(
    _setting("fail_on", type=_SEVERITIES),
    _setting("min_severity", type=_SEVERITIES),
    _setting("min_confidence", type=click.Choice(["low", "medium", "high"])),
)


def output(*formats: str) -> Callable[[Command], Command]:
    """`--format`, `--output` and `--verbose`, for a command that can write these formats."""
    return _all(
        click.option(
            "--format",
            "formats",
            multiple=True,
            type=click.Choice(formats),
            help="Repeatable.  [default: text]",
        ),
        click.option(
            "--output",
            "outputs",
            multiple=True,
            metavar="FILE",
            help="Where the format at the same position goes.  [default: standard output]",
        ),
        click.option("-v", "--verbose", is_flag=True, help="Show everything, however long."),
    )


def selected(flags: Mapping[str, Any]) -> Selection:
    """The change that the flags of `selection` choose."""
    return Selection(**{field.name: flags[field.name] for field in fields(Selection)})


def supplied(flags: Mapping[str, Any]) -> Supplies:
    """The files that the flags of `supplies`, or of `tape` alone, name."""
    return Supplies(flags.get("imports", ()), flags["record"], flags["replay"])


def publication(flags: Mapping[str, Any]) -> Publication:
    """Where the flags of `output` send the report."""
    return Publication.of(flags["formats"], flags["outputs"], verbose=flags["verbose"])
