"""The record of what came, and what is planned for what will come."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fakes.github.query import is_mutation

READS = {"GET", "HEAD"}


@dataclass(slots=True)
class Request:
    """One request as it arrived, `path` without the Enterprise prefix and unquoted.

    `body` is the JSON that was sent, None without; `token` what authorized it; `at` monotonic seconds.
    `status` is what it was answered with, None while it is not and when the connection was dropped. `stored`
    tells whether it reached its route and was not refused there.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Any
    token: str
    at: float
    status: int | None = None
    stored: bool = False

    @property
    def writes(self) -> bool:
        """Whether it asks for a change."""
        if self.path == "/graphql":
            return isinstance(self.body, dict) and is_mutation(str(self.body.get("query")))
        return self.method not in READS


@dataclass(slots=True)
class Planned:
    """Something to be done when matching requests come, after `skip` of them, `times` times."""

    method: str
    path: str
    skip: int
    times: int
    what: Any

    def due(self, request: Request) -> bool:
        if not (re.fullmatch(self.method, request.method) and re.search(self.path, request.path)):
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return self.times >= 0
