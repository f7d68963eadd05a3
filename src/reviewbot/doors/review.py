"""`reviewbot review`: one change."""

import os
from typing import Any

import click

from reviewbot.baseline import NOTHING_ACCEPTED, Baseline, suppress
from reviewbot.diff import Changeset
from reviewbot.doors import options
from reviewbot.doors.accepting import baseline_of
from reviewbot.doors.publishing import Publication, publish
from reviewbot.doors.pull import review_pull
from reviewbot.doors.reading import read
from reviewbot.doors.selection import settings_with
from reviewbot.doors.speaking import note
from reviewbot.doors.steered import trusted_files
from reviewbot.errors import UsageError
from reviewbot.settings import Settings
from reviewbot.wiring import Supplies
from reviewbot.wiring.places import today


@click.command()
@options.selection
@options.pull_request
@options.reader
@options.asking
@options.supplies
@options.threshold
@options.limits
@options.output("text", "markdown", "json", "sarif")
def review(*, pr: str | None, post: bool, **flags: Any) -> int:  # noqa: ANN401 - click hands over the rest
    """Review a change for security defects.

    Without flags: what HEAD brings since it parted from origin's default branch, or from main or master.
    Nothing is posted anywhere unless --post says so.
    """
    selection = options.selected(flags)
    if pr is not None:
        selection.refuse_beside("--pr")
        return review_pull(pr, flags, options.publication(flags), options.supplied(flags), post=post)
    if post:
        raise UsageError("--post needs a pull request to post to", "name it: --pr OWNER/REPO#N")
    changes = selection.open()
    if changes.target.kind == "range" and changes.target.base == changes.target.head:
        note("the head is part of the base already; try --base REV, --staged or --worktree")
    files = trusted_files(changes.target, selection.repo)
    settings, accepted = settings_with(flags, files), baseline_of(files)
    publication, supplies = options.publication(flags), options.supplied(flags)
    return read_and_publish(changes, settings, publication, supplies, accepted)


def read_and_publish(
    changes: Changeset,
    settings: Settings,
    publication: Publication,
    supplies: Supplies,
    accepted: Baseline = NOTHING_ACCEPTED,
) -> int:
    """Cut the change, have it read, deliver the report; the exit code says what came of it."""
    report = suppress(read(changes, settings, os.environ, supplies), accepted, today())
    return publish(report, publication, settings.fail_on)
