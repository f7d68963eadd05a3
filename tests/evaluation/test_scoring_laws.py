"""Whatever is expected and whatever is reported: the counts add up and no figure breaks."""

import math

from hypothesis import given
from hypothesis import strategies as st

from evaluation.labelled import case, expectation, judged, sighting
from reviewbot.evaluation.cases import Case, Expectation, Twin
from reviewbot.evaluation.figures import Figures, by, by_family, count, parts
from reviewbot.evaluation.scoring import matches
from reviewbot.evaluation.sightings import Sighting
from reviewbot.spans import Side

CWES = st.sampled_from(["CWE-89", "CWE-564", "CWE-79", "CWE-22"])
PATHS = st.sampled_from(["app.py", "web/view.js"])
LINES = st.integers(1, 25)


@st.composite
def expectations(draw: st.DrawFn) -> Expectation:
    return expectation(draw(LINES), draw(CWES), path=draw(PATHS), optional=draw(st.booleans()))


@st.composite
def sightings(draw: st.DrawFn) -> Sighting:
    return sighting(draw(LINES), draw(CWES), path=draw(PATHS), side=draw(st.sampled_from(Side)))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    found = draw(st.lists(expectations(), max_size=4))
    pair = any(not one.optional for one in found)
    return case(*found, name=draw(st.sampled_from("abcdef")), pair=pair)


SEEN = st.lists(sightings(), max_size=6).map(tuple)


@given(cases(), SEEN, SEEN)
def test_found_and_missed_are_what_is_required(
    of: Case, there: tuple[Sighting, ...], safe: tuple[Sighting, ...]
) -> None:
    figures = count([judged(of, there, safe)])
    assert figures.found + figures.missed == len(of.required)
    assert figures.exact <= figures.found


@given(cases(), SEEN, SEEN)
def test_nothing_is_both_true_and_false(
    of: Case, there: tuple[Sighting, ...], safe: tuple[Sighting, ...]
) -> None:
    score = judged(of, there, safe)
    for alarm in score.alarms:
        for twin in alarm.twins:
            assert not any(matches(expected, alarm.sighting, twin) for expected in of.expectations)
    distinct = {one.id for one in (*there, *safe)}
    assert len({alarm.sighting.id for alarm in score.alarms}) == len(score.alarms) <= len(distinct)


@given(cases())
def test_a_perfect_reviewer_scores_one(of: Case) -> None:
    told = tuple(
        sighting(line, expected.cwes[0], path=expected.path, side=side)
        for expected in of.expectations
        for side, line in expected.places
        if Twin.VULNERABLE in of.trees
    )
    figures = count([judged(of, told)])
    if of.required:
        assert (figures.precision, figures.recall, figures.f1, figures.pairwise) == (1, 1, 1, 1)
        assert figures.line_accuracy == 1
    else:
        assert (figures.f1, figures.alarms) == (None, 0)


@given(cases())
def test_a_silent_reviewer_scores_nothing(of: Case) -> None:
    figures = count([judged(of)])
    assert figures.precision is None
    assert (figures.recall, figures.f1, figures.pairwise) == (
        (0, 0, 0) if of.required else (None, None, None)
    )


@given(st.lists(st.tuples(cases(), SEEN, SEEN), max_size=5))
def test_no_figure_breaks_and_every_share_is_one(
    every: list[tuple[Case, tuple[Sighting, ...], tuple[Sighting, ...]]],
) -> None:
    scores = tuple(judged(*one) for one in every)
    tables = [of for part in parts(scores).values() for of in part.values()]
    for figures in (count(scores), *tables):
        for value in (figures.precision, figures.recall, figures.f1, figures.pairwise, figures.line_accuracy):
            assert value is None or 0 <= value <= 1
        assert figures.alarms_per_thousand is None or math.isfinite(figures.alarms_per_thousand)


@given(st.lists(st.tuples(cases(), SEEN, SEEN), max_size=5))
def test_parts_add_up_to_the_whole(
    every: list[tuple[Case, tuple[Sighting, ...], tuple[Sighting, ...]]],
) -> None:
    scores = tuple(judged(*one) for one in every)
    whole = count(scores)
    assert sum(by(scores, lambda score: [score.language]).values(), Figures()) == whole
    assert sum(by(scores, lambda score: [score.split]).values(), Figures()) == whole
    families = sum(by_family(scores).values(), Figures())
    assert (families.found, families.missed, families.alarms) == (whole.found, whole.missed, whole.alarms)


@given(cases(), SEEN, SEEN)
def test_the_order_of_what_is_reported_changes_nothing(
    of: Case, there: tuple[Sighting, ...], safe: tuple[Sighting, ...]
) -> None:
    assert count([judged(of, there, safe)]) == count([judged(of, there[::-1], safe[::-1])])
