"""How jobs look on the queue.

Partners write the same format that `encode` does.
"""

from __future__ import annotations

import json
from typing import Any

MAX_SIZE = 64 * 1024


class Undecodable(ValueError):
    """A job on the queue is not in our format."""


def _checked(raw: bytes) -> bytes:
    if len(raw) > MAX_SIZE:
        raise Undecodable("too large")
    return raw


def encode(job: dict[str, Any]) -> bytes:
    return json.dumps(job, separators=(",", ":")).encode()


def decode(raw: bytes) -> dict[str, Any]:
    try:
        job = json.loads(_checked(raw))
    except ValueError as error:
        raise Undecodable("not readable") from error
    if not isinstance(job, dict):
        raise Undecodable("not an object")
    return job
