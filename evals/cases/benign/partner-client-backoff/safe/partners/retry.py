"""Retries for calls that may be made twice."""

import logging
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import httpx

log = logging.getLogger(__name__)

RETRIED = {429, 502, 503, 504}
Result = TypeVar("Result")


@dataclass(frozen=True)
class Backoff:
    attempts: int = 4
    first: float = 0.5
    longest: float = 20.0

    def pauses(self) -> Iterator[float]:
        """Yield the pauses between attempts, spread so that workers do not march in step."""
        for attempt in range(self.attempts - 1):
            pause = min(self.longest, self.first * 2**attempt)
            yield random.uniform(pause / 2, pause)


def passing(error: Exception) -> bool:
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code in RETRIED
    return isinstance(error, httpx.TransportError)


def retrying(call: Callable[[], Result], backoff: Backoff, sleep: Callable[[float], None] = time.sleep) -> Result:
    """Return what `call` returns, trying again after passing errors."""
    for pause in backoff.pauses():
        try:
            return call()
        except httpx.HTTPError as error:
            if not passing(error):
                raise
            log.warning("trying again in %.1f s after %s", pause, type(error).__name__)
            sleep(pause)
    return call()
