"""Small deltas of nested data and objects: a list of paths and their new values."""

from __future__ import annotations

from typing import Any

Path = list[str | int]


class DeltaError(ValueError):
    """The delta does not fit the data."""


def _child(target: Any, key: str | int) -> Any:
    if isinstance(target, (dict, list)):
        try:
            return target[key]
        except (KeyError, IndexError, TypeError) as error:
            raise DeltaError(f"nothing at {key!r}") from error
    if isinstance(key, str) and hasattr(target, key):
        return getattr(target, key)
    raise DeltaError(f"cannot step into {type(target).__name__}")


def _assign(target: Any, key: str | int, value: Any) -> None:
    if isinstance(target, dict):
        target[key] = value
    elif isinstance(target, list) and isinstance(key, int) and 0 <= key < len(target):
        target[key] = value
    elif isinstance(key, str) and hasattr(target, key):
        setattr(target, key, value)
    else:
        raise DeltaError(f"cannot set {key!r} of {type(target).__name__}")


def apply(data: Any, delta: list[tuple[Path, Any]]) -> Any:
    """Set each path of the delta and return the data, changed in place."""
    for path, value in delta:
        if not path:
            raise DeltaError("empty path")
        target = data
        for key in path[:-1]:
            target = _child(target, key)
        _assign(target, path[-1], value)
    return data
