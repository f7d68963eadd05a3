"""What counts as a verdict among the words of a model."""

import json

import pytest

from reviewbot.reviewers.faults import ReplyError
from reviewbot.reviewers.judgement import Judgement, parse_judgement
from reviewbot.verification import Ruling


def answer(verdict: object = "confirmed", **fields: object) -> str:
    return json.dumps({"sink": "eval(x)", "verdict": verdict, "reason": "So it is.", **fields})


def read(words: str) -> Judgement:
    return parse_judgement(words)


@pytest.mark.parametrize("written", ["needs_context", "needs context", "NEEDS_CONTEXT", " Needs Context "])
def test_a_verdict_is_read_however_it_is_written(written: str) -> None:
    assert read(answer(written)).ruling is Ruling.NEEDS_CONTEXT


@pytest.mark.parametrize(
    "words",
    [f"```json\n{answer()}\n```", f"Here it is: {answer()} Done.", f"\ufeff{answer()}", f"[{answer()}]"],
    ids=["fence", "prose", "BOM", "list"],
)
def test_the_form_is_tolerated(words: str) -> None:
    assert read(words).ruling is Ruling.CONFIRMED


@pytest.mark.parametrize("nothing", ["not shown", "Not shown.", "", " ", "none", "null", None, '"not shown"'])
def test_what_is_not_shown_is_no_quote(nothing: object) -> None:
    said = read(answer(source=nothing, sink=nothing, guard=nothing))
    assert (said.source, said.sink, said.guard) == ("", "", "")


@pytest.mark.parametrize("defeats", [False, None])
def test_a_guard_that_does_not_hold_everything_off_refutes_nothing(defeats: bool | None) -> None:  # noqa: FBT001 - a value of the answer
    fields = {} if defeats is None else {"guard_defeats": defeats}
    assert read(answer("refuted", guard="check(x)", **fields)).ruling is Ruling.NEEDS_CONTEXT
    assert read(answer("refuted", guard="check(x)", guard_defeats=True)).ruling is Ruling.REFUTED


@pytest.mark.parametrize(
    "words",
    [
        "",
        "refuted",
        "{}",
        '{"findings": []}',
        answer("safe"),
        answer(None),
        answer(1),
        answer(sink=7),
        answer(guard_defeats="yes"),
        '{"verdict": "refuted", "verdict": "confirmed"}',
        '{"verdict": "refuted"',
        "[" * 100_000,
        answer(sink="\ud800"),
    ],
)
def test_what_is_no_verdict_is_an_error_and_never_a_refutation(words: str) -> None:
    with pytest.raises(ReplyError):
        read(words)


def test_verdicts_that_contradict_each_other_are_none() -> None:
    with pytest.raises(ReplyError, match="contradict"):
        read(f"The code holds {answer('refuted')} but I say {answer('confirmed')}")


def test_the_reason_is_one_short_line() -> None:
    reason = read(answer(reason="one\ntwo\x1b[2J " + "x" * 5_000)).reason
    assert reason.startswith("one two [2J x")
    assert len(reason) < 310
