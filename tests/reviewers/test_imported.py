"""A result of another scanner in our words: weakness, severity, confidence, title and explanation."""

import json
from typing import Any

import pytest

from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.imported import read_log
from reviewbot.reviewers.static.passages import Weakness
from sarif_logs import LOGS, result, scan


def seen(name: str) -> list[tuple[int, str, str, str]]:
    """Line, weakness, severity and confidence of all results in a log of a real scanner."""
    (one,) = read_log((LOGS / name).read_bytes(), name)
    assert (one.failure, one.unread, one.complaints) == ("", {}, ())
    told = ((r.line, r.weakness) for r in one.results)
    return [(line, w.cwe, w.severity.label, w.confidence.label) for line, w in told]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "bandit.sarif",
            [
                (3, "CWE-502", "low", "high"),
                (12, "CWE-259", "low", "medium"),
                (32, "CWE-89", "medium", "medium"),
                (33, "CWE-78", "medium", "high"),
                (40, "CWE-502", "medium", "high"),
            ],
        ),
        (
            "ruff.sarif",
            [
                (12, "CWE-798", "high", "medium"),
                (32, "CWE-89", "high", "medium"),
                (33, "CWE-95", "high", "medium"),
                (40, "CWE-502", "high", "medium"),
            ],
        ),
        (
            "semgrep.sarif",
            [
                (33, "CWE-95", "medium", "low"),
                (32, "CWE-89", "high", "medium"),
                (26, "CWE-79", "low", "high"),
            ],
        ),
        (
            "zizmor.sarif",
            [
                (6, "CWE-200", "medium", "low"),
                (1, "CWE-829", "high", "medium"),
                (7, "CWE-94", "high", "high"),
            ],
        ),
        ("codeql.sarif", [(40, "CWE-502", "critical", "high"), (33, "CWE-94", "critical", "high")]),
        ("trivy.sarif", [(1, "CWE-OTHER", "high", "high"), (12, "CWE-798", "critical", "high")]),
    ],
)
def test_the_logs_of_real_scanners(name: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert seen(name) == expected


def meaning(rule: dict[str, Any] | None = None, **fields: object) -> Weakness:
    """What a result of a rule means."""
    rules = [{"id": "shell", **rule}] if rule else []
    (one,) = scan(result(**fields), rules=rules).results
    return one.weakness


def tagged(*tags: object) -> dict[str, Any]:
    return {"properties": {"tags": list(tags)}}


CWE_TARGET = {"id": "078", "toolComponent": {"name": "CWE"}}


@pytest.mark.parametrize(
    ("rule", "fields", "cwe"),
    [
        (tagged("security", "external/cwe/cwe-078"), {}, "CWE-78"),
        (tagged("CWE-78: Improper Neutralization (...)"), {}, "CWE-78"),
        (tagged("CWE-78"), {}, "CWE-78"),
        ({"properties": {"cwe": "CWE-78"}}, {}, "CWE-78"),
        ({"properties": {"cwe": ["CWE-78"]}}, {}, "CWE-78"),
        ({"relationships": [{"target": CWE_TARGET}]}, {}, "CWE-78"),
        (None, {"taxa": [CWE_TARGET]}, "CWE-78"),
        (None, {"taxa": [{"id": "78", "toolComponent": {"name": "OWASP"}}]}, "CWE-OTHER"),
        (None, {"properties": {"tags": ["CWE-0078"]}}, "CWE-78"),
        (tagged("CWE-710", "CWE-89"), {}, "CWE-89"),
        (tagged("CWE-710"), {}, "CWE-710"),
        (tagged("CWE-0", "CWE-", "CWE-123456", 78, None, ["CWE-78"]), {}, "CWE-OTHER"),
        (None, {"ruleId": "security/detect-child-process"}, "CWE-78"),
        (None, {"ruleId": "B506"}, "CWE-502"),
        (None, {"ruleId": "zizmor/template-injection"}, "CWE-94"),
        (None, {}, "CWE-OTHER"),
    ],
)
def test_the_weakness_is_found_wherever_a_scanner_writes_it(
    rule: dict[str, Any] | None, fields: dict[str, Any], cwe: str
) -> None:
    assert meaning(rule, **fields).cwe == cwe


@pytest.mark.parametrize(
    ("rule", "fields", "severity"),
    [
        ({"properties": {"security-severity": "9.8"}}, {"level": "note"}, Severity.CRITICAL),
        ({"properties": {"security-severity": 7}}, {}, Severity.HIGH),
        ({"properties": {"security-severity": "4.0"}}, {}, Severity.MEDIUM),
        ({"properties": {"security-severity": "0.0"}}, {"level": "error"}, Severity.LOW),
        (
            {"properties": {"security-severity": "9.8"}},
            {"properties": {"security-severity": "5"}},
            Severity.MEDIUM,
        ),
        (tagged("security"), {"properties": {"issue_severity": "HIGH"}}, Severity.HIGH),
        (tagged("security"), {"properties": {"zizmor/severity": "Informational"}}, Severity.LOW),
        (tagged("security"), {"level": "error"}, Severity.HIGH),
        (tagged("security"), {"level": "warning"}, Severity.MEDIUM),
        (tagged("security"), {"level": "note"}, Severity.LOW),
        (tagged("security"), {}, Severity.MEDIUM),
        ({**tagged("security"), "defaultConfiguration": {"level": "error"}}, {}, Severity.HIGH),
        (None, {"level": "error"}, Severity.MEDIUM),
        (None, {"level": "note"}, Severity.LOW),
        ({"properties": {"security-severity": "nan"}, "id": "x"}, {"level": "error"}, Severity.MEDIUM),
        ({"properties": {"security-severity": [9]}}, {"level": "error"}, Severity.MEDIUM),
        ({"properties": {"problem.severity": "high"}}, {"level": "error"}, Severity.MEDIUM),
    ],
)
def test_severity_is_the_score_then_the_word_then_the_level(
    rule: dict[str, Any] | None, fields: dict[str, Any], severity: Severity
) -> None:
    assert meaning(rule, **fields).severity is severity


@pytest.mark.parametrize(
    ("rule", "fields", "confidence"),
    [
        (None, {}, Confidence.MEDIUM),
        ({"properties": {"precision": "very-high"}}, {}, Confidence.HIGH),
        ({"properties": {"precision": "high"}}, {}, Confidence.HIGH),
        ({"properties": {"precision": "low"}}, {}, Confidence.LOW),
        ({"properties": {"precision": "very-high", "tags": ["LOW CONFIDENCE"]}}, {}, Confidence.LOW),
        (tagged("HIGH CONFIDENCE"), {}, Confidence.HIGH),
        ({"properties": {"precision": "high"}}, {"properties": {"issue_confidence": "LOW"}}, Confidence.LOW),
        (None, {"properties": {"zizmor/confidence": "Unknown"}}, Confidence.MEDIUM),
        ({"properties": {"precision": "high"}}, {"kind": "review"}, Confidence.LOW),
        ({"properties": {"precision": "high"}}, {"kind": "open"}, Confidence.LOW),
    ],
)
def test_confidence_is_what_the_scanner_says_else_medium(
    rule: dict[str, Any] | None, fields: dict[str, Any], confidence: Confidence
) -> None:
    assert meaning(rule, **fields).confidence is confidence


def test_title_and_explanation_are_the_scanners_words() -> None:
    told = meaning(
        {"shortDescription": {"text": "Name in\na shell"}}, fixes=[{"description": {"text": "Quote it."}}]
    )
    assert (told.title, told.fix) == ("Name in a shell", "Quote it.")
    assert told.explanation == "A name reaches a shell. (rule shell)"


def test_a_title_that_is_only_the_rules_id_gives_way_to_the_weakness() -> None:
    rule = {"shortDescription": {"text": "Semgrep Finding: shell"}, "name": "shell", **tagged("CWE-78")}
    assert meaning(rule).title == "OS command injection"
    assert meaning({"name": "ShellRule"}).title == "ShellRule"
    assert meaning().title == "shell"


def test_words_are_cut_where_nobody_reads_on() -> None:
    told = meaning({"shortDescription": {"text": "t" * 9_000}}, message={"text": "m" * 9_000})
    assert (len(told.title), len(told.explanation)) == (120, 2_013)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"text": "depends on a [user value](1)."}, "depends on a user value."),
        ({"text": "{0} reaches {1}", "arguments": ["a name", "a shell", 7]}, "a name reaches a shell"),
        ({"id": "default", "arguments": ["eval"]}, "Do not call eval."),
        ({"markdown": "**bold**"}, "**bold**"),
        ({"text": "a\ud800b\0"}, "a\ufffdb\ufffd"),
        ("text", "shell"),
        ({}, "shell"),
    ],
)
def test_a_message_is_read_in_each_of_its_forms(message: object, words: str) -> None:
    rule = {"messageStrings": {"default": {"text": "Do not call {0}."}}}
    assert meaning(rule, message=message).explanation == f"{words} (rule shell)"


