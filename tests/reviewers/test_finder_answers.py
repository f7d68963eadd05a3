"""Answers that are kept: nobody is asked twice, and claims follow code that has moved."""

import json
from dataclasses import dataclass, field, replace

import pytest

from builders import chunk_of
from fakes.asking import CODE, KEY, Asked, known, read_all
from fakes.model_server import Answer, ModelServer, completion, error, findings, in_turn, item
from reviewbot.chunks import Chunk
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.model import ModelReviewer
from reviewbot.reviewers.veil import LookUp
from reviewbot.spans import Side, Span


@dataclass(slots=True)
class Notebook:
    """Keeps texts as long as a test lasts."""

    texts: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str | None:
        return self.texts.get(key)

    def put(self, key: str, text: str) -> None:
        self.texts[key] = text


def moved(chunk: Chunk, by: int) -> Chunk:
    """The same code so many lines further down."""
    rows = tuple(row._replace(number=row.number + by) for row in chunk.rows)
    heading = chunk.text.partition("\n")[0]
    text = f"{heading}\n" + "".join(row.render() for row in rows)
    spans = tuple(Span(s.path, Side.NEW, s.start + by, s.end + by) for s in chunk.owns)
    return replace(chunk, rows=rows, text=text, owns=spans)


CHUNK = chunk_of(f"{CODE}\n{CODE}\n")


def again(*answers: Answer, chunk: Chunk = CHUNK, look_up: LookUp | None = None) -> tuple[Asked, Asked]:
    """What answers say of CHUNK, and then what is known of a chunk when nobody answers any more."""
    kept = Notebook()
    with ModelServer(in_turn(*answers, error(500))) as server:

        def read(piece: Chunk) -> Asked:
            caller = Caller(known(), KEY, server.base_url, Pace(attempts=1), answers=kept)
            before = len(server.requests)
            asked = read_all(ModelReviewer(caller, "Reply in JSON.", look_up=look_up), [piece])
            return replace(asked, requests=server.requests[before:])

        return read(CHUNK), read(chunk)


def test_the_second_time_nobody_is_asked_and_the_answer_is_the_same() -> None:
    first, second = again(findings(item(CODE, line=2)))
    assert (len(second.requests), second.review.usage.calls) == (0, 0)
    assert (first.review.cached, second.review.cached) == (False, True)
    assert second.review.claims == first.review.claims


def test_claims_follow_code_that_has_moved() -> None:
    first, second = again(findings(item(CODE, line=2)), chunk=moved(CHUNK, 40))
    assert second.requests == []
    assert [claim.line for claim in first.review.claims] == [2]
    assert [claim.line for claim in second.review.claims] == [42]


@pytest.mark.parametrize("line", [3, 0, -1, 10**9])
def test_L19_a_line_that_was_not_shown_is_dropped_cached_or_not(line: int) -> None:
    for asked in again(findings(item(CODE, line=line))):
        assert [claim.line for claim in asked.review.claims] == [None]


def test_other_code_is_asked_anew() -> None:
    assert again(findings(), chunk=chunk_of(f"{CODE}\nother()\n"))[1].unread.reason


def test_the_extra_round_is_kept_too() -> None:
    needs = completion(json.dumps({"findings": [], "needs": [{"symbol": "f", "why": "?"}]}))
    _, second = again(needs, findings(item(CODE)), look_up=lambda _names, _chunk: "> lib.py:1 f\n")
    assert second.requests == []
    assert (second.review.cached, len(second.review.claims)) == (True, 1)


def test_a_review_is_cached_only_if_all_its_answers_were() -> None:
    with ModelServer(findings(item(CODE))) as server:
        caller = Caller(known(), KEY, server.base_url, answers=Notebook())
        read_all(ModelReviewer(caller, "Reply in JSON."), [CHUNK])
        more = read_all(ModelReviewer(caller, "Reply in JSON.", votes=2), [CHUNK])
        assert (more.review.cached, len(server.requests)) == (False, 2)
        assert [claim.vote for claim in more.review.claims] == [1, 2]
