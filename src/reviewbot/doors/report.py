"""`reviewbot report`: what can be done with reports that are there."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from reviewbot.doors import options
from reviewbot.doors.publishing import publish
from reviewbot.doors.selection import settings_with
from reviewbot.doors.sweeping import issue_flag
from reviewbot.errors import SourceError
from reviewbot.report import Report
from reviewbot.sinks.stored_report import read_report
from reviewbot.sweeping.merging import merge as merged


@click.group()
def report() -> None:
    """Work with JSON reports that are there."""


@report.command()
@click.argument("files", metavar="REPORT.json...", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.threshold
@click.option("--config", type=click.Path(), metavar="FILE", help="Settings.")
@issue_flag
@options.output("text", "markdown", "json", "sarif")
def merge(files: Sequence[Path], *, issue: bool, **flags: Any) -> int:  # noqa: ANN401 - click hands over every flag by name
    """Make one report of several: of the shards of a sweep, or of sweeps of several repositories.

    A shard without a report is a gap, and the exit code is 3.
    """
    publication = options.publication(flags)
    settings = settings_with(flags, lambda _: None)
    report = merged(map(_read, files))
    repo = _place(report) if issue else ""
    code = publish(report, publication, settings.fail_on)
    return _posted(report, repo, code) if repo else code


def _place(report: Report) -> str:
    from reviewbot.doors.issue import issue_place  # noqa: PLC0415 - all that talks to GitHub

    return issue_place(report.target)


def _posted(report: Report, repo: str, code: int) -> int:
    from reviewbot.doors.issue import post_issue  # noqa: PLC0415 - all that talks to GitHub

    return post_issue(report, repo, code)


def _read(file: Path) -> Report:
    try:
        return read_report(file.read_bytes())
    except OSError as error:
        raise SourceError(f"cannot read {file}: {error.strerror}", "give reports that exist") from error
    except SourceError as error:
        raise SourceError(f"{file}: {error.message}", error.hint) from error
