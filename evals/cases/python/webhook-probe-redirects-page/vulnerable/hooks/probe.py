from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from hooks.partners import partner_hosts


class NotAllowed(ValueError):
    """The address is not one of a partner's."""


@dataclass(slots=True)
class Outcome:
    status: int
    millis: int
    server: str


def check(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.hostname not in partner_hosts():
        raise NotAllowed("unknown partner host")
    return url


async def probe(client: httpx.AsyncClient, url: str) -> Outcome:
    """Sends a ping to a hook and says how it went."""
    began = time.monotonic()
    response = await client.post(check(url), json={"event": "ping"}, follow_redirects=True)
    return Outcome(
        status=response.status_code,
        millis=round((time.monotonic() - began) * 1000),
        server=response.headers.get("server", "")[:60],
    )
