"""A stored report comes back as it was, or not at all: it is a file from a job that handled hostile code."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.diff import Target
from reviewbot.errors import SourceError
from reviewbot.report import Verdict
from reviewbot.sinks.json_report import render_json
from reviewbot.sinks.stored_report import LARGEST, read_report
from sinks.samples import FULL as SAMPLE
from sinks.samples import finding, report

FULL = replace(
    SAMPLE,
    findings=tuple(replace(one, id=f"{number:016x}") for number, one in enumerate(SAMPLE.findings)),
)
STORED: dict[str, Any] = json.loads(render_json(FULL))


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    document = json.loads(json.dumps(STORED))
    change(document)
    return json.dumps(document).encode()


def test_a_report_comes_back_as_it_was() -> None:
    again = read_report(render_json(FULL).encode())
    assert render_json(again) == render_json(FULL)
    assert again.verdict is Verdict.INCOMPLETE
    assert again.findings == FULL.findings


def test_a_part_of_a_sweep_comes_back_as_one() -> None:
    part = Target("sweep", "shop", "b" * 40, "c" * 40, None, "1/4", ("app/",), ("*.js", "caf\udce9"))
    again = read_report(render_json(report(target=part)).encode())
    assert (again.target, again.target.is_everything) == (part, False)


def test_a_path_that_is_not_utf_8_comes_back() -> None:
    odd = report(findings=(finding(path="caf\udce9.py"),))
    assert read_report(render_json(odd).encode()).findings[0].path == "caf\udce9.py"


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(verdict="clean"),
        lambda d: d.update(extra=1),
        lambda d: d.pop("engines"),
        lambda d: d.update(schema="reviewbot/report/v2"),
        lambda d: d["coverage"].update(reviewed_lines=10**6),
        lambda d: d["coverage"].update(failed_lines=-1),
        lambda d: d["findings"].append(d["findings"][0]),
        lambda d: d["findings"][0].update(line="12"),
        lambda d: d["findings"][0].update(line=0),
        lambda d: d["findings"][0].update(line=True),
        lambda d: d["findings"][0].update(severity="HIGH"),
        lambda d: d["findings"][0].update(id="--><img src=x>!!"),
        lambda d: d["coverage"]["gaps"][0].update(side="new", start=None),
        lambda d: d["dropped"][0].update(sources=[]),
        lambda d: d["usage"].update(cost_usd=-1.0),
        lambda d: d["usage"].update(calls=float("inf")),
        lambda d: d["usage"].update(cost_usd=float("nan")),
        lambda d: d["usage"]["elsewhere"].update(x={"usd": float("nan")}),
    ],
)
def test_what_is_not_exactly_of_the_form_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(SourceError, match="report"):
        read_report(changed(change))


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"schema": ' + b"9" * 5_000 + b"}",
        b" " * (LARGEST + 1),
    ],
)
def test_what_is_no_report_is_refused(text: bytes) -> None:
    with pytest.raises(SourceError, match="report"):
        read_report(text)


@given(
    st.sampled_from(sorted(STORED)),
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists),
)
def test_any_value_in_any_place_is_a_report_or_a_refusal(key: str, value: object) -> None:
    try:
        read_report(changed(lambda d: d.update({key: value})))
    except SourceError:
        return


def test_a_forged_clean_report_is_refused() -> None:
    """S05: the file says what it likes; the verdict is ours."""
    forged = json.loads(render_json(replace(FULL, findings=())))
    forged["verdict"] = "clean"
    with pytest.raises(SourceError, match="calls itself clean"):
        read_report(json.dumps(forged).encode())
