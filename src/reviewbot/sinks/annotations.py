"""Workflow commands that make a CI runner mark the worst findings beside the code."""

from collections.abc import Iterator

from reviewbot.findings import Finding, Severity
from reviewbot.report import Report, Verdict
from reviewbot.sinks import escape, wording
from reviewbot.sinks.output import Destination, write
from reviewbot.spans import Side

MOST = 10
"""GitHub shows ten errors and ten warnings of a step."""

_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "notice",
}
# https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


class AnnotationsSink:
    """Writes workflow commands to the standard output of a step."""

    def __init__(self, to: Destination) -> None:
        self._to = to

    def deliver(self, report: Report) -> None:
        """Write a command for each of the worst findings.

        Raises:
            SinkError: they could not be written.
        """
        write(render_annotations(report), self._to)


def render_annotations(report: Report) -> str:
    """The commands, the worst finding first; before them one that says so if the review is incomplete."""
    return "".join(f"{command}\n" for command in _commands(report))


def _commands(report: Report) -> Iterator[str]:
    if report.verdict is Verdict.INCOMPLETE:
        yield _command("warning", wording.headline(report), title="reviewbot")
    clear_first = sorted(report.findings, key=lambda finding: (wording.is_aside(finding), -finding.severity))
    yield from map(_finding, clear_first[:MOST])


def _finding(finding: Finding) -> str:
    first, _ = wording.first_sentence(finding.explanation)
    level = _LEVELS[finding.severity]
    title = f"{finding.severity.label}: {escape.clip(finding.title, 200)}"
    message = f"{escape.clip(first, 600)} ({escape.clip(finding.cwe, 40)})"
    if finding.side is Side.OLD:
        # A number of the old side would mark a line of the new one that has nothing to do with it.
        return _command(level, f"Removed line {finding.line}: {message}", file=finding.path, title=title)
    lines = {"line": str(finding.line), "endLine": str(finding.end_line)}
    return _command(level, message, file=finding.path, **lines, title=title)


def _command(level: str, message: str, **properties: str) -> str:
    shown = ",".join(f"{key}={escape.line(text).translate(_PROPERTY)}" for key, text in properties.items())
    return f"::{level} {shown}::{escape.line(message).translate(_DATA)}"
