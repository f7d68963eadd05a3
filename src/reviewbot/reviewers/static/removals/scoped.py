"""Look-ups that were written anew, and no longer ask whose the records are."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.lookups import Lookup, heard, lookups_in, words
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.sides import Line
from reviewbot.reviewers.static.removals.statements import defined
from reviewbot.spans import Side

_OTHERS: Final = re.compile(
    r"\.filter\(\s{0,9}\(?(?P<one>\w{1,40})\b[^=()]{0,40}\)?\s{0,9}=>[^;]{0,160}?(?<!\w)(?P=one)\??\.[\w.?]{1,60}\s{0,9}!==?"
    r"\s{0,9}[\w.?]+"
    r"|\bfor (?P<each>\w{1,40}) in [^\[\]:]{1,80}? if [^\[\]:]{0,120}?(?<!\w)(?P=each)\.[\w.]{1,60} != [\w.]+"
)
"""Of parts of what was found, those that are somebody else's: who asks gets the whole all the same."""

_NUMBERS: Final = re.compile(r"(?<![\w.$])\w{0,60}?(?:id|Id|ID|uuid|Uuid|slug)\b(?!\s*(?::|=(?!=)|\())")
"""Names of numbers, as they are handed on; what they are called in a record comes before a sign."""
_OF_REQUEST: Final = re.compile(r"(?:req|request|ctx|context|c|g|event|socket|self|this)\??\.\w+")
"""Whoever is handed the request is not handed who asks: `render(request, page)`."""


def unscoped(comparison: Comparison, families: Mapping[str, Family]) -> Iterator[Loss]:
    """One loss for each look-up that came without an owner, as one for the same records went that had it."""
    window = comparison.window
    before, after = (_found(side, window.language) for side in (window.old, window.new))
    kept = comparison.kept.texts.values()
    before = [one for one in before if not any(squeezed(one.text) in text for text in kept)]
    gone = _owned(before) - _owned(after)
    for one in after:
        line = next((line for line in window.new[one.first : one.last + 1] if line.changed), None)
        if _still_asks(comparison, before, one.model):
            continue
        if gone[one.model] > 0 and line is not None and (one.is_open or one.is_of_all):
            gone[one.model] -= 1
            yield Loss(
                family=families["ownership"],
                confidence=Confidence.MEDIUM,
                what=_what(before, one.model),
                path=window.path,
                side=Side.NEW,
                line=line,
                owner=next((at.owner for at in comparison.new if line in at.lines), ""),
                how="gave way to one without the owner",
            )


def forsaken(comparison: Comparison, families: Mapping[str, Family]) -> Iterator[Loss]:
    """One loss for each look-up without a number that its function is still given, and asked for before.

    `get(branchId, id)` had `{ id, branchId }`, and has `{ id }`: whose records they are, nobody asks now.
    """
    window = comparison.window
    before, after = (_found(side, window.language) for side in (window.old, window.new))
    models = {one.model for one in before}
    for one in (one for one in after if one.model in models and one.is_open):
        line = next((line for line in window.new[one.first : one.last + 1] if line.changed), None)
        own = next((at for at in comparison.new if line in at.lines), None) if line else None
        if line is None or own is None or not own.around or defined(own.text):
            continue
        heading, now = own.around[-1], set(_NUMBERS.findall(one.asked))
        used = frozenset[str]().union(*(at.words for at in comparison.new if heading in at.around))
        for other in (other for other in before if other.model == one.model):
            asked = set(_NUMBERS.findall(other.asked))
            lost = sorted((asked - used) & heading.words)
            if lost and asked & now and _owner(comparison, other) == own.owner:
                yield Loss(
                    family=families["ownership"],
                    confidence=Confidence.MEDIUM,
                    what=other.text,
                    path=window.path,
                    side=Side.NEW,
                    line=line,
                    owner=own.owner,
                    how=f"gave way to one without {lost[0]}, which is still handed in",
                )
                break


def _owner(comparison: Comparison, one: Lookup) -> str:
    """The function in which a look-up stood."""
    line = comparison.window.old[one.first]
    return next((at.owner for at in comparison.old if any(line.number == of.number for of in at.lines)), "")


def _still_asks(comparison: Comparison, before: Sequence[Lookup], model: str) -> bool:
    """Whether who asked in a look-up before is handed on by what took its place, in another way."""
    asked = [name[0] for one in before if one.model == model for name in words().caller.finditer(one.asked)]
    names = {name if _OF_REQUEST.fullmatch(name) else re.sub(r"\??\.\w+$", "", name) for name in asked}
    return any(
        re.search(rf"\b{re.escape(name)}\b", _OTHERS.sub("", heard(one.text)))
        for name in names
        for one in comparison.added
        if not defined(one.text)
    )


def _found(side: Sequence[Line], language: str) -> list[Lookup]:
    return [one for one in lookups_in("\n".join(line.code for line in side), language) if not one.handed]


def _owned(found: Sequence[Lookup]) -> Counter[str]:
    return Counter(one.model for one in found if one.is_owned)


def _what(found: Sequence[Lookup], model: str) -> str:
    return next(one.text for one in found if one.model == model and one.is_owned)
