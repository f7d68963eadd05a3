"""The outputs of a step: counts, words of ours and paths of the caller; never a word of the change."""

import secrets
from collections.abc import Callable, Mapping
from pathlib import Path

from reviewbot.report import Report, Verdict
from reviewbot.sinks.runner_files import append


class ActionOutputsSink:
    """Appends outputs to the file that GITHUB_OUTPUT names; `files` are reports by the name of an output."""

    def __init__(
        self, to: Path, files: Mapping[str, Path], delimiter: Callable[[], str] | None = None
    ) -> None:
        self._to = to
        self._files = dict(files)
        self._delimiter = delimiter or _random

    def deliver(self, report: Report) -> None:
        """Write all outputs.

        Raises:
            SinkError: they cannot be written.
        """
        values = outputs(report) | {name: str(path) for name, path in self._files.items()}
        append("".join(_entry(name, value, self._delimiter()) for name, value in values.items()), self._to)


def outputs(report: Report) -> dict[str, str]:
    """What later steps may ask; `cost-usd` is "" if unknown, `coverage` a percentage, rounded down."""
    worst = max((finding.severity for finding in report.findings), default=None)
    cost = report.usage.cost_usd
    return {
        "verdict": report.verdict.value,
        "findings": str(len(report.findings)),
        "highest-severity": worst.label if worst else "",
        "cost-usd": "" if cost is None else f"{cost:.6f}",
        "coverage": str(_percentage(report)),
    }


def _percentage(report: Report) -> int:
    """Of the changed lines that policy does not skip; never 100 while anything was not read."""
    due = report.coverage.changed - report.coverage.skipped
    read = report.coverage.reviewed * 100 // due if due else 100
    return min(read, 99) if report.verdict is Verdict.INCOMPLETE else read


def _entry(name: str, value: str, delimiter: str) -> str:
    # A value may hold line ends, as a path can; nobody who wrote it could know the delimiter.
    return f"{name}<<{delimiter}\n{value}\n{delimiter}\n"


def _random() -> str:
    return f"reviewbot_{secrets.token_hex(16)}"
