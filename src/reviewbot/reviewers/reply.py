"""From what a model wrote to claims: tolerant to form, strict to meaning, item by item.

A reply either holds a list of findings or is an error. Nothing that merely looks empty passes for
"none found".
"""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from pydantic import ValidationError

from reviewbot.findings import Claim
from reviewbot.review import Rejected
from reviewbot.reviewers.faults import ReplyError
from reviewbot.reviewers.item import Item
from reviewbot.reviewers.loose_json import LONGEST, Twice, bare, decoder, find_values

MOST_ITEMS = 2_000
"""A list that is longer is no review. Sixteen thousand tokens of a reply hold about two hundred."""

MOST_NEEDS = 3
"""So many symbols may a reply ask for."""

_MOST_LISTS = 20
"""So many places of a reply that broke off may look like the start of its list."""

_EXCERPT = 160
_LONGEST_NAME = 100

_LIST = re.compile(r'"findings"\s*:\s*\[|\A(?:```[a-zA-Z]*\s*)?\[')
_COMMA = re.compile(r"[\s,]*")
_QUALIFIER = re.compile(r"^.*(?:\.|::|->|#)", re.DOTALL)
_NAME = re.compile(r"[^\W\d][\w$]*")


@dataclass(frozen=True, slots=True)
class Reply:
    """What one reply comes to; `needs` are names of code that the model would like to see."""

    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Listing:
    """A list of findings as it was written; false if it is empty."""

    items: list[Any]
    needs: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.items)


def parse_reply(text: str) -> Reply:
    """The claims of a reply, and the items that are none, each with the reason.

    Raises:
        ReplyError: there is no list of findings, or not one of its items can be used.
    """
    listings = find_values(text, _listing)
    if not listings:
        raise ReplyError(f"the reply holds no JSON list of findings: {_clip(text)!r}")
    reply = _sorted_out(chain.from_iterable(listing.items for listing in listings))
    if reply.rejected and not reply.claims:
        raise ReplyError(f"no finding of the reply can be used: {reply.rejected[0].reason}")
    needs = dict.fromkeys(chain.from_iterable(listing.needs for listing in listings))
    return Reply(reply.claims, reply.rejected, tuple(needs)[:MOST_NEEDS])


def parse_cut_reply(text: str) -> Reply:
    """What a reply says that broke off: the items that were finished, and nothing of the last one."""
    text = bare(text[:LONGEST])
    items: list[Any] = []
    end = 0
    for opening in islice(_LIST.finditer(text), _MOST_LISTS):
        if opening.start() >= end:
            found, end = _finished(text, opening.end())
            items += found
    return _sorted_out(islice(items, MOST_ITEMS))


def _finished(text: str, at: int) -> tuple[list[Any], int]:
    """The items of a list that decode, from its first one on, and where they end."""
    items: list[Any] = []
    with suppress(ValueError, RecursionError):
        while (comma := _COMMA.match(text, at)) and text.startswith("{", comma.end()):
            item, at = decoder().raw_decode(text, comma.end())
            items.append(item)
    return items, at


def _listing(value: object) -> _Listing:
    """The list in a decoded reply: `{"findings": [...]}` or a bare array."""
    whole = value if isinstance(value, dict) else {"findings": value}
    found = whole.get("findings")
    if not isinstance(found, list):
        raise ValueError("no list of findings")  # noqa: TRY004 - a value that is no answer, not a wrong call
    if len(found) > MOST_ITEMS:
        raise ReplyError(f"the reply lists {len(found):,} findings, which is no review")
    return _Listing(found, tuple(_names(whole.get("needs"))))


def _names(needs: object) -> Iterable[str]:
    """The last parts of the names asked for, as far as they are names."""
    for need in needs if isinstance(needs, list) else ():
        symbol = need.get("symbol") if isinstance(need, dict) else need
        if isinstance(symbol, str) and len(symbol) <= _LONGEST_NAME:
            name = _QUALIFIER.sub("", symbol.strip().removesuffix("()"))
            if _NAME.fullmatch(name):
                yield name


def _sorted_out(items: Iterable[object]) -> Reply:
    outcomes = [_read(item) for item in items]
    return Reply(
        tuple(outcome for outcome in outcomes if isinstance(outcome, Claim)),
        tuple(outcome for outcome in outcomes if isinstance(outcome, Rejected)),
    )


def _read(item: object) -> Claim | Rejected:
    if isinstance(item, Twice):
        return Rejected("", f"the key {item.key!r} stands twice")
    try:
        read = Item.model_validate(item)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        return Rejected(_excerpt(item), f"{field}: {first['msg']}" if field else first["msg"])
    missing = next((name for name in ("quote", "explanation") if not getattr(read, name).strip()), None)
    return Rejected(_excerpt(item), f"{missing}: is empty") if missing else read.claim()


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
