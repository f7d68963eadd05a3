"""The rows L01 to L24 and S21 of the fault table, over the real client and real sockets."""

import socket
import subprocess
import sys
import zlib
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from builders import chunk_of
from fakes.asking import CODE, KEY, Asked, ask, chunks, known, read_all
from fakes.model_server import (
    Answer,
    ModelServer,
    Request,
    as_json,
    completion,
    error,
    findings,
    item,
    prompt_tokens,
    stall,
)
from reviewbot.review import Review, Unread
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.model import ModelReviewer

GOOD = findings(item(CODE))


def test_L01_two_rate_limits_then_an_answer_wait_as_asked_and_review_once() -> None:
    busy = error(429, retry_after="0.3")
    asked = ask([busy, busy, GOOD])
    waits = [later.at - sooner.at for sooner, later in pairwise(asked.requests)]
    assert len(asked.review.claims) == 1
    assert len(waits) == 2
    assert min(waits) >= 0.3
    assert asked.usage.prompt_tokens == prompt_tokens(asked.requests[-1])


def test_L02_a_wait_beyond_the_run_is_not_begun() -> None:
    asked = ask(error(429, retry_after="3600"), run_deadline=5.0)
    assert asked.unread.reason == (
        "rate limited (429); the server asks to wait 3,600 s; the model's 5 s for this run are over"
    )
    assert asked.seconds < 2
    assert len(asked.requests) == 1


@pytest.mark.parametrize("nonsense", ["-5", "soon", "", "nan", "1e9", "Wed, 99 Nov 2026 00:00:00 GMT"])
def test_L02_a_retry_after_without_sense_is_ignored(nonsense: str) -> None:
    assert ask([error(429, retry_after=nonsense), GOOD]).review.claims


@pytest.mark.parametrize("status", [408, 409, 500, 502, 503, 504, 529])
def test_L03_a_broken_server_costs_so_many_calls_and_no_more(status: int) -> None:
    asked = ask(error(status), 2, attempts=3)
    assert {o.reason for o in asked.outcomes if isinstance(o, Unread)} == {
        f"the server answered {status}, after 3 attempts"
    }
    assert len(asked.requests) == 6


def test_L03_a_server_that_is_down_leaves_every_chunk_unread() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    caller = Caller(known(), KEY, f"http://127.0.0.1:{port}/v1", Pace(backoff=0.01))
    asked = read_all(ModelReviewer(caller, "JSON"), chunks(20))
    reasons = {o.reason for o in asked.outcomes if isinstance(o, Unread)}
    assert len(asked.outcomes) == 20
    assert reasons == {"connection refused (127.0.0.1), after 3 attempts"}
    assert asked.usage.calls == 60
    assert asked.usage.cost_usd == 0


def test_L04_a_wrong_key_stops_the_run_within_one_round_of_calls() -> None:
    asked = ask(error(401, f"Incorrect API key provided: {KEY}").later(0.05), 200, concurrency=8)
    assert {o.reason for o in asked.outcomes if isinstance(o, Unread)} <= {asked.refusal.message}
    assert not [outcome for outcome in asked.outcomes if isinstance(outcome, Review)]
    assert len(asked.requests) <= 8
    assert asked.refusal.message == "127.0.0.1 refused the key (401)"
    assert asked.refusal.hint == "check the key in DEEPSEEK_API_KEY or REVIEWBOT_API_KEY"


def test_L04_what_was_read_before_the_refusal_counts() -> None:
    asked = ask([GOOD, error(401)], 5, concurrency=1)
    assert [outcome.chunk.path for outcome in asked.outcomes if isinstance(outcome, Review)] == ["app0.py"]
    assert asked.error


@pytest.mark.parametrize("status", [400, 402, 403, 404, 413, 422, 500])
def test_L04_no_message_holds_the_key_or_the_code(status: int) -> None:
    def echo(request: Request) -> Answer:
        return error(status, f"{request.headers['authorization']} no model not exist")

    asked = ask(echo, attempts=1)
    said = (
        f"{asked.error and (asked.error.message, asked.error.hint)} {asked.outcomes and asked.unread.reason}"
    )
    assert str(status) in said or "balance" in said
    assert KEY not in said
    assert CODE not in said


