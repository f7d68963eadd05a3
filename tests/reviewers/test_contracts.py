"""A preset works when its provider says so: each is asked against what its provider documents."""

from dataclasses import replace
from datetime import date

import pytest

from builders import chunk_of
from fakes.asking import CODE, Asked, ask, chunks, known
from fakes.contracts import CONTRACTS
from fakes.model_server import Answer, Request, as_json
from fakes.providers import MONDAY_NOON, MONDAY_PEAK, Provider, prompt_tokens
from reviewbot.review import Unread
from reviewbot.reviewers.presets import JsonLevel, ModelFacts, all_models, find_model, open_models
from reviewbot.stores.prompts import load_prompt

TODAY = date(2026, 11, 24)
PROMPT = load_prompt("review").text
PRESETS = {f"{facts.provider}/{facts.name}": facts for facts in (*all_models(), *open_models())}
LIVE = {name: facts for name, facts in PRESETS.items() if not facts.is_gone(TODAY)}
BIG = chunk_of("\n".join(f"value_{n} = load(source_{n}, {CODE!r})" for n in range(300)) + "\n")


def review(provider: Provider, facts: ModelFacts, pieces: int = 1, **settings: object) -> Asked:
    """Have these facts read chunks at this provider, with the prompt that is shipped."""
    told: dict[str, object] = {"facts": facts, "system_prompt": PROMPT, "now": lambda: provider.now}
    return ask(provider, chunks(pieces), **{**told, "concurrency": 1, **settings})


def test_each_preset_has_a_contract_and_each_contract_a_preset() -> None:
    assert CONTRACTS.keys() == PRESETS.keys()


@pytest.mark.parametrize("name", LIVE)
def test_a_preset_sends_what_its_provider_takes_and_heeds(name: str) -> None:
    provider = Provider(CONTRACTS[name])
    asked = review(provider, LIVE[name])
    assert [claim.quote for claim in asked.review.claims] == [CODE]
    assert len(asked.requests) == 1, "something was refused"
    assert provider.remarks == []


@pytest.mark.parametrize("name", LIVE)
def test_no_preset_counts_on_more_room_than_there_is(name: str) -> None:
    facts, contract = LIVE[name], CONTRACTS[name]
    assert facts.max_output <= contract.max_output
    assert facts.context <= contract.context


