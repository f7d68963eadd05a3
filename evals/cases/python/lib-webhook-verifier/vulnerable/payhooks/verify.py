"""Verification of webhooks from the payment provider."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

HEADER = "Pay-Signature"
TOLERANCE_SECONDS = 300


class BadSignature(Exception):
    pass


@dataclass(frozen=True)
class SignatureHeader:
    """t=1700000000,v1=5257a8…,v1=0f3bc1…"""

    timestamp: int
    signatures: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> SignatureHeader:
        pairs = [part.split("=", 1) for part in text.split(",") if "=" in part]
        stamps = [value for key, value in pairs if key.strip() == "t"]
        if len(stamps) != 1 or not stamps[0].isdecimal():
            raise BadSignature("no timestamp")
        return cls(int(stamps[0]), tuple(value for key, value in pairs if key.strip() == "v1"))


def sign(secret: bytes, timestamp: int, payload: bytes) -> str:
    return hmac.new(secret, b"%d." % timestamp + payload, hashlib.sha256).hexdigest()


def _is_fresh(timestamp: int, now: float) -> bool:
    return abs(now - timestamp) <= TOLERANCE_SECONDS


def _matches(header: SignatureHeader, secret: bytes, payload: bytes) -> bool:
    expected = sign(secret, header.timestamp, payload)
    for signature in header.signatures:
        if signature == expected:
            return True
    return False


def verify(
    headers: Mapping[str, str], payload: bytes, secrets: Iterable[bytes], now: float | None = None
) -> None:
    """Returns if one of the secrets has signed the payload in the last five minutes; BadSignature otherwise.

    There are two secrets while one is being replaced.
    """
    header = SignatureHeader.parse(headers.get(HEADER, ""))
    if not _is_fresh(header.timestamp, time.time() if now is None else now):
        raise BadSignature("too old")
    if not any(_matches(header, secret, payload) for secret in secrets):
        raise BadSignature("no signature matches")