def test_L04_a_status_counts_even_if_its_sentence_cannot_be_read() -> None:
    assert "refused the key" in ask(replace(error(401), cut=5, reset=True)).refusal.message


def test_L05_no_balance_says_so() -> None:
    asked = ask(error(402, "Insufficient Balance"), 20, concurrency=4)
    assert asked.refusal.message == "127.0.0.1 says that no balance is left: Insufficient Balance"
    assert "top up" in asked.refusal.hint
    assert len(asked.requests) <= 4


def test_L05_a_spent_quota_is_no_rate_limit() -> None:
    asked = ask(error(429, "You exceeded your current quota", code="insufficient_quota"))
    assert "no balance" in asked.refusal.message
    assert len(asked.requests) == 1


@pytest.mark.parametrize(
    ("answer", "name", "hint"),
    [
        (error(404, "The model `x` does not exist", "model_not_found"), "deepseek-chat", "deepseek-flash"),
        (error(400, "Model Not Exist"), "deepseek-chat", "deepseek-flash"),
        (error(404, "404 page not found"), "deepseek-flash", "docs/models.md"),
        (error(400, "nope", "model_not_found"), "gpt-4o", "gpt-6-luna"),
    ],
)
def test_L06_an_unknown_model_is_named_with_its_successor(answer: Answer, name: str, hint: str) -> None:
    asked = ask(answer, 20, facts=known(name), concurrency=4)
    assert name in asked.refusal.message
    assert hint in asked.refusal.hint
    assert len(asked.requests) <= 4


@pytest.mark.parametrize("status", [400, 422])
def test_a_refused_request_is_one_unread_chunk_with_the_servers_sentence(status: int) -> None:
    asked = ask(error(status, "Content exists risk"))
    assert asked.unread.reason == f"the server refused the request ({status}): Content exists risk"
    assert len(asked.requests) == 1


def test_S21_a_redirect_takes_the_code_nowhere() -> None:
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.settimeout(0.2)
        asked = ask(
            Answer(status=307, headers={"location": f"http://127.0.0.1:{elsewhere.getsockname()[1]}/"})
        )
        with pytest.raises(TimeoutError):
            elsewhere.accept()
    assert asked.refusal.message == "127.0.0.1 redirects (307); code is not sent elsewhere"


BROKEN_OFF = [
    replace(GOOD, hang_up=True),
    replace(GOOD, cut=0, reset=True),
    replace(GOOD, cut=40),
    replace(GOOD, cut=40, reset=True),
]


@pytest.mark.parametrize("broken", BROKEN_OFF)
def test_L08_a_broken_connection_is_tried_again(broken: Answer) -> None:
    asked = ask([broken, GOOD])
    assert len(asked.review.claims) == 1
    assert asked.review.usage.calls == 2


@pytest.mark.parametrize("broken", BROKEN_OFF)
def test_L08_a_connection_that_always_breaks_leaves_the_chunk_unread(broken: Answer) -> None:
    asked = ask(broken)
    assert asked.unread.reason.endswith(", after 3 attempts")
    assert "broke off" in asked.unread.reason or "connection lost" in asked.unread.reason
    assert asked.unread.usage.calls == len(asked.requests) == 3
    assert asked.unread.usage.cost_usd is None


@pytest.mark.parametrize(
    "slow",
    [
        pytest.param(replace(GOOD, blank_lines=60), id="L09 keep-alives"),
        pytest.param(replace(GOOD, drip=0.1), id="L10 drip"),
        pytest.param(stall(), id="stall"),
    ],
)
def test_L09_L10_a_call_ends_at_its_deadline_whatever_trickles_in(slow: Answer) -> None:
    asked = ask(slow, call_deadline=0.5, attempts=1)
    assert asked.unread.reason == "no answer within 0.5 s"
    assert 0.5 <= asked.seconds < 1.5


def test_L09_keep_alives_before_an_answer_do_no_harm() -> None:
    assert ask(replace(GOOD, blank_lines=0.2)).review.claims


