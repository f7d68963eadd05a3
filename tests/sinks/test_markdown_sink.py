import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from reviewbot.errors import Unavailable
from reviewbot.findings import Dropped, Finding, Status
from reviewbot.report import Report
from reviewbot.sinks.markdown import LIMIT, MarkdownSink, render_markdown
from sinks import samples
from sinks.hostile import ACTING, COMMAND, LIVE, PAYLOADS, hostile, kinds, prose, tokens

OURS = {"<span>", "</span>", "<sub>", "</sub>", "</details>"}


def hostile_report(text: str) -> Report:
    found = samples.finding(
        path=text, cwe=text, title=text, explanation=text, fix=text, quote=text, symbol=text, sources=(text,)
    )
    return samples.report(
        findings=(found, samples.finding(title=text, status=Status.PRE_EXISTING)),
        gaps=(samples.gap(text or "a", (1, 2), kind="failed", by=text, reason=text),),
        dropped=(Dropped(samples.claim(), text, text),),
        engines=(text,),
        errors=(Unavailable(text, text),),
    )


def test_the_whole_report_as_markdown(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/report.md", render_markdown(samples.FULL))


def test_a_clean_report_is_short(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/report-clean.md", render_markdown(samples.report()))


def check_that_only_our_markup_is_there(markdown: str) -> None:
    page = list(tokens(markdown))
    html = {row for t in page if t.type.startswith("html_") for row in t.content.strip().split("\n")}
    assert {tag for tag in html if not tag.startswith("<details><summary>")} <= OURS
    links = {str(token.attrs["href"]) for token in page if token.type == "link_open"}
    assert all(link.startswith("https://cwe.mitre.org/data/definitions/") for link in links)
    assert "image" not in kinds(markdown)
    assert [token.type for token in page].count("heading_open") == 4
    assert "Read 12 of 12 changed lines" in prose(markdown)
    assert not LIVE.search(prose(markdown).replace("pull request", ""))
    assert not ACTING.search(markdown.replace("\n", ""))
    assert not COMMAND.search(markdown)


@settings(deadline=None, max_examples=60)  # the first call imports jinja2
@given(hostile)
def test_no_text_makes_markup(text: str) -> None:
    check_that_only_our_markup_is_there(render_markdown(hostile_report(text)))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_known_attack_makes_markup(payload: str) -> None:
    check_that_only_our_markup_is_there(render_markdown(hostile_report(f"a {payload} b")))


def findings(number: int, **changes: object) -> tuple[Finding, ...]:
    return tuple(samples.finding(title=f"defect {n}", **changes) for n in range(number))


def test_findings_that_do_not_fit_are_counted_and_none_is_cut() -> None:
    shown = render_markdown(samples.report(findings=findings(500)))
    whole = shown.count("### High: defect")
    assert LIMIT * 0.9 < len(shown) <= LIMIT
    assert whole == shown.count("</details>") == shown.count("cursor.execute(&quot;") + whole
    assert f"**{500 - whole} more findings in the full report.**" in shown


def test_uncertain_findings_give_way_to_the_others() -> None:
    some = findings(40, status=Status.PRE_EXISTING) + findings(500)
    shown = render_markdown(samples.report(findings=some))
    assert "40 more less certain or older findings in the full report" in shown


@pytest.mark.parametrize("char", ["x", "\U000e0041", "$", "@", "`", "|", "#", "\n"])
def test_no_report_is_larger_than_the_limit(char: str) -> None:
    long = char * 100_000
    gaps = tuple(samples.gap(f"{n}{long}", (1, 2), kind="failed", reason=f"{n}{long}") for n in range(9))
    errors = tuple(Unavailable(long, long) for _ in range(9))
    dropped = tuple(Dropped(samples.claim(), "a", f"{n}{long}") for n in range(99))
    found = tuple(samples.finding(title=long, explanation=long, fix=long, quote=long) for _ in range(9))
    engines = (long,)
    report = samples.report(findings=found, gaps=gaps, errors=errors, dropped=dropped, engines=engines)
    assert len(render_markdown(report)) <= LIMIT


def test_every_finding_is_there_or_counted() -> None:
    shown = render_markdown(samples.FULL)
    assert shown.count("### ") - 1 == len(samples.FINDINGS)
    assert "more finding" not in shown


def test_the_sink_writes_what_is_rendered() -> None:
    page = io.StringIO()
    MarkdownSink(page).deliver(samples.FULL)
    assert page.getvalue() == render_markdown(samples.FULL)
