"""Has a language model read every chunk, each with exactly one outcome, whatever the network does.

This layer alone owns attempts, waiting and deadlines; the SDK's own are off.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reviewbot.chunks import Chunk
from reviewbot.review import Review, Unread, Usage
from reviewbot.reviewers.faults import MAYBE_BILLED, Again, CallFault
from reviewbot.reviewers.item import BY
from reviewbot.reviewers.presets import ModelFacts
from reviewbot.reviewers.reply import Reply, ReplyError, parse_reply
from reviewbot.reviewers.request import request_body

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from reviewbot.reviewers.call import Line

_LONGEST_PAUSE = 8.0


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ModelReviewer:
    """Reads chunks with a model behind an OpenAI-compatible endpoint.

    Deadlines and `backoff`, the first pause before another try, are wall-clock seconds. `call_deadline`
    bounds one try, `run_deadline` all of them together. `now` tells peak hours; `jitter` is even in [0, 1).
    """

    facts: ModelFacts
    api_key: str = field(repr=False)
    system_prompt: str = field(repr=False)
    base_url: str = ""
    """Where to call instead of the place that the facts name."""
    concurrency: int = 8
    attempts: int = 3
    call_deadline: float = 180.0
    run_deadline: float = 1_800.0
    backoff: float = 0.5
    jitter: Callable[[], float] = random.random
    now: Callable[[], datetime] = _utc_now

    @property
    def name(self) -> str:
        """Who reads, as it stands in reports."""
        return BY

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        """Yield the outcome of each chunk as it comes; calls start in the order of the chunks.

        Raises:
            Unavailable: the key, the balance or the model's name is wrong, after at most `concurrency` calls.
        """
        end = asyncio.get_running_loop().time() + self.run_deadline
        gate = asyncio.Semaphore(self.concurrency)
        async with self._connect() as line:
            readings = [asyncio.create_task(self._in_turn(chunk, line, gate, end)) for chunk in chunks]
            try:
                for reading in asyncio.as_completed(readings):
                    yield await reading
            finally:
                for task in readings:
                    task.cancel()
                await asyncio.gather(*readings, return_exceptions=True)

    def _connect(self) -> "AbstractAsyncContextManager[Line]":
        # Both bring the SDK, which takes a second to import.
        from reviewbot.reviewers.call import connect  # noqa: PLC0415
        from reviewbot.reviewers.endpoint import Endpoint  # noqa: PLC0415

        endpoint = Endpoint(self.facts, self.base_url or self.facts.base_url, self.api_key.strip())
        return connect(endpoint, self.now)

    async def _in_turn(
        self, chunk: Chunk, line: "Line", gate: asyncio.Semaphore, end: float
    ) -> Review | Unread:
        try:
            async with asyncio.timeout_at(end):
                await gate.acquire()
        except TimeoutError:
            return Unread(chunk, BY, f"not begun; {self._no_time()}")
        outcome = await self._read(chunk, line, end)
        gate.release()  # not after Unavailable: nobody may call once the provider has refused
        return outcome

    async def _read(self, chunk: Chunk, line: "Line", end: float) -> Review | Unread:
        """Ask until there is a reply to build on, or no sense in asking again."""
        body = request_body(self.facts, self.system_prompt, chunk.text)
        spent = Usage()
        faults: list[CallFault] = []
        while True:
            try:
                reply, usage = await self._ask(line, body, end)
                return Review(chunk, BY, reply.claims, reply.rejected, spent + usage)
            except CallFault as fault:
                spent += fault.usage
                faults.append(fault)
            pause = self._pause(faults)
            if reason := self._stop(faults, asyncio.get_running_loop().time() + pause, end):
                return Unread(chunk, BY, reason, spent)
            await asyncio.sleep(pause)

    async def _ask(self, line: "Line", body: dict[str, Any], end: float) -> tuple[Reply, Usage]:
        """One try, within its own deadline and the run's."""
        mine = asyncio.get_running_loop().time() + self.call_deadline
        try:
            async with asyncio.timeout_at(min(mine, end)):
                completion = await line.ask(body)
        except TimeoutError as error:
            within = f"{self.call_deadline:g} s" if mine < end else "the time left"
            raise CallFault(f"no answer within {within}", Again.ONCE, MAYBE_BILLED) from error
        try:
            return parse_reply(completion.content), completion.usage
        except ReplyError as error:
            raise CallFault(error.message, Again.ONCE, completion.usage) from error

    def _stop(self, faults: Sequence[CallFault], resume: float, end: float) -> str:
        """Why not to try again at `resume`, "" if it makes sense."""
        last = faults[-1]
        answered_badly = last.again is Again.ONCE and sum(f.again is Again.ONCE for f in faults) > 1
        if last.again is Again.NEVER or answered_badly or len(faults) >= self.attempts:
            return last.message if len(faults) == 1 else f"{last.message}, after {len(faults)} attempts"
        if resume >= end:
            asked = f"; the server asks to wait {last.wait:,.0f} s" if last.wait else ""
            return f"{last.message}{asked}; {self._no_time()}"
        return ""

    def _pause(self, faults: Sequence[CallFault]) -> float:
        """Seconds before the next try: twice as long each time, spread so that calls fall out of step."""
        pause: float = min(self.backoff * 2 ** (len(faults) - 1), _LONGEST_PAUSE)
        return max(faults[-1].wait, pause * (0.5 + 0.5 * self.jitter()))

    def _no_time(self) -> str:
        return f"the model's {self.run_deadline:g} s for this run are over"