def test_a_call_that_timed_out_is_tried_once_more_and_its_bill_is_unknown() -> None:
    asked = ask(stall(), call_deadline=0.2, attempts=5)
    assert asked.unread.reason == "no answer within 0.2 s, after 2 attempts"
    assert asked.unread.usage.cost_usd is None
    assert asked.unread.usage.calls == 2


def test_L11_a_total_stall_ends_with_the_run_and_keeps_what_was_read() -> None:
    asked = ask([GOOD, stall()], 20, concurrency=4, run_deadline=0.6)
    read = [outcome for outcome in asked.outcomes if isinstance(outcome, Review)]
    reasons = {outcome.reason for outcome in asked.outcomes if isinstance(outcome, Unread)}
    assert len(read) == 1
    assert len(asked.outcomes) == 20
    assert asked.seconds < 1.6
    assert reasons == {
        "no answer within the time left; the model's 0.6 s for this run are over",
        "not begun; the model's 0.6 s for this run are over",
    }


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b"<html>down for maintenance</html>", headers={"content-type": "text/html"}), "HTML"),
        (Answer(b""), "empty body"),
        (Answer(b" \n\n "), "empty body"),
        (Answer(b'{"choices": [{"mess'), "not whole JSON"),
        (Answer(b"[" * 100_000), "not whole JSON"),
        (Answer(b"[]"), "not a JSON object"),
        (Answer(b'"ok"'), "not a JSON object"),
        (Answer(b"garbage", headers={"content-encoding": "gzip"}), "compressed wrongly"),
        (as_json({"error": {"message": "overloaded"}}), "reports an error: overloaded"),
    ],
)
def test_L12_L13_a_200_without_an_answer_is_tried_again_and_then_unread(answer: Answer, reason: str) -> None:
    asked = ask(answer)
    assert reason in asked.unread.reason
    assert len(asked.requests) == 3


@pytest.mark.parametrize("choices", [[], None, {}, "x", [None], [7]])
def test_L13_a_reply_without_choices_is_unread(choices: object) -> None:
    asked = ask(as_json({"choices": choices, "usage": {}}))
    assert asked.unread.reason == "the reply holds no choices, after 2 attempts"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (completion(None), "reply is empty"),
        (completion(""), "reply is empty"),
        (completion("\ufeff \n"), "reply is empty"),
        (completion(7), "reply is empty"),
        (completion(None, message=None), "reply is empty"),
        (completion(None, refusal="I cannot help with that."), "refused: I cannot help with that."),
        (completion("", finish_reason="content_filter"), "content filter"),
        (completion('{"findings": []}', finish_reason="content_filter"), "content filter"),
        (completion(None, tool_calls=[{"id": "1"}]), "called tools"),
        (completion("I found nothing."), "no JSON list"),
        (completion('{"result": "ok"}'), "no JSON list"),
    ],
)
def test_L14_a_bad_answer_is_asked_for_once_more_and_then_unread(answer: Answer, reason: str) -> None:
    asked = ask(answer, attempts=5)
    assert reason in asked.unread.reason
    assert asked.unread.reason.endswith(", after 2 attempts")
    assert asked.unread.usage.prompt_tokens == sum(map(prompt_tokens, asked.requests))


def test_L14_a_good_answer_the_second_time_is_a_review() -> None:
    assert ask([completion(""), GOOD]).review.claims


def test_a_line_whose_reply_was_cut_off_is_unread_at_once() -> None:
    asked = ask(completion('{"findings": [', finish_reason="length"), [chunk_of(f"{CODE}\n")])
    assert asked.unread.reason == "the reply was cut off after 50 tokens"
    assert len(asked.requests) == 1


def test_a_body_without_end_is_not_read_on() -> None:
    asked = ask(completion("x" * 1_100_000))
    assert asked.unread.reason == "the server's body is larger than 1,000,000 bytes"


