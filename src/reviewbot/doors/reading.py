"""What all doors that review have in common: a change is cut, read, and becomes a report."""

import asyncio
import sys
from collections.abc import Mapping

from reviewbot.diff import Changeset
from reviewbot.doors.speaking import note
from reviewbot.executors import over_cores
from reviewbot.report import Report
from reviewbot.settings import Settings
from reviewbot.sinks.progress import ProgressBar
from reviewbot.wiring import NOTHING, Supplies, set_up


def read(
    changes: Changeset, settings: Settings, environ: Mapping[str, str], supplies: Supplies = NOTHING
) -> Report:
    """Cut the change and have it read."""
    desk = set_up(settings, environ, changes.library, note, supplies)
    planned = desk.cut(changes, over_cores)
    if desk.cold and planned.chunks:
        note("compiling the secret rules, once; about 5 s")
    with ProgressBar(len(planned.chunks) * len(desk.reviewers), sys.stderr) as progress:
        return asyncio.run(desk.read(changes.target, planned, progress.watch))
