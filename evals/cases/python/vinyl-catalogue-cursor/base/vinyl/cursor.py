"""Opaque page markers. Clients get one with each page and send it back for the next."""
import base64


class BadCursor(ValueError):
    pass


def encode(offset: int) -> str:
    return base64.urlsafe_b64encode(b"o%d" % offset).decode()


def decode(value: str) -> int:
    try:
        raw = base64.urlsafe_b64decode(value)
        return int(raw.removeprefix(b"o"))
    except ValueError as exc:
        raise BadCursor("that is not one of our cursors") from exc
