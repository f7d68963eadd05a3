"""Rows that are made when they are asked for."""

import pytest

from reviewbot.chunks.chunk import Row, Rows, Run, between

RUNS = (Run(" ", 7, ("a", "b"), "f"), Run("-", 3, ("old",), "f"), Run("+", 9, ("new", "newer"), "g"))
ROWS = (
    Row(" ", 7, "a", "f"),
    Row(" ", 8, "b", "f"),
    Row("-", 3, "old", "f"),
    Row("+", 9, "new", "g"),
    Row("+", 10, "newer", "g"),
)


def test_rows_are_those_of_their_runs() -> None:
    rows = Rows(RUNS)
    assert tuple(rows) == ROWS
    assert (len(rows), rows[2], rows[-1], rows[1:3]) == (5, ROWS[2], ROWS[-1], ROWS[1:3])


def test_rows_are_equal_to_a_tuple_of_the_same() -> None:
    rows = Rows(RUNS)
    assert rows == ROWS
    assert rows == Rows(RUNS)
    assert rows != ROWS[1:]
    assert (hash(rows), repr(rows)) == (hash(ROWS), f"<{len(ROWS)} rows>")


def test_a_run_is_rendered_as_its_rows_are() -> None:
    assert [line for run in RUNS for line in run.rendered()] == [row.render() for row in ROWS]


@pytest.mark.parametrize("start", range(6))
@pytest.mark.parametrize("stop", range(7))
def test_a_part_of_runs_has_the_rows_between(start: int, stop: int) -> None:
    part = Rows(tuple(between(RUNS, start, stop)))
    assert tuple(part) == ROWS[start:stop]
    assert all(run.lines for run in part.runs)
