"""`reviewbot review`: one change."""

import asyncio
import os
import sys
from collections.abc import Mapping
from typing import Any

import click

from reviewbot.chunks import plan
from reviewbot.diff import Changeset
from reviewbot.doors import options
from reviewbot.doors.publishing import Publication, note, publish
from reviewbot.doors.selection import settings_for
from reviewbot.executors import over_cores
from reviewbot.pipeline import review_plan
from reviewbot.report import Report
from reviewbot.settings import Settings
from reviewbot.sinks.progress import ProgressBar
from reviewbot.wiring import set_up


@click.command()
@options.selection
@options.reader
@options.asking
@options.threshold
@options.limits
@options.output("text", "markdown", "json", "sarif")
def review(**flags: Any) -> int:  # noqa: ANN401 - click hands over every flag by name
    """Review a change for security defects.

    Without flags: what HEAD brings since it parted from origin's default branch, or from main or master.
    Nothing is posted anywhere.
    """
    selection = options.selected(flags)
    changes = selection.open()
    if changes.target.kind == "range" and changes.target.base == changes.target.head:
        note("the head is part of the base already; try --base REV, --staged or --worktree")
    settings = settings_for(flags, changes, selection.repo)
    return read_and_publish(changes, settings, options.publication(flags))


def read_and_publish(changes: Changeset, settings: Settings, publication: Publication) -> int:
    """Cut the change, have it read, deliver the report; the exit code says what came of it."""
    return publish(read(changes, settings, os.environ), publication, settings.fail_on)


def read(changes: Changeset, settings: Settings, environ: Mapping[str, str]) -> Report:
    """Cut the change and have it read."""
    desk = set_up(settings, environ, changes.library, note)
    planned = plan(changes.files, desk.limits, desk.count, over_cores)
    if desk.asking:
        planned = desk.with_context(planned)
    if desk.cold and planned.chunks:
        note("compiling the secret rules, once; about 5 s")
    with ProgressBar(len(planned.chunks) * len(desk.reviewers), sys.stderr) as progress:
        report = asyncio.run(
            review_plan(
                changes.target,
                planned,
                desk.reviewers,
                min_severity=settings.min_severity,
                facts=desk.facts_about(planned),
                watch=progress.watch,
                verifier=desk.verifier,
            )
        )
    return desk.conclude(report)
