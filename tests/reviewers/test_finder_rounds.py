"""The model may ask once for code that it was not shown; what it said before is not lost."""

import json
import threading
import time
from collections.abc import Sequence

import pytest

from builders import chunk_of
from fakes.asking import ask, chunks
from fakes.model_server import Answer, Request, completion, error, item
from reviewbot.chunks import Chunk
from reviewbot.errors import SourceError
from reviewbot.review import Review

BLOCK = "> lib.py:3 clean\n> def clean(x):\n>     return x\n"
CHUNK = chunk_of("name = clean(request)\nrun(name)\n")


def asks_for(*names: str, found: Sequence[object] = ()) -> Answer:
    needs = [{"symbol": name, "why": "it decides"} for name in names]
    return completion(json.dumps({"analysis": "", "findings": found, "needs": needs}))


def says(*quotes: str) -> Answer:
    return completion(json.dumps({"analysis": "", "findings": [item(q) for q in quotes], "needs": []}))


def knows(names: Sequence[str], chunk: Chunk) -> str:
    assert chunk.path
    return BLOCK if "clean" in names else ""


def quotes(review: Review) -> list[str]:
    return [claim.quote for claim in review.claims]


def test_the_second_question_is_the_first_with_the_code_below_the_heading() -> None:
    requests = ask([asks_for("clean"), says("run(name)")], [CHUNK], look_up=knows).requests
    first, second = (request.chunk for request in requests)
    heading, _, rows = first.partition("\n")
    assert second == f"{heading}\n{BLOCK}{rows}"
    assert [request.body["messages"][0] for request in requests] == [requests[0].body["messages"][0]] * 2


def test_both_answers_count_and_so_do_both_bills() -> None:
    asked = ask([asks_for("clean", found=[item("run(name)")]), says("name = clean(request)")], look_up=knows)
    assert quotes(asked.review) == ["run(name)", "name = clean(request)"]
    assert (asked.review.usage.calls, asked.review.cached) == (2, False)


def test_there_is_one_extra_round_and_no_more() -> None:
    assert len(ask(asks_for("clean"), look_up=knows).requests) == 2


@pytest.mark.parametrize("look_up", [None, lambda _names, _chunk: ""])
def test_without_code_there_is_no_second_question(look_up: object) -> None:
    asked = ask(asks_for("clean", found=[item("run(name)")]), look_up=look_up)
    assert len(asked.requests) == 1
    assert quotes(asked.review) == ["run(name)"]


def test_names_are_looked_up_as_names_and_three_at_most() -> None:
    seen: list[Sequence[str]] = []

    def look_up(names: Sequence[str], _: Chunk) -> str:
        seen.append(names)
        return ""

    ask(
        asks_for("db.clean()", "../../etc/passwd", "--output=x", "a b", "Users::find", "$x", "y", "z"),
        look_up=look_up,
    )
    assert seen == [("clean", "find", "y")]


@pytest.mark.parametrize(
    "second", [error(400, "no"), completion("garbage"), completion(""), error(401, "who are you")]
)
def test_the_first_answer_stands_when_the_second_never_comes(second: Answer) -> None:
    asked = ask([asks_for("clean", found=[item("run(name)")]), second], look_up=knows)
    assert quotes(asked.review) == ["run(name)"]


def test_what_a_second_answer_said_before_it_was_cut_off_counts() -> None:
    whole = json.dumps({"analysis": "", "findings": [item("name = clean(request)")]})
    second = completion(whole.removesuffix("]}") + ', {"quo', finish_reason="length")
    asked = ask([asks_for("clean"), second], look_up=knows)
    assert quotes(asked.review) == ["name = clean(request)"]
    assert len(asked.requests) == 2


def test_a_library_that_fails_costs_the_extra_round_only() -> None:
    def look_up(_names: Sequence[str], _chunk: Chunk) -> str:
        raise SourceError("git is gone")

    asked = ask(asks_for("clean", found=[item("run(name)")]), look_up=look_up)
    assert quotes(asked.review) == ["run(name)"]


def test_the_library_is_asked_by_one_thread_at_a_time_and_holds_nobody_up() -> None:
    inside: list[int] = []
    names_of_threads: set[str] = set()
    most = 0

    def look_up(_names: Sequence[str], _chunk: Chunk) -> str:
        nonlocal most
        names_of_threads.add(threading.current_thread().name)
        inside.append(1)
        most = max(most, len(inside))
        time.sleep(0.02)
        inside.pop()
        return BLOCK

    def script(request: Request) -> Answer:
        return says() if BLOCK in request.chunk else asks_for("clean")

    asked = ask(script, chunks(6), look_up=look_up)
    assert (most, len(asked.requests)) == (1, 12)
    assert threading.current_thread().name not in names_of_threads
