"""Asks GitHub until there is an answer, within the time there is; creates exactly once."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import ValidationError

from reviewbot.forge.answer import Answer, Broken, Diverted
from reviewbot.forge.clock import Clock
from reviewbot.forge.errors import ForgeError, Unreachable
from reviewbot.forge.judging import Delay, Judge
from reviewbot.forge.needs import Need

if TYPE_CHECKING:
    from reviewbot.forge.line import Lines

T = TypeVar("T")

_PAUSES = (1.0, 3.0, 9.0)
"""Seconds before the second, third and fourth try after an answer that cannot be read."""

_MOST_RESTS = 6
"""Rate limits are waited for this often for one request."""


@dataclass(frozen=True, slots=True)
class Ask(Generic[T]):
    """One request: `read` makes a value of an answer with JSON, or raises what pydantic raises."""

    verb: str
    path: str
    need: Need
    read: Callable[[Answer], T]
    query: Mapping[str, object] = field(default_factory=dict)
    body: object = None
    writes: bool = False


@dataclass(slots=True)
class Pace:
    """Lets one write go at a time, `gap` seconds after the last."""

    gap: float
    lock: threading.RLock = field(default_factory=threading.RLock)
    last: float = float("-inf")


@dataclass(frozen=True, slots=True)
class Calls:
    """All requests of one token; `end` is when its time is over, on the clock's `monotonic`."""

    lines: "Lines"
    judge: Judge
    clock: Clock
    end: float
    pace: Pace

    def until(self, seconds: float) -> "Calls":
        """The same, with a deadline that starts now."""
        return replace(self, end=self.clock.monotonic() + seconds)

    def repeat(self, ask: Ask[T]) -> T:
        """Ask for what may be done twice, and so is, until there is an answer.

        Raises:
            ForgeError: there is none in time, or never will be.
        """
        patience = _Patience(self)
        while isinstance(outcome := self._send(ask), Delay):
            patience.rest(outcome)
        return outcome[0]

    def once(self, ask: Ask[T], find: Callable[[], T | None]) -> T:
        """Create something exactly once: after an unclear answer, create again only what `find` cannot find.

        Raises:
            ForgeError: it is not there, as far as that can be known.
        """
        patience = _Patience(self)
        with self.pace.lock:
            while isinstance(outcome := self._send(ask), Delay):
                patience.rest(outcome)
                if patience.unclear and (found := _look(find, outcome.error)) is not None:
                    return found
                if patience.is_over:
                    raise outcome.error
        return outcome[0]

    def wait(self, seconds: float, error: ForgeError) -> None:
        """Wait, unless that would be too long: then that is the end of it."""
        if self.clock.monotonic() + seconds >= self.end:
            raise error
        self.clock.sleep(seconds)

    def _send(self, ask: Ask[T]) -> tuple[T] | Delay:
        """Send it once: what came of it, or why to come back."""
        if not ask.writes:
            return self._exchange(ask)
        with self.pace.lock:
            gap = self.pace.last + self.pace.gap - self.clock.monotonic()
            if gap > 0:
                self.clock.sleep(gap)
            try:
                return self._exchange(ask)
            finally:
                self.pace.last = self.clock.monotonic()

    def _exchange(self, ask: Ask[T]) -> tuple[T] | Delay:
        if self.clock.monotonic() >= self.end:
            raise self._too_late(ask.need)
        try:
            answer = self.lines.send(ask.verb, ask.path, ask.query, ask.body)
        except Broken as error:
            return self.judge.unclear(f"cannot be reached ({error})", ask.need)
        except Diverted:
            raise self.judge.diverted() from None
        if delay := self.judge.judge(answer, ask.need, ask.path, self.clock.now()):
            return delay
        if answer.data is None:
            return self.judge.unclear("answers with something that is no JSON", ask.need, answer.status)
        try:
            return (ask.read(answer),)
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            where = ".".join(str(part) for part in first["loc"])
            if ask.writes:
                return self.judge.unclear(f"answers without a proper {where or 'object'}", ask.need)
            raise self.judge.unreadable(ask.need, f"{where} {first['msg']}") from None

    def _too_late(self, need: Need) -> Unreachable:
        hint = "give the run more time"
        return Unreachable(f"the time for GitHub was over before it could be asked to {need.what}", hint)


@dataclass(slots=True)
class _Patience:
    """How often one request is tried."""

    calls: Calls
    unclear: int = 0
    limited: int = 0

    @property
    def is_over(self) -> bool:
        """Whether there were as many unclear answers as anybody waits for."""
        return self.unclear >= len(_PAUSES)

    def rest(self, delay: Delay) -> None:
        """Wait as long as it takes, or raise why not."""
        if self.is_over or self.limited >= _MOST_RESTS:
            raise delay.error
        pause = max(delay.seconds, _PAUSES[self.unclear]) if delay.unclear else delay.seconds
        self.unclear += delay.unclear
        self.limited += not delay.unclear
        self.calls.wait(pause, delay.error)


def _look(find: Callable[[], T | None], error: ForgeError) -> T | None:
    """Look for what may have been created; if nobody can tell, nothing is created again."""
    try:
        return find()
    except ForgeError as unknown:
        raise error from unknown
