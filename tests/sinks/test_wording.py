import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewbot.diff import Target
from reviewbot.errors import Unavailable
from reviewbot.evidence import witnesses
from reviewbot.findings import Confidence, Severity, Status
from reviewbot.report import Coverage, Facts, Report, Verdict
from reviewbot.review import Rejected, Usage
from reviewbot.sinks import wording
from reviewbot.sinks.markdown import render_markdown
from reviewbot.sinks.terminal import render_text
from sinks import samples

FAILED = samples.gap("a.py", (1, 4), kind="failed", by="model", reason="no answer")


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (samples.report(), "No issues found in 12 changed lines"),
        (
            samples.report(engines=("static",)),
            "No issues found in 12 changed lines by static; no model read them",
        ),
        (
            samples.report(coverage=Coverage(0, 0, 0, 0, 0, 0)),
            "Nothing to review: no changed lines of text",
        ),
        (
            samples.report(coverage=Coverage(90, 0, 0, 90, 0, 0)),
            "Nothing to review: 90 changed lines, all skipped by policy",
        ),
        (
            samples.report(findings=samples.FINDINGS[:3]),
            "3 findings: 1 critical, 2 high",
        ),
        (
            samples.report(gaps=(FAILED,), coverage=Coverage(12, 8, 0, 0, 4, 2), engines=("model",)),
            "Incomplete: 4 changed lines were not read",
        ),
        (
            samples.report(gaps=(samples.gap("b.sql", kind="failed"),), findings=samples.FINDINGS[:1]),
            "Incomplete: 1 whole file was not read by every engine; 1 finding so far",
        ),
        (
            samples.report(errors=(Unavailable("no key"),)),
            "Incomplete: an engine could not start",
        ),
    ],
)
def test_the_headline_is_the_verdict(report: Report, words: str) -> None:
    assert wording.headline(report) == words


def covered(reviewed: int, skipped: int, failed: int) -> Coverage:
    return Coverage(reviewed + skipped + failed, reviewed, 0, skipped, failed, 1)


gaps = st.lists(st.sampled_from(samples.GAPS[:-1]), max_size=3).map(tuple)
reports = st.builds(
    samples.report,
    gaps=gaps,
    findings=st.lists(st.sampled_from(samples.FINDINGS), max_size=2).map(tuple),
    errors=st.lists(st.just(Unavailable("no key", "give one")), max_size=1).map(tuple),
    coverage=st.builds(covered, *[st.integers(0, 3)] * 3),
    engines=st.sampled_from([("model",), ("static",), ("model", "static")]),
    rejected=st.lists(st.just(("a.py", Rejected("{}", "empty"))), max_size=1).map(tuple),
    usage=st.builds(Usage, cost_usd=st.none() | st.floats(0, 5), calls=st.integers(0, 1)),
)


@settings(deadline=None, max_examples=40)  # the first call imports jinja2
@given(reports)
def test_only_a_clean_report_that_read_something_speaks_of_no_issues(report: Report) -> None:
    clean = report.verdict is Verdict.CLEAN and report.coverage.reviewed > 0
    for text in (render_text(report), render_text(report, color=True), render_markdown(report)):
        assert ("no issues" in text.lower()) == clean


@settings(deadline=None, max_examples=40)  # the first call imports jinja2
@given(reports)
def test_no_gap_and_no_error_goes_untold(report: Report) -> None:
    for text in (render_text(report, 1_000, verbose=True), render_markdown(report)):
        assert all(gap.reason in text for gap in report.gaps)
        assert all(error.message in text and error.hint in text for error in report.errors)


def test_findings_that_are_old_or_uncertain_stand_apart() -> None:
    old = samples.finding(severity=Severity.CRITICAL, status=Status.PRE_EXISTING)
    assert wording.is_aside(old)
    assert wording.is_aside(samples.finding(confidence=Confidence.LOW))
    assert not wording.is_aside(samples.finding(confidence=Confidence.MEDIUM))


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("One. Two.", "One.", "Two."),
        ("Uses e.g. md5. It is weak.", "Uses e.g. md5.", "It is weak."),
        ("See os.path.join here", "See os.path.join here", ""),
        ("Really?\n\nYes!", "Really?", "Yes!"),
        ("", "", ""),
    ],
)
def test_the_first_sentence_ends_where_a_new_one_begins(text: str, first: str, rest: str) -> None:
    assert wording.first_sentence(text) == (first, rest)


