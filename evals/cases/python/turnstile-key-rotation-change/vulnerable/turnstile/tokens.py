"""Checks the passes that the ticket office signs."""
from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import jwt

log = logging.getLogger(__name__)


class BadPass(Exception):
    pass


@dataclass(frozen=True)
class Pass:
    holder: str
    gates: frozenset[str]


class KeyRing:
    """Keys by their id; the office replaces the file every month."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def keys(self) -> dict[str, dict]:
        return {entry["kid"]: entry for entry in json.loads(self.path.read_text("utf-8"))}

    def current(self) -> dict:
        return max(self.keys.values(), key=lambda entry: entry["from"])

    def find(self, kid: str | None) -> dict:
        try:
            return self.keys[kid]
        except KeyError:
            raise BadPass("unknown key") from None


def check(token: str, ring: KeyRing, venue: str) -> Pass:
    try:
        header = jwt.get_unverified_header(token)
        entry = ring.find(header.get("kid"))
        claims = jwt.decode(token, entry["key"], algorithms=[header["alg"]], audience=venue)
    except jwt.InvalidTokenError as problem:
        log.info("pass refused: %s", type(problem).__name__)
        raise BadPass("invalid") from problem
    return Pass(holder=claims["sub"], gates=frozenset(claims.get("gates", ())))
