"""Where a job's report goes: log, files, marks beside the code, the pull request, the summary, the outputs."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewbot.doors.job import Inputs, Runner
from reviewbot.doors.occasion import Subject
from reviewbot.doors.publishing import note, say
from reviewbot.errors import ReviewbotError, SinkError, UsageError
from reviewbot.forge import Client
from reviewbot.report import Report, Sink
from reviewbot.reviewers.weaknesses import WEAKNESSES
from reviewbot.settings import Settings
from reviewbot.sinks import escape
from reviewbot.sinks.action_outputs import ActionOutputsSink
from reviewbot.sinks.annotations import AnnotationsSink
from reviewbot.sinks.blobs import Blobs
from reviewbot.sinks.github import GitHubSink
from reviewbot.sinks.github_outcome import Wishes
from reviewbot.sinks.json_report import JsonSink
from reviewbot.sinks.markdown import MarkdownSink
from reviewbot.sinks.markdown_page import Page
from reviewbot.sinks.runner_files import append
from reviewbot.sinks.sarif import SarifSink
from reviewbot.sinks.step_summary import StepSummarySink
from reviewbot.sinks.terminal import TerminalSink

INCOMPLETE = 3
_FILES = {"report-json": "report.json", "report-markdown": "report.md", "report-sarif": "report.sarif"}


@dataclass(frozen=True, slots=True)
class Outlets:
    """Everything that a job publishes to."""

    inputs: Inputs
    runner: Runner
    settings: Settings
    connect: Callable[[], Client]

    def deliver(self, report: Report, subject: Subject | None = None) -> int:
        """Deliver to all, also after one has failed; the exit code says what came of it."""
        code = self._code(report)
        for error in report.errors:
            say(error.message, error.hint)
        files = self._files()
        comment = self._comment(subject) if self.inputs.is_on("comment", default=True) else None
        whole = _all(report, self._before(files), comment, self._after(report, files, comment))
        return code if whole or code > 1 else SinkError.exit_code

    def publish(self, report: Report, subject: Subject) -> int:
        """Deliver what another job has told its own log, files and outputs already."""
        comment = self._comment(subject)
        return 0 if _all(report, (), comment, self._after(report, None, comment)) else SinkError.exit_code

    def _code(self, report: Report) -> int:
        code = report.exit_code(self.settings.fail_on)
        if code != INCOMPLETE or self._fails_if_incomplete:
            return code
        note("INCOMPLETE: something was not read. The step does not fail, as fail-on-incomplete is false")
        return int(any(finding.severity >= self.settings.fail_on for finding in report.findings))

    @property
    def _fails_if_incomplete(self) -> bool:
        return self.inputs.is_on("fail_on_incomplete", default=True)

    def _before(self, files: Mapping[str, Path]) -> Iterator[Sink]:
        yield TerminalSink(sys.stdout, color=False, verbose=False)
        yield AnnotationsSink(sys.stdout)
        yield JsonSink(files["report-json"])
        yield MarkdownSink(files["report-markdown"])
        yield SarifSink(files["report-sarif"], WEAKNESSES)

    def _after(
        self, report: Report, files: Mapping[str, Path] | None, comment: "PullRequestSink | None"
    ) -> Iterator[Sink]:
        """What tells of the others, and so comes last."""
        alone = Page(None, Blobs.of(self.runner.server_url, report.target), rest="the report file")
        if self.runner.summary:
            yield StepSummarySink(self.runner.summary, comment.page if comment else lambda: alone)
        if self.runner.output and files:
            yield ActionOutputsSink(self.runner.output, files)

    def _comment(self, subject: Subject | None) -> "PullRequestSink | None":
        if subject is None:
            return None
        wishes = Wishes(
            run=self.runner.run,
            check=self.inputs.is_on("check_run", default=False),
            sarif=self.inputs.is_on("sarif", default=False),
            fail_on=self.settings.fail_on,
            fail_on_incomplete=self._fails_if_incomplete,
            read_only=subject.fork,
            weaknesses=WEAKNESSES,
        )
        return PullRequestSink(self.connect, subject, wishes)

    def _files(self) -> dict[str, Path]:
        """The reports, outside of the workspace, where nobody else's symbolic links are."""
        folder = self.runner.temp / f"reviewbot-{self.runner.run}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"cannot write to RUNNER_TEMP: {error.strerror}", "The runner sets it.") from error
        return {name: folder / file for name, file in _FILES.items()}


class PullRequestSink:
    """The pull request, reached at the last moment: a run that cannot get there has other outlets."""

    def __init__(self, connect: Callable[[], Client], subject: Subject, wishes: Wishes) -> None:
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


def _all(
    report: Report, before: Iterable[Sink], comment: Sink | None, after: Iterable[Sink]
) -> bool:
    """Whether every sink took the report."""
    whole = True
    for sink in (*before, *((comment,) if comment else ()), *after):
        try:
            sink.deliver(report)
        except SinkError as error:
            say(error.message, error.hint)
            whole = False
    return whole


def tell(trouble: ReviewbotError | str, summary: Path | None) -> None:
    """Say on the page of the run why there is no review; a log is read by few."""
    if isinstance(trouble, ReviewbotError):
        message = escape.line(f"{trouble.message}. {trouble.hint}").replace("%", "%25")
        print(f"::error title=reviewbot::{message}")  # noqa: T201 - a command to the runner
        text = f"### reviewbot: nothing was reviewed\n\n{escape.markdown(trouble.message)}. {escape.markdown(trouble.hint)}"
    else:
        text = f"### reviewbot: nothing was reviewed\n\n{escape.markdown(trouble)}"
    if summary:
        try:
            append(f"{text}\n\n", summary)
        except SinkError as error:
            say(error.message, error.hint)
