"""Several votes on each chunk: every claim says whose it is, and a vote that is missing is a gap."""

import json

from builders import chunk_of
from fakes.asking import CODE, ask
from fakes.model_server import Answer, Request, completion, error, findings, item

CHUNK = chunk_of(f"{CODE}\nother()\n")


def test_each_vote_is_a_question_of_its_own_and_claims_say_whose_they_are() -> None:
    asked = ask([findings(item(CODE)), findings(), findings(item(CODE))], [CHUNK], votes=3, concurrency=1)
    assert [(claim.vote, claim.voters) for claim in asked.review.claims] == [(1, 3), (3, 3)]
    assert (len(asked.requests), asked.review.usage.calls) == (3, 3)


def test_without_votes_there_is_one_voter() -> None:
    (claim,) = ask(findings(item(CODE)), [CHUNK]).review.claims
    assert (claim.vote, claim.voters) == (1, 1)


def test_votes_on_one_chunk_are_asked_at_once() -> None:
    assert ask(findings().later(0.2), [CHUNK], votes=3).peak == 3


def test_calls_still_start_in_the_order_of_the_chunks() -> None:
    requests = ask(findings(), 3, votes=2, concurrency=1).requests
    assert [request.chunk.split("\n")[2] for request in requests] == [
        f"2+number({n})" for n in (0, 0, 1, 1, 2, 2)
    ]


def test_a_failed_vote_is_a_gap_that_keeps_the_claims_of_the_others() -> None:
    answers = [findings(item(CODE)), error(400, "no"), findings(item("other()"))]
    asked = ask(answers, [CHUNK], votes=3, concurrency=1)
    assert asked.unread.reason.startswith("vote 2 of 3: ")
    assert asked.unread.spans == ()
    assert {claim.quote for claim in asked.unread.claims} == {CODE, "other()"}


def test_what_all_votes_met_is_told_once() -> None:
    reason = ask(error(400, "no"), [CHUNK], votes=3).unread.reason
    assert reason == "the server refused the request (400): no"
    answers = [error(400, "no"), findings(), error(400, "no")]
    reason = ask(answers, [CHUNK], votes=3, concurrency=1).unread.reason
    assert reason == "vote 1 and 3 of 3: the server refused the request (400): no"


def test_a_vote_may_be_cut_in_halves_without_the_others() -> None:
    chunk = chunk_of("".join(f"number({n})\n" for n in range(20)))

    def script(request: Request) -> Answer:
        if request.number == 0:
            return completion('{"findings": [', finish_reason="length")
        shown = [line.partition("+")[2] for line in request.chunk.split("\n")[1:-1] if "+" in line]
        return completion(json.dumps({"findings": [item(shown[0])]}))

    asked = ask(script, [chunk], votes=2)
    assert len(asked.requests) == 4
    assert sorted((claim.vote, claim.quote) for claim in asked.review.claims) in (
        [(1, "number(0)"), (1, "number(10)"), (2, "number(0)")],
        [(1, "number(0)"), (2, "number(0)"), (2, "number(10)")],
    )
