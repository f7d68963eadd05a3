"""One place owns all calls: what it asks at all, at what cost, and what it keeps."""

import base64
import json
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest

from fakes.asking import KEY, ask, known, put, questions
from fakes.model_server import Answer, Request, completion, error, findings, stall
from reviewbot.errors import Unavailable
from reviewbot.findings import MASK
from reviewbot.reviewers.budget import Budget
from reviewbot.reviewers.faults import CallFault, Kind, ReplyError
from reviewbot.reviewers.presets import Price
from reviewbot.reviewers.question import Answer as Answered

DEAR = replace(known(), price=Price(1_000_000.0, 0.0, 1.0), peak=None)
"""A million USD for a million tokens of prompt: one each, and a millionth for a token of reply."""


@dataclass(frozen=True)
class Kept:
    """Answers in memory."""

    texts: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str | None:
        return self.texts.get(key)

    def put(self, key: str, text: str) -> None:
        self.texts[key] = text


def refuse(words: str) -> str:
    raise ReplyError(f"no sense in {words}")


def test_the_second_time_nothing_is_asked() -> None:
    kept = Kept()
    first = put(completion("{}"), 3, answers=kept)
    second = put(error(500), 3, answers=kept, base_url=first.caller.base_url)
    assert second.requests == []
    assert [answer.value for answer in second.answers if isinstance(answer, Answered)] == ["{}"] * 3
    assert {(a.cached, a.usage.calls) for a in second.answers if isinstance(a, Answered)} == {(True, 0)}


def test_an_answer_that_is_kept_knows_the_lines_that_were_shown() -> None:
    kept = Kept()
    url = put(completion("{}"), answers=kept).caller.base_url
    moved = [replace(questions(1)[0], lines=(11, 12, 13))]
    again = put(error(500), moved, answers=kept, base_url=url)
    assert again.answer.lines == (1, 2, 3)


def test_only_what_was_read_without_complaint_is_kept() -> None:
    kept = Kept()
    put([completion("prose"), completion("")], read=refuse, answers=kept)
    put(error(500), answers=kept)
    put(completion("{", finish_reason="length"), answers=kept)
    assert kept.texts == {}


@dataclass(frozen=True)
class Stale(Kept):
    """Knows the same old answer to everything."""

    def get(self, key: str) -> str | None:
        assert key
        return json.dumps({"words": "old", "lines": [1, 2, 3], "model": "m", "at": "2026"})


def test_words_that_are_kept_and_cannot_be_read_are_asked_for_anew() -> None:
    def new_only(words: str) -> str:
        return words if words == "new" else refuse(words)

    told = put(completion("new"), read=new_only, answers=Stale())
    assert (told.answer.value, told.answer.cached) == ("new", False)
    assert put(completion("new"), answers=Stale()).answer.value == "old"


def test_the_money_is_held_before_and_counted_after() -> None:
    budget = Budget(1.0)
    told = put(completion("{}"), 5, budget=budget)
    assert budget.reserved == 0
    assert budget.spent == pytest.approx(
        sum(a.usage.cost_usd or 0 for a in told.answers if isinstance(a, Answered))
    )


def test_no_call_begins_that_could_pass_the_budget() -> None:
    usage = {"prompt_tokens": 28, "completion_tokens": 1}
    told = put(completion("{}", usage=usage), 10, facts=DEAR, budget=Budget(100.0), count=lambda _: 14)
    read = [answer for answer in told.answers if isinstance(answer, Answered)]
    refused = [answer for answer in told.answers if isinstance(answer, CallFault)]
    assert len(told.requests) == len(read) == 3  # 28 each, of which 37 are held
    assert {fault.message for fault in refused} == {"the budget of $100 would be passed"}
    assert {fault.usage.calls for fault in refused} == {0}
    assert told.seconds < 2


def test_the_last_money_leaves_less_room_for_the_reply() -> None:
    facts = replace(known(), price=Price(0.0, 0.0, 1_000.0), peak=None)
    told = put(completion("{}"), facts=facts, budget=Budget(5.0))
    assert told.requests[0].body["max_tokens"] == 5_000
    poor = put(completion("{}"), facts=facts, budget=Budget(2.0))
    assert poor.requests == []
    assert poor.fault.message == "the budget of $2 would be passed"


