"""How many calls may be under way at once: fewer when the server asks for it, more while it goes well."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from reviewbot.errors import Unavailable
from reviewbot.review import Usage
from reviewbot.reviewers.faults import Again, CallFault, RateLimited

_LONGEST_REST = 8.0

PATIENCE = 180.0
"""Seconds of nothing but 429 after which nobody waits any more: limits per minute are over by then."""

GRACE = 10.0
"""Seconds that a call under way still has when another has met a refusal: its answer is paid for."""


@dataclass(slots=True)
class Gate:
    """Lets at most `limit` calls in at once, first come, first served.

    A 429 halves the limit, once per round trip: it says nothing new about calls that began before the limit
    was halved. Each full round of answers adds one, up to `most`. Who asks us to wait holds everybody; a 429
    does so for `rest` seconds at least, twice as long each time in a row. After `patience` seconds of 429
    without an answer it is over. Times are of the running loop's clock, `end` is when all is over.
    """

    most: int
    end: float
    rest: float
    patience: float = PATIENCE
    limit: int = field(init=False)
    refusal: Unavailable | None = field(default=None, init=False)
    _inside: int = field(default=0, init=False)
    _answers: int = field(default=0, init=False)
    _halved: float = field(default=float("-inf"), init=False)
    _rests: int = field(default=0, init=False)
    _busy_since: float = field(default=float("inf"), init=False)
    _held: float = field(default=float("-inf"), init=False)
    _closed: CallFault | TimeoutError | None = field(default=None, init=False)
    _limits: set[asyncio.Timeout] = field(default_factory=set, init=False)
    _queue: deque[asyncio.Future[None]] = field(default_factory=deque, init=False)

    def __post_init__(self) -> None:
        self.limit = self.most

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Hold a place for one call, and learn from its end.

        Raises:
            TimeoutError: there will be no place before the end. Its text says what the server asked for.
            CallFault: another call has met a refusal that concerns all.
        """
        async with asyncio.timeout_at(self.end):
            await self._enter()
        began = _now()
        try:
            yield
        except CallFault as fault:
            self._slow_down(fault, began)
            raise
        except Unavailable as refusal:
            self._refuse(refusal)
            raise
        else:
            self._speed_up()
        finally:
            self._leave()

    @contextmanager
    def shorten(self, limit: asyncio.Timeout) -> Iterator[None]:
        """Have this limit of a call come sooner when another call meets a refusal."""
        self._limits.add(limit)
        try:
            yield
        finally:
            self._limits.discard(limit)

    async def _enter(self) -> None:
        if self._closed:
            raise self._closed
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.append(turn)
        self._admit()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and not turn.exception():
                self._leave()  # the place was given in the very moment in which nobody wanted it any more
            raise

    def _leave(self) -> None:
        self._inside -= 1
        self._admit()

    def _admit(self) -> None:
        while self._queue and self._inside < self.limit and _now() >= self._held:
            turn = self._queue.popleft()
            if not turn.done():
                self._inside += 1
                turn.set_result(None)

    def _speed_up(self) -> None:
        self._rests, self._busy_since = 0, float("inf")
        self._answers += 1
        if self._answers >= self.limit:
            self.limit, self._answers = min(self.limit + 1, self.most), 0

    def _slow_down(self, fault: CallFault, began: float) -> None:
        if isinstance(fault, RateLimited) and began > self._halved:
            self.limit, self._answers, self._halved = max(self.limit // 2, 1), 0, _now()
            self._hold(_now() + min(self.rest * 2**self._rests, _LONGEST_REST))
            self._rests += 1
        if isinstance(fault, RateLimited):
            self._lose_patience()
        if fault.wait:
            self._obey(fault.wait)

    def _lose_patience(self) -> None:
        self._busy_since = min(self._busy_since, _now())
        if _now() - self._busy_since >= self.patience:
            reason = f"the server takes no calls: nothing but 429 for {self.patience:g} s"
            self._close(CallFault(reason, Again.NEVER, Usage()))

    def _obey(self, wait: float) -> None:
        """Wait as the server asks; if there is not so much time, it is over for all who are not yet in."""
        if _now() + wait < self.end:
            self._hold(_now() + wait)
        else:
            self._close(TimeoutError(f"the server asks to wait {wait:,.0f} s"))

    def _hold(self, until: float) -> None:
        if until > self._held:
            self._held = until
            asyncio.get_running_loop().call_at(until, self._resume, until)

    def _resume(self, until: float) -> None:
        if self._held == until:
            self._held = float("-inf")  # a timer may fire a moment early, and no other would follow
            self._admit()

    def _refuse(self, refusal: Unavailable) -> None:
        self.refusal = refusal
        self._close(CallFault(refusal.message, Again.NEVER, Usage()))
        for limit in self._limits:
            if not limit.expired():
                limit.reschedule(min(limit.when() or self.end, _now() + GRACE))

    def _close(self, reason: CallFault | TimeoutError) -> None:
        self._closed = reason
        while self._queue:
            turn = self._queue.popleft()
            if not turn.done():
                turn.set_exception(reason)


def _now() -> float:
    return asyncio.get_running_loop().time()
