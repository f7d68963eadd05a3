"""How jobs look on the queue.

Partners write the same format that `encode` does.
"""

from __future__ import annotations

import pickle
from typing import Any

MAX_SIZE = 64 * 1024


class Undecodable(ValueError):
    """A job on the queue is not in our format."""


def _checked(raw: bytes) -> bytes:
    if len(raw) > MAX_SIZE:
        raise Undecodable("too large")
    return raw


def encode(job: dict[str, Any]) -> bytes:
    return pickle.dumps(job, protocol=pickle.HIGHEST_PROTOCOL)


def decode(raw: bytes) -> dict[str, Any]:
    raw = _checked(raw)
    try:
        return pickle.loads(raw)
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError) as error:
        raise Undecodable("not readable") from error
