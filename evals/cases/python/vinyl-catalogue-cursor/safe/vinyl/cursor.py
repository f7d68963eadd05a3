"""Opaque page markers. Clients get one with each page and send it back for the next."""
import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime


class BadCursor(ValueError):
    pass


@dataclass(frozen=True)
class Mark:
    added_at: datetime
    record_id: int


def encode(mark: Mark) -> str:
    return base64.urlsafe_b64encode(json.dumps([mark.added_at.isoformat(), mark.record_id]).encode()).decode()


def _load(raw: bytes):
    added_at, record_id = json.loads(raw)
    return datetime.fromisoformat(added_at), int(record_id)


def decode(value: str) -> Mark:
    try:
        added_at, record_id = _load(base64.urlsafe_b64decode(value))
    except (binascii.Error, TypeError, ValueError) as exc:
        raise BadCursor("that is not one of our cursors") from exc
    return Mark(added_at, record_id)
