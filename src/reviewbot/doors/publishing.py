"""From `--format` and `--output` to sinks, and from delivery to the exit code."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from reviewbot.doors.speaking import say
from reviewbot.errors import SinkError, UsageError
from reviewbot.findings import Severity
from reviewbot.report import Report
from reviewbot.sinks.output import Destination, is_terminal
from reviewbot.wiring import make_sink

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Publication:
    """Which formats go where."""

    destinations: tuple[tuple[str, Destination], ...]
    verbose: bool

    @classmethod
    def of(cls, formats: Sequence[str], outputs: Sequence[str], *, verbose: bool) -> "Publication":
        """Each format with the output at the same position, else standard output.

        Raises:
            UsageError: an output without a format, or two formats on standard output.
        """
        formats = formats or ("text",)
        if len(outputs) > len(formats):
            raise UsageError(
                "more --output than --format", "give each output the format at the same position"
            )
        pairs = list(zip_longest(formats, outputs, fillvalue=STDOUT))
        if sum(place == STDOUT for _, place in pairs) > 1:
            raise UsageError("two formats cannot share standard output", "give each an --output FILE")
        files = [Path(place) for _, place in pairs if place != STDOUT]
        _check(files)
        return cls(tuple((kind, sys.stdout if p == STDOUT else Path(p)) for kind, p in pairs), verbose)


def _check(files: Sequence[Path]) -> None:
    """Refuse before any work is done what cannot be written after it."""
    for file in files:
        if file.is_dir() or not file.parent.is_dir():
            raise UsageError(f"cannot write to {file}", "give --output a file in a folder that exists")
        if files.count(file) > 1:
            raise UsageError(f"two formats cannot share {file}", "give each an --output of its own")


def in_color(to: Destination) -> bool:
    """Whether to write in colour: to a terminal that can, unless NO_COLOR (https://no-color.org) is set."""
    return is_terminal(to) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def publish(report: Report, publication: Publication, fail_on: Severity) -> int:
    """Deliver to every sink, also after one has failed; the exit code says what came of the review.

    5 if a sink failed, unless the review itself went worse than that: 3 and 4 say that code was not read.
    """
    code = report.exit_code(fail_on)
    for error in report.errors:
        say(error.message, error.hint)
    for kind, to in publication.destinations:
        try:
            make_sink(kind, to, verbose=publication.verbose, color=in_color(to)).deliver(report)
        except SinkError as error:
            say(error.message, error.hint)
            code = code if code > 1 else error.exit_code
    return code
