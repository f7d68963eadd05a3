"""What belongs to the key, money and calls at a time, handed out to whoever reads and taken back."""

from dataclasses import dataclass
from typing import Final

DUST: Final = 1e-9
"""USD. No call is worth as little."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one batch may use; without a limit in money `usd` is None."""

    usd: float | None
    calls: int


class Purse:
    """All that a sweep may use, for so many lanes at a time.

    A lane gets an even part of what is left for those without one, and gives back what it did not use: all
    together never have more than there is.
    """

    def __init__(self, usd: float | None, calls: int, lanes: int) -> None:
        self._usd, self._calls, self._free = usd, calls, lanes

    @property
    def usd(self) -> float | None:
        """Money that nobody holds or has spent."""
        return self._usd

    @property
    def open(self) -> bool:
        """Whether a lane is free."""
        return self._free > 0

    def take(self) -> Share:
        """The share of a lane that begins."""
        share = Share(
            None if self._usd is None else self._usd / self._free, max(self._calls // self._free, 1)
        )
        self._usd = None if self._usd is None or share.usd is None else self._usd - share.usd
        self._calls -= share.calls
        self._free -= 1
        return share

    def give_back(self, share: Share, spent: float | None) -> None:
        """Take back what a lane has left; None, a bill nobody told, counts as all of it."""
        if self._usd is not None and share.usd is not None and spent is not None:
            self._usd += max(share.usd - spent, 0.0)
        self._calls += share.calls
        self._free += 1
