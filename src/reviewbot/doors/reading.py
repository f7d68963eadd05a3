"""What all doors that review have in common: a change is cut, read, and becomes a report."""

import asyncio
import sys
from collections.abc import Mapping

from reviewbot.chunks import plan
from reviewbot.diff import Changeset
from reviewbot.doors.publishing import note
from reviewbot.executors import over_cores
from reviewbot.pipeline import review_plan
from reviewbot.report import Report
from reviewbot.settings import Settings
from reviewbot.sinks.progress import ProgressBar
from reviewbot.wiring import NOTHING, Supplies, set_up


def read(
    changes: Changeset, settings: Settings, environ: Mapping[str, str], supplies: Supplies = NOTHING
) -> Report:
    """Cut the change and have it read."""
    desk = set_up(settings, environ, changes.library, note, supplies)
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
                min_confidence=settings.min_confidence,
                facts=desk.facts_about(planned),
                watch=progress.watch,
                verifier=desk.verifier,
            )
        )
    return desk.conclude(report)