@pytest.mark.parametrize(
    "fields",
    [
        {"ruleId": "outer/inner"},
        {"ruleId": None, "ruleIndex": 1},
        {"ruleId": None, "rule": {"id": "outer"}},
        {"ruleId": None, "rule": {"index": 1}},
        {"ruleId": None, "rule": {"index": 0, "toolComponent": {"index": 0}}},
    ],
)
def test_the_rule_is_found_by_name_and_by_number(fields: dict[str, Any]) -> None:
    outer = {"id": "outer", "shortDescription": {"text": "Found"}}
    tool = {"driver": {"name": "S", "rules": [{"id": "first"}, outer]}, "extensions": [{"rules": [outer]}]}
    (one,) = read_log(
        json.dumps({"version": "2.1.0", "runs": [{"tool": tool, "results": [result(**fields)]}]}).encode(),
        "x",
    )
    assert one.results[0].weakness.title == "Found"


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Semgrep OSS", "semgrep"),
        ("Semgrep Pro", "semgrep"),
        ("CodeQL", "codeql"),
        ("Microsoft.CodeAnalysis", "microsoft.codeanalysis"),
        ("  ../<b>|x ", "b-x"),
        ("", "unnamed"),
        (7, "unnamed"),
    ],
)
def test_a_scanner_goes_by_a_plain_word(name: Any, word: str) -> None:  # noqa: ANN401 - hostile too
    assert scan(tool=name).tool == word
