"""Verification of webhooks from the payment provider."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
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


def parse_header(headers: Mapping[str, str]) -> SignatureHeader:
    return SignatureHeader.parse(headers.get(HEADER, ""))
