"""Callbacks of the card processor."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from dataclasses import dataclass
from typing import Any

log = logging.getLogger(__name__)


class BadSignature(Exception):
    """The callback was not signed by the processor."""


@dataclass(frozen=True)
class Callback:
    event: str
    payment_id: str
    amount: int


def _sign(key: bytes, body: bytes) -> str:
    return hmac.new(key, body, hashlib.sha256).hexdigest()


class CallbackReader:
    def __init__(self, key: bytes) -> None:
        self._key = key

    def read(self, body: bytes, headers: dict[str, str]) -> Callback:
        """Return the callback in a request; raise BadSignature for a forged one."""
        received = headers.get("X-Processor-Signature", "")
        expected = _sign(self._key, body)
        if not hmac.compare_digest(expected, received):
            log.warning("callback with a wrong signature, %d bytes", len(body))
            raise BadSignature
        return self._parse(json.loads(body))

    def _parse(self, document: dict[str, Any]) -> Callback:
        data = document["data"]
        return Callback(document["type"], data["payment"], int(data["amount"]))
