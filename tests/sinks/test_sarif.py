import gzip
import io
import json
import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from reviewbot.findings import Severity
from reviewbot.report import Report
from reviewbot.reviewers.weaknesses import WEAKNESSES
from reviewbot.sinks.sarif import MOST, SarifSink, render_sarif
from reviewbot.spans import Side
from sinks import samples
from sinks.hostile import ACTING, LIVE, PAYLOADS, hostile
from sinks.pages import hostile_report
from sinks.samples import finding

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parents[1] / "data/sarif-2.1.0.json").read_text()))
MULTITOOL = shutil.which("Sarif.Multitool")

Row = dict[str, Any]


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


def rows(value: object, key: str) -> Iterator[Any]:
    """All values of that key, wherever they stand."""
    if isinstance(value, dict):
        yield from (one for name, one in value.items() if name == key)
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from rows(one, key)


def check(text: str) -> Row:
    """What the standard and GitHub ask of a file; GitHub's rules are those of its page on SARIF support."""
    log: Row = json.loads(text)
    assert not list(SCHEMA.iter_errors(log))
    (run,) = log["runs"]
    driver, results = run["tool"]["driver"], run["results"]
    assert len(gzip.compress(text.encode())) < 10 * 1024 * 1024
    assert len(results) <= 25_000
    assert len(driver["rules"]) <= 25_000
    assert run["automationDetails"]["id"].endswith("/")
    assert all(texts(log))
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    for rule in driver["rules"]:
        check_rule(rule)
    for result in results:
        check_result(result, driver["rules"])
    for uri in rows(log, "uri"):
        address = urlsplit(uri)
        assert (address.scheme, address.netloc, address.query, address.fragment) == ("", "", "", "")
        assert uri[:1] not in {"", "/"}
    return log


def check_rule(rule: Row) -> None:
    for name in ("shortDescription", "fullDescription", "help"):
        assert 0 < len(rule[name]["text"]) <= 1_024
    assert len(rule["properties"]["tags"]) <= 10
    assert "security" in rule["properties"]["tags"]
    assert 0 < float(rule["properties"]["security-severity"]) <= 10
    assert isinstance(rule["properties"]["security-severity"], str)
    assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}


def check_result(result: Row, rules: list[Row]) -> None:
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (location,) = result["locations"]
    region = location["physicalLocation"]["region"]
    assert 1 <= region["startLine"] <= region.get("endLine", region["startLine"])
    assert result["partialFingerprints"]["primaryLocationLineHash"]


def render(report: Report) -> str:
    return render_sarif(report, WEAKNESSES)


def run_of(report: Report) -> Row:
    run: Row = check(render(report))["runs"][0]
    return run


def test_the_whole_report_as_sarif(golden: Callable[[str, str], None]) -> None:
    check(render(samples.FULL))
    golden("tests/golden/report.sarif", render(samples.FULL))


