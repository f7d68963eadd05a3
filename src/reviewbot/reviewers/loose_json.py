"""Finds JSON in what a model wrote: tolerant to fences, prose and trailing commas, never to a doubt."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from reviewbot.reviewers.faults import ReplyError

T = TypeVar("T")

LONGEST = 1_000_000
"""Characters. Whoever writes more does not answer a question."""

_CANDIDATES = 1_000
"""So many places of a chatty reply may look like the start of its JSON."""

_FENCED = re.compile(r"```[a-zA-Z]*\s*(.*)```", re.DOTALL)
_OPENING = re.compile(r'\{\s*"|\[\s*\{')
# A string that is never closed is taken to the end: tried anew at each quote, it would cost quadratic time.
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z|\\\Z))|,(?=\s*[\]}])', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Twice:
    """An object in which a key stands twice: either value may be the one that was meant."""

    key: str


def find_values(words: str, take: Callable[[object], T]) -> list[T]:
    """What `take` makes of the JSON in a reply: all of it, else every value amid the prose.

    `take` raises ValueError for a value that is no answer. Empty if there is none. What is taken must be
    false if it says nothing: amid prose, and beside something that does not decode, it is no answer.

    Raises:
        ReplyError: the reply is too long, or nested too deeply, to be read.
    """
    if len(words) > LONGEST:
        raise ReplyError(f"the reply is longer than {LONGEST:,} characters")
    text = bare(words)
    forms = dict.fromkeys((text, _TRAILING_COMMA.sub(r"\1", text)))
    try:
        for form in forms:
            fenced = _FENCED.fullmatch(form)
            with suppress(ValueError):
                return [take(decoder().decode((fenced[1] if fenced else form).strip()))]
        return next(filter(None, (_embedded(form, take) for form in forms)), [])
    except RecursionError as error:
        raise ReplyError("the reply is nested too deeply") from error


def bare(words: str) -> str:
    """A reply without what no JSON holds around it."""
    return words.removeprefix("\ufeff").replace("\0", "").strip()


def decoder() -> json.JSONDecoder:
    """Takes raw line ends in strings, and integers of any length, which Python would refuse beyond 4,300."""
    return json.JSONDecoder(strict=False, object_pairs_hook=_unambiguous, parse_int=_integer)


def _embedded(text: str, take: Callable[[object], T]) -> list[T]:
    """Every answer amid prose.

    An answer that says nothing does not count beside something that does not decode, which may be the real
    one. When a reply holds several answers all count, for dropping one could drop the defect.
    """
    end, found, broken = 0, [], False
    for opening in islice(_OPENING.finditer(text), _CANDIDATES):
        if opening.start() < end:
            continue
        try:
            value, end = decoder().raw_decode(text, opening.start())
        except ValueError:
            broken = True
            continue
        with suppress(ValueError):
            found.append(take(value))
    return [] if broken and not any(found) else found


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any] | Twice:
    value: dict[str, Any] = {}
    for key, item in pairs:
        if key in value:
            return Twice(key)
        value[key] = item
    return value


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < len(str(2**64)) else float(digits[:20])
