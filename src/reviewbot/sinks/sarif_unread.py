"""What was not read and what is not told, as notifications of a SARIF file.

A file that names none says that all was read. What a person accepts or ignores is here and not among the
results: SARIF could mark a result as suppressed, but GitHub's code scanning opens an alert for it all the
same (https://github.com/github/codeql-action/issues/1230), and closes that of a result that is gone.
"""

from collections.abc import Sequence
from urllib.parse import quote

from reviewbot.report import Report
from reviewbot.sinks import escape, wording
from reviewbot.sinks.json_rows import Row
from reviewbot.sinks.unread import Cause, causes
from reviewbot.spans import GapKind

SRCROOT = "%SRCROOT%"

_MOST_CAUSES = 200
_MOST_PLACES = 100


def uri(path: str) -> str:
    """A path as a relative reference, byte for byte; one with a colon must not look like a scheme."""
    return (
        quote(path.lstrip("/").encode("utf-8", "surrogatepass" if _is_odd(path) else "surrogateescape"))
        or "."
    )


def notices(report: Report, left: int) -> list[Row]:
    """Errors and unread code, the failures first; `left` results had no room."""
    errors = [_notice("error", _said(f"{error.message} {error.hint}")) for error in report.errors]
    unread = causes(report.gaps)
    rows = [_unread(cause) for cause in unread[:_MOST_CAUSES]]
    more = len(unread) - len(rows)
    rows += [_notice("error", f"{more} more causes are in the JSON report")] if more else []
    cut = [_notice("warning", f"{left} more findings are in the JSON report")] if left else []
    known: dict[str, list[str]] = {}
    for dropped in wording.suppressed(report):
        known.setdefault(dropped.reason, []).append(dropped.path)
    return [*errors, *rows, *cut, *(_suppressed(*one) for one in list(known.items())[:_MOST_CAUSES])]


def _unread(cause: Cause) -> Row:
    places = cause.places[:_MOST_PLACES]
    more = len(cause.places) - len(places)
    files = wording.count(len(cause.places), "file")
    held = f", {wording.count(cause.lines, 'line')}" if cause.lines else ""
    also = f"; {more} of them are only in the JSON report" if more else ""
    text = f"Not read by {_said(cause.by)} ({cause.kind.value}), {_said(cause.reason)} ({files}{held}{also})"
    row = _notice("error" if cause.kind is GapKind.FAILED else "note", text)
    return row | {"locations": [_location(place.path) for place in places]}


def _suppressed(reason: str, paths: Sequence[str]) -> Row:
    row = _notice("note", f"Not told: {wording.count(len(paths), 'finding')} {_said(reason)}")
    return row | {"locations": [_location(path) for path in list(dict.fromkeys(paths))[:_MOST_PLACES]]}


def _location(path: str) -> Row:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path), "uriBaseId": SRCROOT}}}


def _notice(level: str, text: str) -> Row:
    return {"level": level, "message": {"text": text or "no reason was given"}}


def _said(text: str) -> str:
    return escape.inert(escape.clip(text, 400))


def _is_odd(path: str) -> bool:
    """Whether it holds surrogates that stand for no byte."""
    return any("\ud800" <= char <= "\udfff" and not "\udc80" <= char <= "\udcff" for char in path)
