"""Sinks that reach GitHub at the last moment: a run that cannot get there has other outlets."""

from collections.abc import Callable, Mapping

from reviewbot.doors.occasion import Subject
from reviewbot.doors.speaking import note
from reviewbot.errors import ReviewbotError, SinkError
from reviewbot.forge import Client, ForgeError
from reviewbot.report import Report
from reviewbot.sinks.github import GitHubSink
from reviewbot.sinks.github_outcome import Wishes, why
from reviewbot.sinks.markdown_page import Page
from reviewbot.sinks.sarif import render_sarif
from reviewbot.sinks.sarif_rules import Words

Connect = Callable[[], Client]


class PullRequestSink:
    """The pull request, reached at the last moment: a run that cannot get there has other outlets."""

    def __init__(self, connect: Connect, subject: Subject, wishes: Wishes) -> None:
        self._connect = connect
        self._subject = subject
        self._wishes = wishes
        self._page = Page()

    def page(self) -> Page:
        """What the job summary says beyond the report; asked for after `deliver`."""
        return self._page

    def deliver(self, report: Report) -> None:
        """Post the report.

        Raises:
            SinkError: it is not there, and should be.
        """
        try:
            client = self._connect()
        except ReviewbotError as error:
            self._page = Page(remarks=(f"The review could not be posted: {error.message}",))
            raise SinkError(error.message, error.hint) from error
        with client:
            sink = GitHubSink(client, self._subject.repo, self._subject.number, self._wishes)
            try:
                sink.deliver(report)
            finally:
                self._page = sink.page()
        for remark in self._page.remarks:
            note(remark)


class CodeScanningSink:
    """The alerts of a branch, for a review that belongs to no pull request."""

    def __init__(self, connect: Connect, ref: str, weaknesses: Mapping[str, Words]) -> None:
        self._connect = connect
        self._ref = ref
        self._weaknesses = weaknesses

    def deliver(self, report: Report) -> None:
        """Upload the findings.

        Raises:
            SinkError: GitHub did not take them.
        """
        sarif = render_sarif(report, self._weaknesses).encode("utf-8", "backslashreplace")
        try:
            with self._connect() as client:
                client.upload_sarif(report.target.repo, report.target.head, self._ref, sarif)
        except ForgeError as error:
            raise SinkError(f"code scanning has no findings of this run: {why(error)}", error.hint) from error
