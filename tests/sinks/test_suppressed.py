"""What a person accepts or ignores is counted and listed in every format, and hidden in none."""

import json
from collections.abc import Callable

import pytest

from reviewbot.baseline import ACCEPTED
from reviewbot.findings import Dropped, Severity, Status
from reviewbot.pragmas import IGNORED
from reviewbot.report import Report
from reviewbot.sinks.json_report import render_json
from reviewbot.sinks.markdown import render_markdown
from reviewbot.sinks.sarif import render_sarif
from reviewbot.sinks.stored_report import read_report
from reviewbot.sinks.terminal import FEW, render_text
from reviewbot.sinks.wording import headline
from sinks import samples
from sinks.hostile import ACTING, COMMAND

ONE = Dropped.of(samples.finding(), f"{ACCEPTED}goes with the old page (ann, until 2027-01-31)")
TWO = Dropped.of(samples.FINDINGS[4], f"{IGNORED}{samples.HOSTILE}")
OTHER = Dropped(samples.claim(), "app/auth.py", "the quoted code is not in the file")
CLEAN = samples.report(dropped=(ONE, OTHER, TWO))


def test_as_text(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/suppressed.txt", render_text(CLEAN))


def test_as_markdown(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/suppressed.md", render_markdown(CLEAN))


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (CLEAN, "No other issues found in 12 changed lines; 2 accepted or ignored"),
        (samples.report(dropped=(OTHER,)), "No issues found in 12 changed lines"),
        (
            samples.report(dropped=(ONE, Dropped(samples.claim(), "a", "below the minimum severity high"))),
            "Nothing at or above high in 12 changed lines; 1 below; 1 accepted or ignored",
        ),
        (
            samples.report(dropped=(ONE,), findings=(samples.finding(id="1" * 16),)),
            "1 finding: 1 high; 1 accepted or ignored",
        ),
    ],
)
def test_the_headline_counts_them(report: Report, said: str) -> None:
    assert headline(report) == said


def test_beyond_a_few_they_are_counted_and_named_on_demand() -> None:
    many = tuple(Dropped.of(samples.finding(path=f"f{n}.py"), ONE.reason) for n in range(FEW + 2))
    report = samples.report(dropped=many)
    assert "and 2 more (--verbose names them)" in render_text(report)
    assert "f7.py" not in render_text(report)
    assert "f7.py" in render_text(report, verbose=True)


def test_code_scanning_gets_no_result_but_a_note() -> None:
    (run,) = json.loads(render_sarif(CLEAN))["runs"]
    assert run["results"] == []
    accepted, ignored = run["invocations"][0]["toolExecutionNotifications"]
    assert accepted["level"] == "note"
    assert accepted["message"]["text"] == f"Not told: 1 finding {ONE.reason}"
    assert accepted["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "app/db.py"
    assert ignored["message"]["text"].startswith("Not told: 1 finding ignored in the code: ")


def test_the_json_report_keeps_their_names() -> None:
    stored = read_report(render_json(CLEAN).encode())
    assert stored.dropped == CLEAN.dropped
    assert [one.id for one in stored.dropped] == ["0123456789abcdef", "", "0123456789abcdef"]


def test_hostile_words_do_nothing() -> None:
    for shown in (render_text(CLEAN), render_text(CLEAN, verbose=True), render_markdown(CLEAN)):
        assert not ACTING.search(shown)
        assert not COMMAND.search(shown)


def test_a_finding_keeps_all_that_a_claim_has() -> None:
    old = samples.finding(severity=Severity.LOW, status=Status.PRE_EXISTING)
    claim = Dropped.of(old, "why").claim
    assert (claim.severity, claim.status, claim.line, claim.side) == (old.severity, old.status, 42, old.side)