@pytest.mark.parametrize("wrapped", ["\ufeff{}", "```json\n{}\n```", "Here it is:\n{}\nGood luck."])
def test_L16_an_answer_in_wrapping_is_an_answer(wrapped: str) -> None:
    reply = '{"analysis": "", "findings": []}'
    assert ask(completion(wrapped.replace("{}", reply))).review.claims == ()


def test_L18_one_bad_item_of_ten_does_not_harm_the_others() -> None:
    items = [item(CODE) for _ in range(9)]
    asked = ask(findings(*items[:4], item(CODE, severity="terrible"), *items[4:]))
    assert len(asked.review.claims) == 9
    assert [item.reason.split(":")[0] for item in asked.review.rejected] == ["severity"]


def test_L19_a_path_in_the_reply_has_no_say() -> None:
    asked = ask(findings(item(CODE, path="/etc/passwd", line=10**9)))
    assert asked.review.chunk.path == "app0.py"
    assert asked.review.claims[0].line is None


@pytest.mark.parametrize(
    "usage",
    [
        {},
        "none",
        [],
        {"prompt_tokens": "12", "completion_tokens": "3"},
        {"prompt_tokens": -1, "completion_tokens": 3},
        {"prompt_tokens": True, "completion_tokens": 3},
        {"prompt_tokens": 10**30, "completion_tokens": 3},
        {"prompt_tokens": 12.5, "completion_tokens": None},
    ],
)
def test_L21_a_strange_bill_is_an_unknown_cost(usage: object) -> None:
    review = ask(findings(item(CODE), usage=usage)).review
    assert len(review.claims) == 1
    assert (review.usage.calls, review.usage.prompt_tokens, review.usage.cost_usd) == (1, 0, None)


def test_L22_a_body_that_is_no_text_is_tried_again_and_then_unread() -> None:
    asked = ask(Answer(b'{"choices": "\xff\xfe"}'))
    assert asked.unread.reason == "the server's body is not UTF-8, after 3 attempts"


@cache
def bomb() -> bytes:
    """1 GB of blanks."""
    packer = zlib.compressobj(1, wbits=31)
    return b"".join([*(packer.compress(b" " * 1_000_000) for _ in range(1_000)), packer.flush()])


@pytest.mark.parametrize("status", [200, 400, 503])
def test_L22_a_bomb_goes_off_in_a_process_with_1_GiB_and_is_one_unread_chunk(status: int) -> None:
    with ModelServer(Answer(bomb(), status, {"content-encoding": "gzip"})) as server:
        done = subprocess.run(
            [sys.executable, Path(__file__).with_name("bombed.py"), server.base_url],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    reasons = {
        200: "the server's body is larger than 1,000,000 bytes",
        400: "the server refused the request (400): no reason given",
        503: "the server answered 503",
    }
    assert (done.returncode, done.stdout.strip()) == (0, reasons[status]), done.stderr


def one_in_fifty(request: Request) -> Answer:
    return error(422, "no") if "number(7)" in request.chunk else GOOD


def test_L23_one_chunk_of_fifty_fails_alone() -> None:
    asked = ask(one_in_fifty, 50)
    unread = [outcome for outcome in asked.outcomes if isinstance(outcome, Unread)]
    assert [outcome.chunk.path for outcome in unread] == ["app7.py"]
    assert len({outcome.chunk.id for outcome in asked.outcomes}) == 50


@pytest.mark.parametrize("attempts", [1, 2, 4])
def test_L24_there_is_one_layer_of_retries(attempts: int) -> None:
    asked: Asked = ask(error(500), attempts=attempts)
    assert len(asked.requests) == attempts


@pytest.mark.parametrize("key", ["", "two\nlines", "schlüssel"])
def test_a_key_that_cannot_be_one_is_refused_before_any_call(key: str) -> None:
    asked = ask(GOOD, api_key=key)
    assert asked.requests == []
    assert "DEEPSEEK_API_KEY" in asked.refusal.hint


def test_a_date_beyond_all_calendars_in_retry_after_is_no_crash() -> None:
    never = error(429, retry_after="Mon, 1 Jan 2024 00:00:00 +99999999999999999999")
    (outcome,) = ask(never, 1, attempts=2).outcomes
    assert isinstance(outcome, Unread)
