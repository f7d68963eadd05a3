"""The report for a person in a hurry: the verdict, the findings, then what was not read and why."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reviewbot.findings import Dropped, Finding, Severity
from reviewbot.report import Report, Verdict
from reviewbot.sinks import wording
from reviewbot.sinks.escape import clip
from reviewbot.sinks.output import WIDTH, Destination, is_terminal, width_of, write
from reviewbot.sinks.unread import Cause, Place, causes
from reviewbot.spans import Gap, GapKind, Side

if TYPE_CHECKING:
    from reviewbot.sinks.screen import Screen

FEW = 6
"""So many files of one cause are named without `--verbose`."""

LONGEST_FIX = 600
"""So many characters of a fix are shown; the JSON report has all of it."""

_STYLES = {
    Severity.CRITICAL: "bold red",
    Severity.HIGH: "red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "cyan",
}
_VERDICTS = {Verdict.CLEAN: "bold green", Verdict.FINDINGS: "bold yellow", Verdict.INCOMPLETE: "bold red"}


class TerminalSink:
    """Writes the report as text; colour and width follow the stream unless they are given."""

    def __init__(self, to: Destination, *, color: bool | None = None, verbose: bool = False) -> None:
        self._to = to
        self._color = color
        self._verbose = verbose

    def deliver(self, report: Report) -> None:
        """Write the whole report.

        Raises:
            SinkError: it could not be written.
        """
        color = is_terminal(self._to) if self._color is None else self._color
        write(render_text(report, width_of(self._to), color=color, verbose=self._verbose), self._to)


def render_text(report: Report, width: int = WIDTH, *, color: bool = False, verbose: bool = False) -> str:
    """The report as text of that width; without `color` there is no escape sequence in it."""
    from reviewbot.sinks.screen import Screen  # noqa: PLC0415 - rich takes 0.2 s to import

    screen = Screen(width, color=color)
    screen.say(wording.headline(report), _VERDICTS[report.verdict])
    screen.parts([(wording.subject(report.target), "dim"), (wording.ends(report.target), "dim")])
    _errors(screen, report)
    _findings(screen, report.findings)
    show_unread(screen, report.gaps, verbose=verbose)
    _suppressed(screen, wording.suppressed(report), verbose=verbose)
    _drops(screen, report, verbose=verbose)
    _footer(screen, report, verbose=verbose)
    return screen.text()


def _errors(screen: "Screen", report: Report) -> None:
    for error in report.errors:
        screen.gap()
        screen.say(f"error: {error.message}", "bold red")
        if error.hint:
            screen.say(f"hint: {error.hint}", indent=2)


def _findings(screen: "Screen", findings: Sequence[Finding]) -> None:
    clear = [finding for finding in findings if not wording.is_aside(finding)]
    for severity, group in groupby(sorted(clear, key=lambda f: -f.severity), lambda f: f.severity):
        screen.title(severity.label.capitalize(), _STYLES[severity])
        _each(screen, group)
    aside = [finding for finding in findings if wording.is_aside(finding)]
    if aside:
        screen.title("Less certain, or older than this change", "dim")
        _each(screen, aside, dim=True)


def _each(screen: "Screen", findings: Iterable[Finding], *, dim: bool = False) -> None:
    for number, finding in enumerate(findings):
        if number:
            screen.gap()
        _finding(screen, finding, dim=dim)


def _finding(screen: "Screen", finding: Finding, *, dim: bool) -> None:
    style = "dim" if dim else ""
    place = f"{finding.path}:{finding.line}"
    word = finding.severity.label if dim else ""
    screen.parts(
        [
            (word, style),
            (place, style or "bold"),
            (finding.cwe, style or _STYLES[finding.severity]),
            (finding.title, style or "bold"),
        ],
        indent=2,
    )
    sign = "-" if finding.side is Side.OLD else " "
    screen.code(f"{finding.line:>5} {sign}│ ", finding.quote, style, indent=2)
    screen.say(wording.first_sentence(finding.explanation)[0], style, indent=4)
    if finding.fix:
        screen.beside(
            "fix:", clip(finding.fix, LONGEST_FIX).strip("\n").split("\n"), style or "green", indent=4
        )
    symbol = f" · in {finding.symbol}" if finding.symbol else ""
    screen.say(wording.evidence(finding) + symbol, "dim", indent=4)


def show_unread(screen: "Screen", gaps: Iterable[Gap], *, verbose: bool) -> None:
    """What was not read and why: failures with their lines, what a policy skips in a line each."""
    unread = causes(gaps)
    failed = [cause for cause in unread if cause.kind is GapKind.FAILED]
    skipped = [cause for cause in unread if cause.kind is GapKind.SKIPPED]
    if failed:
        screen.title("Not read", "bold red")
    for cause in failed:
        screen.say(f"{cause.by}: {cause.reason} ({_size(cause)})", "red", indent=2)
        _places(screen, cause.places, verbose=verbose)
    if skipped:
        screen.title("Skipped by policy", "dim")
    for cause in skipped:
        paths = [place.path for place in cause.places]
        screen.say(f"{cause.reason} ({_size(cause)}): {_named(paths, verbose=verbose)}", "dim", indent=2)


def _places(screen: "Screen", places: Sequence[Place], *, verbose: bool) -> None:
    shown = places if verbose else places[:FEW]
    for place in shown:
        screen.parts([(place.path, ""), (place.ranges, "dim")], indent=4)
    if more := len(places) - len(shown):
        screen.say(f"and {wording.count(more, 'more file')} (--verbose names them)", "dim", indent=4)


def _named(paths: Sequence[str], *, verbose: bool) -> str:
    shown = paths if verbose else paths[:FEW]
    more = len(paths) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")


def _size(cause: Cause) -> str:
    files = wording.count(len(cause.places), "file")
    return f"{files}, {wording.count(cause.lines, 'line')}" if cause.lines else files


def _suppressed(screen: "Screen", suppressed: Sequence[Dropped], *, verbose: bool) -> None:
    if not suppressed:
        return
    screen.title(f"Accepted or ignored: {wording.count(len(suppressed), 'finding')}", "dim")
    shown = suppressed if verbose else suppressed[:FEW]
    for dropped in shown:
        severity = dropped.claim.severity.label
        screen.say(f"{severity} {_named_claim(dropped)} ({dropped.reason})", "dim", indent=2)
    if more := len(suppressed) - len(shown):
        screen.say(f"and {more:,} more (--verbose names them)", "dim", indent=2)


def _named_claim(dropped: Dropped) -> str:
    claim = dropped.claim
    return f"{dropped.path}:{claim.line or '?'} {claim.cwe} {claim.title}"


def _drops(screen: "Screen", report: Report, *, verbose: bool) -> None:
    drops = wording.drops(report)
    if not drops:
        return
    screen.title(f"Not reported: {wording.count(sum(n for _, n in drops), 'claim')}", "dim")
    for reason, number in drops:
        screen.say(f"{number:,}  {reason}", "dim", indent=2)
    if verbose:
        for dropped in wording.discarded(report):
            said = f"{dropped.claim.by}: {dropped.reason}"
            screen.say(f"{_named_claim(dropped)} ({said})", "dim", indent=4)
        for path, item in report.rejected:
            screen.say(f"{path}  {clip(item.excerpt, 200)}  ({item.reason})", "dim", indent=4)


def _footer(screen: "Screen", report: Report, *, verbose: bool) -> None:
    screen.gap()
    others = wording.elsewhere(report.facts, every=verbose)
    rows = [
        ("read", wording.reading(report)),
        ("engines", wording.engines(report)),
        ("cost", wording.cost(report.usage, report.facts)),
        *([("elsewhere", others)] if others else []),
        *(("note", note) for note in report.facts.notes),
    ]
    screen.pairs(rows)
