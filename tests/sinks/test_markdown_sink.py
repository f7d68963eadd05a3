import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from reviewbot.errors import Unavailable
from reviewbot.findings import Dropped, Finding, Status
from reviewbot.sinks.markdown import LIMIT, MarkdownSink, render_markdown
from sinks import samples
from sinks.hostile import PAYLOADS, hostile, prose
from sinks.pages import check_that_only_our_markup_is_there, hostile_report


def test_the_whole_report_as_markdown(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/report.md", render_markdown(samples.FULL))


def test_a_clean_report_is_short(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/report-clean.md", render_markdown(samples.report()))


@settings(deadline=None, max_examples=60)  # the first call imports jinja2
@given(hostile)
def test_no_text_makes_markup(text: str) -> None:
    check_that_only_our_markup_is_there(render_markdown(hostile_report(text)), headings=3)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_S08_to_S13_no_known_attack_makes_markup(payload: str) -> None:
    shown = render_markdown(hostile_report(f"a {payload} b"))
    check_that_only_our_markup_is_there(shown, headings=3)
    assert "Read 12 of 12 changed lines" in prose(shown)


def test_what_was_not_read_stands_before_the_findings_and_what_was_skipped_behind_them() -> None:
    shown = render_markdown(samples.FULL)
    places = [
        shown.index(text) for text in ("not an all-clear", samples.TIMEOUT, "#### ", "Skipped by policy")
    ]
    assert places == sorted(places)


def test_an_incomplete_review_never_speaks_of_no_issues() -> None:
    failed = samples.gap("a.py", (1, 2), kind="failed", by="model", reason="no answer")
    shown = render_markdown(samples.report(gaps=(failed,)))
    assert shown.startswith("## Incomplete: ")
    assert "No issues" not in shown


def findings(number: int, **changes: object) -> tuple[Finding, ...]:
    return tuple(samples.finding(title=f"defect {n}", **changes) for n in range(number))


def test_findings_that_do_not_fit_are_counted_and_none_is_cut() -> None:
    shown = render_markdown(samples.report(findings=findings(500)))
    whole = shown.count("#### High: defect")
    assert LIMIT * 0.9 < len(shown) <= LIMIT
    assert whole == shown.count("</details>") == shown.count("```py\ncursor.execute(")
    assert f"**{500 - whole} more findings in the full report.**" in shown


def test_uncertain_findings_give_way_to_the_others() -> None:
    some = findings(40, status=Status.PRE_EXISTING) + findings(500)
    shown = render_markdown(samples.report(findings=some))
    assert "40 more less certain or older findings in the full report" in shown


@pytest.mark.parametrize("char", ["x", "\U000e0041", "$", "@", "`", "|", "#", "\n"])
def test_no_report_is_larger_than_the_limit(char: str) -> None:
    long = char * 20_000
    gaps = tuple(samples.gap(f"{n}{long}", (1, 2), kind="failed", reason=f"{n}{long}") for n in range(9))
    skipped = tuple(samples.gap(f"{n}{long}", (1, 2), reason=f"{n}{long}") for n in range(9))
    errors = tuple(Unavailable(long, long) for _ in range(9))
    dropped = tuple(Dropped(samples.claim(), "a", f"{n}{long}") for n in range(99))
    found = tuple(samples.finding(title=long, explanation=long, fix=long, quote=long) for _ in range(9))
    report = samples.report(
        findings=found, gaps=gaps + skipped, errors=errors, dropped=dropped, engines=(long,)
    )
    assert len(render_markdown(report)) <= LIMIT


def test_every_finding_is_there_or_counted() -> None:
    shown = render_markdown(samples.FULL)
    assert shown.count("#### ") == len(samples.FINDINGS)
    assert "more finding" not in shown


def test_the_sink_writes_what_is_rendered() -> None:
    page = io.StringIO()
    MarkdownSink(page).deliver(samples.FULL)
    assert page.getvalue() == render_markdown(samples.FULL)
