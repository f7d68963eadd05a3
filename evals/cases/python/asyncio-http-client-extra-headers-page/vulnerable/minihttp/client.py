from __future__ import annotations

import asyncio
import ssl
from urllib.parse import urlsplit

from .request import HeaderItems, encode_head
from .response import Response, read_response


class Client:
    """A small client with one connection per request."""

    def __init__(self, headers: dict[str, str] | None = None, timeout: float = 20.0) -> None:
        self.headers = {"Connection": "close", **(headers or {})}
        self.timeout = timeout

    async def request(self, method: str, url: str, headers: HeaderItems | None = None, body: bytes = b"") -> Response:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"not an HTTP URL: {url!r}")
        secure = parts.scheme == "https"
        merged = {**self.headers, **(headers or {}), "Content-Length": str(len(body))}

        async with asyncio.timeout(self.timeout):
            reader, writer = await asyncio.open_connection(
                parts.hostname,
                parts.port or (443 if secure else 80),
                ssl=ssl.create_default_context() if secure else None,
            )
            try:
                writer.write(encode_head(method, parts, merged) + body)
                await writer.drain()
                return await read_response(reader)
            finally:
                writer.close()
