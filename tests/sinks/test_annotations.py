import io
import re

import pytest
from hypothesis import given

from reviewbot.findings import Severity, Status
from reviewbot.sinks.annotations import AnnotationsSink, render_annotations
from reviewbot.spans import Side
from sinks import samples
from sinks.hostile import ACTING, PAYLOADS, hostile
from sinks.pages import hostile_report
from sinks.samples import finding

COMMAND = re.compile(
    r"::(error|warning|notice) (file=[^:,\r\n]*,(line=\d+,endLine=\d+,)?)?title=[^:,\r\n]*::[^\r\n]*"
)


def test_a_finding_is_marked_at_its_lines() -> None:
    shown = render_annotations(samples.report(findings=(finding(end_line=44),)))
    assert shown == (
        "::error file=app/db.py,line=42,endLine=44,title=high%3A SQL injection by string formatting"
        "::The id comes from the request and becomes part of the statement. (CWE-89)\n"
    )


def test_the_worst_ten_are_shown_and_uncertain_ones_last() -> None:
    low = [finding(severity=Severity.LOW, path=f"low{n}") for n in range(8)]
    aside = [
        finding(severity=Severity.CRITICAL, path=f"old{n}", status=Status.PRE_EXISTING) for n in range(3)
    ]
    shown = render_annotations(samples.report(findings=(*low, *aside, finding(path="worst"))))
    assert re.findall("file=([a-z]+)", shown) == ["worst", *["low"] * 8, "old"]
    assert shown.startswith("::error ")
    assert shown.count("::notice ") == 8


def test_an_incomplete_review_says_so_first() -> None:
    shown = render_annotations(samples.FULL)
    assert shown.startswith("::warning title=reviewbot::Incomplete: 71 changed lines and 1 whole file were")


def test_a_removed_line_marks_no_line_of_the_new_side() -> None:
    found = finding(side=Side.OLD, line=31)
    shown = render_annotations(samples.report(findings=(found,)))
    assert shown.startswith(
        "::error file=app/db.py,title=high%3A SQL injection by string formatting::Removed line 31: "
    )


def test_a_clean_report_says_nothing() -> None:
    assert render_annotations(samples.report()) == ""


def check(text: str) -> None:
    shown = render_annotations(hostile_report(text))
    assert all(COMMAND.fullmatch(row) for row in shown.removesuffix("\n").split("\n"))
    assert shown.count("\n") == 3
    assert not ACTING.search(shown.replace("\n", ""))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_S09_no_text_gives_a_command(payload: str) -> None:
    check(f"a {payload} b")
    check(payload)


@given(hostile)
def test_S09_no_text_at_all_gives_a_command(text: str) -> None:
    check(text)


def test_percent_signs_colons_and_commas_are_escaped() -> None:
    found = finding(path="a%0A,b:c.py", title="x::y", explanation="100%0Asure, isn't it: so.")
    shown = render_annotations(samples.report(findings=(found,)))
    assert "file=a%250A%2Cb%3Ac.py," in shown
    assert "::100%250Asure, isn't it: so. (CWE-89)\n" in shown


def test_the_sink_writes_the_commands() -> None:
    out = io.StringIO()
    AnnotationsSink(out).deliver(samples.FULL)
    assert out.getvalue() == render_annotations(samples.FULL)
