"""The table of models: fits its width, marks what matters, and never shows a key."""

import json
from dataclasses import replace

import pytest

from reviewbot.sinks.json_models import render_models_json
from reviewbot.sinks.listing import Listing, ModelRow
from reviewbot.sinks.models_table import TABLE_WIDTH, render_models_text

FLASH = ModelRow(
    "flash",
    "deep",
    "https://deep.example",
    key_env="DEEP_KEY",
    has_key=True,
    context=1_000_000,
    max_output=8_000,
    price=(0.15, 0.003, 10.0),
    written=0.2,
    peak=(0.3, 0.006, 20.0),
    peak_hours_utc=((1, 4), (6, 10)),
    json="object",
    temperature=0.0,
    thinking="off",
    as_of="2026-11-23",
)
OLD = replace(
    FLASH, name="old", retires="2026-11-30", replaced_by="flash", warning="It ends.", price=None, peak=None
)
SOONER = replace(OLD, name="older", retires="2026-11-27")
GONE = replace(OLD, name="gone", retires="2026-07-24", is_gone=True, temperature=None, json="none")
OWN = ModelRow("mine/llama", "mine", "http://localhost:1/v1", price=(0.0, 0.0, 0.0), note="put it on")
RENTED = ModelRow(
    "rent/NAME", "rent", "https://YOURS.example", key_env="RENT_KEY", has_key=False, fill_in=True
)
LISTING = Listing((FLASH, OLD, SOONER, GONE), (OWN, RENTED), "flash", "2026-11-23", ("A note.",))


def rows(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


@pytest.mark.parametrize("width", [40, 60, TABLE_WIDTH - 1, TABLE_WIDTH, 100, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    text = render_models_text(LISTING, width)
    assert max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text
    for name in ("flash *", "old", "gone", "mine/llama", "rent/NAME", "DEEP_KEY", "A note."):
        assert name in text


def test_a_row_has_prices_limits_and_what_is_sent() -> None:
    shown = rows(render_models_text(LISTING))
    assert ["flash", "*", "0.15", "0.003", "10.00", "1M", "object", "0", "off", "yes"] in shown
    assert ["old", "?", "?", "?", "1M", "object", "0", "off", "yes", "2026-11-30"] in shown


def test_peak_and_cache_prices_are_told_once() -> None:
    text = render_models_text(LISTING)
    assert "Peak, weekdays 01-04 h, 06-10 h UTC: flash 0.30 / 0.006 / 20.00." in text
    assert "Input that goes into the cache: flash 0.20, old" in text


def test_what_ends_soon_stands_apart_soonest_first_and_what_is_gone_last() -> None:
    shown = rows(render_models_text(LISTING))
    soon, gone = shown.index(["Ends", "soon"]), shown.index(["Switched", "off"])
    assert shown[soon + 2 : soon + 4] == [["older", "2026-11-27", "flash"], ["old", "2026-11-30", "flash"]]
    assert shown[gone + 2] == ["gone", "2026-07-24", "flash"]
    assert not any(row[:2] == ["gone", "?"] for row in shown)


def test_each_key_is_yes_or_no() -> None:
    shown = rows(render_models_text(LISTING))
    assert ["deep", "DEEP_KEY", "yes"] in shown
    assert ["rent", "RENT_KEY", "no"] in shown
    assert not any(row[:1] == ["mine"] for row in shown)


def test_addresses_of_providers_are_shown_on_demand() -> None:
    assert "https://deep.example" not in render_models_text(LISTING)
    assert "https://deep.example" in render_models_text(LISTING, verbose=True)


def test_facts_of_another_day_than_the_table_say_so() -> None:
    older = replace(FLASH, as_of="2026-04-02")
    text = render_models_text(replace(LISTING, models=(older, *LISTING.models[1:])))
    assert "Facts of 2026-04-02: flash." in text
    assert "Facts of" not in render_models_text(LISTING)


def test_an_address_that_is_everyones_own_is_asked_for() -> None:
    assert "give --base-url https://YOURS.example" in render_models_text(LISTING)


def test_a_default_without_facts_is_still_named() -> None:
    assert "the default (*) is my-own" in render_models_text(replace(LISTING, default="my-own"))


def test_json_says_what_is_not_known_by_null_and_the_state_by_a_word() -> None:
    told = json.loads(render_models_json(LISTING))
    assert (told["schema"], told["default"], told["facts_as_of"]) == (
        "reviewbot/models/v1",
        "flash",
        "2026-11-23",
    )
    assert [row["state"] for row in told["models"]] == ["live", "retiring", "retiring", "gone"]
    flash, old = told["models"][:2]
    assert flash["price"] == {"input": 0.15, "cached": 0.003, "output": 10.0, "cache_write": 0.2}
    assert (flash["has_key"], flash["retires"], old["price"]) == (True, None, None)
    own, rented = told["any_model_of"]
    assert (own["base_url"], own["base_url_form"], own["has_key"]) == ("http://localhost:1/v1", None, None)
    assert (rented["base_url"], rented["base_url_form"]) == (None, "https://YOURS.example")
