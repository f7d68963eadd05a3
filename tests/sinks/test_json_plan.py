import json
from collections.abc import Callable
from typing import Any

from reviewbot.chunks import Row
from reviewbot.sinks.json_plan import render_plan_json
from sinks import samples


def plan(*, show_text: bool = False) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(render_plan_json(samples.FORECAST, show_text=show_text))


def test_the_whole_plan_as_json(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/plan.json", render_plan_json(samples.FORECAST, show_text=True))


def test_texts_are_shown_when_asked_for_only() -> None:
    assert all("text" not in chunk for chunk in plan()["chunks"])
    assert plan(show_text=True)["chunks"][0]["text"] == samples.PLAN.chunks[0].text


def test_a_chunk_extends_over_its_new_lines_or_over_old_ones_if_it_has_no_others() -> None:
    extents = [(chunk["path"], chunk["start"], chunk["end"]) for chunk in plan()["chunks"][:2]]
    assert extents == [("app/auth.py", 30, 31), ("old.py", 3, 4)]


def test_every_owned_line_is_listed_with_its_side() -> None:
    assert plan()["chunks"][0]["owns"] == [["old", 31], ["new", 31]]


def test_a_price_that_is_not_known_is_null() -> None:
    assert plan()["cost"]["unpriced"] == {"usd": None}


def test_a_row_counts_on_its_own_side() -> None:
    assert samples.chunk("a.py", Row("-", 7, "x")).owns[0].side == "old"
