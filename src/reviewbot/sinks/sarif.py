"""The report as SARIF 2.1.0, within what GitHub's code scanning takes.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html and
https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
"""

from collections.abc import Mapping, Sequence

from reviewbot.findings import Finding
from reviewbot.report import Report, Verdict
from reviewbot.sinks import escape, wording
from reviewbot.sinks.json_rows import Row, dump
from reviewbot.sinks.output import Destination, write
from reviewbot.sinks.sarif_rules import Words, level, rule_id, rules
from reviewbot.sinks.sarif_unread import SRCROOT, notices, uri
from reviewbot.spans import Side

CATEGORY = "reviewbot/"
"""Alerts of one category replace each other: pull requests and the default branch must share it."""

MOST = 5_000
"""Results. GitHub shows so many and refuses five times as many."""

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class SarifSink:
    """Writes the report as SARIF; `weaknesses` are the words for each CWE: title, harm, guard."""

    def __init__(self, to: Destination, weaknesses: Mapping[str, Words] | None = None) -> None:
        self._to = to
        self._weaknesses = weaknesses or {}

    def deliver(self, report: Report) -> None:
        """Write the report.

        Raises:
            SinkError: it could not be written.
        """
        write(render_sarif(report, self._weaknesses), self._to)


def render_sarif(report: Report, weaknesses: Mapping[str, Words] | None = None) -> str:
    """The worst findings as SARIF; what is left out, and what was not read, is a notification."""
    shown = report.findings[:MOST]
    table = rules(shown, weaknesses or {})
    ids = [rule["id"] for rule in table]
    run = {
        "tool": {"driver": _driver(report, table)},
        "automationDetails": {"id": CATEGORY},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": report.verdict is not Verdict.INCOMPLETE,
                "toolExecutionNotifications": notices(report, len(report.findings) - len(shown)),
            }
        ],
        "results": [_result(finding, ids) for finding in shown],
        "properties": {"verdict": report.verdict.value, "headline": escape.inert(wording.headline(report))},
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, table: Sequence[Row]) -> Row:
    version = {"semanticVersion": report.facts.version} if report.facts.version else {}
    return {"name": "reviewbot", **version, "rules": list(table)}


def _result(finding: Finding, ids: Sequence[str]) -> Row:
    rule = rule_id(finding)
    return {
        "ruleId": rule,
        "ruleIndex": ids.index(rule),
        "level": level(finding.severity),
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _location(finding)}],
        "partialFingerprints": _fingerprints(finding),
        "properties": {
            "severity": finding.severity.label,
            "confidence": finding.confidence.label,
            "status": finding.status.value,
            "evidence": escape.inert(wording.evidence(finding)),
        },
    }


def _message(finding: Finding) -> str:
    title = escape.inert(escape.clip(finding.title, 200))
    removed = f"Line {finding.line} was removed. " if finding.side is Side.OLD else ""
    said = escape.inert(escape.clip(finding.explanation, 1_000))
    fix = f" Fix: {escape.inert(escape.clip(finding.fix, 700))}" if finding.fix else ""
    return f"{title or finding.severity.label}. {removed}{said}{fix}"


def _location(finding: Finding) -> Row:
    """Lines of the new side; what was removed has none, and stands at the file's beginning."""
    place: Row = {"artifactLocation": {"uri": uri(finding.path), "uriBaseId": SRCROOT}}
    if finding.side is Side.OLD:
        return place | {"region": {"startLine": 1}}
    snippet = {"text": escape.visible(escape.clip(finding.quote, 400), keep="\t")}
    region = {"startLine": finding.line, "endLine": finding.end_line}
    return place | {"region": region | ({"snippet": snippet} if finding.quote else {})}


def _fingerprints(finding: Finding) -> Row:
    """GitHub compares the second only, and would make one from the line's text if it were not there."""
    known = escape.line(finding.id)
    return {"reviewbot/v1": known, "primaryLocationLineHash": f"{known}:1"} if known else {}
