from collections.abc import Callable
from dataclasses import replace

from reviewbot.chunks import Plan, Row
from reviewbot.sinks.forecast import Forecast
from reviewbot.sinks.plan_text import FEW, render_plan_text
from sinks import samples


def test_the_whole_plan_as_text(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/plan.txt", render_plan_text(samples.FORECAST))


def test_a_plan_without_prices_has_no_table_of_costs() -> None:
    assert "cost" not in render_plan_text(replace(samples.FORECAST, costs={}))


def test_models_are_listed_cheapest_first_and_unpriced_last() -> None:
    names = [model for model, _ in samples.FORECAST.cheapest_first]
    assert names == ["local", "deepseek-v4", "gpt-large", "unpriced"]


def test_an_empty_plan_says_so_and_still_names_what_is_skipped() -> None:
    shown = render_plan_text(Forecast(samples.TARGET, Plan((), samples.GAPS[:3])))
    assert shown.startswith("Nothing to review: no changed line would be read\n")
    assert "logo.png" in shown


def test_files_beyond_many_are_counted_and_listed_on_demand() -> None:
    chunks = tuple(samples.chunk(f"f{n:02}.py", Row("+", 1, "x")) for n in range(FEW + 3))
    forecast = Forecast(samples.TARGET, Plan(chunks, ()))
    assert "and 3 more files" in render_plan_text(forecast)
    assert "f42.py" in render_plan_text(forecast, verbose=True)