def test_a_bill_that_nobody_told_counts_as_all_that_was_held() -> None:
    budget = Budget(1.0)
    put(replace(completion("{}"), cut=5, reset=True), attempts=2, budget=budget)
    assert budget.spent > 0.005
    assert budget.reserved == 0


def test_waiting_for_money_takes_no_place_and_no_longer_than_the_run() -> None:
    usage = {"prompt_tokens": 28, "completion_tokens": 1}
    told = put(
        completion("{}", usage=usage).later(0.2),
        20,
        facts=DEAR,
        budget=Budget(100.0),
        count=lambda _: 14,
        run_deadline=0.3,
    )
    assert told.seconds < 1
    assert all(isinstance(one, Answered | CallFault) for one in told.answers)


def test_a_question_that_holds_a_secret_is_not_sent() -> None:
    told = put(completion("{}"), 3, leaks=lambda text: text.startswith("1 "))
    assert [type(answer) for answer in told.answers] == [Answered, CallFault, Answered]
    assert len(told.requests) == 2
    assert str(told.answers[1]) == "a secret would be sent"


@pytest.mark.parametrize(
    "disguise", [KEY, KEY[::-1], KEY[7:], base64.b64encode(KEY.encode()).decode().rstrip("=")]
)
def test_S03_the_key_is_taken_out_before_anyone_reads_or_keeps_a_reply(disguise: str) -> None:
    kept = Kept()
    told = put(completion(f'{{"said": "{disguise}"}}'), answers=kept)
    assert told.answer.value == f'{{"said": "{MASK}"}}'
    (text,) = kept.texts.values()
    assert disguise not in text


@pytest.mark.parametrize(
    "answer",
    [
        completion(None, refusal=f"never, {KEY[::-1]}"),
        completion(f"{KEY}", finish_reason="length"),
        error(400, f"bad: {KEY[7:]}"),
        error(402, f"bad: {KEY}"),
        Answer(f'{{"error": "bad: {KEY}"}}'.encode()),
    ],
)
def test_S03_the_key_stands_in_no_error(answer: Answer) -> None:
    (end,) = put(answer, attempts=1).answers
    assert isinstance(end, CallFault | Unavailable)
    told = repr((end.message, end.hint, getattr(end, "content", "")))
    assert not any(piece in told for piece in (KEY[:10], KEY[7:17], KEY[::-1][:10]))


@pytest.mark.parametrize(
    ("answer", "kind", "content"),
    [
        (completion('{"findings": [', finish_reason="length"), Kind.TRUNCATED, '{"findings": ['),
        (error(400, "too long", "context_length_exceeded"), Kind.OVERFLOW, ""),
        (error(413), Kind.OVERFLOW, ""),
        (error(400, "Content exists risk"), Kind.OTHER, ""),
        (error(503), Kind.OTHER, ""),
    ],
)
def test_L07_L15_a_fault_tells_whether_a_smaller_question_would_do(
    answer: Answer, kind: Kind, content: str
) -> None:
    fault = put(answer).fault
    assert (fault.kind, fault.content) == (kind, content)


def test_a_429_makes_all_wait_and_fewer_call() -> None:
    def script(request: Request) -> Answer:
        return (error(429, retry_after="0.4") if request.number < 8 else completion("{}")).later(0.05)

    told = put(script, 40, concurrency=8)
    first, rest = told.requests[:8], told.requests[8:]
    assert all(isinstance(answer, Answered) for answer in told.answers)
    assert min(request.at for request in rest) - max(request.at for request in first) >= 0.4
    together = [request for request in rest if request.at - rest[0].at < 0.03]
    assert len(together) <= 4


