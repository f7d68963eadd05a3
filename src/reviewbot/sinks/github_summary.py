"""The page that stands in one comment on a pull request, and in the summary of the job."""

from reviewbot.history import Progress
from reviewbot.report import Report
from reviewbot.sinks.blobs import Blobs
from reviewbot.sinks.markdown import LIMIT
from reviewbot.sinks.markdown_page import Page, render_page

GITHUB = "https://github.com"


def pull_request_page(  # noqa: PLR0913 - what a page says, each by its name
    report: Report,
    progress: Progress,
    *,
    server: str = GITHUB,
    spent_usd: float | None = 0.0,
    pushes: int = 1,
    remarks: tuple[str, ...] = (),
    limit: int = LIMIT,
    rest: str = "the job summary and the report file",
) -> str:
    """The comment, of at most `limit` characters, without a marker: first line the verdict, worst first.

    Its only links lead to lines of the report's head in its repository on `server`. `spent_usd` is what this
    and all earlier `pushes` to the pull request have cost together, None if unknown.
    """
    page = Page(progress, Blobs.of(server, report.target), remarks, spent_usd, pushes, rest)
    return render_page(report, page, limit)
