"""How passwords are kept.

A stored password looks like `scheme$salt$digest`, both parts in base64.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode

SALT_BYTES = 16
MIN_LENGTH = 10
MAX_LENGTH = 256


class WeakPassword(ValueError):
    pass


SCHEME = "sha256"


def _derive(password: str, salt: bytes) -> bytes:
    digest = hashlib.sha256(salt)
    digest.update(password.encode("utf-8"))
    return digest.digest()


def hash_password(password: str) -> str:
    """What to store for a new password."""
    if not MIN_LENGTH <= len(password) <= MAX_LENGTH:
        raise WeakPassword(f"a password has {MIN_LENGTH} to {MAX_LENGTH} characters")
    salt = secrets.token_bytes(SALT_BYTES)
    return "$".join([SCHEME, b64encode(salt).decode(), b64encode(_derive(password, salt)).decode()])


def verify_password(password: str, stored: str) -> bool:
    """Whether the password is the one that was stored."""
    scheme, salt, digest = stored.split("$")
    if scheme != SCHEME or len(password) > MAX_LENGTH:
        return False
    return hmac.compare_digest(_derive(password, b64decode(salt)), b64decode(digest))
