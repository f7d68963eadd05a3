"""Looks into JSON that anybody may have written: what is not of the expected kind is not there."""

import re
from typing import Any

_HIGHEST = 1 << 31
_NO_TEXT = re.compile("[\ud800-\udfff\0]")


def table(value: object, *keys: str) -> dict[str, Any]:
    """The object that is reached by the keys; an empty one if there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def items(value: object, key: str) -> list[Any]:
    """The array under a key; an empty one if there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def tables(value: object, key: str) -> list[dict[str, Any]]:
    """The objects in the array under a key."""
    return [item for item in items(value, key) if isinstance(item, dict)]


def text(value: object, key: str, limit: int = 2_000) -> str:
    """The string under a key, cut where nobody reads on; "" if there is none.

    A lone surrogate is no text, for it cannot be written to any file.
    """
    found = value.get(key) if isinstance(value, dict) else None
    return _NO_TEXT.sub("\ufffd", found[:limit]).strip() if isinstance(found, str) else ""


def number(value: object, key: str) -> int | None:
    """The whole number under a key, None if there is none that counts lines, columns or places."""
    found = value.get(key) if isinstance(value, dict) else None
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    return found if type(found) is int and 0 <= found < _HIGHEST else None


def at(things: list[Any], index: int | None) -> object:
    """The thing at an index, None if there is none."""
    return things[index] if index is not None and index < len(things) else None