def test_a_server_that_is_busy_for_a_while_costs_no_question() -> None:
    busy_until: list[float] = []

    def script(request: Request) -> Answer:
        busy_until[:] = busy_until or [request.at + 0.5]
        return (error(429) if request.at < busy_until[0] else completion("{}")).later(0.01)

    told = put(script, 60, concurrency=16, attempts=3, backoff=0.1)
    assert all(isinstance(answer, Answered) for answer in told.answers)


def test_a_wait_beyond_the_run_is_told_to_all_at_once() -> None:
    told = put(error(429, retry_after="3600").later(0.02), 50, concurrency=4, run_deadline=5.0)
    reasons = {str(answer) for answer in told.answers}
    assert told.seconds < 2
    assert len(told.requests) == 4
    assert "not begun; the server asks to wait 3,600 s; the model's 5 s for this run are over" in reasons


def test_calls_under_way_at_a_refusal_end_on_their_own_and_are_counted() -> None:
    def script(request: Request) -> Answer:
        return error(402, "Insufficient Balance") if request.number == 2 else completion("{}").later(0.3)

    told = put(script, 20, concurrency=4)
    kinds = [type(answer) for answer in told.answers]
    assert (kinds.count(Answered), kinds.count(Unavailable), kinds.count(CallFault)) == (3, 1, 16)
    assert len(told.requests) == 4


def test_what_came_before_a_refusal_is_on_the_bill() -> None:
    def script(request: Request) -> Answer:
        return error(401).later(0.1) if request.number == 1 else completion("prose")

    told = put(script, 2, read=lambda words: words if words == "{}" else refuse(words), backoff=0.3)
    (fault,) = [answer for answer in told.answers if isinstance(answer, CallFault)]
    assert fault.usage.calls == 1
    assert fault.usage.completion_tokens == 50
    assert fault.message == "127.0.0.1 refused the key (401), after 2 attempts"


def test_a_call_that_ends_without_an_answer_after_a_refusal_is_told_with_an_unknown_cost() -> None:
    def script(request: Request) -> Answer:
        return error(401) if request.number else stall()

    told = put(script, 2, run_deadline=0.5)
    (fault,) = [answer for answer in told.answers if isinstance(answer, CallFault)]
    assert fault.message == "127.0.0.1 refused the key (401)"
    assert (fault.usage.calls, fault.usage.cost_usd) == (1, None)


def test_L11_stalls_end_with_the_run_whoever_waits_for_what() -> None:
    told = put(stall(), 20, concurrency=4, run_deadline=0.4, call_deadline=0.15, attempts=9)
    assert told.seconds < 1
    assert all(isinstance(answer, CallFault) for answer in told.answers)


def test_pauses_grow_and_are_never_shorter_than_half() -> None:
    told = put(error(503), attempts=4, backoff=0.1)
    waits = [later.at - sooner.at for sooner, later in pairwise(told.requests)]
    assert all(wait >= least for wait, least in zip(waits, (0.05, 0.1, 0.2), strict=True))


def test_each_call_under_way_at_a_refusal_is_in_the_outcomes_with_its_cost() -> None:
    def script(request: Request) -> Answer:
        return error(402) if "number(1)" in request.chunk else findings().later(0.2)

    asked = ask(script, 10, concurrency=3)
    assert asked.error
    assert asked.usage.calls == 2


def test_what_was_paid_before_a_refusal_stays_on_the_bill() -> None:
    paid = completion("{}", usage={"prompt_tokens": 1_000, "completion_tokens": 50})
    told = put([paid, error(402, "Insufficient Balance")], 2, concurrency=1)
    assert told.caller.usage.calls == 2
    assert (told.caller.usage.prompt_tokens, told.caller.usage.completion_tokens) == (1_000, 50)
    assert told.caller.usage.cost_usd


def test_every_try_is_on_the_bill_once() -> None:
    told = put([error(500), completion(""), completion("{}")], attempts=3)
    assert told.caller.usage == told.answer.usage
    assert told.caller.usage.calls == 3


def test_a_call_that_was_given_up_may_have_cost_money() -> None:
    told = put(stall(), call_deadline=0.1, attempts=1)
    assert (told.caller.usage.calls, told.caller.usage.cost_usd) == (1, None)
