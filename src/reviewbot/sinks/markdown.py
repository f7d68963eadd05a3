"""The report as a Markdown file."""

from reviewbot.report import Report
from reviewbot.sinks.markdown_page import Page, render_page
from reviewbot.sinks.output import Destination, write

LIMIT = 60_000
"""Characters. GitHub refuses a comment of more than 65,536; whoever posts the page adds a few."""


class MarkdownSink:
    """Writes the report as Markdown of bounded size; what does not fit is counted."""

    def __init__(self, to: Destination) -> None:
        self._to = to

    def deliver(self, report: Report) -> None:
        """Write the report.

        Raises:
            SinkError: it could not be written.
        """
        write(render_markdown(report), self._to)


def render_markdown(report: Report, limit: int = LIMIT) -> str:
    """The report as Markdown of at most `limit` characters."""
    return render_page(report, Page(), limit)
