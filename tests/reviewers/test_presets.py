"""Facts about models: complete, dated, and honest about what is not known."""

from datetime import UTC, date, datetime

import pytest

from fakes.asking import known
from reviewbot.reviewers.presets import (
    JsonLevel,
    ModelFacts,
    Price,
    all_models,
    cost,
    facts_as_of,
    find_model,
    open_models,
    priced,
    warning,
)

LIVE = [facts for facts in all_models() if not facts.is_gone(facts_as_of())]
EVERY = (*all_models(), *open_models())


def test_the_default_comes_first() -> None:
    assert all_models()[0].name == "deepseek-flash"


def test_the_facts_have_a_date() -> None:
    assert facts_as_of() == date(2026, 11, 23)


@pytest.mark.parametrize(
    "name", ["deepseek-flash", "deepseek-v4-flash", "deepseek", "deepseek/deepseek-flash"]
)
def test_a_model_is_found_by_id_alias_preset_and_provider(name: str) -> None:
    assert known(name).name == "deepseek-flash"


@pytest.mark.parametrize("name", ["gpt-9", "", "nobody/gpt-4o", "deepseek/"])
def test_a_stranger_is_not_found(name: str) -> None:
    assert find_model(name) is None


def test_a_new_model_of_a_known_provider_has_its_address_and_no_price() -> None:
    facts = known("deepseek/deepseek-v9")
    assert (facts.name, facts.key_env, facts.price) == ("deepseek-v9", "DEEPSEEK_API_KEY", None)


def test_another_providers_model_behind_a_provider_is_its_own() -> None:
    facts = known("openrouter/deepseek-flash")
    assert (facts.base_url, facts.price) == ("https://openrouter.ai/api/v1", None)


def test_a_model_on_this_machine_costs_nothing_and_needs_no_key() -> None:
    facts = known("ollama/llama3.3:70b")
    assert (facts.name, facts.key_env, cost(facts, 1000, 0, 1000)) == ("llama3.3:70b", "", 0.0)


def test_deepseek_is_asked_without_thinking_and_without_a_schema() -> None:
    facts = known()
    assert facts.extra == {"thinking": {"type": "disabled"}}
    assert facts.json is JsonLevel.OBJECT


@pytest.mark.parametrize("name", ["deepseek-chat", "deepseek-reasoner"])
def test_a_name_that_is_gone_names_its_successor(name: str) -> None:
    facts = known(name)
    assert (facts.retires, facts.replaced_by, facts.price) == (date(2026, 7, 24), "deepseek-flash", None)


@pytest.mark.parametrize("facts", EVERY, ids=lambda facts: f"{facts.provider}/{facts.name}")
def test_every_successor_is_known_and_lives_longer(facts: ModelFacts) -> None:
    names = {other.name for other in LIVE if other.retires is None}
    assert facts.replaced_by in names | {""}
    assert facts.replaced_by or not facts.retires


def test_no_name_means_two_models() -> None:
    names = [name for f in all_models() for name in {f.name, f.preset, *f.aliases} if name]
    assert sorted(set(names)) == sorted(names)


def test_cost_counts_fresh_cached_and_written_tokens() -> None:
    assert cost(known(), 1_000_000, 400_000, 100_000) == pytest.approx(0.6 * 0.15 + 0.4 * 0.003 + 0.1 * 0.60)


def test_cost_at_peak_is_double() -> None:
    off_peak = cost(known(), 5000, 1000, 500) or 0
    assert cost(known(), 5000, 1000, 500, peak=True) == pytest.approx(2 * off_peak)


def test_a_model_without_peak_hours_costs_the_same_at_any_time() -> None:
    assert cost(known("gpt-4o"), 1000, 0, 0, peak=True) == cost(known("gpt-4o"), 1000, 0, 0) == 0.0025


def test_the_cost_without_a_price_is_unknown() -> None:
    assert cost(ModelFacts("mine", "http://localhost:1/v1"), 1000, 0, 1000) is None


@pytest.mark.parametrize(
    ("moment", "is_peak"),
    [
        (datetime(2026, 11, 23, 1, 0, tzinfo=UTC), True),  # a Monday
        (datetime(2026, 11, 23, 3, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 23, 4, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 9, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 23, 10, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 22, 2, 0, tzinfo=UTC), False),  # a Sunday
    ],
)
def test_peak_hours_are_mornings_of_weekdays(moment: datetime, *, is_peak: bool) -> None:
    assert known().is_peak(moment) is is_peak


