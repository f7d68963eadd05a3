"""A small client on top of http.client, for places where nothing may be installed."""
from __future__ import annotations

import http.client
from urllib.parse import SplitResult, urljoin, urlsplit

from minihttp.errors import RedirectLoop, UnsupportedScheme

REDIRECTS = {301, 302, 303, 307, 308}


class Session:
    def __init__(self, headers: dict[str, str] | None = None, *, timeout: float = 10, hops: int = 5):
        self.headers = {k.lower(): v for k, v in (headers or {}).items()}
        self.timeout = timeout
        self.hops = hops

    def _connect(self, parts: SplitResult) -> http.client.HTTPConnection:
        kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
        try:
            return kinds[parts.scheme](parts.hostname, parts.port, timeout=self.timeout)
        except KeyError:
            raise UnsupportedScheme(parts.scheme) from None

    def get(self, url: str, **extra: str) -> tuple[int, bytes]:
        headers = {**self.headers, **{k.lower().replace("_", "-"): v for k, v in extra.items()}}
        for _ in range(self.hops):
            parts = urlsplit(url)
            conn = self._connect(parts)
            try:
                target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
                conn.request("GET", target, headers=headers)
                response = conn.getresponse()
                if response.status not in REDIRECTS:
                    return response.status, response.read()
                url = urljoin(url, response.getheader("location", ""))
                headers["referer"] = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/"
            finally:
                conn.close()
        raise RedirectLoop(url)
