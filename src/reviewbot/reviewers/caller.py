"""Owns every call of a run: what one asker learns of the server holds for the others."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from reviewbot.review import Usage
from reviewbot.reviewers.answers import Answers
from reviewbot.reviewers.attempts import Pace
from reviewbot.reviewers.budget import Budget
from reviewbot.reviewers.gate import Gate
from reviewbot.reviewers.meter import Meter, rough_count
from reviewbot.reviewers.parameters import Parameters
from reviewbot.reviewers.presets import ModelFacts
from reviewbot.reviewers.question import Asker
from reviewbot.reviewers.session import Session
from reviewbot.reviewers.turns import Turns

__all__ = ["Caller", "Pace"]


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _holds_no_secret(_: str) -> bool:
    return False


@dataclass(slots=True)
class Caller:
    """All calls of one run to one model, whoever asks: what one asker learns holds for the others.

    `base_url` says where to call instead of the place that the facts name. `now` tells peak hours; `jitter`
    is even in [0, 1). `answers` keeps what was answered before, `count` counts tokens, and no text that
    `leaks` is sent.
    """

    facts: ModelFacts
    api_key: str = field(repr=False)
    base_url: str = ""
    pace: Pace = field(default_factory=Pace)
    jitter: Callable[[], float] = random.random
    now: Callable[[], datetime] = _utc_now
    answers: Answers | None = None
    budget: Budget = field(default_factory=Budget)
    count: Callable[[str], int] = rough_count
    leaks: Callable[[str], bool] = _holds_no_secret
    parameters: Parameters = field(default_factory=Parameters, init=False)
    meter: Meter = field(init=False)
    _gate: Gate | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.meter = Meter(self.facts, self.count)

    @property
    def seen(self) -> tuple[int, int]:
        """Tokens of all prompts with a bill: as `count` has them, and as billed."""
        return self.meter.seen

    @property
    def usage(self) -> Usage:
        """What all calls came to, also those whose answer nobody could use any more."""
        return self.meter.usage

    @property
    def dropped(self) -> tuple[str, ...]:
        """The parameters that the endpoint does not take, as it said."""
        return self.parameters.dropped

    @asynccontextmanager
    async def session(self) -> AsyncIterator[Asker]:
        """Open a line; the run's time starts with the first.

        Raises:
            Unavailable: the key cannot be sent at all.
        """
        # Both bring the SDK, which takes a second to import.
        from reviewbot.reviewers.call import connect  # noqa: PLC0415
        from reviewbot.reviewers.endpoint import Endpoint  # noqa: PLC0415

        pace = self.pace
        if self._gate is None:
            end = asyncio.get_running_loop().time() + pace.run_deadline
            self._gate = Gate(pace.concurrency, end, pace.backoff)
        endpoint = Endpoint(self.facts, self.base_url or self.facts.base_url, self.api_key.strip())
        async with connect(endpoint, self.now) as line:
            turns = Turns(line, self._gate, pace, self.budget, self.meter, self.parameters, self.now)
            yield Session(turns, self.answers, self.leaks, self.jitter)
