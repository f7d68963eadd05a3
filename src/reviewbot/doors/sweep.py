"""`reviewbot sweep`: everything there is, as if it were all new, for the price of what changed."""

import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from reviewbot.baseline import suppress
from reviewbot.diff import Target
from reviewbot.doors import options
from reviewbot.doors.accepting import baseline_of
from reviewbot.doors.issue import issue_flag, issue_places, post_issues
from reviewbot.doors.publishing import Publication, note, publish
from reviewbot.doors.reading import read
from reviewbot.doors.selection import open_sweep, settings_with, trusted_files
from reviewbot.doors.sweeping import Round, access, files_that_steer, run_flags, scope_flags
from reviewbot.errors import ReviewbotError, UsageError
from reviewbot.executors.pools import cores, open_pool
from reviewbot.joined import join, within
from reviewbot.report import Report
from reviewbot.settings import Settings
from reviewbot.sinks.survey_text import render_survey
from reviewbot.sinks.sweep_progress import SweepProgress
from reviewbot.spans import Gap, GapKind
from reviewbot.sweeping.estate import Estate, named_apart, tree_at
from reviewbot.sweeping.survey import Survey, survey
from reviewbot.sweeping.visit import Visit
from reviewbot.wiring import NOTHING
from reviewbot.wiring.places import today

SMALL = 400_000
"""Bytes that are read sooner in this process than another one starts."""
_EXTENSIONS = {"json": "json", "markdown": "md", "sarif": "sarif", "text": "txt"}


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
    issues = issue_places(rounds, wanted=flags["issue"])
    if options.supplied(flags) != NOTHING:
        return _at_once(rounds, publication, flags, issues)
    names = named_apart(rounds.estates)
    if dry_run:
        return _survey(rounds, flags)
    with_reports = partial(_published, flags)
    end = None if rounds.seconds is None else time.monotonic() + rounds.seconds
    reports: list[Report] = []
    told: dict[Estate, Report] = {}
    spent = 0.0
    for estate, name in names.items():
        try:
            report, settings = _visit(estate, rounds, flags, end, spent)
            told[estate] = report
        except ReviewbotError as error:
            if len(names) == 1:
                raise
            note(f"{name}: {error.message}")
            report, settings = _missing(name, error), _general(flags)
        spent += report.usage.cost_usd or 0.0
        with_reports(report, name)
        reports.append(within(report, name) if len(names) > 1 else report)
    whole = (
        reports[0] if len(reports) == 1 else join(Target("sweep", f"{len(reports)} repositories"), reports)
    )
    return post_issues(issues, told, publish(whole, publication, settings.fail_on))


def _general(flags: dict[str, Any]) -> Settings:
    """The settings that hold whatever is swept."""
    return settings_with(flags, lambda _: None)


def _visit(
    estate: Estate, rounds: Round, flags: dict[str, Any], end: float | None, spent: float
) -> tuple[Report, Settings]:
    """One repository of several, with the time and the money that the others have left."""
    visit = _prepare(estate, rounds, flags)
    settings = visit.settings
    if settings.max_cost is not None:
        left = max(settings.max_cost - spent, 0.0)
        visit = replace(visit, settings=settings.model_copy(update={"max_cost": left}))
    seconds = None if end is None else max(end - time.monotonic(), 0.0)
    with _pool(visit, flags["executor"]) as pool, SweepProgress(sys.stderr) as progress:
        report, _ = visit.run(pool, seconds, progress.watch)
    return report, settings


def _prepare(estate: Estate, rounds: Round, flags: dict[str, Any]) -> Visit:
    state = rounds.state_of(estate, _general(flags))
    if state is None and estate.is_remote:
        raise UsageError(f"there is no place to clone {estate.named} into", "give --state DIR")
    place = estate.place(state or Path(), access(), history=rounds.scope.since is not None)
    tree = tree_at(place, rounds.scope.since)
    files = files_that_steer(tree, place)
    settings = settings_with(flags, files)
    target = replace(tree.target, repo=estate.name) if estate.is_remote else tree.target
    tree = replace(tree, target=target)
    return Visit.to(tree, rounds.scope, settings, os.environ, state, note, baseline_of(files))


def _pool(visit: Visit, executor: str) -> Any:  # noqa: ANN401 - a context manager of a pool
    lanes = min(cores(), len(visit.cut), visit.settings.concurrency) if visit.size > SMALL else 1
    return open_pool(executor, max(lanes, 1))


def _at_once(
    rounds: Round, publication: Publication, flags: dict[str, Any], issues: Mapping[Estate, str]
) -> int:
    """With answers that are recorded or replayed, or logs of scanners: in one go, and nothing is kept."""
    (estate, *others) = rounds.estates
    if others or estate.is_remote or not rounds.scope.is_everything or rounds.seconds is not None:
        raise UsageError(
            "--import-sarif, --record and --replay go with a sweep of one whole directory only",
            "leave out what chooses a part of it",
        )
    place = Path(estate.named)
    changes = open_sweep(place)
    files = trusted_files(changes, place)
    settings = settings_with(flags, files)
    read_at_once = read(changes, settings, os.environ, options.supplied(flags))
    report = suppress(read_at_once, baseline_of(files), today())
    return post_issues(issues, {estate: report}, publish(report, publication, settings.fail_on))


def _survey(rounds: Round, flags: dict[str, Any]) -> int:
    total = Survey()
    for estate in rounds.estates:
        visit = _prepare(estate, rounds, flags)
        with _pool(visit, flags["executor"]) as pool:
            total += survey(visit.tree, visit.cut, visit.settings, pool)
    sys.stdout.write(render_survey(total.totals, total.costs, total.failures))
    return 3 if total.failures or total.totals.get("failed_lines") else 0


def _missing(name: str, error: ReviewbotError) -> Report:
    """The report on a repository that could not be had: nothing of it was read, and that is said."""
    gap = Gap(".", (), GapKind.FAILED, "source", error.message)
    return join(Target("sweep", name), (), (gap,))


def _published(flags: dict[str, Any], report: Report, name: str) -> None:
    """One report for each repository, beside the one for all."""
    folder: Path | None = flags["reports"]
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    formats = flags["formats"] or ("text",)
    files = [str(folder / f"{name}.{_EXTENSIONS[kind]}") for kind in formats]
    publish(report, Publication.of(formats, files, verbose=True), _general(flags).fail_on)
