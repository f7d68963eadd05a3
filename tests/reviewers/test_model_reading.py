"""Good days: all chunks read, in time, at once but not more than allowed, and the bill adds up."""

from datetime import UTC, datetime

import pytest

from fakes.asking import CODE, ask
from fakes.model_server import Answer, Request, completion, error, findings, item, prompt_tokens
from reviewbot.review import Review
from reviewbot.reviewers.presets import ModelFacts

NIGHT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)  # a Saturday
MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
USAGE = {"prompt_tokens": 2000, "completion_tokens": 100, "prompt_cache_hit_tokens": 500}


def test_every_chunk_has_one_outcome() -> None:
    asked = ask(completion(), 30)
    assert len({outcome.chunk.id for outcome in asked.outcomes}) == len(asked.outcomes) == 30


def test_nothing_to_read_is_nothing_to_say() -> None:
    assert ask(completion(), 0).outcomes == []


def test_a_claim_belongs_to_its_chunk() -> None:
    asked = ask(lambda request: findings(item(request.chunk.split("\n")[2][2:].strip())), 5)
    for outcome in asked.outcomes:
        assert isinstance(outcome, Review)
        assert outcome.claims[0].quote in outcome.chunk.text


def test_outcomes_come_while_others_are_still_read() -> None:
    def script(request: Request) -> Answer:
        return completion().later(0.4 if "number(0)" in request.chunk else 0.0)

    asked = ask(script, 3)
    assert asked.outcomes[-1].chunk.path == "app0.py"


def test_calls_start_in_the_order_of_the_chunks() -> None:
    requests = ask(completion(), 6, concurrency=1).requests
    assert [request.chunk.split("\n")[2] for request in requests] == [f"2+number({n})" for n in range(6)]


@pytest.mark.parametrize("concurrency", [1, 5])
def test_no_more_calls_at_once_than_allowed(concurrency: int) -> None:
    assert ask(completion().later(0.02), 20, concurrency=concurrency).peak == concurrency


def test_the_wall_time_is_that_of_the_waves() -> None:
    ask(completion())  # imports the SDK
    asked = ask(completion().later(0.5), 24, concurrency=8)
    # Three waves. `benchmarks/` holds the exact ratio; a busy machine may take longer, but not half of 24.
    assert asked.peak == 8
    assert asked.seconds < 12 * 0.5


def test_the_bill_of_deepseek_by_night() -> None:
    usage = ask(completion(usage=USAGE), now=lambda: NIGHT).review.usage
    assert (usage.calls, usage.prompt_tokens, usage.cached_tokens, usage.completion_tokens) == (
        1,
        2000,
        500,
        100,
    )
    assert usage.cost_usd == pytest.approx((1500 * 0.15 + 500 * 0.003 + 100 * 0.60) / 1e6)


def test_the_bill_of_deepseek_in_the_morning_is_double() -> None:
    night = ask(completion(usage=USAGE), now=lambda: NIGHT).review.usage.cost_usd
    morning = ask(completion(usage=USAGE), now=lambda: MORNING).review.usage.cost_usd
    assert night
    assert morning == pytest.approx(2 * night)


def test_cached_tokens_are_read_as_openai_writes_them() -> None:
    usage = {"prompt_tokens": 2000, "completion_tokens": 1, "prompt_tokens_details": {"cached_tokens": 1024}}
    assert ask(completion(usage=usage)).review.usage.cached_tokens == 1024


@pytest.mark.parametrize("cached", ["many", -5, None, 50, 10**9])
def test_strange_cached_tokens_never_exceed_the_prompt(cached: object) -> None:
    usage = {"prompt_tokens": 10, "completion_tokens": 1, "prompt_cache_hit_tokens": cached}
    assert ask(completion(usage=usage)).review.usage.cached_tokens == (10 if cached == 50 else 0)


def test_failed_calls_are_on_the_bill() -> None:
    asked = ask([error(500), completion("garbage"), completion()])
    usage = asked.review.usage
    billed = 2 * prompt_tokens(asked.requests[0])
    assert (usage.calls, usage.prompt_tokens, usage.completion_tokens) == (3, billed, 100)


def test_a_model_nobody_knows_is_read_at_an_unknown_cost() -> None:
    facts = ModelFacts("mine", "http://elsewhere.invalid/v1")
    review = ask(findings(item(CODE)), facts=facts).review
    assert (len(review.claims), review.usage.completion_tokens, review.usage.cost_usd) == (1, 50, None)
