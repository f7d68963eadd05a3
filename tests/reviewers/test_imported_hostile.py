"""A log may be anything: it is refused with a hint, or read as far as it makes sense; it crashes no run."""

import json
import re
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.errors import UsageError
from reviewbot.reviewers.imported import logs, read_log
from reviewbot.reviewers.imported.results import Omission
from reviewbot.spans import Side
from sarif_logs import CODE, log, place, result, review, run, scan


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"no log",
        b"[" * 100_000,
        b'{"version": ' + b"9" * 5_000 + b"}",
        b"[]",
        b"7",
        b"{}",
        b'{"version": "2.1.0"}',
        b'{"version": "2.1.0", "runs": {}}',
        b'{"version": "2.1.0", "runs": []}',
        b'{"version": "2.1.0", "runs": [7]}',
        b'{"version": "2.1.0", "runs": [{}, 7]}',
        b'{"version": "2.1.0", "runs": null}',
        b'{"version": "1.0.0", "runs": [{}]}',
        b'{"version": 2.1, "runs": [{}]}',
        log(*[{}] * 101),
        log(run(tool="reviewbot")),
    ],
)
def test_what_is_no_log_of_a_scanner_is_refused_with_a_hint(raw: bytes) -> None:
    with pytest.raises(UsageError, match=r"my\.sarif") as refused:
        read_log(raw, "my.sarif")
    assert refused.value.hint


def test_a_log_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LARGEST", 10)
    with pytest.raises(UsageError, match="larger than 10 bytes"):
        read_log(log(run()), "my.sarif")


def test_a_log_is_read_in_each_encoding_that_a_shell_may_leave_it_in() -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        (one,) = read_log(log(run(result())).decode().encode(encoding), "my.sarif")
        assert len(one.results) == 1


@pytest.mark.parametrize(
    ("item", "omission"),
    [
        (7, Omission.UNREADABLE),
        (None, Omission.UNREADABLE),
        ([], Omission.UNREADABLE),
        ({}, Omission.PLACELESS),
        (result(locations=[]), Omission.PLACELESS),
        (result(locations="app.py"), Omission.PLACELESS),
        (result(locations=[7, {}, {"physicalLocation": []}]), Omission.PLACELESS),
        (result(place("")), Omission.PLACELESS),
        (result(place("../app.py")), Omission.PLACELESS),
        *(
            (result(place(line=line)), Omission.PLACELESS)
            for line in (None, 0, -1, True, "3", 1.5, 10**30, [3])
        ),
        (result(suppressions=[{"kind": "external"}]), Omission.SUPPRESSED),
        (result(suppressions=[{"kind": "external", "status": "accepted"}]), Omission.SUPPRESSED),
        (result(suppressions=[{"kind": "inSource"}], level="warning"), Omission.SUPPRESSED),
    ],
)
def test_what_cannot_be_looked_for_is_counted(item: object, omission: Omission) -> None:
    one = scan(item)
    assert (one.results, one.omitted) == ((), {omission: 1})


@pytest.mark.parametrize("fields", [{"kind": "pass"}, {"kind": "notApplicable"}, {"baselineState": "absent"}])
def test_that_all_is_well_is_no_result(fields: dict[str, Any]) -> None:
    one = scan(result(**fields))
    assert (one.results, one.omitted) == ((), {})


@pytest.mark.parametrize(
    "suppressions",
    [
        [],
        None,
        [{"kind": "external", "status": "rejected"}],
        [{"kind": "external", "status": "underReview"}],
        [{"kind": "external"}, {"kind": "external", "status": "rejected"}],
        [{"kind": "inSource"}],
        [{}],
    ],
)
def test_what_nobody_outside_has_accepted_stays_if_it_is_grave(suppressions: object) -> None:
    grave = {"level": "error", "properties": {"tags": ["security"]}}
    assert len(scan(result(suppressions=suppressions, **grave)).results) == 1


def test_the_first_place_that_is_one_counts() -> None:
    (one,) = scan(result({}, place("../x"), place("b.py", 7, endLine=3), place("c.py"))).results
    assert (one.path, one.line, one.last) == ("b.py", 7, 7)


def test_many_results_on_one_line_are_cut_and_counted() -> None:
    one = scan(*[result()] * 25)
    assert (len(one.results), one.omitted) == (20, {Omission.CROWDED: 5})


def test_more_results_than_anybody_reads_are_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_MOST_RESULTS", 2)
    assert scan(*(result(place(line=n)) for n in (1, 2, 3))).failure == "its log holds more than 2 results"


KEYS = st.sampled_from(
    (
        *(
            "version",
            "runs",
            "tool",
            "driver",
            "name",
            "rules",
            "id",
            "results",
            "ruleId",
            "ruleIndex",
            "rule",
        ),
        *(
            "index",
            "toolComponent",
            "extensions",
            "message",
            "text",
            "arguments",
            "markdown",
            "messageStrings",
        ),
        *(
            "locations",
            "physicalLocation",
            "artifactLocation",
            "uri",
            "uriBaseId",
            "originalUriBaseIds",
            "region",
        ),
        *("startLine", "endLine", "snippet", "properties", "tags", "cwe", "security-severity", "precision"),
        *("level", "kind", "suppressions", "status", "invocations", "executionSuccessful", "fixes", "taxa"),
        *("toolExecutionNotifications", "artifacts", "location", "relationships", "target", "description"),
    )
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        ("app.py", "../app.py", "file:///app.py", "CWE-89", "2.1.0", "error", "fail", "accepted", "{0}")
    ),
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@given(JSON)
def test_any_json_at_all_is_read_or_refused(document: object) -> None:
    with suppress(UsageError):
        read_log(json.dumps(document).encode(), "any.sarif")


@given(
    st.fixed_dictionaries({"tool": JSON, "results": st.lists(JSON, max_size=4), "invocations": JSON}), JSON
)
def test_any_run_becomes_an_honest_review(broken: dict[str, Any], bases: object) -> None:
    report, notes = review({**broken, "originalUriBaseIds": bases, "artifacts": bases})
    assert len(report.findings) + len(report.dropped) + report.merged <= len(broken["results"])
    assert all("import/" in note for note in notes)


@given(st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(result(), JSON)), max_size=5))
def test_any_result_is_claimed_elsewhere_or_left_out(items: list[dict[str, Any]]) -> None:
    whole = [{**result(), **item} for item in items]
    report, (note, *_) = review(run(*whole))
    counted = sum(map(int, re.findall(r"\d+", note)))
    assert counted == len(items)  # none of the generated kinds says that all is well
    lines = CODE.split("\n")
    for finding in report.findings:
        assert (finding.path, finding.side) == ("app.py", Side.NEW)
        assert finding.quote == lines[finding.line - 1]
