"""What stands where it stood without one of its pieces: a middleware, an owner, a bound, a role."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any, Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.marks import IMPORT
from reviewbot.reviewers.static.removals.statements import Statement, defined
from reviewbot.spans import Side

_TOKEN: Final = re.compile(r"\"[\w:./*-]*\"|'[\w:./*-]*'|[\w$]+|\S")
_LONGEST: Final = 600
"""Characters of a statement that is compared piece by piece."""
_WORK: Final = 4_000
"""Comparisons of two pieces, as a product: behind the first that differs, of each statement."""
_TELLS: Final = re.compile(r"[(:\[.]|\breturn\b|before_action")
_WORD: Final = re.compile(r"[A-Za-z_$][\w$]{2,}")
_CHECK: Final = re.compile(
    r"(?i)^\s*\(?\s*(?:\w+\.)*(?:is|has|can|check|verify|require|ensure|assert|authorize)\w*\("
)
_REFUSAL: Final = re.compile(r"(?i)\b40[13]\b|forbidden|unauthori[sz]ed|denied")
_VERDICT: Final = re.compile(r"(?i)(?:^|[._])(?:is|has|can|may|allow|permit|check)(?:[A-Z_]|\b)")
_TOLD: Final = re.compile(r"(?:^|\.)get_(?:can|may|is|has)_\w+$")
"""Methods that tell a client what it may do."""
_OR: Final = re.compile(r"\|\||\bor\b|^return\b")
_RELATES: Final = re.compile(
    r"(?<![=!])[=!]==?\s*\w+(?:\??\.\w+)+[\s;)]*$|\.(?:includes|has|contains|some)\(\s*\w+(?:\??\.\w+)+\s*\)"
    r"|\w+(?:\.\w+)+\s+in\s+\w|\(\s*[\w.]+\s*,\s*[\w.]+\s*\)"
    r"|(?i:\bis_?(?:admin|super_?user|staff)\b|\brole\s*===?\s*[\"']admin[\"'])|^\s*$"
)
"""Holds of the one record only, or of those who may do everything."""
_RANKS: Final = re.compile(r"(?i)role|rank|admin|owner|author|level|permission|member|moderator|staff")


@dataclass(frozen=True, slots=True)
class Piece:
    """A way to lose one: in which family, what is gone, what came, where."""

    family: str
    kind: str
    gone: re.Pattern[str]
    came: re.Pattern[str]
    within: re.Pattern[str]
    before: re.Pattern[str]
    not_before: re.Pattern[str]


@cache
def table() -> tuple[Piece, ...]:
    """What pieces.toml says."""
    told = tomllib.loads(files(__package__).joinpath("pieces.toml").read_text())
    within = {name: re.compile(text) for name, text in told["within"].items()}
    return tuple(_piece(kind, entry, within) for kind in ("piece", "swap", "grown") for entry in told[kind])


def _piece(kind: str, entry: Mapping[str, Any], within: Mapping[str, re.Pattern[str]]) -> Piece:
    gone, came, before, other = (
        re.compile(entry.get(key, default))
        for key, default in (("gone", ""), ("came", ""), ("before", ""), ("not_before", r"(?!)"))
    )
    return Piece(entry["family"], kind, gone, came, within[entry["within"]], before, other)


def thinned(comparison: Comparison, families: Mapping[str, Family]) -> Iterator[Loss]:
    """One loss for each statement that went on without what held somebody back."""
    pairs = ((old, comparison.successor(old)) for old in comparison.removed if _may_tell(old.text))
    for old, new in pairs:
        if new is not None and len(new.text) <= _LONGEST:
            for name, what in _lost(comparison, old, new):
                yield Loss(
                    family=families[name],
                    confidence=Confidence.MEDIUM,
                    what=what,
                    path=comparison.window.path,
                    side=Side.NEW,
                    line=new.first,
                    owner=old.owner,
                    how="is no longer part of this line",
                )
                break


def _may_tell(text: str) -> bool:
    """Whether a statement is worth being compared piece by piece, which takes its time."""
    return len(text) <= _LONGEST and not IMPORT.match(text) and _TELLS.search(text) is not None


def _lost(comparison: Comparison, old: Statement, new: Statement) -> Iterator[tuple[str, str]]:
    gone, came = _difference(old.text, new.text)
    words = [word for _, text in gone for word in _WORD.findall(text)]
    if any(word not in new.words and _stands_elsewhere(comparison, word) for word in words):
        return
    told = [(at + len(text) - len(text.lstrip("( ")), text.strip("( ")) for at, text in gone]
    if told and not came and told[0][1] in {"await", "return"} and _is_check(old.text, *told[0]):
        yield "permission", old.text
    if _agrees_more(old, new):
        yield "permission", old.text
    for piece in table():
        if piece.within.search(old.text) and (what := _what(piece, old, gone, came)):
            yield piece.family, what


def _stands_elsewhere(comparison: Comparison, word: str) -> bool:
    """Whether a name that is gone here is added where it can hold somebody back; `get_can_edit` tells."""
    if not comparison.kept.mentions(word):
        return False
    here = [one for one in comparison.added if word in one.words and not IMPORT.match(one.text)]
    return not here or not all(_TOLD.search(one.owner) for one in here)


def _is_check(text: str, at: int, word: str) -> bool:
    """Whether what is no longer waited for, or returned, keeps somebody out."""
    if word == "await":
        return text.lstrip("} ").startswith(("if", "else if")) and bool(_CHECK.match(text[at + len(word) :]))
    return bool(_REFUSAL.search(text))


def _agrees_more(old: Statement, new: Statement) -> bool:
    """Whether a verdict needs less than it did: an `and` that is gone, an `or` that came."""
    if not (_VERDICT.search(old.owner) and old.text.startswith("return ") and new.text.startswith("return ")):
        return False
    ands, ors = (
        [len(re.findall(sign, one.text)) for one in (old, new)] for sign in (r"&&|\band\b", r"\|\||\bor\b")
    )
    if not _RANKS.search(old.text) or ands[0] < ands[1]:
        return False
    return ands[0] > ands[1] or (ors[0] < ors[1] and not all(map(_RELATES.search, _ways(old, new))))


def _ways(old: Statement, new: Statement) -> list[str]:
    """The alternatives that a verdict has got: what stands between two of its `or`."""
    before = {squeezed(part) for part in _OR.split(old.text)}
    return [part for part in _OR.split(new.text) if squeezed(part) not in before]


def _what(piece: Piece, old: Statement, gone: list[tuple[int, str]], came: list[tuple[int, str]]) -> str:
    """The piece that is gone, as it was written; what grew is told by what came."""
    new = " ".join(text for _, text in came)
    if piece.kind == "grown":
        left = "".join(text for _, text in gone)
        return new if not _WORD.search(left) and piece.came.search(new) else ""
    if piece.kind == "piece" and _WORD.search(new):
        return ""
    if piece.kind == "swap" and (not piece.came.search(new) or piece.gone.search(new)):
        return ""
    for at, text in gone:
        lead = old.text[:at]
        if piece.family == "ownership" and defined(old.text):
            return ""
        if piece.gone.search(text) and piece.before.search(lead) and not _last(piece, lead):
            return text
    return ""


def _last(piece: Piece, lead: str) -> bool:
    """Whether the nearest key before a piece is one under which nobody is held back."""
    other = max((found.start() for found in piece.not_before.finditer(lead)), default=-1)
    return other > max((found.start() for found in piece.before.finditer(lead)), default=-1)


def _difference(old: str, new: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """What only the one text has, and what only the other has, each with its place."""
    before, after = (list(_TOKEN.finditer(text)) for text in (old, new))
    pairs = zip(before, after, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0][0] == pair[1][0], pairs))
    before, after = before[same:], after[same:]
    if len(before) * len(after) > _WORK:
        return [], []
    matcher = SequenceMatcher(None, [one[0] for one in before], [one[0] for one in after], autojunk=False)
    gone, came = [], []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal" and j > i:
            gone.append((before[i].start(), old[before[i].start() : before[j - 1].end()]))
        if tag != "equal" and m > k:
            came.append((after[k].start(), new[after[k].start() : after[m - 1].end()]))
    return gone, came
