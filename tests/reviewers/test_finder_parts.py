"""What is too much for a model is asked again in halves, and what stays unread is named line by line."""

import json

import pytest

from builders import chunk_of
from fakes.asking import ask
from fakes.model_server import Answer, Plant, Request, Script, completion, error, findings, item, planted
from reviewbot.chunks import Chunk
from reviewbot.findings import Claim
from reviewbot.spans import Side, Span

LINES = 64
DEFECTS = {3, 20, 40, 60}
CHUNK = chunk_of(
    "".join(
        f"execute(first + {n})\n" if n in DEFECTS else f"number({n}, {n}, {n})\n" for n in range(1, LINES + 1)
    )
)
SEES_ALL = planted(Plant("execute("))


def too_long() -> Answer:
    return error(400, "This model's maximum context length is 4096 tokens.", "context_length_exceeded")


def reads_at_most(lines: int, then: Script = SEES_ALL) -> Script:
    """A server whose context ends after so many lines of code."""
    return lambda request: too_long() if request.chunk.count("\n") > lines + 2 else then(request)


def cut(*items: object, rest: str = ', {"trace": "x", "quo') -> Answer:
    """A reply that breaks off in the item after these."""
    whole = json.dumps({"analysis": "Data enters.", "findings": items})
    return completion(whole.removesuffix("]}") + rest, finish_reason="length")


def places(claims: tuple[Claim, ...]) -> list[int | None]:
    return [claim.line for claim in claims]


def numbers(request: Request) -> list[int]:
    """The lines of code that a request shows as changed."""
    return [int(line.split("+")[0]) for line in request.chunk.split("\n")[1:] if "+" in line.split(" ")[0]]


def test_L07_both_halves_of_what_exceeds_the_context_are_reviewed() -> None:
    asked = ask(reads_at_most(40), [CHUNK])
    assert sorted(filter(None, places(asked.review.claims))) == sorted(DEFECTS)
    whole, *halves = asked.requests
    assert len(halves) == 2
    assert sorted(number for half in halves for number in numbers(half)) == numbers(whole)
    assert asked.review.usage.calls == 3
    assert not asked.review.cached


def test_L07_a_half_that_is_still_too_long_is_cut_again() -> None:
    asked = ask(reads_at_most(12), [CHUNK])
    assert sorted(filter(None, places(asked.review.claims))) == sorted(DEFECTS)
    read = [request for request in asked.requests if request.chunk.count("\n") <= 14]
    assert sorted(number for request in read for number in numbers(request)) == list(range(1, LINES + 1))


def test_L07_a_context_that_holds_nothing_ends_in_a_gap_after_few_calls() -> None:
    asked = ask(too_long(), [CHUNK])
    assert asked.unread.spans == ()
    assert "maximum context length" in asked.unread.reason
    assert len(asked.requests) == 1 + 2 + 4 + 8 + 16


def test_what_cannot_be_cut_is_asked_once() -> None:
    asked = ask(too_long(), [chunk_of("x")])
    assert len(asked.requests) == 1
    assert asked.unread.reason


def test_only_the_half_that_failed_is_a_gap() -> None:
    def script(request: Request) -> Answer:
        if numbers(request)[0] == 1 and request.chunk.count("\n") < LINES:
            return completion("I would rather not.")
        return reads_at_most(40)(request)

    unread = ask(script, [CHUNK]).unread
    (gap,) = unread.spans
    assert (gap.path, gap.side, gap.start) == ("app.py", Side.NEW, 1)
    assert 20 <= gap.end <= 44
    assert sorted(filter(None, places(unread.claims))) == [line for line in sorted(DEFECTS) if line > gap.end]
    assert "no JSON list of findings" in unread.reason


def test_a_half_without_changed_lines_is_not_asked() -> None:
    rows = tuple(row._replace(sign=" ") if row.number <= 48 else row for row in CHUNK.rows)
    text = "app.py (python)\n" + "".join(row.render() for row in rows)
    chunk = Chunk("c", "app.py", "python", "", (), rows, (Span("app.py", Side.NEW, 49, 64),), (), text)
    requests = ask(reads_at_most(40), [chunk]).requests
    assert len(requests) == 2
    assert numbers(requests[1]) == list(range(49, 65))


def test_L15_two_items_are_kept_and_the_chunk_is_asked_again_in_halves() -> None:
    first = [item("execute(first + 3)", line=3), item("execute(first + 20)", line=20)]

    def script(request: Request) -> Answer:
        return cut(*first) if request.number == 0 else SEES_ALL(request)

    asked = ask(script, [CHUNK])
    assert places(asked.review.claims)[:2] == [3, 20]
    assert sorted(filter(None, places(asked.review.claims[2:]))) == sorted(DEFECTS)
    assert len(asked.requests) == 3


def test_L15_a_reply_that_is_cut_again_leaves_a_gap_and_keeps_what_was_said() -> None:
    asked = ask(cut(item("execute(first + 3)", line=3)), [CHUNK])
    assert len(asked.requests) == 3
    assert "cut off" in asked.unread.reason
    assert asked.unread.spans == ()
    assert {claim.quote for claim in asked.unread.claims} == {"execute(first + 3)"}
    assert asked.unread.usage.calls == 3


def test_L15_all_that_was_billed_is_on_the_bill() -> None:
    asked = ask([cut(), findings(), findings()], [CHUNK])
    assert (asked.review.usage.calls, asked.review.usage.completion_tokens) == (3, 150)


@pytest.mark.parametrize("answer", [error(400, "bad request"), completion("?")])
def test_other_faults_are_not_cured_by_halves(answer: Answer) -> None:
    asked = ask(answer, [CHUNK])
    assert len({request.chunk for request in asked.requests}) == 1
    assert asked.unread.reason
