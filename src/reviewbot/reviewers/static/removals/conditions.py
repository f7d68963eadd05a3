"""Conditions: their clauses, and whether they stand before a way out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reviewbot.reviewers.static.removals.statements import Statement, masked

_BODY: Final = 4
"""Statements of a body in which a way out is looked for."""
_HEAD: Final = re.compile(
    r"(?:\}\s*)?(?:else\s+)?(?:if|elif|elsif|unless|while|assert|guard|until|when)\b\s*!?"
)
_POSTFIX: Final = re.compile(r".{1,400}?\s(?:if|unless)\s(?=[^\"']{3})")
_SPLIT: Final = re.compile(r"&&|\|\||\band\b|\bor\b|;")
_NEGATION: Final = re.compile(r"^(?:not\b|!(?!=)|\s|\()+")
_LEAVES: Final = re.compile(
    r"\b(?:raise|return|throw|abort|continue|break|panic|goto|die|exit|next|halt|reject\w*|fail\w*|bail|redirect\w*"
    r"|head|den(?:y|ied)\w*|forbid\w*|unauthori[sz]ed|\w*add_?error|allErrs|wp_die|\w*send_?error|sendStatus|flash"
    r"|AbortWith\w*|http\.Error|ctx\.\w*Error|status\(4|callback|cb|on_?error|\w*logg?er?\.warn\w*|wp_send_json_error"
    r"|revert|unset|delete)\b"
    r"|(?:->|\.)(?:send|output|display|show|respond|reply|json|error)\w*\([^;]{0,60}(?:error|invalid|denied|forbidden)",
    re.IGNORECASE,
)
_REFUSES: Final = re.compile(
    r"\b(?:raise|throw|abort|panic|goto|die|halt|reject\w*|fail\w*|bail|den(?:y|ied)\w*|forbid\w*|unauthori[sz]ed|\w*add_?error"
    r"|wp_die|\w*send_?error|sendStatus|AbortWith\w*|status\(4\d\d|http\.Error|revert|return\s+(?:false|none|null|nil|-\d|-E[A-Z]+))\b"
    r"|\b\w*(?:Error|Exception|Err|Denied|Forbidden|BadRequest|errors?)\b|\b4(?:00|01|03|04|05|13|15|22|29)\b|return\s+-\w",
    re.IGNORECASE,
)
_FIXED: Final = re.compile(
    r"\s{0,9}(?:[\"'`]|None\b|null\b|nil\b|undefined\b|-?\d|\[\s{0,9}\]|\{\s{0,9}\}|array\(\s{0,9}\)|[A-Z_]{4,}\b)"
)
"""A value that nobody outside has a say in."""
_DROPS: Final = re.compile(
    r"(?:\.(?:pop|remove|discard|delete|Del|unset)\(|\b(?:del|delete)\s|\bunset\(|\bdelete\()([^;]{1,120})"
)
"""An entry is taken out of what it stands in."""
_POSTFIX_LANGUAGES: Final = frozenset({"ruby", "perl", "erb", "elixir"})


class Condition(NamedTuple):
    """A condition: the statement, its clauses, what is done when it holds, and whether that is a way out.

    `refuses` says that the way out is an error, or that something fixed, or nothing, takes the place of what
    is asked about; `unwrapped`, that what it held back is still there.
    """

    statement: Statement
    clauses: tuple[str, ...]
    body: str
    leaves: bool
    refuses: bool
    unwrapped: bool


def conditions(
    statements: Sequence[Statement], language: str, *, all_of_them: bool = False
) -> Iterator[Condition]:
    """Every condition whose statement stands on this side only, at least in part."""
    for at, statement in enumerate(statements):
        if not (statement.changed or all_of_them):
            continue
        text = statement.text
        if (head := _HEAD.match(text)) or _condensed(text, language):
            condition, tail = _parted(text, head.end() if head else 0, language)
            body = " ".join((tail, *_body(statements, at)))
            put, drops = _put(condition, body), _drops(condition, body)
            leaves = (
                text.startswith(("assert", "guard", "return "))
                or bool(_LEAVES.search(body))
                or bool(put)
                or drops
            )
            refuses = leaves and (bool(_REFUSES.search(body)) or bool(_FIXED.match(put)) or drops)
            bare = _unwrapped(statements, at)
            yield Condition(statement, clauses(condition), body[:600], leaves, refuses, bare)


def clauses(condition: str) -> tuple[str, ...]:
    """What and/or connect, as they are written."""
    hidden = masked(condition)
    cuts = [0, *(edge for found in _SPLIT.finditer(hidden) for edge in found.span()), len(condition)]
    parts = (condition[start:end].strip() for start, end in zip(cuts[::2], cuts[1::2], strict=True))
    return tuple(part for part in parts if part)


def key(clause: str) -> str:
    """A clause without negation, parentheses, white space and kind of quotes: what survives reformatting."""
    return re.sub(r"[\s()]+", "", _NEGATION.sub("", clause)).replace("'", '"').rstrip("{:")


def negated(clause: str) -> bool:
    """Whether a clause begins with a negation."""
    return bool(re.match(r"[\s(]*(?:not\b|!(?!=))", clause))


def _condensed(text: str, language: str) -> bool:
    """A condition behind or without the word for it: `raise X unless y`, `return a && b`."""
    if language in _POSTFIX_LANGUAGES and _POSTFIX.match(text):
        return True
    return text.startswith("return ") and len(_SPLIT.split(masked(text.rstrip(";")))) > 1


def _parted(text: str, start: int, language: str) -> tuple[str, str]:
    """The condition, and what follows it in the same statement."""
    if not start and language in _POSTFIX_LANGUAGES and (found := _POSTFIX.match(text)):
        return text[found.end() :], text[: found.end()]
    depth, hidden = 0, masked(text)
    for at in range(start, len(hidden)):
        depth += (hidden[at] in "([") - (hidden[at] in ")]")
        closes = not depth and hidden[at] == ")" and hidden[start : start + 1] == "(" and language != "python"
        if closes and not re.match(r"\s*(?:&&|\|\||[.\[=<>!?*+/-]|and\b|or\b)", hidden[at + 1 :]):
            return text[start : at + 1], text[at + 1 :]
        if not depth and (hidden[at] == "{" or (hidden[at] == ":" and language == "python")):
            return text[start:at], text[at + 1 :]
    return text[start:], ""


def _put(condition: str, body: str) -> str:
    """What takes the place of that which a condition is about: `"/"` of `if not is_safe(url): url = "/"`."""
    found = re.match(r"[\s{]*\$?(?:self\.|this\.)?(\w{2,})\s*:?=(?!=)(.*)", body, re.DOTALL)
    asked = found is not None and re.search(rf"\b{found[1]}\b", condition) is not None
    return found[2] or " " if found and asked else ""


def _drops(condition: str, body: str) -> bool:
    """Whether a body takes out what the condition is about: `if name in REFUSED: headers.pop(name)`."""
    asked = set(re.findall(r"[A-Za-z_]\w{2,}", condition))
    return any(asked & set(re.findall(r"[A-Za-z_]\w{2,}", found[1])) for found in _DROPS.finditer(body))


def _unwrapped(statements: Sequence[Statement], at: int) -> bool:
    """Whether a statement is gone as a whole, and the first one of its body is not."""
    if not statements[at].whole or at + 1 == len(statements):
        return False
    first = statements[at + 1]
    return first.indent > statements[at].indent and not first.changed


def _body(statements: Sequence[Statement], at: int) -> Iterator[str]:
    indent = statements[at].indent
    for statement in statements[at + 1 : at + 1 + _BODY]:
        if statement.indent <= indent and not statement.text.startswith("{"):
            return
        yield statement.text
