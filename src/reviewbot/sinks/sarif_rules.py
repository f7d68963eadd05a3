"""The rules of a SARIF file: one for each weakness and severity that its results name."""

import re
from collections.abc import Iterable, Mapping

from reviewbot.findings import Finding, Severity
from reviewbot.sinks.json_rows import Row

Words = tuple[str, str, str]
"""What a weakness is called, where it does harm, and what guards against it."""

_CWE = re.compile(r"CWE-([1-9][0-9]{0,4})")
_OTHER = "CWE-OTHER"
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
}
# GitHub's bounds: critical above 9.0, high from 7.0, medium from 4.0, low from 0.1.
_SCORES = {Severity.CRITICAL: "9.5", Severity.HIGH: "8.0", Severity.MEDIUM: "5.5", Severity.LOW: "2.0"}


def level(severity: Severity) -> str:
    """The word of SARIF, which knows three."""
    return _LEVELS[severity]


def rule_id(finding: Finding) -> str:
    """`CWE-89/high`: GitHub takes the severity of an alert from its rule, so each severity has its own."""
    return f"{_cwe(finding)}/{finding.severity.label}"


def rules(findings: Iterable[Finding], weaknesses: Mapping[str, Words]) -> list[Row]:
    """The rules that findings go by, in the order of their ids; `weaknesses` are the words for each CWE."""
    by_id = {rule_id(finding): (_cwe(finding), finding.severity) for finding in findings}
    return [_rule(key, *by_id[key], weaknesses) for key in sorted(by_id)]


def _cwe(finding: Finding) -> str:
    return finding.cwe if _CWE.fullmatch(finding.cwe) else _OTHER


def _rule(key: str, cwe: str, severity: Severity, weaknesses: Mapping[str, Words]) -> Row:
    title, harm, guard = weaknesses.get(cwe, ("Security weakness", "", ""))
    told = [f"{title} ({cwe})."] if cwe != _OTHER else [f"{title}."]
    told += [f"Where it does harm: {harm}."] if harm else []
    told += [f"What guards against it: {guard}."] if guard else []
    page = _page(cwe)
    return {
        "id": key,
        "name": re.sub(r"\W", "", title.title()) or "SecurityWeakness",
        "shortDescription": {"text": title},
        "fullDescription": {"text": " ".join(told)},
        "help": {
            "text": "\n\n".join(told + ([f"See {page}"] if page else [])),
            "markdown": "\n\n".join(told + ([f"See [{cwe}]({page})."] if page else [])),
        },
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": level(severity)},
        "properties": {
            "tags": ["security", *_tags(cwe)],
            "precision": "medium",
            "security-severity": _SCORES[severity],
            "problem.severity": {"note": "recommendation"}.get(level(severity), level(severity)),
        },
    }


def _page(cwe: str) -> str:
    number = _CWE.fullmatch(cwe)
    return f"https://cwe.mitre.org/data/definitions/{number[1]}.html" if number else ""


def _tags(cwe: str) -> list[str]:
    """How GitHub knows a CWE again: three digits at least."""
    number = _CWE.fullmatch(cwe)
    return [f"external/cwe/cwe-{int(number[1]):03d}"] if number else []
