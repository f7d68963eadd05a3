"""Pieces of Markdown that are markup of our own around hostile text, each with that text made harmless."""

from collections import Counter
from collections.abc import Sequence
from textwrap import dedent

from markupsafe import Markup

from reviewbot.findings import Dropped, Finding, Severity, Status
from reviewbot.sinks import escape, wording
from reviewbot.sinks.blobs import Blobs
from reviewbot.sinks.replacement import replacement
from reviewbot.sinks.unread import Cause
from reviewbot.spans import GapKind, Side

FEW = 6
"""So many files are named for each cause."""

_LONGEST_NAME = 200
_LONGEST_QUOTE = 400
_LONGEST_FIX = 1_500
_SHORT_FIX = 240  # characters: what a person in a hurry still reads


def name(text: str) -> Markup:
    """A path or symbol as a code span."""
    return _made(escape.name(escape.clip(text, _LONGEST_NAME)))


def is_older(finding: Finding) -> bool:
    """Whether it was there before this change."""
    return finding.status is Status.PRE_EXISTING


def place(finding: Finding, blobs: Blobs | None = None) -> Markup:
    """Path and lines of a finding; a link to them where there are pages to link to."""
    lines = f"{finding.line}-{finding.end_line}" if finding.end_line > finding.line else str(finding.line)
    shown = escape.name(f"{escape.clip(finding.path, _LONGEST_NAME)}:{lines}")
    if finding.side is Side.OLD:
        return _made(f"{shown} (removed)")
    link = blobs.link(finding.path, finding.line, finding.end_line) if blobs else ""
    return _made(f"[{shown}]({link})" if link else shown)


def claimed(dropped: Dropped) -> Markup:
    """Path and line of what is not reported."""
    line = f":{dropped.claim.line}" if dropped.claim.line else ""
    return _made(escape.name(f"{escape.clip(dropped.path, _LONGEST_NAME)}{line}"))


def quote(finding: Finding) -> Markup:
    """The code that a finding speaks of, as a diff where it was removed or a fix can stand in its place."""
    text = escape.clip(finding.quote.strip(), _LONGEST_QUOTE)
    if finding.side is Side.OLD:
        return _made(escape.code(f"- {text}", ".diff"))
    if new := replacement(finding):
        rows = dedent("\n".join((finding.quote.rstrip(), *new))).split("\n")
        shown = [f"{'+' if at else '-'} {row}" for at, row in enumerate(rows)]
        return _made(escape.code("\n".join(shown), ".diff"))
    return _made(escape.code(text, finding.path))


def short_fix(finding: Finding) -> str:
    """What to do, if it is one short sentence that the quoted code does not show already."""
    text = (finding.fix or "").strip()
    return "" if "\n" in text or len(text) > _SHORT_FIX or replacement(finding) else text


def long_fix(finding: Finding) -> Markup:
    """What to do, if it takes more than a line: several of them as they were written."""
    if short_fix(finding) or not finding.fix or replacement(finding):
        return Markup()
    text = escape.clip(finding.fix.strip("\n"), _LONGEST_FIX)
    if "\n" in text:
        return _made(f"**Fix:**\n\n{escape.code(text)}")
    return _made(f"**Fix:** {escape.markdown(text)}")


def severities(rows: Sequence[tuple[str, Sequence[Finding]]]) -> Markup:
    """A table of how many findings there are of each severity, worst first, with a row for each kind."""
    levels = list(reversed(Severity))
    head = ["", *(level.label for level in levels)]
    body = [[word, *_counts(findings, levels)] for word, findings in rows]
    table = (head, ["-", *["-:"] * len(levels)], *body)
    return _made("\n".join(f"| {' | '.join(row)} |" for row in table))


def _counts(findings: Sequence[Finding], levels: Sequence[Severity]) -> list[str]:
    counted = Counter(finding.severity for finding in findings)
    return [str(counted[level] or "") for level in levels]


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
    return wording.count(cause.lines, "line") if cause.lines else ""


def _made(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - the one place that vouches for what the functions above have made
