"""Answers that are kept: the same question to the same model is paid for once.

What comes out of a store is as little trusted as what comes over the wire: it has to have the right form, to
fit the question's lines, and then be read like any other answer.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from reviewbot.reviewers.presets import ModelFacts
from reviewbot.reviewers.question import Question
from reviewbot.reviewers.request import request_body

LONGEST = 2_000_000
"""Characters. Longer texts are neither kept nor believed."""

# What the answer does not depend on, or what stands in the key by itself.
_NOT_IN_KEY = frozenset({"model", "messages", "max_tokens", "max_completion_tokens"})
_HIGHEST_LINE = 1 << 31


class Answers(Protocol):
    """Keeps texts under keys. May forget at any time, and never fails: without it all is asked anew."""

    def get(self, key: str) -> str | None:
        """The text that was put under the key, None if there is none that is whole."""

    def put(self, key: str, text: str) -> None:
        """Keep a text, if that is possible."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What a model said, the line numbers it was shown, which model, and when (ISO 8601)."""

    words: str = field(repr=False)
    lines: tuple[int, ...]
    model: str
    at: str


def answer_key(facts: ModelFacts, base_url: str, question: Question) -> str:
    """What decides over an answer, as one hash: place, model, parameters, prompt, schema, text and vote.

    Line numbers and the room for the answer are not in it, nor what is learned about a server on the way:
    the same question has the same key from its first run on.
    """
    parameters = {
        name: value for name, value in request_body(facts, question).items() if name not in _NOT_IN_KEY
    }
    decides = {
        "version": 1,
        "base_url": base_url.rstrip("/"),
        "model": facts.name,
        "parameters": parameters,
        "system": question.system,
        "schema": [question.schema.name, question.schema.body],
        "text": question.key,
        "vote": question.vote,
    }
    return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()


def recall(answers: Answers, key: str, question: Question) -> Stored | None:
    """The answer that is kept for a question; None if there is none, or one of another form."""
    text = answers.get(key)
    stored = _parse(text) if text and len(text) <= LONGEST else None
    return stored if stored and len(stored.lines) == len(question.lines) else None


def keep(answers: Answers, key: str, stored: Stored) -> None:
    """Keep an answer that was read without complaint."""
    text = json.dumps(asdict(stored))
    if len(text) <= LONGEST:
        answers.put(key, text)


def _parse(text: str) -> Stored | None:
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match document:
        case {"words": str(words), "lines": list(lines), "model": str(model), "at": str(at)} if len(
            document
        ) == 4 and all(map(_is_line, lines)):  # noqa: PLR2004 - these four and no other
            return Stored(words, tuple(lines), model, at)
    return None


def _is_line(number: object) -> bool:
    return type(number) is int and 0 < number < _HIGHEST_LINE
