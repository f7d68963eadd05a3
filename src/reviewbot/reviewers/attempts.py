"""The tries of one question: what they cost so far, and whether another one makes sense."""

from collections.abc import Callable
from dataclasses import dataclass, field

from reviewbot.review import Usage
from reviewbot.reviewers.faults import Again, CallFault

_LONGEST_PAUSE = 8.0


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

    @property
    def no_time(self) -> str:
        """Why nothing is tried any more after the run's deadline."""
        return f"the model's {self.run_deadline:g} s for this run are over"


@dataclass(slots=True)
class Attempts:
    """What one question met so far. `jitter` is even in [0, 1)."""

    pace: Pace
    end: float
    jitter: Callable[[], float]
    spent: Usage = field(default=Usage(), init=False)
    faults: list[CallFault] = field(default_factory=list, init=False)

    def count(self, fault: CallFault) -> None:
        """One try failed."""
        self.spent += fault.usage
        self.faults.append(fault)

    def pause(self) -> float:
        """Seconds before the next try: twice as long each time, spread so that calls fall out of step."""
        pause: float = min(self.pace.backoff * 2 ** (len(self.faults) - 1), _LONGEST_PAUSE)
        return max(self.faults[-1].wait, pause * (0.5 + 0.5 * self.jitter()))

    def stop(self, resume: float) -> str:
        """Why not to try again at `resume`, "" if it makes sense."""
        last, tries = self.faults[-1], len(self.faults)
        answered_badly = last.again is Again.ONCE and sum(f.again is Again.ONCE for f in self.faults) > 1
        if last.again is Again.NEVER or answered_badly or tries >= self.pace.attempts:
            return last.message if tries == 1 else f"{last.message}, after {tries} attempts"
        if resume >= self.end:
            asked = f"; the server asks to wait {last.wait:,.0f} s" if last.wait else ""
            return f"{last.message}{asked}; {self.pace.no_time}"
        return ""
