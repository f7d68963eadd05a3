from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from reviewbot.diff import Target
from reviewbot.findings import Finding, Severity, Status
from reviewbot.forge.state import finding_of, read_state
from reviewbot.history import Known, Progress, compare
from reviewbot.report import Coverage, Report
from reviewbot.sinks.github_summary import pull_request_page
from reviewbot.spans import Side
from sinks import samples
from sinks.hostile import PAYLOADS, hostile, prose, tokens
from sinks.pages import check_that_only_our_markup_is_there, hostile_report, known
from sinks.samples import finding

FOUND = (
    finding(
        id="1" * 16,
        severity=Severity.CRITICAL,
        title="OS command injection",
        cwe="CWE-78",
        path="app/export.py",
        line=88,
        symbol="run_export",
        quote='    subprocess.run(f"convert {name} out.png", shell=True)',
        fix='subprocess.run(["convert", name, "out.png"])',
        explanation="The file name of an upload becomes part of a shell command. Anyone may upload.",
        evidence=("verifier: confirmed, source and sink quoted",),
    ),
    finding(id="2" * 16),
    finding(id="3" * 16, severity=Severity.LOW, title="Debug mode", path="app/main.py", line=5, symbol=""),
)
OLD = Known("2" * 16, "app/db.py", 12, Severity.HIGH, "SQL injection", ("model",))
GONE = Known("8" * 16, "app/login.py", 3, Severity.MEDIUM, "Open redirect", ("model",))
UNSURE = Known("9" * 16, "src/service_01.py", 3, Severity.LOW, "Log injection", ("model",))


def page(report: Report, earlier: Sequence[Known] = (), **more: object) -> str:
    return pull_request_page(report, compare(earlier, report), **more)  # type: ignore[arg-type]


def headline(report: Report, *earlier: Known) -> str:
    return page(report, earlier).split("\n", 1)[0]


@pytest.mark.parametrize(
    ("name", "report", "earlier"),
    [
        ("clean", samples.report(), ()),
        ("one", samples.report(findings=FOUND[1:2]), ()),
        ("pushes", samples.report(findings=FOUND), (OLD, GONE)),
        ("incomplete", samples.report(findings=FOUND[:2], gaps=samples.GAPS[:-1],
                                      coverage=Coverage(2_113, 852, 120, 1_190, 71, 31)), (OLD, UNSURE)),
        ("skipped", samples.report(gaps=samples.GAPS[:3], coverage=Coverage(1_190, 0, 0, 1_190, 0, 0)), ()),
    ],
)  # fmt: skip
def test_the_comment_of(
    name: str, report: Report, earlier: Sequence[Known], golden: Callable[[str, str], None]
) -> None:
    pushes = 4 if earlier else 1
    golden(f"tests/golden/comment-{name}.md", page(report, earlier, spent_usd=0.0213, pushes=pushes))


def test_the_first_line_says_it_all() -> None:
    clean, found = samples.report(), samples.report(findings=FOUND)
    assert headline(clean) == "## No issues found in 12 changed lines"
    assert headline(clean, GONE) == "## No issues found in 12 changed lines; 1 fixed since the last push"
    assert headline(found) == "## 3 findings: 1 critical, 1 high, 1 low"
    assert headline(found, OLD, GONE) == (
        "## 2 new findings: 1 critical, 1 low; 1 still open, 1 fixed since the last push"
    )
    again = samples.report(findings=FOUND[1:2])
    assert headline(again, OLD) == "## 1 finding still open: 1 high; none new"
    assert headline(again, OLD, GONE).endswith("; none new, 1 fixed since the last push")


def test_an_incomplete_review_never_speaks_of_no_issues_nor_of_fixes_it_has_not_seen() -> None:
    failed = (samples.gap("src/service_01.py", (1, 2), kind="failed", by="model", reason="no answer"),)
    report = samples.report(gaps=failed, coverage=Coverage(12, 10, 0, 0, 2, 2))
    shown = page(report, (UNSURE, GONE))
    assert shown.startswith(
        "## Incomplete: 2 changed lines were not read by every engine"
        " (1 fixed since the last push, 1 earlier finding not checked again)\n"
    )
    assert "No issues" not in shown
    assert shown.index("### Not checked again") < shown.index("src/service_01.py", shown.index("### Not"))


def test_a_clean_review_says_first_that_an_earlier_finding_was_not_checked() -> None:
    static = samples.report(engines=("static",))
    assert headline(static, UNSURE).endswith("no model read them; 1 earlier finding not checked again")


def test_the_only_links_lead_to_the_lines_at_the_head_commit() -> None:
    removed = finding(id="4" * 16, side=Side.OLD, line=31)
    span = finding(id="5" * 16, path="a b/(c)#.py", line=3, end_line=9)
    links = [
        str(token.attrs["href"])
        for token in tokens(page(samples.report(findings=(*FOUND, removed, span)), (OLD,)))
        if token.type == "link_open"
    ]
    blob = f"https://github.com/acme/shop/blob/{'c' * 40}"
    assert set(links) == {
        f"{blob}/app/export.py#L88",
        f"{blob}/app/main.py#L5",
        f"{blob}/app/db.py#L42",
        f"{blob}/a%20b/%28c%29%23.py#L3-L9",
    }


