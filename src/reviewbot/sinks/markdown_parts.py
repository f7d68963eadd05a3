"""Pieces of Markdown that are markup of our own around hostile text, each with that text made harmless."""

import re
from collections import Counter

from markupsafe import Markup

from reviewbot.findings import Finding, Severity
from reviewbot.report import Report
from reviewbot.sinks import escape, wording
from reviewbot.sinks.unread import Cause
from reviewbot.spans import GapKind, Side

FEW = 6
"""So many files are named for each cause."""

_CWE = re.compile(r"CWE-([1-9][0-9]{0,4})")
_LONGEST_NAME = 200
_LONGEST_QUOTE = 400
_LONGEST_FIX = 1_500


def name(text: str) -> Markup:
    """A path or symbol as a code span."""
    return _made(escape.name(escape.clip(text, _LONGEST_NAME)))


def place(finding: Finding) -> Markup:
    """Path and lines of a finding."""
    lines = f"{finding.line}-{finding.end_line}" if finding.end_line > finding.line else str(finding.line)
    removed = " (removed)" if finding.side is Side.OLD else ""
    path = escape.clip(finding.path, _LONGEST_NAME)
    return _made(f"{escape.name(f'{path}:{lines}')}{removed}")


def quote(finding: Finding) -> Markup:
    """The line of code that a finding speaks of; a removed one as a diff shows it."""
    text = escape.clip(finding.quote.strip(), _LONGEST_QUOTE)
    if finding.side is Side.OLD:
        return _made(escape.code(f"- {text}", ".diff"))
    return _made(escape.code(text, finding.path))


def fix(finding: Finding) -> Markup:
    """What to do: a sentence, or several lines as they were written."""
    text = escape.clip((finding.fix or "").strip("\n"), _LONGEST_FIX)
    if "\n" in text:
        return _made(f"**Fix:**\n\n{escape.code(text)}")
    return _made(f"**Fix:** {escape.markdown(text)}")


def weakness(cwe: str) -> Markup:
    """The weakness, linked to its page if it is one."""
    if number := _CWE.fullmatch(cwe):
        return _made(f"[{cwe}](https://cwe.mitre.org/data/definitions/{number[1]}.html)")
    return _made(escape.markdown(escape.clip(cwe, 40)))


def severities(report: Report) -> Markup:
    """A table of how many findings there are of each severity, worst first."""
    counted = Counter(finding.severity for finding in report.findings)
    levels = list(reversed(Severity))
    rows = (
        [level.label for level in levels],
        ["-:"] * len(levels),
        [str(counted[level]) for level in levels],
    )
    return _made("\n".join(f"| {' | '.join(row)} |" for row in rows))


def files(cause: Cause) -> Markup:
    """The first files of a cause, those that failed with their lines, and how many more there are."""
    failed = cause.kind is GapKind.FAILED
    shown = [
        " ".join(filter(None, (name(one.path), escape.clip(one.ranges, 60) if failed else "")))
        for one in cause.places[:FEW]
    ]
    more = len(cause.places) - len(shown)
    return _made(", ".join(shown) + (f" and {wording.count(more, 'more file')}" if more else ""))


def lines(cause: Cause) -> str:
    """How many lines of a cause, nothing for files without lines to count."""
    return f"{cause.lines:,}" if cause.lines else ""


def _made(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - the one place that vouches for what the functions above have made
