"""Money: no call begins that could pass what a run may cost, and who asks first is served first."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from reviewbot.review import Usage
from reviewbot.reviewers.faults import Again, CallFault

_DUST = 1e-12
"""USD. Sums of money are off by less than this, and no call is worth as little."""
_REASON: Final = "the budget of "


def over_budget(usd: float) -> str:
    """The reason for what a limit in USD leaves unread."""
    return f"{_REASON}${usd:g} would be passed"


def is_over_budget(reason: str) -> bool:
    """Whether that is such a reason, whatever the limit."""
    return reason.startswith(_REASON)


@dataclass(eq=False, slots=True)
class _Waiting:
    most: float
    least: float
    granted: "asyncio.Future[float]"


@dataclass(eq=False, slots=True)
class Budget:
    """What a run may spend. As long as no call costs more than it reserved, `spent` never passes `max_usd`.

    Waiting cannot last: it is for reservations that others hold, and each of them is settled in the end.
    Without a `max_usd` nobody waits, and only what is spent is counted.
    """

    max_usd: float | None = None
    spent: float = field(default=0.0, init=False)
    reserved: float = field(default=0.0, init=False)
    _open: int = field(default=0, init=False)
    _queue: deque[_Waiting] = field(default_factory=deque, init=False)

    @property
    def left(self) -> float:
        """USD that nobody has spent; infinite without a limit. Some of it may be reserved."""
        return float("inf") if self.max_usd is None else self.max_usd - self.spent

    async def reserve(self, most: float, least: float | None = None) -> float:
        """Wait until `most` USD fit beside what is spent and reserved, and hold them; in order of asking.

        When not even the last money covers `most`, what there is of it is held instead, if that is at least
        `least`. Returns what is held: settle exactly that.

        Raises:
            CallFault: even alone it would not fit.
        """
        waiting = _Waiting(most, most if least is None else min(least, most), _future())
        self._queue.append(waiting)
        self._serve()
        try:
            return await waiting.granted
        except asyncio.CancelledError:
            self._withdraw(waiting)
            raise

    def settle(self, reserved: float, spent: float | None) -> None:
        """A call is over that held `reserved` and cost `spent`; None, a bill nobody told, counts as all."""
        self._open -= 1
        # Set anew when nothing is held, so that rounding does not add up.
        self.reserved = self.reserved - reserved if self._open else 0.0
        self.spent += reserved if spent is None else spent
        self._serve()

    def _serve(self) -> None:
        """Turn away whoever can never be served, then serve from the front as far as the money goes."""
        waiting = [one for one in self._queue if not one.granted.done()]
        for one in waiting:
            if one.least > self.left + _DUST:
                one.granted.set_exception(self._refusal())
        self._queue = deque(one for one in waiting if not one.granted.done())
        while self._queue and (held := self._affordable(self._queue[0])) is not None:
            self._open += 1
            self.reserved += held
            self._queue.popleft().granted.set_result(held)

    def _affordable(self, waiting: _Waiting) -> float | None:
        """What the first in line may hold now, None if others have to settle before."""
        if waiting.most + self.reserved <= self.left + _DUST:
            return waiting.most
        # Less than wanted is given only when waiting can bring no more.
        return self.left if not self._open else None

    def _withdraw(self, waiting: _Waiting) -> None:
        """Give back what came in the very moment of giving up; whoever only waited makes room."""
        granted = waiting.granted
        if granted.cancelled() or granted.exception():
            self._serve()
        else:
            self.settle(granted.result(), 0.0)

    def _refusal(self) -> CallFault:
        return CallFault(over_budget(self.max_usd or 0.0), Again.NEVER, Usage())


def _future() -> "asyncio.Future[float]":
    return asyncio.get_running_loop().create_future()
