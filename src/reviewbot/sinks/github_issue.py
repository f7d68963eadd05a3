"""The one issue of a repository's sweeps: found again, edited in place, closed when nothing is open."""

from collections.abc import Callable

from reviewbot.errors import ReviewbotError, SinkError
from reviewbot.forge import Client, NotFound
from reviewbot.report import Report
from reviewbot.sinks.github_issue_posting import Posting
from reviewbot.sinks.github_outcome import why


class IssueSink:
    """Writes the issue of one repository, whatever a report calls what it is about."""

    def __init__(self, connect: Callable[[], Client], repo: str) -> None:
        self._connect = connect
        self._repo = repo

    def deliver(self, report: Report) -> None:
        """Begin the issue, bring it up to date, open or close it, or leave it alone.

        Raises:
            SinkError: it does not say what it should.
        """
        if report.target.kind != "sweep" or not report.target.head:
            raise SinkError(
                "an issue tells of a sweep of a commit, and this is none",
                "sweep a repository, not a directory",
            )
        try:
            with self._connect() as client:
                Posting.of(client, self._repo, report).post()
        except ReviewbotError as error:
            raise SinkError(
                f"the issue in {self._repo} could not be written: {why(error)}", _hint(error)
            ) from error


def _hint(error: ReviewbotError) -> str:
    if isinstance(error, NotFound):  # which is also said where a repository has no issues at all
        return "see that the name is right, that the token may see it, and that its issues are switched on"
    return error.hint
