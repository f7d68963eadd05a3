"""From what a model wrote to claims: tolerant to form, strict to meaning, item by item.

A reply either holds a list of findings or is an error. Nothing that merely looks empty passes for
"none found".
"""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import ValidationError

from reviewbot.findings import Claim
from reviewbot.review import Rejected
from reviewbot.reviewers.faults import ReplyError
from reviewbot.reviewers.item import Item

_EXCERPT = 160
_CANDIDATES = 1_000
"""So many places of a chatty reply may look like the start of its JSON."""

_FENCED = re.compile(r"```[a-zA-Z]*\s*(.*)```", re.DOTALL)
_OPENING = re.compile(r'\{\s*"|\[\s*\{')
# A string that is never closed is taken to the end: tried anew at each quote, it would cost quadratic time.
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z|\\\Z))|,(?=\s*[\]}])', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reply:
    """What one reply comes to."""

    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class _Twice:
    """An object in which a key stands twice: either value may be the one that was meant."""

    key: str


def parse_reply(text: str) -> Reply:
    """The claims of a reply, and the items that are none, each with the reason.

    Raises:
        ReplyError: there is no list of findings, or not one of its items can be used.
    """
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    for item in _items(text.removeprefix("\ufeff").replace("\0", "").strip()):
        outcome = _read(item)
        if isinstance(outcome, Claim):
            claims.append(outcome)
        else:
            rejected.append(outcome)
    if rejected and not claims:
        raise ReplyError(f"no finding of the reply can be used: {rejected[0].reason}")
    return Reply(tuple(claims), tuple(rejected))


def _read(item: object) -> Claim | Rejected:
    if isinstance(item, _Twice):
        return Rejected("", f"the key {item.key!r} stands twice")
    try:
        read = Item.model_validate(item)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        return Rejected(_excerpt(item), f"{field}: {first['msg']}" if field else first["msg"])
    missing = next((name for name in ("quote", "explanation") if not getattr(read, name).strip()), None)
    return Rejected(_excerpt(item), f"{missing}: is empty") if missing else read.claim()


def _items(text: str) -> list[Any]:
    """The items of the list of findings, wherever it stands in the text."""
    fenced = _FENCED.fullmatch(text)
    mended = _TRAILING_COMMA.sub(r"\1", text)
    try:
        for candidate in (fenced[1] if fenced else text, _FENCED.sub(r"\1", mended) if fenced else mended):
            with suppress(ValueError):
                return _findings(_decoder().decode(candidate.strip()))
        found = _embedded(text) or _embedded(mended)
    except RecursionError as error:
        raise ReplyError("the reply is nested too deeply") from error
    if not found:
        raise ReplyError(f"the reply holds no JSON list of findings: {_clip(text)!r}")
    return [item for items in found for item in items]


def _embedded(text: str) -> list[list[Any]]:
    """Every list of findings amid prose.

    An empty array amid prose is no answer, since code is full of them; nor is an empty list beside something
    that does not decode, which may be the real answer. When a reply holds several answers all count, for
    dropping one could drop the defect.
    """
    end, found, broken = 0, [], False
    for opening in islice(_OPENING.finditer(text), _CANDIDATES):
        if opening.start() < end:
            continue
        try:
            value, end = _decoder().raw_decode(text, opening.start())
        except ValueError:
            broken = True
            continue
        with suppress(ValueError):
            found.append(_findings(value))
    return [] if broken and not any(found) else found


def _findings(value: object) -> list[Any]:
    """The list in a decoded reply: `{"findings": [...]}` or a bare array."""
    found = value.get("findings") if isinstance(value, dict) else value
    if isinstance(found, list):
        return found
    raise ValueError("no list of findings")


def _decoder() -> json.JSONDecoder:
    """Takes raw line ends in strings, and integers of any length, which Python would refuse beyond 4,300."""
    return json.JSONDecoder(strict=False, object_pairs_hook=_unambiguous, parse_int=_integer)


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Twice:
    value: dict[str, Any] = {}
    for key, item in pairs:
        if key in value:
            return _Twice(key)
        value[key] = item
    return value


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < len(str(2**64)) else float(digits[:20])


def _excerpt(item: object) -> str:
    try:
        return _clip(json.dumps(item, ensure_ascii=False, default=str))
    except RecursionError:
        return "(nested deeply)"


def _clip(text: str) -> str:
    text = " ".join(_valid(text[: 2 * _EXCERPT]).split())
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"


def _valid(text: str) -> str:
    """Without lone surrogates, which no file and no terminal takes."""
    return text.encode("utf-8", "replace").decode()
