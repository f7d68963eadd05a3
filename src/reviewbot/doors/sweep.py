"""`reviewbot sweep`: everything there is, as if it were all new, for the price of what changed."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import click

from reviewbot.baseline import suppress
from reviewbot.doors import options
from reviewbot.doors.publishing import Publication, publish
from reviewbot.doors.reading import read
from reviewbot.doors.speaking import note, say
from reviewbot.doors.sweeping import Round, issue_flag, run_flags, scope_flags
from reviewbot.doors.visits import Visits, general, missing, own_of
from reviewbot.errors import ReviewbotError, SinkError, UsageError
from reviewbot.executors.pools import LOCAL
from reviewbot.joined import side_by_side
from reviewbot.report import Report
from reviewbot.sinks.output import write
from reviewbot.sinks.survey_text import render_survey, render_survey_json
from reviewbot.sources.everything import everything_in
from reviewbot.sweeping.estate import Estate, apart, named_apart
from reviewbot.wiring import NOTHING
from reviewbot.wiring.places import today

INCOMPLETE: Final = 3
_SURVEYS: Final = {"text": render_survey, "json": render_survey_json}
_EXTENSIONS: Final = {"json": "json", "markdown": "md", "sarif": "sarif", "text": "txt"}


@click.command()
@click.argument("places", metavar="[DIR|REPO|URL]...", nargs=-1)
@scope_flags
@run_flags
@options.reader
@options.asking
@options.supplies
@options.threshold
@options.limits
@issue_flag
@options.output("text", "markdown", "json", "sarif")
def sweep(places: Sequence[str], repos: Path | None, *, dry_run: bool, **flags: Any) -> int:  # noqa: ANN401 - click hands over every flag by name
    """Review every line of repositories at their HEAD, or of plain directories.

    What was read before and has not changed is not read again. A sweep that is stopped, however, goes on
    where it was.
    """
    rounds = Round.of(places, repos, flags)
    publication = options.publication(flags)
    issues = _issues(rounds) if flags["issue"] else {}
    if options.supplied(flags) != NOTHING:
        return _at_once(rounds, publication, flags, issues, dry_run=dry_run)
    with Visits.begin(rounds, flags) as visits:
        return _counted(visits, publication) if dry_run else _every(visits, publication, issues)


def _counted(visits: Visits, publication: Publication) -> int:
    if others := sorted({kind for kind, _ in publication.destinations} - _SURVEYS.keys()):
        raise UsageError(f"--dry-run finds nothing to write as {others[0]}", "give --format text or json")
    counted = visits.survey()
    for kind, to in publication.destinations:
        write(_SURVEYS[kind](counted.totals, counted.costs, counted.failures), to)
    return INCOMPLETE if counted.failures or counted.totals.get("failed_lines") else 0


def _issues(rounds: Round) -> Mapping[Estate, str]:
    from reviewbot.doors.issue import issue_places  # noqa: PLC0415 - all that talks to GitHub

    return issue_places(rounds)


def _with_issues(issues: Mapping[Estate, str], reports: Mapping[Estate, Report], code: int) -> int:
    if not issues:
        return code
    from reviewbot.doors.issue import post_issues  # noqa: PLC0415 - all that talks to GitHub

    return post_issues(issues, reports, code)


def _every(visits: Visits, publication: Publication, issues: Mapping[Estate, str]) -> int:
    """One report for each repository, and one for all; one that cannot be had does not stop the others.

    Raises:
        ReviewbotError: the only one cannot be had, or what was asked for fits none of them.
    """
    flags, fail_on = visits.flags, general(visits.flags).fail_on
    names = named_apart(visits.rounds.estates)
    files = dict(zip(names, apart(name.replace("/", "-") for name in names.values()), strict=True))
    reports: dict[Estate, Report] = {}
    absent: dict[Estate, Report] = {}
    errors: list[ReviewbotError] = []
    code = 0
    for estate, name in names.items():
        try:
            reports[estate], settings = visits.report_on(estate)
            fail_on = settings.fail_on if len(names) == 1 else fail_on
        except ReviewbotError as error:
            if len(names) == 1:
                raise
            note(f"{name}: {error.message}")
            absent[estate] = missing(name, error)
            errors.append(error)
        code = max(code, _published(flags, reports.get(estate) or absent[estate], files[estate]))
    if len(errors) == len(names) and all(isinstance(error, UsageError) for error in errors):
        raise errors[0]  # a glob or a revision with a mistake in it, and no reason to call anything clean
    every = [(name, reports.get(estate) or absent[estate]) for estate, name in names.items()]
    report = every[0][1] if len(every) == 1 else side_by_side(every)
    whole_code = publish(report, publication, fail_on)
    return _with_issues(issues, reports, whole_code if whole_code > 1 else code or whole_code)


def _at_once(
    rounds: Round,
    publication: Publication,
    flags: dict[str, Any],
    issues: Mapping[Estate, str],
    *,
    dry_run: bool,
) -> int:
    """With answers that are recorded or replayed, or logs of scanners: in one go, and nothing is kept."""
    (estate, *others) = rounds.estates
    others_given = [flags["reports"], flags["state"], flags["executor"] != LOCAL, rounds.seconds, dry_run]
    if others or estate.is_remote or not rounds.scope.is_everything or any(others_given):
        raise UsageError(
            "--import-sarif, --record and --replay go with a sweep of one whole directory, in one go",
            "leave out all other flags that are about sweeps",
        )
    own = own_of(estate, Path(estate.named), None, flags)
    read_at_once = read(everything_in(own.tree), own.settings, os.environ, options.supplied(flags))
    report = suppress(read_at_once, own.accepted, today())
    return _with_issues(issues, {estate: report}, publish(report, publication, own.settings.fail_on))


def _published(flags: dict[str, Any], report: Report, name: str) -> int:
    """One report for each repository, beside the one for all; 5 if it cannot be written."""
    folder: Path | None = flags["reports"]
    if folder is None:
        return 0
    formats = flags["formats"] or ("text",)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = [str(folder / f"{name}.{_EXTENSIONS[kind]}") for kind in formats]
        code = publish(report, Publication.of(formats, files, verbose=True), general(flags).fail_on)
    except OSError as error:
        say(f"cannot write to {folder}: {error.strerror}", "give --reports a folder that can be written")
        return SinkError.exit_code
    return code if code == SinkError.exit_code else 0
