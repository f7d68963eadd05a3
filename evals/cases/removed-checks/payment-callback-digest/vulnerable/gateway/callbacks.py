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
    """Reads callbacks; the first key is the current one, the others are on their way out."""

    def __init__(self, *keys: bytes) -> None:
        self._keys = keys

    def read(self, body: bytes, headers: dict[str, str]) -> Callback:
        """Return the callback in a request; raise BadSignature for a forged one."""
        received = headers.get("X-Processor-Signature", "")
        if not any(_sign(key, body) == received for key in self._keys):
            log.warning("callback with a wrong signature, %d bytes", len(body))
            raise BadSignature
        return self._parse(json.loads(body))

    def _parse(self, document: dict[str, Any]) -> Callback:
        data = document["data"]
        return Callback(document["type"], data["payment"], int(data["amount"]))
