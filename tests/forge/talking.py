"""Clients that need not wait: their clock leaps ahead when it is asked to sleep, and remembers how far."""

import json
import time
from dataclasses import dataclass, field

from fakes.github.faults import Fault, status
from fakes.github.server import ACTIONS_TOKEN, GithubServer, Pull
from reviewbot.forge import Client, connect
from reviewbot.forge.clock import Clock

SHOP = "octo/shop"
BEFORE = {"app.py": "one\ntwo\nthree\n"}
AFTER = {"app.py": "one\n2\nthree\n"}


@dataclass(slots=True)
class Leaps:
    """What was slept, in seconds."""

    slept: list[float] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        return Clock(self.monotonic, self.now, self.slept.append)

    def monotonic(self) -> float:
        return time.monotonic() + sum(self.slept)

    def now(self) -> float:
        return time.time() + sum(self.slept)


def opened(server: GithubServer) -> Pull:
    """A pull request that changes one line."""
    return server.repository(SHOP).pull(BEFORE, AFTER)


def client_of(
    url: str,
    token: str = ACTIONS_TOKEN,
    *,
    leaps: Leaps | None = None,
    seconds: float = 600,
    timeout_seconds: int = 5,
) -> Client:
    """A client whose pauses take no time."""
    clock = (leaps or Leaps()).clock
    return connect(url, token, deadline_seconds=seconds, clock=clock, timeout_seconds=timeout_seconds)


def raw_json(body: object) -> Fault:
    """An answer of 200 with any JSON."""
    return Fault(200, json.dumps(body).encode())


def moved(url: str, code: int = 301) -> Fault:
    """A redirect."""
    return status(code, "Moved", {"Location": url})
