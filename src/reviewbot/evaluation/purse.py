"""The money of an evaluation, shared by the reviews that go on at the same time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(slots=True)
class Share:
    """Money of one review; None if there is no limit."""

    usd: float | None
    spent: float = 0.0


class Purse:
    """Each review takes a share of what is left, and gives back what it did not spend."""

    def __init__(self, usd: float | None) -> None:
        self._left = usd

    @contextmanager
    def share(self, lanes: int) -> Iterator[Share]:
        """What one of so many reviews at a time may spend: all together never more than there is."""
        if self._left is None:
            yield Share(None)
            return
        share = Share(self._left / lanes)
        self._left -= self._left / lanes
        try:
            yield share
        finally:
            self._left += max((share.usd or 0.0) - share.spent, 0.0)
