"""Takes the API key out of what a server says, also in disguise. Nobody but the server itself knows it."""

import base64
import re

from reviewbot.findings import MASK

SHORTEST = 8
"""A piece of a key that is shorter says nothing about it."""

_ESCAPED = re.compile(r"\\u00([2-7][0-9a-fA-F])")
_PLAIN = re.compile(r"[A-Za-z0-9+/=_.-]")


def scrub(text: str, key: str) -> str:
    """The text without the key: not plain, not reversed, not in base64, nor any eight characters of those."""
    pieces = _pieces(key)
    unescaped = _ESCAPED.sub(_unescape, text)
    if any(piece in unescaped for piece in pieces):
        return _mask(unescaped, pieces)
    return text


def _mask(text: str, pieces: set[str]) -> str:
    """Replace each longest run of overlapping pieces."""
    parts: list[str] = []
    at = start = 0
    while at < len(text):
        if text[at : at + SHORTEST] not in pieces:
            at += 1
            continue
        parts += [text[start:at], MASK]
        end = at + SHORTEST
        while at < end:
            if text[at : at + SHORTEST] in pieces:
                end = at + SHORTEST
            at += 1
        start = at
    return "".join([*parts, text[start:]])


def _pieces(key: str) -> set[str]:
    guises = [key, key[::-1]]
    # What stands before the key shifts its digits, in three ways; the first digits hold some of that.
    for offset in range(3):
        encoded = (
            base64.b64encode(b"\0" * offset + key.encode()).decode().rstrip("=")[offset and offset + 1 :]
        )
        guises += [encoded, encoded.replace("+", "-").replace("/", "_")]
    return {guise[at : at + SHORTEST] for guise in guises for at in range(len(guise) - SHORTEST + 1)}


def _unescape(match: re.Match[str]) -> str:
    """A letter that JSON need not escape; others keep their meaning there only if they stay escaped."""
    character = chr(int(match[1], 16))
    return character if _PLAIN.match(character) else match[0]
