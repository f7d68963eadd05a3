"""One report on its way to its pull request.

First the summary comment, since it holds everything; then one review with comments on lines; then the threads
of what is fixed; then what else was asked for. Whatever fails becomes a remark for the job summary.
"""

from dataclasses import dataclass, replace

from reviewbot.forge import Client, Comment, ForgeError, Pull
from reviewbot.forge.state import State
from reviewbot.history import Progress, compare, remember
from reviewbot.report import Report
from reviewbot.sinks.blobs import Blobs
from reviewbot.sinks.github_check import post_check
from reviewbot.sinks.github_comment import Sticky, Summary, last_state, live, post_summary, settle_summaries
from reviewbot.sinks.github_outcome import Outcome, Wishes
from reviewbot.sinks.github_review import post_review
from reviewbot.sinks.github_sarif import post_sarif
from reviewbot.sinks.github_summary import pull_request_page
from reviewbot.sinks.github_threads import settle_threads
from reviewbot.sinks.markdown import LIMIT
from reviewbot.sinks.markdown_page import Page


@dataclass(frozen=True, slots=True)
class Posting:
    """All that is posted of one report. `ours` are the summaries that may be edited, oldest first."""

    client: Client
    pull: Pull
    report: Report
    wishes: Wishes
    ours: tuple[Sticky, ...]
    state: State
    progress: Progress

    @classmethod
    def of(
        cls, client: Client, pull: Pull, summaries: tuple[Sticky, ...], report: Report, wishes: Wishes
    ) -> "Posting":
        """Hold the report against what our summaries know of earlier pushes."""
        target = replace(report.target, kind="pull_request", repo=pull.repo, number=pull.number)
        report = replace(report, target=target)
        before = last_state(summaries)
        known = before.findings if before else ()
        progress = compare(known, report, before.left_out if before else ())
        state = State(
            repo=pull.repo,
            number=pull.number,
            head_sha=target.head,
            run=wishes.run[:100],
            findings=remember(known, progress),
            rest=before.rest_after(report, progress) if before else "",
            cut=before is not None and before.cut_after(report),
            cost_usd=_sum(before.cost_usd if before else 0.0, report.usage.cost_usd),
            pushes=before.pushes + (before.head_sha != target.head) if before else 1,
        )
        return cls(client, pull, report, wishes, live(summaries), state, progress)

    @property
    def page(self) -> Page:
        """What the job summary says beyond the report."""
        blobs = Blobs.of(self.client.web_url, self.report.target)
        return Page(self.progress, blobs, (), self.state.cost_usd, self.state.pushes, "the report file")

    def post(self) -> Outcome:
        """Post it all. Without the summary there are no comments on lines: they would say too little."""
        done = Outcome(self.page)
        try:
            comment = post_summary(self.client, self.pull, self._summary(), self.ours)
        except ForgeError as error:
            return self._sarif(self._check(done.without("The review", error)))
        done = self._threads(self._lines(replace(done, comment_id=comment.id)))
        return self._sarif(self._check(self._settled(done, comment)))

    def _summary(self, *remarks: str) -> Summary:
        return Summary(self.state, lambda limit: self._text(limit, remarks))

    def _text(self, limit: int = LIMIT, remarks: tuple[str, ...] = ()) -> str:
        return pull_request_page(
            self.report,
            self.progress,
            server=self.client.web_url,
            spent_usd=self.state.cost_usd,
            pushes=self.state.pushes,
            remarks=remarks,
            limit=limit,
        )

    def _lines(self, done: Outcome) -> Outcome:
        if not self.wishes.lines:
            return done
        review = post_review(self.client, self.pull, self.report.target.head, self.progress.new)
        return replace(done, review_id=review.review_id, inline=review.comments).but(review.remark)

    def _threads(self, done: Outcome) -> Outcome:
        if not self.wishes.threads:
            return done
        threads = settle_threads(self.client, self.pull, self.progress.fixed)
        return replace(done, settled=threads.resolved + threads.folded).but(threads.remark)

    def _settled(self, done: Outcome, posted: Comment) -> Outcome:
        if [posted] == [one.comment for one in self.ours]:  # it was there already: nothing was written
            return done
        try:
            settle_summaries(self.client, self.pull, posted, self._summary(), self._late)
        except ForgeError as error:
            return done.but(f"Whether another run posted at the same time is not known: {error.message}")
        return done

    def _late(self, head: str) -> Summary:
        commit = self.report.target.head
        return self._summary(
            f"This is about commit {commit[:12]}; the pull request is at {head[:12]} by now."
        )

    def _check(self, done: Outcome) -> Outcome:
        if not self.wishes.check:
            return done
        try:
            run = post_check(self.client, self.pull, self.report, self._text(), self._exit_code())
        except ForgeError as error:
            return done.without("The check run", error)
        return replace(done, check_run_id=run)

    def _sarif(self, done: Outcome) -> Outcome:
        if not self.wishes.sarif:
            return done
        try:
            upload = post_sarif(self.client, self.pull, self.report, self.wishes.weaknesses)
        except ForgeError as error:
            return done.without("The SARIF file", error)
        return replace(done, sarif_id=upload)

    def _exit_code(self) -> int:
        code = self.report.exit_code(self.wishes.fail_on)
        if code > 1 and not self.wishes.fail_on_incomplete:
            return int(any(finding.severity >= self.wishes.fail_on for finding in self.report.findings))
        return code


def _sum(before: float | None, now: float | None) -> float | None:
    return None if before is None or now is None else before + now
