"""Has the real model reviewer read chunks over a real socket, in a few lines per test."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from builders import chunk_of
from fakes.model_server import Answer, ModelServer, Request, Script
from reviewbot.chunks import Chunk
from reviewbot.errors import ReviewerError, Unavailable
from reviewbot.review import Review, Unread, Usage
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.faults import CallFault
from reviewbot.reviewers.model import ModelReviewer
from reviewbot.reviewers.presets import ModelFacts, find_model
from reviewbot.reviewers.question import Answer as Answered
from reviewbot.reviewers.question import Asker, Question, Schema

KEY = "sk-" + "fake" * 8
CODE = 'run("SELECT " + name)'


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of it."""

    outcomes: list[Review | Unread]
    error: Unavailable | None
    requests: list[Request]
    peak: int
    seconds: float

    @property
    def review(self) -> Review:
        (outcome,) = self.outcomes
        assert isinstance(outcome, Review), outcome.reason
        return outcome

    @property
    def unread(self) -> Unread:
        (outcome,) = self.outcomes
        assert isinstance(outcome, Unread), outcome.claims
        return outcome

    @property
    def refusal(self) -> Unavailable:
        assert self.error
        return self.error

    @property
    def usage(self) -> Usage:
        return sum((outcome.usage for outcome in self.outcomes), start=Usage())


def known(name: str = "deepseek-flash") -> ModelFacts:
    """The facts of a model that has some."""
    facts = find_model(name)
    assert facts
    return facts


def chunks(count: int) -> list[Chunk]:
    """So many different chunks; each holds CODE and one line of its own."""
    return [chunk_of(f"{CODE}\nnumber({n})\n", path=f"app{n}.py") for n in range(count)]


def ask(
    script: Script | Answer | Sequence[Answer], pieces: Sequence[Chunk] | int = 1, **settings: object
) -> Asked:
    """Serve the script and read the chunks with a reviewer that is quick to try again."""
    with ModelServer(script) as server:
        reviewer = _reviewer(settings, server.base_url)
        asked = read_all(reviewer, chunks(pieces) if isinstance(pieces, int) else pieces)
        return replace(asked, requests=server.requests, peak=server.peak)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of questions that were put to a caller without any reviewer: answers and errors, in order."""

    answers: list[Answered[str] | ReviewerError]
    requests: list[Request]
    caller: Caller
    seconds: float

    @property
    def fault(self) -> CallFault:
        (answer,) = self.answers
        assert isinstance(answer, CallFault), answer
        return answer

    @property
    def answer(self) -> Answered[str]:
        (answer,) = self.answers
        assert isinstance(answer, Answered), answer
        return answer


def questions(count: int, size: int = 100) -> list[Question]:
    """So many different questions of this many characters each, about lines 1 to 3."""
    return [
        Question("Reply in JSON.", text := f"{n} ".ljust(size, "x"), text, Schema("any", {}), (1, 2, 3))
        for n in range(count)
    ]


def put(
    script: Script | Answer | Sequence[Answer],
    asked: Sequence[Question] | int = 1,
    read: Callable[[str], str] = str,
    **settings: object,
) -> Told:
    """Serve the script and put all questions at once to a caller that is quick to try again."""
    with ModelServer(script) as server:
        given = _given(settings, server.base_url)
        caller = Caller(**_taken(given, Caller), pace=Pace(**_taken(given, Pace)))
        started = time.monotonic()
        answers = asyncio.run(_put(caller, questions(asked) if isinstance(asked, int) else asked, read))
        return Told(answers, server.requests, caller, time.monotonic() - started)


async def _put(
    caller: Caller, asked: Sequence[Question], read: Callable[[str], str]
) -> list[Answered[str] | ReviewerError]:
    async def one(session: Asker, question: Question) -> Answered[str] | ReviewerError:
        try:
            return await session.ask(question, read)
        except ReviewerError as error:
            return error

    async with caller.session() as session:
        return await asyncio.gather(*(one(session, question) for question in asked))


def read_all(reviewer: ModelReviewer, pieces: Sequence[Chunk]) -> Asked:
    """Read the chunks with this reviewer."""
    started = time.monotonic()
    outcomes, error = asyncio.run(_collect(reviewer, pieces))
    return Asked(outcomes, error, [], 0, time.monotonic() - started)


async def _collect(
    reviewer: ModelReviewer, pieces: Sequence[Chunk]
) -> tuple[list[Review | Unread], Unavailable | None]:
    outcomes: list[Review | Unread] = []
    try:
        async for outcome in reviewer.review(pieces):
            outcomes.append(outcome)  # noqa: PERF401 - what came before an error counts
    except Unavailable as error:
        return outcomes, error
    return outcomes, None


def _reviewer(settings: Mapping[str, object], base_url: str) -> ModelReviewer:
    """A reviewer whose caller and pace take those settings that are theirs."""
    given = _given({"system_prompt": "Reply in JSON.", **settings}, base_url)
    pace = Pace(**_taken(given, Pace))
    caller = Caller(**_taken(given, Caller), pace=pace)
    return ModelReviewer(caller, **given)


def _given(settings: Mapping[str, object], base_url: str) -> dict[str, Any]:
    return {
        "facts": known(),
        "api_key": KEY,
        "base_url": base_url,
        "backoff": 0.01,
        "jitter": lambda: 0.0,
        **settings,
    }


def _taken(given: dict[str, Any], kind: type) -> dict[str, Any]:
    names = [field.name for field in fields(kind) if field.init]
    return {name: given.pop(name) for name in names if name in given}
