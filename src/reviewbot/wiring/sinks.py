"""From the name of a format to the sink that writes it."""

from reviewbot.report import Sink
from reviewbot.reviewers.weaknesses import WEAKNESSES
from reviewbot.sinks.json_report import JsonSink
from reviewbot.sinks.markdown import MarkdownSink
from reviewbot.sinks.output import Destination
from reviewbot.sinks.sarif import SarifSink
from reviewbot.sinks.terminal import TerminalSink


def make_sink(kind: str, to: Destination, *, verbose: bool, color: bool) -> Sink:
    """The sink for `--format kind`."""
    if kind == "json":
        return JsonSink(to)
    if kind == "markdown":
        return MarkdownSink(to)
    if kind == "sarif":
        return SarifSink(to, WEAKNESSES)
    return TerminalSink(to, color=color, verbose=verbose)
