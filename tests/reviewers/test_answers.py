"""A kept answer is found by what was asked, and believed no more than a fresh one."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.asking import known
from reviewbot.reviewers.answers import LONGEST, Stored, answer_key, keep, recall
from reviewbot.reviewers.question import Question, Schema

QUESTION = Question("system", "41+x = 1\n", "+x = 1\n", Schema("review", {"type": "object"}), (41,))
STORED = Stored('{"findings": []}', (7,), "deepseek-flash", "2026-11-24T10:00:00+00:00")
URL = "https://api.deepseek.com"


class Memory(dict[str, str]):
    """A store in memory."""

    def put(self, key: str, text: str) -> None:
        self[key] = text


def holding(text: str) -> Memory:
    return Memory({"key": text})


@given(st.text(), st.integers(1, 9_999))
def test_an_answer_comes_back_as_it_was_kept(words: str, line: int) -> None:
    kept = Memory()
    keep(kept, "key", stored := replace(STORED, words=words, lines=(line,)))
    assert recall(kept, "key", QUESTION) == stored
    assert recall(kept, "other", QUESTION) is None


def test_words_that_are_no_unicode_come_back_too() -> None:
    kept = Memory()
    keep(kept, "key", stored := replace(STORED, words="\ud800"))
    assert kept["key"].isascii()
    assert recall(kept, "key", QUESTION) == stored


ANSWER: dict[str, Any] = {"words": "{}", "lines": [7], "model": "m", "at": "now"}
LINES: tuple[Any, ...] = ("7", [True], [7.0], [0], [-1], [10**30], [7, 8], [])
CHANGES: tuple[dict[str, Any], ...] = (
    {"words": None},
    {"words": ["x"]},
    {"words": "x" * LONGEST},
    {"model": 1},
    {"at": None},
    {"more": 1},
    *({"lines": lines} for lines in LINES),
)


@pytest.mark.parametrize(
    "poison",
    [
        "",
        "nonsense",
        "[" * 100_000,
        "[]",
        "null",
        '"clean"',
        '{"findings": []}',
        *(json.dumps({k: v for k, v in ANSWER.items() if k != missing}) for missing in ANSWER),
        *(json.dumps(ANSWER | change) for change in CHANGES),
    ],
)
def test_S31_what_is_not_exactly_an_answer_to_this_question_is_not_believed(poison: str) -> None:
    assert recall(holding(json.dumps(ANSWER)), "key", QUESTION)
    assert recall(holding(poison), "key", QUESTION) is None


def test_what_is_too_long_to_be_believed_is_not_kept() -> None:
    kept = Memory()
    keep(kept, "key", replace(STORED, words="x" * LONGEST))
    assert not kept


def key(question: Question = QUESTION, url: str = URL, **facts: Any) -> str:  # noqa: ANN401 - any fact
    return answer_key(replace(known(), **facts), url, question)


def test_S31_whatever_decides_over_the_answer_makes_another_key() -> None:
    keys = [
        key(),
        key(replace(QUESTION, system="another prompt")),
        key(replace(QUESTION, key="+x = 2\n")),
        key(replace(QUESTION, vote=2)),
        key(replace(QUESTION, vote=3)),
        key(replace(QUESTION, schema=Schema("review", {"type": "array"}))),
        key(replace(QUESTION, schema=Schema("verdict", {"type": "object"}))),
        key(url="https://example.com/v1"),
        key(name="another-model"),
        key(temperature=0.5),
        key(extra={}),
        key(json="none"),
    ]
    assert len(set(keys)) == len(keys)
    assert all(len(one) == 64 for one in keys)


def test_line_numbers_and_the_room_for_the_answer_make_none() -> None:
    moved = replace(QUESTION, user="99+x = 1\n", lines=(99,))
    same = [
        key(),
        key(moved),
        key(url=f"{URL}/"),
        key(max_output=9),
        key(limit_name="max_completion_tokens"),
        key(token_factor=2.0),
        key(price=None),
    ]
    assert set(same) == {key()}


def test_a_key_does_not_change_from_run_to_run() -> None:
    plain = replace(known("gpt-4o"), name="m", temperature=0.0, extra={"b": 1, "a": 2})
    swapped = replace(plain, extra={"a": 2, "b": 1})
    assert answer_key(plain, URL, QUESTION) == answer_key(swapped, URL, QUESTION)
