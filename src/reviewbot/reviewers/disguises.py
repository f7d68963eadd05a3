"""Secret values as they may stand in a text, plain, escaped, encoded, and one pattern that finds them all."""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple
from urllib.parse import quote, quote_plus

from reviewbot.chunks.visible import visible
from reviewbot.reviewers.static.passwords import entropy

SHORTEST: Final = 8
"""A shorter value is hidden only where it was found: `root` and `1234` stand in many a harmless line."""

_LONG: Final = 20
"""Letters of a word that is none."""
_RANDOM: Final = 2.5
"""Bits for each character; fewer is a repetition such as `aaaa1111`."""
_WORDS: Final = re.compile(r"[A-Za-z]+(?:[ _.:/-][A-Za-z]+)*[_-]?\d{0,4}\W?")
_BEFORE, _AFTER = 24, 12
"""Characters around a value that tell its place."""


class Disguise(NamedTuple):
    """A text that gives a secret away; `guard` is a pattern for the place behind it, "" for any place."""

    text: str
    guard: str = ""


def is_distinctive(value: str) -> bool:
    """Whether a value can stand for nothing else, so that it may be hidden wherever it stands."""
    if len(value) < SHORTEST or value.isdigit() or entropy(value) < _RANDOM:
        return False
    return (value.isalnum() and len(value) >= _LONG) or not _WORDS.fullmatch(value)


def disguises(value: str) -> Iterator[Disguise]:
    """All that gives away a distinctive value wherever it stands."""
    escaped = {visible(value), json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1]}
    raw = value.encode(errors="surrogateescape")
    quoted = {quote(raw, safe=""), quote(raw), quote_plus(raw)}
    return map(Disguise, {value, *escaped, *quoted, *_encoded(raw)})


def in_place(value: str, before: str, after: str) -> Disguise:
    """What gives away a part of a line between these other parts, and nowhere else."""
    value, before, after = visible(value), visible(before)[-_BEFORE:], visible(after)[:_AFTER]
    # Where a line begins stand its number and sign; where it ends, perhaps a CR.
    left = f"(?<={re.escape(before + value)})" if before else rf"(?<![^\n+> -]{re.escape(value)})"
    right = f"(?={re.escape(after)})" if after else r"(?=\r?(?:\n|\Z))"
    return Disguise(value, left + right)


def find_any(known: Iterable[Disguise]) -> re.Pattern[str] | None:
    """The pattern that finds each of them, the longest first; None if there are none.

    They are grouped by their first character, or each place of a text would cost a try of all.
    """
    ordered = sorted(set(known), key=lambda one: (one.text[0], -len(one.text), one.text, one.guard))
    groups = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(one.text[1:]) + one.guard for one in group)})"
        for first, group in groupby(ordered, key=lambda one: one.text[0])
    )
    pattern = "|".join(groups)
    return re.compile(pattern) if pattern else None


def _encoded(raw: bytes) -> Iterator[str]:
    """Base64 of the value alone, and of what any text around it leaves of that, in both alphabets."""
    yield from (base64.b64encode(raw).decode(), base64.urlsafe_b64encode(raw).decode())
    for offset in range(3):
        # Three offsets; the digits at both ends hold bits of what stands around as well.
        whole = base64.b64encode(b"\0" * offset + raw)[offset and offset + 1 : (offset + len(raw)) * 8 // 6]
        yield from (whole.decode(), whole.translate(_URL_SAFE).decode())


_URL_SAFE: Final = bytes.maketrans(b"+/", b"-_")
