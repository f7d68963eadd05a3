"""Has the real model reviewer read chunks over a real socket, in a few lines per test."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from builders import chunk_of
from fakes.model_server import Answer, ModelServer, Request, Script
from reviewbot.chunks import Chunk
from reviewbot.errors import Unavailable
from reviewbot.review import Review, Unread, Usage
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.model import ModelReviewer
from reviewbot.reviewers.presets import ModelFacts, find_model

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
    given: dict[str, Any] = {
        "facts": known(),
        "api_key": KEY,
        "system_prompt": "Reply in JSON.",
        "base_url": base_url,
        "backoff": 0.01,
        "jitter": lambda: 0.0,
        **settings,
    }
    pace = Pace(**_taken(given, Pace))
    caller = Caller(**_taken(given, Caller), pace=pace)
    return ModelReviewer(caller, **given)


def _taken(given: dict[str, Any], kind: type) -> dict[str, Any]:
    names = [field.name for field in fields(kind) if field.init]
    return {name: given.pop(name) for name in names if name in given}
