import pytest

from reviewbot.report import Coverage
from reviewbot.sinks import escape
from reviewbot.sinks.markdown import render_markdown
from reviewbot.sinks.terminal import render_text
from reviewbot.sinks.unread import causes
from reviewbot.spans import Side, line_count
from sinks import samples
from sinks.samples import GAPS, gap


def test_failures_come_first() -> None:
    assert [cause.kind for cause in causes(GAPS)] == ["failed"] * 3 + ["skipped"] * 2


def test_one_cause_is_told_once_for_all_its_files() -> None:
    (cause,) = causes([gap("b", (1, 2)), gap("a", (3, 3)), gap("b", (7, 9))])
    assert [(place.path, place.ranges) for place in cause.places] == [("a", "3"), ("b", "1-2, 7-9")]
    assert cause.lines == 6


def test_a_line_in_two_gaps_of_one_cause_counts_once() -> None:
    (cause,) = causes([gap("a", (1, 5)), gap("a", (4, 9)), gap("a", (10, 11))])
    assert cause.places[0].ranges == "1-11"
    assert cause.lines == 11


def test_sides_are_told_apart() -> None:
    (cause,) = causes([gap("a", (1, 1), side=Side.OLD), gap("a", (2, 2))])
    assert cause.places[0].ranges == "2; removed 1"


def test_a_file_without_lines_is_named_without_lines() -> None:
    (cause,) = causes([gap("a.png", reason="binary")])
    assert (cause.places[0].ranges, cause.lines) == ("", 0)


def test_no_gap_is_lost() -> None:
    told = {(cause.reason, place.path) for cause in causes(GAPS) for place in cause.places}
    assert told == {(gap.reason, gap.path) for gap in GAPS}
    assert sum(line_count(place.spans) for cause in causes(GAPS) for place in cause.places) == 1_253


@pytest.mark.parametrize(
    "reason",
    [
        "model check failed: it was silent about a defect that was put to it",
        "the budget of $0.5 would be passed",
    ],
)
def test_L25_one_reason_for_two_hundred_chunks_takes_a_few_lines(reason: str) -> None:
    gaps = tuple(
        gap(f"src/module_{n:03}.py", (n + 1, n + 40), kind="failed", by="model", reason=reason)
        for n in range(200)
    )
    report = samples.report(gaps=gaps, coverage=Coverage(8_000, 0, 0, 0, 8_000, 200))
    text, markdown = render_text(report, 200), render_markdown(report)
    assert text.count(reason) == markdown.count(escape.markdown(reason)) == 1
    assert "(200 files, 8,000 lines)" in text
    assert "and 194 more files" in text
    assert "and 194 more files" in markdown
    assert len(text.split("\n")) < 25
    assert len(markdown.split("\n")) < 20
