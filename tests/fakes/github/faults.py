"""What goes wrong on the way, by script: `server.fail("POST", r"/comments$", faults.stored_then(502))`."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

_HTML = (
    b"<!DOCTYPE html><html><body><h1>Unicorn!</h1><p>We had issues producing the response.</p></body></html>"
)
_SECONDARY = (
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. "
    "If you reach out to GitHub Support for help, please include the request ID."
)


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer in place of the right one. Times are seconds.

    If it is `stored`, the request has its effect all the same. `delay` passes before anything is sent. If
    `right`, the right answer is sent after that. `drop` closes the connection without a word.
    """

    status: int = 502
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json; charset=utf-8"
    delay: float = 0.0
    stored: bool = False
    right: bool = False
    drop: bool = False


def status(code: int, message: str = "Server Error", headers: Mapping[str, str] | None = None) -> Fault:
    """An error, before anything is stored; with a `Location` header also a redirect."""
    return Fault(code, json.dumps({"message": message}).encode(), headers or {})


def stored_then(code: int) -> Fault:
    """An error, after it was stored."""
    return replace(status(code), stored=True)


def drop() -> Fault:
    """A closed connection, before anything is stored."""
    return Fault(drop=True)


def stored_then_drop() -> Fault:
    """A closed connection, after it was stored."""
    return Fault(drop=True, stored=True)


def html(code: int = 200) -> Fault:
    """A page for people instead of JSON; nothing is stored."""
    return Fault(code, _HTML, content_type="text/html; charset=utf-8")


def slow(seconds: float) -> Fault:
    """The right answer, late; what was asked for is stored before the wait."""
    return Fault(delay=seconds, stored=True, right=True)


def secondary(retry_after: int | None = None, code: int = 403) -> Fault:
    """A secondary rate limit, with or without Retry-After; `code` is 403 or 429."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return status(code, _SECONDARY, headers)


def primary(reset_in: int = 3600, login: str = "installation ID 1") -> Fault:
    """The hour's requests are used up."""
    headers = {
        "X-RateLimit-Limit": "1000",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Used": "1000",
        "X-RateLimit-Reset": str(int(time.time()) + reset_in),
        "X-RateLimit-Resource": "core",
    }
    return status(403, f"API rate limit exceeded for {login}.", headers)
