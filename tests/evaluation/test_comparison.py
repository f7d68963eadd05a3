"""Two evaluations side by side."""

from evaluation.labelled import case, expectation, judged, sighting
from reviewbot.evaluation.comparison import compare
from reviewbot.evaluation.words import changes, figures_that_changed

SQL, SHELL = expectation(10), expectation(20, "CWE-78")
PAIR = case(SQL, SHELL)


def test_nothing_changes_against_oneself() -> None:
    scores = [judged(PAIR, (sighting(10),), (sighting(50),))]
    told = compare(scores, scores)
    assert (told.changes, told.only_before, told.only_after, told.fell) == ((), (), (), False)
    assert figures_that_changed(told) == []


def test_what_was_fixed_and_what_is_newly_missed_are_named() -> None:
    before = [judged(PAIR, (sighting(10), sighting(60)), ())]
    after = [judged(PAIR, (sighting(20, "CWE-78"), sighting(70)), ())]
    (change,) = compare(before, after).changes
    assert [(word, good, what[0]) for word, good, what in changes(change)] == [
        ("fixed", True, "CWE-78"),
        ("newly missed", False, "CWE-89"),
        ("new false alarm", False, "CWE-89"),
        ("no longer alarmed", True, "CWE-89"),
    ]


def test_a_lower_f1_is_a_fall() -> None:
    better, worse = [judged(PAIR, (sighting(10),))], [judged(PAIR)]
    assert compare(better, worse).fell
    assert not compare(worse, better).fell
    assert ("F1", "0.67 → 0.00") in figures_that_changed(compare(better, worse))


def test_only_cases_of_both_are_compared() -> None:
    before = [judged(PAIR, (sighting(10),)), judged(case(SQL, name="gone"), (sighting(10),))]
    after = [judged(PAIR, (sighting(10),)), judged(case(SQL, name="new"))]
    told = compare(before, after)
    assert (told.only_before, told.only_after, told.fell) == (("gone",), ("new",), False)
    assert told.before == told.after


def test_a_case_is_known_by_what_it_expects_even_if_it_moved() -> None:
    moved = case(expectation(10), name="line-count")
    assert compare([judged(moved, (sighting(10),))], [judged(moved, (sighting(11),))]).changes == ()
