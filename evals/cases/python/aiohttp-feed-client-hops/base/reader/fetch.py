"""Fetches private feeds with the subscriber's own token."""
import logging

import aiohttp
from yarl import URL

log = logging.getLogger(__name__)
MOVED = (301, 302, 303, 307, 308)


class FeedMoved(Exception):
    """The feed has a new address; the subscriber has to confirm it."""


class FeedClient:
    def __init__(self, session: aiohttp.ClientSession, agent: str, max_hops: int = 4):
        self._session = session  # made by reader.egress: connects to public addresses only
        self._agent = agent
        self._max_hops = max_hops

    def _headers(self, token: str | None) -> dict[str, str]:
        headers = {"User-Agent": self._agent, "Accept": "application/atom+xml, application/rss+xml"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return headers

    async def fetch(self, address: str, token: str | None = None) -> bytes:
        url = URL(address)
        async with self._session.get(url, headers=self._headers(token), allow_redirects=False) as answer:
            if answer.status in MOVED:
                raise FeedMoved(answer.headers.get("Location", ""))
            answer.raise_for_status()
            return await answer.read()
