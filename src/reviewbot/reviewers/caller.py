"""Owns every call of a run: attempts, waiting, deadlines, how many at once. The SDK's own retries are off."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reviewbot.errors import Unavailable
from reviewbot.review import Usage
from reviewbot.reviewers.faults import MAYBE_BILLED, Again, CallFault, ReplyError
from reviewbot.reviewers.presets import ModelFacts
from reviewbot.reviewers.question import Answer, Question, T
from reviewbot.reviewers.request import request_body

if TYPE_CHECKING:
    from reviewbot.reviewers.call import Line

_LONGEST_PAUSE = 8.0


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often and how long to try. Times are wall-clock seconds.

    `call_deadline` bounds one try, `run_deadline` all of them together. `backoff` is the first pause before
    another try.
    """

    concurrency: int = 8
    attempts: int = 3
    call_deadline: float = 180.0
    run_deadline: float = 1_800.0
    backoff: float = 0.5


@dataclass(slots=True)
class Caller:
    """All calls of one run to one model, whoever asks: what one asker learns holds for the others.

    `base_url` says where to call instead of the place that the facts name. `now` tells peak hours; `jitter`
    is even in [0, 1).
    """

    facts: ModelFacts
    api_key: str = field(repr=False)
    base_url: str = ""
    pace: Pace = Pace()
    jitter: Callable[[], float] = random.random
    now: Callable[[], datetime] = _utc_now
    refusal: Unavailable | None = field(default=None, init=False)
    _gate: asyncio.Semaphore | None = field(default=None, init=False)
    _end: float = field(default=0.0, init=False)

    @asynccontextmanager
    async def session(self) -> AsyncIterator["Session"]:
        """Open a line; the run's time starts with the first.

        Raises:
            Unavailable: the key cannot be sent at all.
        """
        # Both bring the SDK, which takes a second to import.
        from reviewbot.reviewers.call import connect  # noqa: PLC0415
        from reviewbot.reviewers.endpoint import Endpoint  # noqa: PLC0415

        if self._gate is None:
            self._gate = asyncio.Semaphore(self.pace.concurrency)
            self._end = asyncio.get_running_loop().time() + self.pace.run_deadline
        endpoint = Endpoint(self.facts, self.base_url or self.facts.base_url, self.api_key.strip())
        async with connect(endpoint, self.now) as line:
            yield Session(self, line, self._gate, self._end)


@dataclass(frozen=True, slots=True)
class Session:
    """An open line, shared by any number of questions at once."""

    caller: Caller
    line: "Line"
    gate: asyncio.Semaphore
    end: float

    async def ask(self, question: Question, read: Callable[[str], T]) -> Answer[T]:
        """Ask until `read` takes the answer, or there is no sense in asking again.

        Raises:
            CallFault: no usable answer came. Its usage is that of all tries.
            Unavailable: none ever will, for this question or any other.
        """
        body = request_body(self.caller.facts, question)
        spent = Usage()
        faults: list[CallFault] = []
        while True:
            try:
                value, usage = await self._in_turn(body, read)
                return Answer(value, spent + usage, question.lines)
            except CallFault as fault:
                spent += fault.usage
                faults.append(fault)
            pause = self._pause(faults)
            if reason := self._stop(faults, asyncio.get_running_loop().time() + pause):
                raise CallFault(reason, Again.NEVER, spent) from faults[-1]
            await asyncio.sleep(pause)

    async def _in_turn(self, body: dict[str, Any], read: Callable[[str], T]) -> tuple[T, Usage]:
        """One try, when there is a place for it; nobody may call once the provider has refused."""
        try:
            async with asyncio.timeout_at(self.end):
                await self.gate.acquire()
        except TimeoutError as error:
            raise CallFault(f"not begun; {self._no_time()}", Again.NEVER, Usage()) from error
        try:
            if self.caller.refusal:
                raise self.caller.refusal
            return await self._try(body, read)
        except Unavailable as refusal:
            self.caller.refusal = refusal
            raise
        finally:
            self.gate.release()

    async def _try(self, body: dict[str, Any], read: Callable[[str], T]) -> tuple[T, Usage]:
        """One try, within its own deadline and the run's."""
        pace = self.caller.pace
        mine = asyncio.get_running_loop().time() + pace.call_deadline
        try:
            async with asyncio.timeout_at(min(mine, self.end)):
                completion = await self.line.ask(body)
        except TimeoutError as error:
            within = f"{pace.call_deadline:g} s" if mine < self.end else "the time left"
            raise CallFault(f"no answer within {within}", Again.ONCE, MAYBE_BILLED) from error
        try:
            return read(completion.content), completion.usage
        except ReplyError as error:
            raise CallFault(error.message, Again.ONCE, completion.usage) from error

    def _stop(self, faults: Sequence[CallFault], resume: float) -> str:
        """Why not to try again at `resume`, "" if it makes sense."""
        last = faults[-1]
        answered_badly = last.again is Again.ONCE and sum(f.again is Again.ONCE for f in faults) > 1
        if last.again is Again.NEVER or answered_badly or len(faults) >= self.caller.pace.attempts:
            return last.message if len(faults) == 1 else f"{last.message}, after {len(faults)} attempts"
        if resume >= self.end:
            asked = f"; the server asks to wait {last.wait:,.0f} s" if last.wait else ""
            return f"{last.message}{asked}; {self._no_time()}"
        return ""

    def _pause(self, faults: Sequence[CallFault]) -> float:
        """Seconds before the next try: twice as long each time, spread so that calls fall out of step."""
        pause: float = min(self.caller.pace.backoff * 2 ** (len(faults) - 1), _LONGEST_PAUSE)
        return max(faults[-1].wait, pause * (0.5 + 0.5 * self.caller.jitter()))

    def _no_time(self) -> str:
        return f"the model's {self.caller.pace.run_deadline:g} s for this run are over"