def test_input_that_a_cache_takes_at_a_surcharge_costs_it() -> None:
    assert cost(known("gpt-6-luna"), 1_000_000, 400_000, 0) == pytest.approx(0.6 * 0.125 + 0.4 * 0.01)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ollama", "llama3.3"),
        ("llamacpp", "llama-3.1-8b-instruct"),
        ("openrouter/meta-llama/llama-3.3-70b-instruct", "meta-llama/llama-3.3-70b-instruct"),
        ("vllm/meta-llama/Llama-3.3-70B-Instruct", "meta-llama/Llama-3.3-70B-Instruct"),
    ],
)
def test_a_provider_of_any_model_is_asked_by_its_own_name_too(name: str, found: str) -> None:
    assert known(name).name == found


@pytest.mark.parametrize("name", ["ollama/", "openai", "openai/", "azure/"])
def test_a_provider_alone_is_no_model_where_a_name_is_missing(name: str) -> None:
    assert find_model(name) is None


def test_azure_has_no_address_of_its_own_and_says_what_one_looks_like() -> None:
    facts = known("azure/our-deployment")
    assert (facts.base_url, facts.price, facts.temperature) == ("", None, None)
    assert facts.base_url_form == "https://RESOURCE.openai.azure.com/openai/v1/"


def test_a_deployment_named_like_a_model_is_that_model_with_its_own_end() -> None:
    theirs, original = known("azure/gpt-4o"), known("gpt-4o")
    assert (theirs.price, theirs.extra, theirs.json) == (original.price, original.extra, original.json)
    assert (theirs.key_env, theirs.retires) == ("AZURE_OPENAI_API_KEY", date(2027, 4, 14))
    assert (theirs.preset, theirs.aliases) == ("", ())


@pytest.mark.parametrize("facts", EVERY, ids=lambda facts: f"{facts.provider}/{facts.name}")
def test_every_fact_has_a_date_that_is_not_younger_than_the_table(facts: ModelFacts) -> None:
    assert facts.as_of
    assert facts.as_of <= facts_as_of()


OWN = Price(0.1, 0.01, 0.5)


@pytest.mark.parametrize(
    "name", ["deepseek-flash", "deepseek-v4-flash", "deepseek", "deepseek/deepseek-flash"]
)
def test_an_own_price_holds_under_every_name_and_at_every_hour(name: str) -> None:
    facts = priced(known(), {name: [0.1, 0.01, 0.5], "gpt-4o": [9, 9, 9]})
    assert (facts.price, facts.peak, facts.as_of) == (OWN, None, None)
    assert cost(facts, 1_000_000, 0, 0, peak=True) == 0.1
    assert facts.extra == known().extra


def test_an_own_price_for_another_model_changes_nothing() -> None:
    without_preset = known("claude-haiku-4-5")
    assert priced(without_preset, {"gpt-4o": [9, 9, 9], "": [9, 9, 9]}) == without_preset


def test_a_model_nobody_knows_gets_price_and_context_from_the_person() -> None:
    facts = priced(ModelFacts("mine", "http://localhost:1/v1"), {"mine": [0.1, 0.01, 0.5, 32_768]})
    assert (facts.price, facts.context) == (OWN, 32_768)


def test_an_own_price_leaves_the_context_that_is_known() -> None:
    assert priced(known(), {"deepseek": [0.1, 0.01, 0.5]}).context == known().context


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 9, 30), ""),
        (date(2026, 10, 1), "is switched off on 2026-11-30, in 60 days; use claude-sonnet-5-5 instead."),
        (date(2026, 11, 29), "is switched off on 2026-11-30, tomorrow; use claude-sonnet-5-5 instead."),
        (date(2026, 11, 30), "was switched off on 2026-11-30; use claude-sonnet-5-5 instead."),
    ],
)
def test_a_model_near_its_end_warns_and_names_its_successor(today: date, expected: str) -> None:
    told = warning(known("claude-sonnet-4-5"), today)
    assert told.removeprefix("The model claude-sonnet-4-5 ") == expected


def test_a_model_without_an_end_never_warns() -> None:
    assert warning(known("claude-sonnet-4-6"), date(2026, 11, 24)) == ""
