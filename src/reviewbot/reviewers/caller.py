"""Owns every call of a run: what is asked at all, how often, when, and what is learned for the next one."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reviewbot.errors import Unavailable
from reviewbot.review import Usage
from reviewbot.reviewers.answers import Answers, Stored, answer_key, keep, recall
from reviewbot.reviewers.attempts import Attempts, Pace
from reviewbot.reviewers.budget import Budget
from reviewbot.reviewers.faults import MAYBE_BILLED, Again, CallFault, Refused, ReplyError
from reviewbot.reviewers.gate import Gate
from reviewbot.reviewers.meter import LEAST_OUTPUT, Meter, rough_count
from reviewbot.reviewers.parameters import LIMITS, Parameters
from reviewbot.reviewers.presets import ModelFacts
from reviewbot.reviewers.question import Answer, Question, T
from reviewbot.reviewers.request import request_body
from reviewbot.reviewers.scrub import scrub

if TYPE_CHECKING:
    from reviewbot.reviewers.call import Line
    from reviewbot.reviewers.completion import Completion

__all__ = ["Caller", "Pace", "Session"]


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
    def dropped(self) -> tuple[str, ...]:
        """The parameters that the endpoint does not take, as it said."""
        return self.parameters.dropped

    @asynccontextmanager
    async def session(self) -> AsyncIterator["Session"]:
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
            yield Session(self, line, self._gate)


@dataclass(frozen=True, slots=True)
class Session:
    """An open line, shared by any number of questions at once."""

    caller: Caller
    line: "Line"
    gate: Gate

    async def ask(self, question: Question, read: Callable[[str], T]) -> Answer[T]:
        """Ask until `read` takes the answer, or there is no sense in asking again.

        Raises:
            CallFault: no usable answer came. Its usage is that of all tries.
            Unavailable: none ever will, for this question or any other.
        """
        caller = self.caller
        if caller.leaks(question.system) or caller.leaks(question.user):
            raise CallFault("a secret would be sent", Again.NEVER, Usage())
        key = answer_key(caller.facts, self.line.endpoint.base_url, question)
        if (kept := self._recall(key, question, read)) is not None:
            return kept
        attempts = Attempts(caller.pace, self.gate.end, caller.jitter)
        value, completion = await self._persist(question, read, attempts)
        self._keep(key, question, completion)
        return Answer(value, attempts.spent + completion.usage, question.lines)

    async def _persist(
        self, question: Question, read: Callable[[str], T], attempts: Attempts
    ) -> tuple[T, "Completion"]:
        """Try until it works or makes no sense any more."""
        tokens = self.caller.meter.tokens(question)
        body = request_body(self.caller.facts, question)
        while True:
            try:
                return await self._paid(body, tokens, read)
            except CallFault as fault:
                attempts.count(fault)
                last = fault
            await self._rest(attempts, last)

    async def _rest(self, attempts: Attempts, last: CallFault) -> None:
        """Wait for the next try, or say why there is none."""
        pause = attempts.pause()
        if reason := attempts.stop(asyncio.get_running_loop().time() + pause):
            key = self.caller.api_key
            raise CallFault(
                scrub(reason, key),
                Again.NEVER,
                attempts.spent,
                kind=last.kind,
                content=scrub(last.content, key),
            ) from last
        await asyncio.sleep(pause)

    async def _paid(
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
            self.caller.budget.settle(held, bill)
        return value, completion

    async def _hold(self, body: dict[str, Any], tokens: int) -> tuple[float, dict[str, Any]]:
        """Hold the most that a call may cost; when money runs out, leave less room for the reply."""
        caller = self.caller
        name = next((name for name in LIMITS if name in body), None)
        room = body[name] if name else caller.facts.max_output
        tariff = caller.meter.tariff(tokens, caller.now(), caller.pace.call_deadline)
        try:
            async with asyncio.timeout_at(self.gate.end):
                held = await caller.budget.reserve(tariff.usd(room), tariff.usd(min(room, LEAST_OUTPUT)))
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
        self.caller.meter.check(tokens, completion.usage)
        completion = replace(completion, content=scrub(completion.content, self.caller.api_key))
        try:
            return read(completion.content), completion
        except ReplyError as error:
            raise CallFault(error.message, Again.ONCE, completion.usage) from error

    async def _fitted(self, body: dict[str, Any]) -> "Completion":
        """One call, and one more at once for each parameter that the endpoint turns out not to take."""
        parameters, spent = self.caller.parameters, Usage()
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
        mine = asyncio.get_running_loop().time() + self.caller.pace.call_deadline
        try:
            async with asyncio.timeout_at(min(mine, self.gate.end)) as limit:
                with self.gate.shorten(limit):
                    return await self.line.ask(body)
        except TimeoutError as error:
            raise self._no_answer(in_time=mine < self.gate.end) from error

    def _recall(self, key: str, question: Question, read: Callable[[str], T]) -> Answer[T] | None:
        """The answer that was kept, if it can still be read."""
        stored = recall(self.caller.answers, key, question) if self.caller.answers else None
        if stored is None:
            return None
        try:
            return Answer(read(stored.words), Usage(), stored.lines, cached=True)
        except ReplyError:
            return None

    def _keep(self, key: str, question: Question, completion: "Completion") -> None:
        caller = self.caller
        if caller.answers:
            model = completion.model or caller.facts.name
            keep(
                caller.answers,
                key,
                Stored(completion.content, question.lines, model, caller.now().isoformat()),
            )

    def _no_answer(self, *, in_time: bool) -> CallFault:
        if self.gate.refusal:
            return CallFault(self.gate.refusal.message, Again.NEVER, MAYBE_BILLED)
        within = f"{self.caller.pace.call_deadline:g} s" if in_time else "the time left"
        return CallFault(f"no answer within {within}", Again.ONCE, MAYBE_BILLED)

    def _not_begun(self, error: TimeoutError) -> CallFault:
        reasons = ("not begun", str(error), self.caller.pace.no_time)
        return CallFault("; ".join(filter(None, reasons)), Again.NEVER, Usage())