@pytest.mark.parametrize("name", LIVE)
def test_the_bill_is_read_as_the_provider_writes_it(name: str) -> None:
    provider = Provider(CONTRACTS[name])
    usage = review(provider, LIVE[name]).usage
    is_kept = bool(CONTRACTS[name].cached_in)
    assert usage.cached_tokens == (usage.prompt_tokens // 2 if is_kept else 0)
    assert bool(LIVE[name].cached_in) == is_kept
    if CONTRACTS[name].price is None:
        assert usage.cost_usd is None
    else:
        assert usage.cost_usd == pytest.approx(provider.billed)


@pytest.mark.parametrize("name", ["deepseek-flash", "deepseek-v4-pro"])
def test_the_peak_price_is_charged_in_peak_hours_only(name: str) -> None:
    peak, noon = (Provider(CONTRACTS[f"deepseek/{name}"], now) for now in (MONDAY_PEAK, MONDAY_NOON))
    assert review(peak, known(name)).usage.cost_usd == pytest.approx(peak.billed)
    assert review(noon, known(name)).usage.cost_usd == pytest.approx(peak.billed / 2)


@pytest.mark.parametrize("name", sorted(PRESETS.keys() - LIVE.keys()))
def test_a_name_that_is_gone_stops_the_run_and_names_its_successor(name: str) -> None:
    asked = review(Provider(CONTRACTS[name]), PRESETS[name], 3)
    assert all(isinstance(outcome, Unread) and not outcome.usage.calls for outcome in asked.outcomes)
    assert PRESETS[name].replaced_by in asked.refusal.hint
    assert len(asked.requests) == 1


@pytest.mark.parametrize(
    ("name", "wrong", "dropped"),
    [
        ("deepseek/deepseek-flash", {"json": JsonLevel.SCHEMA}, "json_schema"),
        ("openai/gpt-6-luna", {"limit_name": "max_tokens"}, '"max_tokens"'),
        ("openai/gpt-6-luna", {"extra": {"reasoning_effort": "low"}}, '"temperature"'),
        ("openai/gpt-6-luna", {"extra": {"reasoning_effort": "none", "seed": 0}}, '"seed"'),
        ("openai/gpt-6.1-sol", {"extra": {"reasoning_effort": "none"}}, '"reasoning_effort"'),
        ("openai/gpt-6.1-sol", {"temperature": 0.0}, '"temperature"'),
        ("openai/gpt-4o", {"extra": {"reasoning_effort": "none"}}, '"reasoning_effort"'),
        ("anthropic/claude-sonnet-5-5", {"temperature": 0.0}, '"temperature"'),
        ("anthropic/claude-haiku-5-5", {"temperature": 0.0}, '"temperature"'),
        (
            "gemini/gemini-3.8-flash",
            {"extra": {"reasoning_effort": "low", "thinking": {"type": "disabled"}}},
            '"thinking"',
        ),
        ("gemini/gemini-3.8-flash", {"extra": {"reasoning_effort": "none"}}, '"reasoning_effort"'),
    ],
)
def test_a_parameter_that_is_refused_is_dropped_once_and_remembered(
    name: str, wrong: dict[str, object], dropped: str
) -> None:
    facts = replace(LIVE[name], **wrong)  # type: ignore[arg-type]  # the table's values fit their fields
    asked = review(Provider(CONTRACTS[name]), facts, 3, attempts=1)
    assert [outcome.reason for outcome in asked.outcomes if isinstance(outcome, Unread)] == []
    assert [dropped in request.raw.decode() for request in asked.requests] == [True, False, False, False]


def test_deepseek_left_thinking_spends_its_room_and_that_is_no_review() -> None:
    provider = Provider(CONTRACTS["deepseek/deepseek-flash"])
    asked = review(provider, replace(known(), extra={}))
    assert "cut off" in asked.unread.reason
    assert asked.usage.completion_tokens >= 16_384
    assert asked.usage.cost_usd == pytest.approx(provider.billed)


def test_keep_alives_do_not_hold_a_call_beyond_its_deadline() -> None:
    provider = Provider(replace(CONTRACTS["deepseek/deepseek-flash"], blank_lines=30.0))
    asked = review(provider, known(), attempts=1, call_deadline=0.3)
    assert "no answer within 0.3 s" in asked.unread.reason
    assert asked.seconds < 5


def test_a_prompt_that_ollama_has_cut_is_no_review() -> None:
    provider = Provider(replace(CONTRACTS["ollama/llama3.3"], context=2_048))
    asked = ask(provider, [BIG], facts=known("ollama/llama3.3"), system_prompt=PROMPT)
    assert "its context is too small" in asked.unread.reason


def test_a_prompt_that_ollama_has_cut_is_asked_again_in_pieces_that_fit() -> None:
    provider = Provider(replace(CONTRACTS["ollama/llama3.3"], context=4_096))
    asked = ask(provider, [BIG], facts=known("ollama/llama3.3"), system_prompt=PROMPT)
    sizes = [prompt_tokens(request.body) for request in asked.requests]
    assert asked.review.claims
    assert sizes[0] > 4_096 > sizes[-1]


def test_a_context_that_vllm_says_is_too_small_is_no_review() -> None:
    name = "vllm/meta-llama/Llama-3.1-8B-Instruct"
    provider = Provider(replace(CONTRACTS[name], context=4_096))
    asked = ask(provider, [BIG], facts=known(name), system_prompt=PROMPT)
    assert "maximum context length is 4096 tokens" in asked.unread.reason


def test_azures_content_filter_leaves_the_chunk_unread() -> None:
    def filtered(request: Request) -> Answer:
        assert request.body["model"] == "gpt-4o"
        told = {"code": "content_filter", "message": "The response was filtered", "param": "prompt"}
        return as_json({"error": {**told, "status": 400}}, 400)

    asked = ask(filtered, facts=known("azure/gpt-4o"))
    assert "The response was filtered" in asked.unread.reason


def test_two_system_messages_are_what_the_fake_refuses() -> None:
    provider = Provider(CONTRACTS["vllm/meta-llama/Llama-3.3-70B-Instruct"])
    twice = [{"role": "system", "content": "a"}, {"role": "system", "content": "b"}]
    request = Request(0, 0.0, "/", {}, as_json({"model": "x", "messages": twice}).body)
    assert provider(request).status == 400


def test_every_preset_is_found_by_the_name_that_the_table_shows() -> None:
    for name, facts in PRESETS.items():
        assert find_model(name) == facts


def test_the_fake_knows_the_hours_that_the_presets_know() -> None:
    assert known().is_peak(MONDAY_PEAK)
    assert not known().is_peak(MONDAY_NOON)