@pytest.mark.parametrize("path", ["../../evil/repo", "a/./b", "/etc/passwd", "a//b", "", "x\ud800"])
def test_S26_a_path_that_would_lead_elsewhere_is_no_link(path: str) -> None:
    shown = page(samples.report(findings=(finding(path=path),)))
    assert not [token for token in tokens(shown) if token.type == "link_open"]


@pytest.mark.parametrize(
    ("server", "target"),
    [
        ("javascript:alert(1)//x", samples.TARGET),
        ("https://git.example/a b", samples.TARGET),
        ("https://git.example/)](https://e.vil", samples.TARGET),
        ("https://github.com", replace(samples.TARGET, repo="a/b)](//e.vil")),
        ("https://github.com", replace(samples.TARGET, head="main")),
        ("https://github.com", Target("diff", "")),
    ],
)
def test_without_a_sound_address_there_are_no_links(server: str, target: Target) -> None:
    shown = page(samples.report(findings=FOUND, target=target), server=server)
    assert not [token for token in tokens(shown) if token.type == "link_open"]


def test_an_enterprise_server_is_linked_to() -> None:
    shown = page(samples.report(findings=FOUND), server="https://git.example.test:8443/")
    assert f"(https://git.example.test:8443/acme/shop/blob/{'c' * 40}/app/export.py#L88)" in shown


def test_a_fix_that_replaces_the_line_is_shown_as_a_diff() -> None:
    assert (
        '```diff\n- subprocess.run(f"convert {name} out.png", shell=True)\n'
        '+ subprocess.run(["convert", name, "out.png"])\n```'
    ) in page(samples.report(findings=FOUND))


def test_what_all_pushes_cost_is_there_from_the_second_on() -> None:
    report = samples.report()
    assert "pushes" not in page(report, spent_usd=0.0021, pushes=1)
    assert "0.0213 in 4 pushes" in page(report, spent_usd=0.0213, pushes=4)
    assert "cost unknown in 4 pushes" in page(report, spent_usd=None, pushes=4)


def test_what_could_not_be_published_is_said_near_the_top() -> None:
    remark = "No comment: the token lacks pull-requests (write)."
    shown = page(samples.report(findings=FOUND), remarks=(remark,))
    assert shown.index("> [!NOTE]") < shown.index("No comment: the token") < shown.index("#### ")
    both = page(samples.FULL, remarks=(remark,))
    assert both.count("> [!") == 1
    assert both.index("No comment: the token") < both.index("#### ")


def many(number: int, start: int = 0, **changes: object) -> tuple[Finding, ...]:
    return tuple(
        finding(id=f"{n:016x}", title=f"defect {n}", **changes) for n in range(start, start + number)
    )


def test_G06_a_comment_keeps_below_the_limit_and_counts_what_is_left_out() -> None:
    found = many(400) + many(400, 400)
    earlier = [Known(f"{n:016x}", "a.py", 1, Severity.LOW, f"defect {n}") for n in range(400, 1_500)]
    shown = page(samples.report(findings=found), earlier)
    assert 50_000 < len(shown) <= 60_000
    new = shown.count("#### High: defect")
    assert f"{400 - new} more findings in the job summary and the report file" in shown
    fixed = shown.split("### Fixed since the last push")[1]
    listed = fixed.count("- **Low**")
    assert f"- {700 - listed} more findings in the job summary and the report file" in fixed
    assert shown.count("```") % 2 == 0


def test_findings_that_are_still_open_keep_their_explanation_folded() -> None:
    shown = page(samples.report(findings=FOUND), (OLD,))
    row = shown.index("- **High** [`app/db.py:42`]")
    assert row < shown.index("What they are, and how to fix them") < shown.index("#### High: SQL injection")


def hostile_page(text: str) -> str:
    report = hostile_report(text)
    first, second = report.findings
    progress = Progress((first,), (second,), (known(text),), (known(text, 1),))
    return pull_request_page(report, progress, remarks=(text,), pushes=2)


@settings(deadline=None, max_examples=60)
@given(hostile)
def test_no_text_makes_markup(text: str) -> None:
    check_that_only_our_markup_is_there(hostile_page(text), headings=7)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_S10_to_S13_no_known_attack_makes_markup(payload: str) -> None:
    shown = hostile_page(f"a {payload} b")
    check_that_only_our_markup_is_there(shown, headings=7)
    assert "Read 12 of 12 changed lines" in prose(shown)


@pytest.mark.parametrize(
    "marker",
    ["<!-- reviewbot:v1 0123456789abcdef e30= -->", "<!-- reviewbot:finding 0123456789abcdef -->"],
)
def test_S15_a_marker_in_the_words_of_a_model_is_none(marker: str) -> None:
    shown = hostile_page(marker)
    assert read_state(shown, "acme/shop", 17) is None
    assert finding_of(shown) is None
    assert not [token for token in tokens(shown) if "<!--" in token.content and "html" in token.type]


def test_older_findings_stand_apart() -> None:
    older = finding(id="6" * 16, status=Status.PRE_EXISTING)
    shown = page(samples.report(findings=(*FOUND[:1], older)))
    assert shown.index("#### Critical") < shown.index("1 finding less certain, or older")
    assert "was there before this change" in shown
