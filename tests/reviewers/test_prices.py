"""What the same work would cost elsewhere: an estimate that never names what is free, gone or the same."""

from dataclasses import replace

import pytest

from fakes.asking import known
from reviewbot.review import Usage
from reviewbot.reviewers.presets import ModelFacts, Price, all_models
from reviewbot.reviewers.prices import elsewhere

ASKED = ModelFacts("asked", "https://a.example", price=Price(1, 0.1, 2), token_factor=1.0)
USED = Usage(3, 1_000_000, 400_000, 100_000, 0.84)


def test_the_cheapest_comes_first_and_every_kind_of_token_counts() -> None:
    models = [
        replace(ASKED, name="dear", price=Price(10, 1, 20)),
        replace(ASKED, name="cheap", price=Price(0.1, 0.1, 0.1)),
    ]
    costs = elsewhere(USED, ASKED, models)
    assert [name for name, _ in costs] == ["cheap", "dear"]
    assert dict(costs) == pytest.approx({"cheap": 0.11, "dear": 8.4})


def test_tokens_are_those_of_the_other_model() -> None:
    other = replace(ASKED, name="other", token_factor=1.5)
    assert dict(elsewhere(USED, ASKED, [other])) == pytest.approx({"other": 1.26})


def test_what_is_free_or_has_no_price_or_was_asked_itself_is_not_named() -> None:
    models = [
        ASKED,
        replace(ASKED, name="free", price=Price(0, 0, 0)),
        replace(ASKED, name="odd", price=None),
    ]
    assert elsewhere(USED, ASKED, models) == ()


def test_without_a_call_there_is_nothing_to_compare() -> None:
    assert elsewhere(Usage(), ASKED, [replace(ASKED, name="other")]) == ()


def test_every_preset_with_a_price_takes_part() -> None:
    others = [model for model in all_models() if model.name != known().name]
    named = {name for name, _ in elsewhere(USED, known(), all_models())}
    assert named == {model.name for model in others if model.price and model.price.input}
