"""What questions come to, and how a server is caught that reads only a part of them."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from fakes.asking import known, put, questions
from fakes.model_server import completion
from reviewbot.review import Usage
from reviewbot.reviewers.faults import MAYBE_BILLED, Kind
from reviewbot.reviewers.meter import Meter
from reviewbot.reviewers.presets import ModelFacts, cost
from reviewbot.reviewers.question import Answer

NIGHT = datetime(2026, 11, 24, 0, 59, tzinfo=UTC)
LOCAL = ModelFacts("llama", "http://localhost:1/v1")


def billed(prompt: int, reply: int = 50) -> object:
    return {"prompt_tokens": prompt, "completion_tokens": reply}


@pytest.mark.parametrize(
    ("prompt", "reply", "characters"),
    [
        (4_000, 50, 40_000),  # far below
        (4_096, 50, 20_000),  # exactly a usual window
        (3_996, 100, 20_000),  # prompt and reply fill one together
        (8_100, 92, 32_000),
        (2_048, 10, 8_400),
        (6_144, 50, 32_000),  # what a person may have set
        (16_384, 50, 80_000),
    ],
)
def test_a_question_that_the_server_cut_is_no_answer(prompt: int, reply: int, characters: int) -> None:
    told = put(completion("{}", usage=billed(prompt, reply)), questions(1, characters), facts=LOCAL)
    assert told.fault.kind is Kind.OVERFLOW
    assert told.fault.message == (
        f"the server read {prompt:,} of about {(characters + 14) // 4:,} tokens: its context is too small"
    )
    assert told.fault.usage.prompt_tokens == prompt
    assert len(told.requests) == 1


@pytest.mark.parametrize(
    ("facts", "usage", "characters"),
    [
        (LOCAL, billed(3_500), 20_000),  # another tokenizer
        (LOCAL, billed(9_000), 20_000),
        (LOCAL, billed(10), 3_000),  # too short to tell
        (LOCAL, billed(0), 40_000),  # told nothing
        (LOCAL, {}, 40_000),
        (known(), billed(4_096), 16_400),  # a window of a million tokens is not full at 4,096
    ],
)
def test_a_question_that_was_read_is_answered(facts: ModelFacts, usage: object, characters: int) -> None:
    told = put(completion("{}", usage=usage), questions(1, characters), facts=facts)
    assert told.answer.value == "{}"


def test_the_models_own_count_is_learned_from_its_bills() -> None:
    told = put(completion("{}", usage=billed(6_000)), questions(3, 20_000))
    estimated, by_model = told.caller.seen
    assert (estimated, by_model) == (3 * (3 + 5_000), 18_000)


def test_what_was_cut_teaches_nothing() -> None:
    told = put(completion("{}", usage=billed(1_000)), questions(1, 20_000))
    assert told.caller.seen == (0, 0)


def test_the_counter_counts_and_each_system_prompt_once() -> None:
    counted: list[str] = []

    def count(text: str) -> int:
        counted.append(text)
        return 1

    assert all(isinstance(one, Answer) for one in put(completion("{}"), 3, count=count).answers)
    assert counted.count("Reply in JSON.") == 1
    assert len(counted) == 4


def test_the_worst_case_has_a_margin_and_the_price_of_the_hour_in_which_the_call_may_end() -> None:
    facts = known()
    tariff = Meter(facts, len).tariff(1_000, NIGHT, 30)
    assert tariff.usd(500) == pytest.approx(cost(facts, 1_300, 0, 500))
    late = Meter(facts, len).tariff(1_000, NIGHT, 90)
    assert late.usd(500) == pytest.approx(cost(facts, 1_300, 0, 500, peak=True))


def test_money_buys_room_for_the_reply() -> None:
    tariff = Meter(known(), len).tariff(1_000, NIGHT, 30)
    assert tariff.room(tariff.usd(5_000), 16_384) == 5_000
    assert tariff.room(1.0, 16_384) == 16_384


def test_without_a_price_all_is_free() -> None:
    tariff = Meter(replace(known(), price=None, peak=None), len).tariff(1_000, NIGHT, 30)
    assert (tariff.usd(500), tariff.room(0.0, 500)) == (0.0, 500)


def test_the_bill_of_all_calls_is_the_same_in_any_order() -> None:
    bills = [Usage(1, 10, 2, 3, usd) for usd in (0.1, 0.2, 0.3, 1e-17)]
    totals = set()
    for order in permutations(bills):
        meter = Meter(LOCAL, len)
        for bill in order:
            meter.charge(bill)
        totals.add(meter.usage)
    assert totals == {Usage(4, 40, 8, 12, 0.6)}


def test_one_bill_that_nobody_told_makes_the_whole_unknown() -> None:
    meter = Meter(LOCAL, len)
    meter.charge(Usage(1, 10, 0, 3, 0.1))
    meter.charge(MAYBE_BILLED)
    assert meter.usage == Usage(2, 10, 0, 3, None)
