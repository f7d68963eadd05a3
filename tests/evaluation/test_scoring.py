"""What counts as found, as a false alarm, and as told apart."""

from dataclasses import replace

import pytest

from evaluation.labelled import case, expectation, judged, sighting
from reviewbot.evaluation.cases import Expectation, Twin
from reviewbot.evaluation.figures import by_family, count
from reviewbot.evaluation.running import Run
from reviewbot.evaluation.scoring import matches, score
from reviewbot.spans import Side

SQL = expectation(10)


@pytest.mark.parametrize(("line", "fits"), [(6, False), (7, True), (10, True), (13, True), (14, False)])
def test_three_lines_off_is_near_enough(line: int, fits: bool) -> None:  # noqa: FBT001 - a table
    assert matches(SQL, sighting(line)) is fits


def test_a_long_finding_is_measured_from_its_nearest_line() -> None:
    assert matches(SQL, replace(sighting(2), end_line=7))
    assert not matches(SQL, replace(sighting(2), end_line=6))


def test_the_file_the_side_and_the_kind_must_fit() -> None:
    assert matches(SQL, sighting(10, "CWE-564"))
    assert not matches(SQL, sighting(10, "CWE-79"))
    assert not matches(SQL, sighting(10, path="other.py"))
    assert not matches(SQL, sighting(10, side=Side.OLD))


def test_a_removed_check_may_be_shown_where_it_stood_or_where_it_is_missing() -> None:
    places = frozenset({(Side.OLD, 4), (Side.NEW, 30)})
    removed = Expectation("app.py", "check()", ("CWE-862",), places)
    assert matches(removed, sighting(5, "CWE-862", side=Side.OLD))
    assert matches(removed, sighting(29, "CWE-862"))
    assert not matches(removed, sighting(4, "CWE-862"))


def test_one_of_several_kinds_is_enough() -> None:
    either = replace(SQL, cwes=("CWE-306", "CWE-862"))
    assert matches(either, sighting(10, "CWE-862"))
    assert matches(either, sighting(10, "CWE-287"))


def test_the_exact_line_is_preferred() -> None:
    (mark,) = judged(case(SQL), (sighting(8), sighting(10), sighting(11))).marks
    assert (mark.line, mark.exact) == (10, True)
    (mark,) = judged(case(SQL), (sighting(8),)).marks
    assert (mark.line, mark.exact) == (8, False)


def test_the_same_alarm_in_both_twins_counts_once() -> None:
    judgement = judged(case(SQL), (sighting(10), sighting(50)), (sighting(50),))
    (alarm,) = judgement.alarms
    assert alarm.twins == (Twin.VULNERABLE, Twin.SAFE)
    figures = count([judgement])
    assert (figures.alarms, figures.safe_alarms, figures.alarms_per_thousand) == (1, 1, 10.0)


def test_who_reports_the_defect_in_the_safe_twin_too_has_not_told_them_apart() -> None:
    judgement = judged(case(SQL), (sighting(10),), (sighting(10),))
    figures = count([judgement])
    assert (figures.found, figures.alarms, figures.told_apart, figures.pairs) == (1, 1, 0, 1)


def test_another_kind_of_finding_does_not_spoil_a_pair() -> None:
    figures = count([judged(case(SQL), (sighting(10),), (sighting(10, "CWE-79"),))])
    assert (figures.told_apart, figures.alarms) == (1, 1)


def test_what_is_optional_is_neither_missed_nor_a_false_alarm() -> None:
    both = case(SQL, expectation(40, "CWE-20", optional=True))
    without = count([judged(both, (sighting(10),))])
    assert (without.found, without.missed, without.alarms) == (1, 0, 0)
    with_it = count([judged(both, (sighting(10), sighting(40, "CWE-20")), (sighting(40, "CWE-20"),))])
    assert (with_it.found, with_it.alarms, with_it.told_apart) == (1, 0, 1)


def test_a_benign_case_is_no_pair_and_its_alarms_are_counted_apart() -> None:
    benign = judged(case(pair=False), safe=(sighting(3),))
    figures = count([benign, judged(case(SQL, name="other"), (sighting(10),))])
    assert (figures.pairs, figures.cases, figures.benign_lines, figures.benign_alarms) == (1, 2, 100, 1)
    assert figures.benign_per_thousand == 10.0


def test_what_was_not_read_is_never_told_apart() -> None:
    of = case(SQL)
    runs = [
        Run(of, Twin.VULNERABLE, (sighting(10),), 100),
        Run(of, Twin.SAFE, (), 0, failures=("model: timed out",)),
    ]
    judgement = score(of, runs)
    assert judgement.told_apart is False
    assert judgement.failures == ((Twin.SAFE, "model: timed out"),)
    assert count([judgement]).incomplete == 1


def test_families_stand_in_the_order_of_their_numbers() -> None:
    of = case(expectation(10, "CWE-918"), expectation(20, "CWE-89"))
    others = (sighting(1, "CWE-79"), sighting(2, "CWE-OTHER"), sighting(3, ""))
    assert list(by_family([judged(of, others)])) == ["CWE-79", "CWE-89", "CWE-918", "", "CWE-OTHER"]
