"""Two ways to talk to the fake: the real PyGithub, and bare HTTP."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from typing import Any

import github

from fakes.github.server import ACTIONS_TOKEN, GithubServer


def pygithub(server: GithubServer, token: str = ACTIONS_TOKEN, *, enterprise: bool = False) -> github.Github:
    """PyGithub without its retries and pauses."""
    return github.Github(
        auth=github.Auth.Token(token),
        base_url=server.enterprise_url if enterprise else server.url,
        retry=None,
        seconds_between_requests=None,
        seconds_between_writes=None,
        timeout=5,
    )


@dataclass(frozen=True, slots=True)
class Got:
    """What came back; `body` is JSON where it can be read as such."""

    status: int
    body: Any
    headers: Message


def send(
    server: GithubServer,
    method: str,
    path: str,
    body: object = None,
    *,
    token: str = ACTIONS_TOKEN,
    accept: str = "application/json",
) -> Got:
    """One request by bare HTTP."""
    headers = {"Accept": accept, "Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(server.url + path, data, headers, method=method)  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request, timeout=5) as response:  # noqa: S310 - loopback
            return _got(response.status, response.read(), response.headers)
    except urllib.error.HTTPError as refused:
        with refused:
            return _got(refused.code, refused.read(), refused.headers)


def _got(status: int, raw: bytes, headers: Message) -> Got:
    try:
        return Got(status, json.loads(raw), headers)
    except ValueError:
        return Got(status, raw, headers)
