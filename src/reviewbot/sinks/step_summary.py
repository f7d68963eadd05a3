"""The page in the summary of a CI job: with more room than a comment, and with what could not be posted."""

from collections.abc import Callable
from pathlib import Path

from reviewbot.errors import SinkError
from reviewbot.report import Report
from reviewbot.sinks.markdown_page import Page, render_page
from reviewbot.sinks.runner_files import append, size

LIMIT = 1_000 * 1_024
"""Bytes. GitHub throws away the whole summary of a step above 1,024 KiB."""

_LEAST = 20_000
"""So many characters the frame of a page may need."""


class StepSummarySink:
    """Appends the page to the file that GITHUB_STEP_SUMMARY names."""

    def __init__(self, to: Path, page: Callable[[], Page] = Page) -> None:
        self._to = to
        self._page = page

    def deliver(self, report: Report) -> None:
        """Write the page, asking only now what it says beyond the report: other sinks come before.

        Raises:
            SinkError: it cannot be written, or other steps have left no room.
        """
        room = LIMIT - size(self._to) - 2
        append(f"{render_summary(report, self._page(), room)}\n\n", self._to)


def render_summary(report: Report, page: Page, room: int) -> str:
    """The page in at most `room` bytes of UTF-8.

    Raises:
        SinkError: there is too little room for any page.
    """
    limit = room
    while limit >= _LEAST:
        text = render_page(report, page, limit)
        taken = len(text.encode("utf-8", "backslashreplace"))
        if taken <= room:
            return text
        limit = min(limit, len(text)) * room // taken * 9 // 10
    raise SinkError(
        f"the job summary has no room left: {max(room, 0):,} bytes",
        "another command of this step fills GITHUB_STEP_SUMMARY; read the report file instead",
    )
