"""What a report says of a review: the lines that nobody had to be asked about, and what everything cost."""

from hypothesis import given
from hypothesis import strategies as st

from builders import chunk_of
from reviewbot.chunks import Plan
from reviewbot.report import measure
from reviewbot.review import Review, Usage
from reviewbot.spans import Gap, GapKind

CHUNKS = tuple(chunk_of(f"a({n})\n" * (n + 1), path=f"f{n}.py") for n in range(4))
ASKED = Usage(1, 10, 0, 10, 0.1)


def model(number: int, *, cached: bool) -> Review:
    return Review(CHUNKS[number], "model", usage=Usage() if cached else ASKED, cached=cached)


def test_lines_are_cached_when_every_answer_about_them_was() -> None:
    reviews = [model(0, cached=True), model(1, cached=False), model(2, cached=True), model(3, cached=False)]
    assert measure(Plan(CHUNKS, ()), (), reviews).cached == 1 + 3


def test_another_engine_that_asks_nobody_changes_nothing() -> None:
    static = [Review(chunk, "static/rules") for chunk in CHUNKS]
    assert measure(Plan(CHUNKS, ()), (), static).cached == 0
    assert measure(Plan(CHUNKS, ()), (), [*static, model(3, cached=True)]).cached == 4


def test_a_chunk_that_somebody_else_had_to_be_asked_about_is_not_cached() -> None:
    other = Review(CHUNKS[3], "second opinion", usage=ASKED)
    assert measure(Plan(CHUNKS, ()), (), [model(3, cached=True), other]).cached == 0


def test_a_line_that_was_not_read_by_everybody_is_not_cached() -> None:
    gap = Gap(CHUNKS[3].path, CHUNKS[3].owns, GapKind.FAILED, "static/ruff", "does not parse")
    coverage = measure(Plan(CHUNKS, ()), (gap,), [model(2, cached=True), model(3, cached=True)])
    assert (coverage.changed, coverage.reviewed, coverage.cached, coverage.failed) == (10, 6, 3, 4)


@given(st.lists(st.booleans(), min_size=4, max_size=4), st.sets(st.integers(0, 3)))
def test_cached_lines_are_part_of_the_reviewed(cached: list[bool], failed: set[int]) -> None:
    reviews = [model(number, cached=was) for number, was in enumerate(cached)]
    gaps = [
        Gap(CHUNKS[n].path, CHUNKS[n].owns, GapKind.FAILED, "static/ruff", "does not parse") for n in failed
    ]
    coverage = measure(Plan(CHUNKS, ()), gaps, reviews)
    assert coverage.changed == coverage.reviewed + coverage.skipped + coverage.failed
    assert coverage.cached == sum(n + 1 for n, was in enumerate(cached) if was and n not in failed)
    assert coverage.cached <= coverage.reviewed
