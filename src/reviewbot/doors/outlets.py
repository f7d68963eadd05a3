"""Where a job's report goes: log, files, marks beside the code, GitHub, the summary, the outputs."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewbot.doors.job import Inputs, Runner
from reviewbot.doors.late_sinks import CodeScanningSink, PullRequestSink
from reviewbot.doors.occasion import Subject
from reviewbot.doors.speaking import note, say
from reviewbot.errors import SinkError, UsageError
from reviewbot.forge import Client
from reviewbot.report import Report, Sink
from reviewbot.reviewers.weaknesses import WEAKNESSES
from reviewbot.settings import Settings
from reviewbot.sinks.action_outputs import ActionOutputsSink
from reviewbot.sinks.annotations import AnnotationsSink
from reviewbot.sinks.blobs import Blobs
from reviewbot.sinks.github_outcome import Wishes
from reviewbot.sinks.json_report import JsonSink
from reviewbot.sinks.markdown import MarkdownSink
from reviewbot.sinks.markdown_page import Page
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
        whole = _all(report, self._before(files, subject), comment, self._after(report, files, comment))
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

    def _before(self, files: Mapping[str, Path], subject: Subject | None) -> Iterator[Sink]:
        yield TerminalSink(sys.stdout, color=False, verbose=False)
        yield AnnotationsSink(sys.stdout)
        yield JsonSink(files["report-json"])
        yield MarkdownSink(files["report-markdown"])
        yield SarifSink(files["report-sarif"], WEAKNESSES)
        if not subject and self.inputs.is_on("sarif", default=False):
            yield CodeScanningSink(self.connect, self.runner.ref, WEAKNESSES)

    def _after(
        self, report: Report, files: Mapping[str, Path] | None, comment: PullRequestSink | None
    ) -> Iterator[Sink]:
        """What tells of the others, and so comes last."""
        alone = Page(None, Blobs.of(self.runner.server_url, report.target), rest="the report file")
        if self.runner.summary:
            yield StepSummarySink(self.runner.summary, comment.page if comment else lambda: alone)
        if self.runner.output and files:
            yield ActionOutputsSink(self.runner.output, files)

    def _comment(self, subject: Subject | None) -> PullRequestSink | None:
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
            raise UsageError(
                f"cannot write to RUNNER_TEMP: {error.strerror}", "The runner sets it."
            ) from error
        return {name: folder / file for name, file in _FILES.items()}


def _all(report: Report, before: Iterable[Sink], comment: Sink | None, after: Iterable[Sink]) -> bool:
    """Whether every sink took the report."""
    whole = True
    for sink in (*before, *((comment,) if comment else ()), *after):
        try:
            sink.deliver(report)
        except SinkError as error:
            say(error.message, error.hint)
            whole = False
    return whole
