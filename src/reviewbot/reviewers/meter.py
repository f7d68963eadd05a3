"""What a question comes to before it is asked, and whether the server read all of it."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from reviewbot.review import Usage
from reviewbot.reviewers.faults import Again, CallFault, Kind
from reviewbot.reviewers.presets import ModelFacts, cost
from reviewbot.reviewers.question import Question

LEAST_OUTPUT = 2_048
"""Tokens. With less room than this a reply is likely to be cut off, and paid for nothing."""

_HIGHEST_FACTOR = 1.30
"""No model's own count was ever seen to be more than this times o200k's."""

_MUCH_LESS = 0.6
"""No model's own count was ever seen to be less than this times ours, not even times a rough one."""

_WORTH_COMPARING = 1_000
_MANY, _DUST = 1_000_000, 1e-6
_SMALL_WINDOW = 8_192
_WINDOW_STEP = 2_048
"""Whoever sets the context of a server of his own takes a multiple of this."""


def rough_count(text: str) -> int:
    """Tokens, if nobody brings a better counter."""
    return len(text) // 4


@dataclass(frozen=True, slots=True)
class Tariff:
    """USD of one call at most: of its prompt, and of each token of the reply. 0 without a price."""

    prompt: float
    output: float

    def usd(self, room: int) -> float:
        """With room for so many tokens in the reply."""
        return self.prompt + room * self.output

    def room(self, usd: float, most: int) -> int:
        """The tokens of a reply that so much money pays for, `most` at the most."""
        if usd >= self.usd(most):
            return most
        return int((usd - self.prompt) / self.output + _DUST)


@dataclass(slots=True)
class Meter:
    """Counts what goes out and compares it with what is billed.

    `seen` are the tokens of all prompts whose bill is known: as counted here, and as billed.
    """

    facts: ModelFacts
    count: Callable[[str], int]
    seen: tuple[int, int] = field(default=(0, 0), init=False)
    _bills: list[Usage] = field(default_factory=list, init=False, repr=False)
    _prompts: dict[str, int] = field(default_factory=dict, init=False, repr=False)

    @property
    def usage(self) -> Usage:
        """All bills so far, the same in whatever order the calls came to their end."""
        costs = [bill.cost_usd for bill in self._bills]
        known = [usd for usd in costs if usd is not None]
        total = sum(self._bills, start=Usage())
        return replace(total, cost_usd=math.fsum(known) if len(known) == len(costs) else None)

    def charge(self, bill: Usage) -> None:
        """One call is over, whatever became of it."""
        self._bills.append(bill)

    def tokens(self, question: Question) -> int:
        """About how many tokens the question has; system prompts are counted once."""
        if question.system not in self._prompts:
            self._prompts[question.system] = self.count(question.system)
        return self._prompts[question.system] + self.count(question.user)

    def tariff(self, tokens: int, begin: datetime, seconds: float) -> Tariff:
        """What a call of so many tokens can cost that begins then and lasts at most so long."""
        peak = any(self.facts.is_peak(moment) for moment in (begin, begin + timedelta(seconds=seconds)))
        most = math.ceil(tokens * _HIGHEST_FACTOR)
        prompt = cost(self.facts, most, 0, 0, peak=peak) or 0.0
        output = cost(self.facts, 0, 0, _MANY, peak=peak) or 0.0
        return Tariff(prompt, output / _MANY)

    def check(self, tokens: int, usage: Usage) -> None:
        """Learn from a bill.

        Raises:
            CallFault: the server has cut the question without a word, as a default Ollama does.
        """
        billed = usage.prompt_tokens
        if not billed:
            return
        if self._is_cut(tokens, usage):
            raise CallFault(
                f"the server read {billed:,} of about {tokens:,} tokens: its context is too small",
                Again.NEVER,
                usage,
                kind=Kind.OVERFLOW,
            )
        self.seen = (self.seen[0] + tokens, self.seen[1] + billed)

    def _is_cut(self, tokens: int, usage: Usage) -> bool:
        if tokens < _WORTH_COMPARING:
            return False
        filled = (usage.prompt_tokens, usage.prompt_tokens + usage.completion_tokens)
        is_full = self.facts.context <= _SMALL_WINDOW and any(size % _WINDOW_STEP == 0 for size in filled)
        return is_full or usage.prompt_tokens < tokens * _MUCH_LESS
