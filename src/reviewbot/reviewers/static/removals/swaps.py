"""A stronger way that gave way to a weaker one, and exemptions that a change adds."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from reviewbot.reviewers.static.expressions import Expression
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Kind, Shown, Sign
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.moved import moved_into
from reviewbot.reviewers.static.removals.statements import Statement, defined
from reviewbot.spans import Side

GAVE_WAY: Final = "gave way to something weaker here"
"""What happened to the stronger of two ways."""
_BELOW: Final = 8
"""Statements among which what a decorator stands on is looked for, or what stands in a call."""


_ENTRY: Final = re.compile(r"[\w\"']{1,40}\s?[:=]\s?[\w\"']{1,40},?")
_GIVEN: Final = re.compile(r"(?:const|let|var)\s+(\w+)\s*(?::[^=]+)?=")
"""What a chain is for; what is exported is judged where it is used."""


def swapped(comparison: Comparison, book: FamilyBook) -> Iterator[Loss]:
    """One loss for each place where the weaker way appears as the stronger one goes."""
    for shown, gone in _shown(comparison.removed, comparison, book, Kind.SWAP):
        family, sign, what = shown
        stays = sum(sign.pattern.search(one.text) is not None for one in comparison.added)
        keys = _keys(sign.pattern, (_with_block(comparison, one) for one in gone))
        came = [one for one in comparison.added if _gives_way(one, sign, keys)]
        before = sum(
            _gives_way(one, sign, keys) and not sign.pattern.search(one.text) for one in comparison.removed
        )
        if stays >= len(gone) or len(came) <= before:
            continue
        there = next((one for one in came if not sign.pattern.search(one.text)), came[0])
        saved = _is_saved(comparison, there, sign) or moved_into(comparison, book, gone[0], family)
        if not saved and not _made_safe(comparison, book, family, sign):
            yield _loss(comparison, there, family, sign, what, GAVE_WAY)


def _gives_way(came: Statement, sign: Sign, keys: frozenset[str]) -> bool:
    """Whether a statement is the weaker way, and of one of the keys where the patterns tell any."""
    if sign.to is None or not sign.to.search(came.text):
        return False
    after = _keys(sign.to, (came.text,))
    return not after or not after.isdisjoint(keys)


def _keys(pattern: Expression, texts: Iterable[str]) -> frozenset[str]:
    """What a pattern says that a way is of."""
    if "key" not in pattern.compiled.groupindex:
        return frozenset()
    return frozenset(found["key"] for text in texts for found in pattern.compiled.finditer(text))


def _with_block(comparison: Comparison, statement: Statement) -> str:
    """A removed statement and the first of those that stand in it: the functions of a property."""
    at = comparison.place(statement) + 1
    inside = takewhile(lambda one: one.indent > statement.indent, comparison.old[at : at + _BELOW])
    return " ".join((statement.text, *(one.text for one in inside)))


def _is_saved(comparison: Comparison, there: Statement, sign: Sign) -> bool:
    """Whether what makes the weaker way as good is added to its function: a name that nobody can guess."""
    around = (one.text for one in comparison.added if one.owner == there.owner)
    return sign.unless is not None and any(map(sign.unless.search, around))


def _made_safe(comparison: Comparison, book: FamilyBook, family: Family, sign: Sign) -> bool:
    """Whether the change has the weaker way protect by an option: `XMLParser(resolve_entities=False)`.

    An option whose value is the weaker way is none.
    """
    added = comparison.kept.texts.get(comparison.window.path, "")
    removed = squeezed("\n".join(one.text for one in comparison.removed))
    return any(
        shown.family is family
        and shown.what not in removed
        and not (sign.to is not None and sign.to.search(shown.what))
        for shown in book.shown(added, comparison.window.language, Kind.OPTION)
    )


def exempted(comparison: Comparison, book: FamilyBook) -> Iterator[Loss]:
    """One loss for each exemption that code gets which was there before."""
    for shown, came in _shown(comparison.added, comparison, book, Kind.EXEMPT):
        family, sign, what = shown
        before = sum(sign.pattern.search(one.text) is not None for one in comparison.old if one.changed)
        for statement in came[before:]:
            if _is_own(statement, sign, comparison) and not _is_new(statement, comparison):
                yield _loss(comparison, statement, family, sign, what, "is added to code that did without it")


def _shown(
    statements: Iterable[Statement], comparison: Comparison, book: FamilyBook, kind: Kind
) -> Iterable[tuple[Shown, list[Statement]]]:
    """Each sign of a kind, with the statements that show it."""
    found: dict[int, tuple[Shown, list[Statement]]] = {}
    for statement in statements:
        for shown in book.shown(statement.text, comparison.window.language, kind):
            found.setdefault(id(shown.sign), (shown, []))[1].append(statement)
    return found.values()


def _loss(comparison: Comparison, there: Statement, family: Family, sign: Sign, what: str, how: str) -> Loss:
    path = comparison.window.path
    return Loss(
        family,
        sign.confidence,
        what,
        path,
        Side.NEW,
        there.first,
        owner=there.owner,
        how=how,
        instead_of=sign.kind is Kind.SWAP,
    )


def _is_own(statement: Statement, sign: Sign, comparison: Comparison) -> bool:
    """Whether an exemption says itself what it is for, or stands in a statement that was there before."""
    if all(comparison.kept.came_from_elsewhere(line) for line in statement.lines):
        return False
    alone = statement.text.startswith(("@", "[", "skip_")) or _goes_on(statement, comparison)
    alone = alone or _is_entry(statement, sign, comparison)
    return alone or not statement.whole or comparison.has_predecessor(statement)


def _goes_on(statement: Statement, comparison: Comparison) -> bool:
    """Whether a statement is a link of a chain that was there before: `.passthrough()` below a schema."""
    if not statement.text.startswith("."):
        return False
    at = next(i for i, other in enumerate(comparison.new) if other is statement)
    head = next((one for one in reversed(comparison.new[:at]) if one.indent < statement.indent), None)
    name = _GIVEN.match(head.text) if head is not None else None
    return name is not None and any(
        (old := _GIVEN.match(one.text)) and old[1] == name[1] for one in comparison.old
    )


def _is_entry(statement: Statement, sign: Sign, comparison: Comparison) -> bool:
    """Whether a statement is an entry among options of what a sign is about: `shell: true,` of a `spawn(`."""
    if sign.about is None or not _ENTRY.fullmatch(statement.text):
        return False
    at = next(i for i, other in enumerate(comparison.new) if other is statement)
    head = next((one for one in reversed(comparison.new[:at]) if one.indent < statement.indent), None)
    return head is not None and not head.changed and sign.about.search(head.text) is not None


def _is_new(statement: Statement, comparison: Comparison) -> bool:
    """Whether what an exemption stands in, or on, is new as well: it takes nothing away."""
    there = {defined(one.text) for one in comparison.old}
    around = [name for one in statement.around if one.changed and (name := defined(one.text))]
    if any(name not in there for name in around):
        return True
    at = next(i for i, other in enumerate(comparison.new) if other is statement)
    below = comparison.new[at + 1 : at + 1 + _BELOW] if statement.text[:1] in "@[#" else []
    name = next((name for one in below if (name := defined(one.text))), "")
    return bool(name) and name not in there