@pytest.mark.parametrize(
    ("usage", "words"),
    [
        (Usage(), "no model calls"),
        (
            Usage(1, 2_000, 500, 30, 1.5),
            "1 model call, 2,000 tokens in (500 cached), 30 out, $1.50 (prices of 2026-11-01)",
        ),
        (
            Usage(2, 10, 0, 3, None),
            "2 model calls, 10 tokens in, 3 out, cost unknown (no price, or no bill for some calls)",
        ),
    ],
)
def test_an_unknown_cost_is_not_told_as_nothing(usage: Usage, words: str) -> None:
    assert wording.cost(usage, Facts(prices_as_of="2026-11-01")) == words


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ((), "model, high confidence"),
        (("seen by model and static/rules",), "model, high confidence"),
        (
            ("seen by model and static/rules", "2 of 3 votes", "verifier: confirmed, source not shown"),
            "model, high confidence (2 of 3 votes; verifier: confirmed, source not shown)",
        ),
        (("verifier: " + "x" * 500,), f"model, high confidence (verifier: {'x' * 150}…)"),
    ],
)
def test_evidence_is_one_short_line_that_says_nothing_twice(evidence: tuple[str, ...], words: str) -> None:
    assert wording.evidence(samples.finding(sources=("model",), evidence=evidence)) == words


def test_two_engines_that_agree_are_what_the_core_calls_seen_by() -> None:
    (said, *_) = witnesses([samples.claim(by="model"), samples.claim(by="static/rules")])
    assert wording.evidence(samples.finding(evidence=(said,))) == "model + static/ruff, high confidence"


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ((), ""),
        ((("a", 0.001),), "$0.0010 on a"),
        ((("a", 0.001), ("b", 0.5), ("c", 2.0)), "$0.0010 on a, $0.5000 on b, $2.00 on c"),
        ((("a", 0.001), ("b", 0.5), ("c", 2.0), ("d", 3.0)), "$0.0010 on a to $3.00 on d (4 models)"),
    ],
)
def test_what_other_models_cost_is_told_in_a_line(others: tuple[tuple[str, float], ...], words: str) -> None:
    assert wording.elsewhere(Facts(elsewhere=others)) == words


def test_every_other_model_is_named_to_who_wants_to_know() -> None:
    assert wording.elsewhere(samples.FACTS, every=True).count(" on ") == len(samples.FACTS.elsewhere)


def test_without_a_model_the_engines_say_so() -> None:
    assert wording.engines(samples.report(engines=("static",))) == (
        "static engine only: no model read this change"
    )


def test_the_verdict_on_a_part_names_it() -> None:
    part = Target("sweep", "shop", include=("app/",))
    assert wording.headline(samples.report(target=part, gaps=())).endswith("; only app/")


def test_reasons_for_silence_are_counted_most_frequent_first() -> None:
    assert wording.drops(samples.FULL) == [
        ("the quoted code is not in the file", 2),
        ("below the minimum severity medium", 1),
        ("unusable reply: it names no line of code", 1),
    ]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target("range", "shop", "b" * 40, "c" * 40), ("Changes in shop", "bbbbbbbbbbbb..cccccccccccc")),
        (Target("pull_request", "acme/shop", number=3), ("Pull request #3 of acme/shop", "")),
        (Target("sweep", "shop", head="c" * 40), ("All lines of shop", "cccccccccccc")),
        (
            Target("sweep", "shop", head="c" * 40, shard="1/4"),
            ("Lines of shop, shard 1/4", "cccccccccccc"),
        ),
        (
            Target("sweep", "shop", "b" * 40, include=("app/", "*.py"), exclude=("a", "b", "c", "d", "e")),
            ("Lines of shop, changed since bbbbbbbbbbbb, only app/ *.py, without a b c and 2 more", "b" * 12),
        ),
        (Target("diff", ""), ("A diff of this repository", "")),
    ],
)
def test_the_subject_is_named_as_a_person_would(target: Target, words: tuple[str, str]) -> None:
    assert (wording.subject(target), wording.ends(target)) == words
