"""How jobs look on the queue.

Partners write the same format that `encode` does.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

MAX_SIZE = 64 * 1024


class Undecodable(ValueError):
    """A job on the queue is not in our format."""


def _checked(raw: bytes) -> bytes:
    if len(raw) > MAX_SIZE:
        raise Undecodable("too large")
    return raw


def _pack(value: Any) -> dict[str, str]:
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    if isinstance(value, Decimal):
        return {"$decimal": str(value)}
    raise TypeError(type(value).__name__)


def _unpack(item: dict[str, Any]) -> Any:
    match item:
        case {"$date": str(text)}:
            return date.fromisoformat(text)
        case {"$decimal": str(text)}:
            return Decimal(text)
        case _:
            return item


def encode(job: dict[str, Any]) -> bytes:
    return json.dumps(job, separators=(",", ":"), default=_pack).encode()


def decode(raw: bytes) -> dict[str, Any]:
    try:
        job = json.loads(_checked(raw), object_hook=_unpack)
    except (ValueError, InvalidOperation) as error:
        raise Undecodable("not readable") from error
    if not isinstance(job, dict):
        raise Undecodable("not an object")
    return job
