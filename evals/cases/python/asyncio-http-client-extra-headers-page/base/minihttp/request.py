"""Writes the head of HTTP/1.1 requests."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
BAD_IN_VALUE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class InvalidRequest(ValueError):
    """Something of the request cannot be sent as it is."""


class HeadBuilder:
    def __init__(self, method: str, url: SplitResult) -> None:
        if not TOKEN.fullmatch(method):
            raise InvalidRequest(f"not a method: {method!r}")
        target = quote(url.path or "/", safe="/%:@!$&'()*+,;=~")
        if url.query:
            target += "?" + quote(url.query, safe="/%:@!$&'()*+,;=~?")
        self._lines = [f"{method} {target} HTTP/1.1"]

    def add(self, name: str, value: str) -> None:
        if not TOKEN.fullmatch(name):
            raise InvalidRequest(f"not a header name: {name!r}")
        if BAD_IN_VALUE.search(value):
            raise InvalidRequest(f"line break or control character in {name}")
        self._lines.append(f"{name}: {value}")

    def finish(self) -> bytes:
        return ("\r\n".join(self._lines) + "\r\n\r\n").encode("latin-1")


def encode_head(method: str, url: SplitResult, headers: dict[str, str]) -> bytes:
    builder = HeadBuilder(method, url)
    builder.add("Host", url.netloc.rpartition("@")[2])
    for name, value in headers.items():
        builder.add(name, value)
    return builder.finish()
