"""Writes the head of HTTP/1.1 requests."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")

#: Values can be lists, for headers that are sent more than once
HeaderItems = dict[str, "str | int | list[str]"]


class InvalidRequest(ValueError):
    """Something of the request cannot be sent as it is."""


def _target(url: SplitResult) -> str:
    target = quote(url.path or "/", safe="/%:@!$&'()*+,;=~")
    if url.query:
        target += "?" + quote(url.query, safe="/%:@!$&'()*+,;=~?")
    return target


def _pairs(headers: HeaderItems) -> list[tuple[str, str]]:
    pairs = []
    for name, value in headers.items():
        values = value if isinstance(value, list) else [value]
        pairs += [(name, str(item)) for item in values]
    return pairs


def encode_head(method: str, url: SplitResult, headers: HeaderItems) -> bytes:
    if not TOKEN.fullmatch(method):
        raise InvalidRequest(f"not a method: {method!r}")
    lines = [f"{method} {_target(url)} HTTP/1.1", f"Host: {url.netloc.rpartition('@')[2]}"]
    lines += [f"{name}: {value}" for name, value in _pairs(headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