def test_a_clean_report_has_no_results_and_was_successful() -> None:
    run = run_of(samples.report())
    assert run["results"] == run["tool"]["driver"]["rules"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_an_incomplete_review_was_not_successful_and_names_what_was_not_read() -> None:
    (invocation,) = run_of(samples.report(gaps=samples.GAPS[:-1]))["invocations"]
    assert not invocation["executionSuccessful"]
    first = invocation["toolExecutionNotifications"][0]
    assert first["level"] == "error"
    assert first["message"]["text"].startswith(
        "Not read by model (failed), no answer within 180 s (9 files, "
    )
    assert "src/service_09.py" in list(rows(first, "uri"))
    levels = [notice["level"] for notice in invocation["toolExecutionNotifications"]]
    assert levels == ["error", "error", "note", "note"]


def test_an_engine_that_could_not_start_is_an_error() -> None:
    (invocation,) = run_of(replace(samples.FULL, gaps=()))["invocations"]
    assert not invocation["executionSuccessful"]
    assert "the verifier was refused: no such model" in next(
        texts(invocation["toolExecutionNotifications"][0]["message"])
    )


def test_skipped_code_alone_is_a_success() -> None:
    (invocation,) = run_of(samples.report(gaps=samples.GAPS[:3]))["invocations"]
    assert invocation["executionSuccessful"]
    assert {notice["level"] for notice in invocation["toolExecutionNotifications"]} == {"note"}


def test_a_rule_carries_help_its_weakness_and_its_severity() -> None:
    (rule,) = run_of(samples.report(findings=(finding(),)))["tool"]["driver"]["rules"]
    assert rule["id"] == "CWE-89/high"
    assert rule["name"] == "SqlInjection"
    assert "What guards against it: bound parameters, fixed names." in rule["help"]["text"]
    assert rule["properties"]["tags"] == ["security", "external/cwe/cwe-089"]
    assert rule["properties"]["security-severity"] == "8.0"


@pytest.mark.parametrize(
    ("severity", "level", "low", "high"),
    [
        (Severity.CRITICAL, "error", 9.0, 10.0),
        (Severity.HIGH, "error", 7.0, 8.9),
        (Severity.MEDIUM, "warning", 4.0, 6.9),
        (Severity.LOW, "note", 0.1, 3.9),
    ],
)
def test_severities_are_those_that_github_shows(
    severity: Severity, level: str, low: float, high: float
) -> None:
    run = run_of(samples.report(findings=(finding(severity=severity),)))
    assert run["results"][0]["level"] == level
    assert low <= float(run["tool"]["driver"]["rules"][0]["properties"]["security-severity"]) <= high


def test_equal_weaknesses_of_two_severities_are_two_rules() -> None:
    run = run_of(samples.report(findings=(finding(), finding(severity=Severity.LOW))))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["CWE-89/high", "CWE-89/low"]


def test_a_result_is_known_again_by_the_findings_id() -> None:
    (result,) = run_of(samples.report(findings=(finding(end_line=44),)))["results"]
    assert result["partialFingerprints"] == {
        "reviewbot/v1": "0123456789abcdef",
        "primaryLocationLineHash": "0123456789abcdef:1",
    }
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"]) == (42, 44)


def test_a_removed_line_is_told_and_marks_no_other() -> None:
    (result,) = run_of(samples.report(findings=(finding(side=Side.OLD, line=31),)))["results"]
    assert "Line 31 was removed." in result["message"]["text"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


@pytest.mark.parametrize(
    "path",
    ["a b/(c)#?.py", "c:\\x.py", "javascript:x", "é/\U0001f600.py", "100%.py", "x\udcff.py", "//host/x", "?"],
)  # fmt: skip
def test_a_path_is_a_relative_reference_byte_for_byte(path: str) -> None:
    (result,) = run_of(samples.report(findings=(finding(path=path),)))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote_to_bytes(uri) == path.lstrip("/").encode("utf-8", "surrogateescape")


def test_too_many_findings_are_counted_and_the_file_stays_small() -> None:
    chance = random.Random(1)  # noqa: S311 - text that does not compress
    long = [chance.randbytes(2_000).hex() for _ in range(MOST + 7)]
    found = tuple(finding(id=f"{n:016x}", explanation=text, fix=text) for n, text in enumerate(long))
    run = run_of(samples.report(findings=found))
    assert len(run["results"]) == MOST
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"] == "7 more findings are in the JSON report"


def check_that_nothing_is_live(report: Report) -> None:
    """No text links, notifies or acts in a viewer; the code itself and our own rules stay as they are."""
    run = check(render(report))["runs"][0]
    said = [one for result in run["results"] for one in texts([result["message"], result["properties"]])]
    said += texts(run["invocations"])
    said += texts(run["properties"])
    uris = set(rows(run["invocations"], "uri"))
    for text in said:
        assert text in uris or not LIVE.search(text)
        assert not re.search(r"\]\s?[(\[]", text.replace("] ", "")), text
        assert not ACTING.search(text)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_S10_to_S12_no_known_attack_is_live(payload: str) -> None:
    check_that_nothing_is_live(hostile_report(f"a {payload} b"))


@given(hostile)
def test_no_text_breaks_the_file(text: str) -> None:
    check_that_nothing_is_live(hostile_report(text))


def test_S09_no_line_is_a_command_to_a_runner() -> None:
    assert "##" not in render(hostile_report("##[group]x"))


def test_the_sink_writes_what_is_rendered() -> None:
    out = io.StringIO()
    SarifSink(out, WEAKNESSES).deliver(samples.FULL)
    assert out.getvalue() == render(samples.FULL)


@pytest.mark.skipif(
    not MULTITOOL, reason="Sarif.Multitool of npm @microsoft/sarif-multitool-linux is not in PATH"
)
@pytest.mark.parametrize("report", [samples.FULL, samples.report()], ids=["full", "clean"])
def test_the_rules_of_microsofts_validator_hold(report: Report, tmp_path: Path) -> None:
    (tmp_path / "in.sarif").write_text(render(report))
    command = [str(MULTITOOL), "validate", "in.sarif", "--rule-kind", "Sarif;Ghas", "--output", "out.sarif"]
    environ = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    subprocess.run(
        [*command, "--log", "ForceOverwrite"], cwd=tmp_path, env=environ, check=True, capture_output=True
    )
    told = json.loads((tmp_path / "out.sarif").read_text("utf-8-sig"))["runs"][0]["results"]
    # SARIF2005 asks for the address of a home page.
    assert [one["ruleId"] for one in told if one["ruleId"] != "SARIF2005"] == []
