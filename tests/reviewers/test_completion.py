"""The bill and the words, as each provider writes them."""

import json
from typing import Any

import pytest

from reviewbot.reviewers.completion import read_completion
from reviewbot.reviewers.faults import Again, CallFault, Kind

REPLY = {"finish_reason": "stop", "message": {"content": "{}"}}


def read(choice: object = None, usage: object = None, **more: object) -> Any:  # noqa: ANN401 - either
    body = {"choices": [choice or REPLY], "usage": usage or {}, **more}
    return read_completion(json.dumps(body).encode(), lambda p, c, o: p + c / 1000 + o / 1_000_000)


def fault(**body: object) -> CallFault:
    with pytest.raises(CallFault) as raised:
        read(**body)
    return raised.value


@pytest.mark.parametrize(
    "more",
    [
        {"prompt_cache_hit_tokens": 40, "prompt_cache_miss_tokens": 60},
        {"prompt_tokens_details": {"cached_tokens": 40}},
        {"cached_tokens": 40},
        {"cache_read_input_tokens": 40},
        {"prompt_cache_hit_tokens": None, "prompt_tokens_details": None, "cached_tokens": 40},
        {"prompt_tokens_details": {"cached_tokens": "40"}, "cache_read_input_tokens": 40},
    ],
)
def test_cached_tokens_go_by_many_names(more: dict[str, object]) -> None:
    usage = read(usage={"prompt_tokens": 100, "completion_tokens": 5, **more}).usage
    assert (usage.prompt_tokens, usage.cached_tokens, usage.completion_tokens) == (100, 40, 5)
    assert usage.cost_usd == pytest.approx(100.040005)


@pytest.mark.parametrize("cost", [0.0042, 0, 3])
def test_a_cost_that_the_server_tells_is_the_cost(cost: float) -> None:
    assert read(usage={"prompt_tokens": 1, "completion_tokens": 1, "cost": cost}).usage.cost_usd == cost


@pytest.mark.parametrize("cost", [-1, True, "0.1", None, 1e300, [], float("nan"), float("inf")])
def test_a_strange_cost_is_none(cost: object) -> None:
    usage = read(usage={"prompt_tokens": 1, "completion_tokens": 1, "cost": cost}).usage
    assert usage.cost_usd == pytest.approx(1.000001)


@pytest.mark.parametrize("reason", ["length", "max_tokens", "MAX_TOKENS", "model_length"])
def test_L15_a_reply_that_was_cut_off_keeps_its_words(reason: str) -> None:
    cut = fault(
        choice={"finish_reason": reason, "message": {"content": '{"findings": [{'}},
        usage={"prompt_tokens": 1, "completion_tokens": 50},
    )
    assert (cut.kind, cut.content, cut.again) == (Kind.TRUNCATED, '{"findings": [{', Again.NEVER)
    assert cut.message == "the reply was cut off after 50 tokens"
    assert cut.usage.completion_tokens == 50


@pytest.mark.parametrize("message", [None, {"content": None}, {"content": 7}])
def test_L15_a_reply_cut_off_before_its_first_word_has_none(message: object) -> None:
    cut = fault(choice={"finish_reason": "length", "message": message})
    assert (cut.kind, cut.content) == (Kind.TRUNCATED, "")


def test_L15_parts_of_a_cut_reply_are_put_together() -> None:
    parts = [{"text": "{"}, {"type": "image"}, {"text": "["}]
    assert fault(choice={"finish_reason": "length", "message": {"content": parts}}).content == "{["


def test_L07_an_error_inside_a_200_can_say_that_the_question_is_too_long() -> None:
    told = fault(choices=[], error={"message": "maximum context length is 8192", "code": 400})
    assert (told.kind, told.again) == (Kind.OVERFLOW, Again.NEVER)


@pytest.mark.parametrize("reason", ["insufficient_system_resource", "error"])
def test_a_provider_that_breaks_off_is_asked_again(reason: str) -> None:
    assert fault(choice={"finish_reason": reason, "message": {"content": "{"}}).again is Again.ALWAYS


@pytest.mark.parametrize(("told", "name"), [("m-2026", "m-2026"), (None, ""), (7, "")])
def test_the_model_that_answered_is_named_by_the_server(told: object, name: str) -> None:
    assert read(model=told).model == name
