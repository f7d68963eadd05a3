"""A column type whose values are encrypted in the database.

    class Patient(Base):
        insurance_number: Mapped[str] = mapped_column(Sealed(keys))
"""

from __future__ import annotations

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from sealed.keys import KeyRing

NONCE_BYTES = 12


class Sealed(TypeDecorator[str]):
    """Text that is encrypted with the newest key of the ring; older keys still decrypt."""

    impl = String
    cache_ok = False

    def __init__(self, keys: KeyRing, length: int = 512) -> None:
        super().__init__(length)
        self._keys = keys

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        key = self._keys.newest()
        sealed = _Box(key.secret).seal(value.encode("utf-8"))
        return f"{key.id}.{urlsafe_b64encode(sealed).decode()}"

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        key_id, _, text = value.partition(".")
        return _Box(self._keys.get(key_id).secret).open(urlsafe_b64decode(text)).decode("utf-8")


class _Box:
    """Encrypts and decrypts with one key of 32 bytes."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != 32:
            raise ValueError("a key has 32 bytes")
        self._cipher = AESGCM(secret)

    def seal(self, plain: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, None)

    def open(self, sealed: bytes) -> bytes:
        nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        return self._cipher.decrypt(nonce, body, None)
