"""A report on its pull request: one summary comment, one review, an account of what could not be posted."""

from dataclasses import replace
from http import HTTPStatus

from reviewbot.errors import SinkError
from reviewbot.forge import Client, Forbidden, ForgeError, Pull
from reviewbot.report import Report
from reviewbot.sinks.github_comment import Sticky, our_summaries
from reviewbot.sinks.github_outcome import Outcome, Wishes, why
from reviewbot.sinks.github_posting import Posting
from reviewbot.sinks.markdown_page import Page

DEPENDABOT = "dependabot[bot]"
"""Its pull requests get a token that may only read, like those from forks."""


class GitHubSink:
    """Posts to the one pull request that it was made for, whatever a report says of others."""

    def __init__(self, client: Client, repo: str, number: int, wishes: Wishes | None = None) -> None:
        self._client = client
        self._repo = repo
        self._number = number
        self._wishes = wishes or Wishes()
        self.outcome = Outcome()

    def page(self) -> Page:
        """What the job summary says beyond the report; asked for after `deliver`."""
        return self.outcome.page

    def deliver(self, report: Report) -> None:
        """Post the report, and keep in `outcome` what became of it.

        Raises:
            SinkError: something is missing that should be on the pull request.
        """
        self.outcome = self._publish(report)
        error = self.outcome.failure
        if error and not self.outcome.degraded:
            raise SinkError(why(error), error.hint) from error

    def _publish(self, report: Report) -> Outcome:
        if mistake := _mistake(report, self._repo, self._number):
            return Outcome().without("The review", mistake)
        try:
            pull, summaries = self._look()
        except ForgeError as error:
            return self._judged(Outcome().without("The review", error), None)
        posting = Posting.of(self._client, pull, summaries, report, self._wishes)
        if reason := _reason_to_withhold(pull, report.target.head):
            return replace(Outcome(posting.page), withheld=True).but(reason)
        return self._judged(posting.post(), pull)

    def _look(self) -> tuple[Pull, tuple[Sticky, ...]]:
        """What stands there; the pull request last, so that its head is known as late as possible."""
        login = self._client.login()
        comments = self._client.comments(self._repo, self._number)
        pull = self._client.pull(self._repo, self._number)
        return pull, our_summaries(comments, login, pull.repo, pull.number)

    def _judged(self, outcome: Outcome, pull: Pull | None) -> Outcome:
        foreign = pull is not None and (pull.fork or pull.author == DEPENDABOT)
        refused = isinstance(outcome.failure, Forbidden) and outcome.failure.status == HTTPStatus.FORBIDDEN
        return replace(outcome, degraded=refused and (foreign or self._wishes.read_only))


def _mistake(report: Report, repo: str, number: int) -> SinkError | None:
    """Why a report cannot be one about this pull request."""
    target = report.target
    if target.number is not None and (target.repo.lower(), target.number) != (repo.lower(), number):
        theirs, ours = f"#{target.number} of {target.repo}", f"#{number} of {repo}"
        return SinkError(
            f"the report is about pull request {theirs}, not {ours}", "publish it where it belongs"
        )
    if not target.head:
        return SinkError("what was reviewed is no commit", "commit and push it before it is posted")
    return None


def _reason_to_withhold(pull: Pull, head: str) -> str:
    """Nobody reads a closed pull request, and a newer commit has a review of its own."""
    if not pull.is_open:
        how = "merged" if pull.merged else "closed"
        return f"The pull request was {how} before its review ended, so nothing was posted there."
    if pull.head_sha != head:
        return (
            f"This review is about commit {head[:12]}. The pull request has moved on to {pull.head_sha[:12]},"
            " which has a review of its own, so nothing was posted there."
        )
    return ""
