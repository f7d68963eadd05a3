import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from pydantic import ValidationError

from reviewbot.report import Report
from reviewbot.review import Usage
from reviewbot.sinks.json_report import render_json
from reviewbot.sinks.report_format import ReportFile, json_schema
from sinks import samples
from sinks.hostile import COMMAND, hostile


def test_the_whole_report_as_json(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/report.json", render_json(samples.FULL))


def test_the_schema_document_is_up_to_date(golden: Callable[[str, str], None]) -> None:
    golden("docs/report.schema.json", json_schema())


@pytest.mark.parametrize("report", [samples.FULL, samples.report()])
def test_what_is_written_is_what_the_format_says(report: Report) -> None:
    document = json.loads(render_json(report))
    assert ReportFile.model_validate(document).model_dump(by_alias=True, exclude_unset=True) == document


def test_the_format_refuses_what_it_does_not_know() -> None:
    document = json.loads(render_json(samples.FULL))
    document["findings"][0]["severity"] = "HIGH"
    document["surplus"] = 1
    with pytest.raises(ValidationError) as refused:
        ReportFile.model_validate(document)
    assert [error["loc"] for error in refused.value.errors()] == [("findings", 0, "severity"), ("surplus",)]


def test_a_gap_has_a_row_for_each_run_of_lines_and_one_with_nulls_for_none() -> None:
    gaps = (samples.gap("b.lock", (9, 12), (1, 3)), samples.gap("a.png", reason="binary"))
    rows = json.loads(render_json(samples.report(gaps=gaps)))["coverage"]["gaps"]
    assert [(row["path"], row["side"], row["start"], row["end"]) for row in rows] == [
        ("a.png", None, None, None),
        ("b.lock", "new", 1, 3),
        ("b.lock", "new", 9, 12),
    ]


def test_the_order_of_gaps_does_not_change_a_byte() -> None:
    turned = replace(samples.FULL, gaps=samples.FULL.gaps[::-1])
    assert render_json(turned) == render_json(samples.FULL)


def test_an_unknown_cost_is_null_and_never_nothing() -> None:
    usage = json.loads(render_json(samples.report(usage=Usage(1, 5, 0, 5, None))))["usage"]
    assert usage["cost_usd"] is None
    assert list(usage["elsewhere"]) == [model for model, _ in samples.FACTS.elsewhere]


@given(hostile)
def test_any_text_comes_back_as_it_was_and_commands_no_runner(text: str) -> None:
    report = samples.report(findings=(samples.finding(path=text, title=text),))
    shown = render_json(report)
    assert shown.isascii()
    assert not COMMAND.search(shown)
    found = ReportFile.model_validate(json.loads(shown)).findings[0]
    assert (found.path, found.title) == (text, text)
