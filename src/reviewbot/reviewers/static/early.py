"""What is kept of a record by its number, and handed out before the function asks whose the record is.

`if (cached) return cached` above the comparison of the owner gives everybody what the owner asked for first.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from reviewbot.reviewers.static.lookups import MOST, closed, words
from reviewbot.reviewers.static.owners import Around, Reading
from reviewbot.reviewers.static.passages import Hit, claim

_KEPT: Final = r"\w{0,30}(?i:redis|cache|memo|lru|kv)\w{0,30}"
_ASKS: Final = re.compile(
    r"(?<![\w.])(?P<name>\w{1,60})(?::[ ]?[\w<>|. ]{1,40})?[ ]=[ ](?:await[ ])?"
    rf"(?:\w{{1,40}}\.){{0,3}}{_KEPT}"
    r"\.(?:get|hget|hGet|fetch|match|getBuffer|getItem|getJSON|get_json|peek)(?:<[\w\[\], |]{1,60}>)?\("
)
_IS_THERE: Final = re.compile(
    rf"\bif[ (]{{1,3}}(?:(?P<name>(?:\w{{1,40}}\.){{0,3}}{_KEPT})\.(?:has|exists)\("
    rf"|(?P<key>\w{{1,60}})[ ]in[ ](?P<held>(?:\w{{1,40}}\.){{0,3}}{_KEPT})\b)"
)
"""`if (cache.has(id)) return cache.get(id)`."""
_WRAPS: Final = re.compile(
    rf"(?<![\w.])(?:\w{{1,40}}\.){{0,3}}{_KEPT}\.(?:remember|wrap|getOrSet|get_or_set|getOrCompute|fetch|through)\("
)
_GIVES: Final = (
    r"\b(?:if|unless)\b[^\n]{{0,80}}\b{name}\b[\s\S]{{0,120}}?"
    r"\b(?:return|res|reply|ctx|h)\b[^\n]{{0,80}}\b{name}\b"
)
_BEHIND: Final = 4
"""Lines behind the question in which the answer is given."""
_SECRET: Final = re.compile(r"(?i)token|hash|secret|digest|session|\bsid\b|etag|locale|version")
"""What nobody can guess, or asks for what is anybody's."""
_REFUSES: Final = re.compile(
    r"(?i)\bthrow\b|\braise\b|\babort\(|\b40[134]\b|forbidden|not_?found|return (?:null|None|nil)\b"
)


def early(reading: Reading, by: str) -> Iterator[Hit]:
    """The answers, on changed lines, that come before the question whose the record is."""
    if words().inside.search(reading.passage.path):
        return
    passage = reading.passage
    for first, last in sorted({*_given(reading), *_wrapped(reading)}):
        begin, end = passage.start + first, passage.start + last
        if passage.is_changed(begin, end):
            yield Hit(claim(words().early, by, passage.line(begin), begin), end)


def _given(reading: Reading) -> Iterator[tuple[int, int]]:
    """`const cached = await redis.get(key); if (cached) return cached`, and the comparison below."""
    text = reading.text
    for row, found in _rows(text, _ASKS):
        key = text[found.end() : closed(text, found.end() - 1)]
        yield from _before(reading, row, row + 1, found["name"], key)
    for row, found in _rows(text, _IS_THERE):
        key = found["key"] or text[found.end() : closed(text, found.end() - 1)]
        yield from _before(reading, row, row, found["name"] or found["held"], key)


def _before(reading: Reading, row: int, first: int, name: str, key: str) -> Iterator[tuple[int, int]]:
    """The rows from a question to the answer that comes before anybody asks whose it is."""
    around = reading.within(row)
    behind = "\n".join(reading.bare.lines[first : first + _BEHIND])
    gives = re.search(_GIVES.format(name=re.escape(name)), behind)
    if around is None or gives is None or not _is_of_anybody(key, around, row):
        return
    given = first + behind.count("\n", 0, gives.end())
    if _refuses(reading, given + 1, around.last + 1) and not _is_asked(reading, around.first, row):
        yield row, given


def _wrapped(reading: Reading) -> Iterator[tuple[int, int]]:
    """`cache.wrap(key, async () => { ... })`, and the comparison inside, which is made once."""
    text = reading.text
    for row, found in _rows(text, _WRAPS):
        around = reading.within(row)
        last = row + text.count("\n", found.end(), closed(text, found.end() - 1))
        key = re.split(
            r"=>|\bfunction\b|\blambda\b|,\s*\n", text[found.end() : found.end() + 300], maxsplit=1
        )[0]
        if around is None or not _is_of_anybody(key, around, row):
            continue
        if _refuses(reading, row, last + 1) and not _is_asked(reading, around.first, row):
            yield row, row


def _rows(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """What a pattern finds, each with its row."""
    row = at = 0
    for found in islice(pattern.finditer(text), MOST):
        row += text.count("\n", at, found.start())
        at = found.start()
        yield row, found


def _is_of_anybody(key: str, around: Around, row: int) -> bool:
    """Whether something is kept by a number alone, whoever asks for it."""
    made = re.compile(rf"\b{re.escape(key.strip(' )'))}(?::[ ]?\w+)?[ ]=[ ](.{{1,200}})")
    above = (made.search(line) for line in around.lines[around.first : row])
    said = next((found[1] for found in above if found), key) if re.fullmatch(r"\s*\w+[\s)]*", key) else key
    told = words()
    return told.by_id.search(said) is not None and not any(
        one.search(said) for one in (told.caller, told.owner, _SECRET)
    )


def _is_asked(reading: Reading, first: int, end: int) -> bool:
    """Whether some rows may ask whose a record is."""
    said = "\n".join(reading.bare.lines[first:end])
    told = words()
    asks = any(one.search(said) for one in (told.compares, told.vouching, told.decides))
    return asks or any(first <= one.first < end and one.is_owned for one in reading.found)


def _refuses(reading: Reading, first: int, end: int) -> bool:
    """Whether some rows turn those away whose the record is not."""
    owned = any(first <= one.first < end and one.is_owned for one in reading.found)
    said = "\n".join(reading.bare.lines[first:end])
    told = words()
    compares = told.compares.search(said) or told.vouching.search(said)
    return owned or (compares is not None and _REFUSES.search(said) is not None)
