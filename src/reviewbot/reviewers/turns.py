"""One try of a question: money is held for it, a place is taken, a call is made."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reviewbot.errors import Unavailable
from reviewbot.review import Usage
from reviewbot.reviewers.attempts import Pace
from reviewbot.reviewers.budget import Budget
from reviewbot.reviewers.faults import MAYBE_BILLED, UNBILLED, Again, CallFault, Refused, ReplyError
from reviewbot.reviewers.gate import Gate
from reviewbot.reviewers.meter import LEAST_OUTPUT, Meter
from reviewbot.reviewers.parameters import LIMITS, Parameters
from reviewbot.reviewers.question import T
from reviewbot.reviewers.scrub import scrub

if TYPE_CHECKING:
    from reviewbot.reviewers.call import Line
    from reviewbot.reviewers.completion import Completion


@dataclass(frozen=True, slots=True)
class Turns:
    """Single tries over an open line. All that is learned on the way is shared with those of other lines."""

    line: "Line"
    gate: Gate
    pace: Pace
    budget: Budget
    meter: Meter
    parameters: Parameters
    now: Callable[[], datetime]

    async def take(
        self, body: dict[str, Any], tokens: int, read: Callable[[str], T]
    ) -> tuple[T, "Completion"]:
        """One try, with money held for it: before its turn comes, so that waiting for money takes no place.

        Whoever holds a place never waits for money, so all money that is held comes back.
        """
        held, body = await self._hold(body, tokens)
        bill: float | None = None
        try:
            value, completion = await self._in_turn(body, tokens, read)
            bill = completion.usage.cost_usd
        except CallFault as fault:
            bill = fault.usage.cost_usd
            raise
        except Unavailable:
            bill = 0.0
            raise
        finally:
            self.budget.settle(held, bill)
        return value, completion

    async def _hold(self, body: dict[str, Any], tokens: int) -> tuple[float, dict[str, Any]]:
        """Hold the most that a call may cost; when money runs out, leave less room for the reply."""
        name = next((name for name in LIMITS if name in body), None)
        room = body[name] if name else self.meter.facts.max_output
        tariff = self.meter.tariff(tokens, self.now(), self.pace.call_deadline)
        try:
            async with asyncio.timeout_at(self.gate.end):
                held = await self.budget.reserve(tariff.usd(room), tariff.usd(min(room, LEAST_OUTPUT)))
        except TimeoutError as error:
            raise self._not_begun(error) from error
        return held, {**body, name: tariff.room(held, room)} if name else body

    async def _in_turn(
        self, body: dict[str, Any], tokens: int, read: Callable[[str], T]
    ) -> tuple[T, "Completion"]:
        """One try, when there is a place for it; nobody may call once the provider has refused."""
        try:
            async with self.gate.place():
                return await self._try(body, tokens, read)
        except TimeoutError as error:
            raise self._not_begun(error) from error

    async def _try(
        self, body: dict[str, Any], tokens: int, read: Callable[[str], T]
    ) -> tuple[T, "Completion"]:
        """One try: the whole answer to the whole question, as `read` takes it."""
        completion = await self._fitted(body)
        self.meter.check(tokens, completion.usage)
        completion = replace(completion, content=scrub(completion.content, self.line.endpoint.api_key))
        try:
            return read(completion.content), completion
        except ReplyError as error:
            raise CallFault(error.message, Again.ONCE, completion.usage) from error

    async def _fitted(self, body: dict[str, Any]) -> "Completion":
        """One call, and one more at once for each parameter that the endpoint turns out not to take."""
        parameters, spent = self.parameters, Usage()
        while True:
            sent = parameters.fit(body)
            try:
                completion = await self._call(sent)
                return replace(completion, usage=spent + completion.usage)
            except CallFault as fault:
                fault.usage = spent = spent + fault.usage
                if not (isinstance(fault, Refused) and parameters.learn(sent, fault)):
                    raise

    async def _call(self, body: dict[str, Any]) -> "Completion":
        """One call, within its own deadline and the run's."""
        mine = asyncio.get_running_loop().time() + self.pace.call_deadline
        try:
            async with asyncio.timeout_at(min(mine, self.gate.end)) as limit:
                with self.gate.shorten(limit):
                    return await self._charged(body)
        except TimeoutError as error:
            raise self._no_answer(in_time=mine < self.gate.end) from error

    async def _charged(self, body: dict[str, Any]) -> "Completion":
        """One call, whose bill is kept whatever becomes of it."""
        usage = MAYBE_BILLED  # as long as it is not over
        try:
            completion = await self.line.ask(body)
            usage = completion.usage
        except CallFault as fault:
            usage = fault.usage
            raise
        except Unavailable:
            usage = UNBILLED
            raise
        finally:
            self.meter.charge(usage)
        return completion

    def _no_answer(self, *, in_time: bool) -> CallFault:
        if self.gate.refusal:
            return CallFault(self.gate.refusal.message, Again.NEVER, MAYBE_BILLED)
        within = f"{self.pace.call_deadline:g} s" if in_time else "the time left"
        return CallFault(f"no answer within {within}", Again.ONCE, MAYBE_BILLED)

    def _not_begun(self, error: TimeoutError) -> CallFault:
        reasons = ("not begun", str(error), self.pace.no_time)
        return CallFault("; ".join(filter(None, reasons)), Again.NEVER, Usage())
