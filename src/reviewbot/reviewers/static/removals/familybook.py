"""Families of protection as data: one file each, which is the rule, its tests and its page of documentation.

`families/ID.yml` says what a change loses when it removes one of its signs. The kinds of signs are told at
`Kind`; each pattern is a regular expression of Python, tried on code without comments.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from typing import Any, NamedTuple

from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.expressions import Expression
from reviewbot.reviewers.static.passages import Weakness
from reviewbot.reviewers.static.removals.needles import needles, pieces

_KEYS = {"id", "cwe", "severity", "title", "explanation", "fix", "signs", "found", "quiet"}
_OPTIONAL = {"instead", "vague"}
_SIGN_KEYS = {"confidence", "languages", "to", "refuses", "about", "unless"}


class Kind(StrEnum):
    """How a protection shows in code."""

    GUARD = "guard"
    """A clause of a condition."""
    EXIT = "exit"
    """What is done when a condition holds: the error it raises, and its message."""
    CALL = "call"
    """A call that makes its argument harmless, or a part of one."""
    MARK = "mark"
    """A line of its own: a decorator, an annotation, a setting, a statement."""
    OPTION = "option"
    """A safe option of a call, or a safe entry of a table."""
    SWAP = "swap"
    """The stronger of two ways; `to` matches the weaker one that takes its place.

    Where both patterns have a group `key`, what they match there has to be the same.
    """
    EXEMPT = "exempt"
    """What takes protection away where it is added."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One way in which a family shows. `languages` is empty for a sign of all languages.

    A condition that `refuses` counts only if what it leads to is an error, one with `about` only if the
    function that it stands in, or what is done when it holds, is about that. An exemption with `about` may
    also be an entry among the options of such a call. A swap is none if its function
    gets something that `unless` matches.
    """

    kind: Kind
    pattern: Expression
    confidence: Confidence
    languages: frozenset[str]
    to: Expression | None = None
    refuses: bool = False
    about: Expression | None = None
    unless: Expression | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A small change: the code before and after it."""

    language: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Family:
    """What protects against one kind of attack, what its loss means, and the changes that prove it.

    `instead` names families whose signs protect as well or better. A `vague` one is what is left to say if no
    other family knows the check.
    """

    id: str
    cwe: str
    severity: Severity
    title: str
    explanation: str
    fix: str
    signs: tuple[Sign, ...]
    found: tuple[Example, ...]
    quiet: tuple[Example, ...]
    instead: tuple[str, ...] = ()
    vague: bool = False

    def weakness(self, confidence: Confidence) -> Weakness:
        """What there is to say of its loss."""
        return Weakness(self.cwe, self.severity, confidence, self.title, self.explanation, self.fix)


Helpers = dict[str, tuple[Family, Confidence]]
"""What functions protect against, by their names, and how sure that is."""


class Shown(NamedTuple):
    """A sign of a family in a text, and the code that shows it."""

    family: Family
    sign: Sign
    what: str


@dataclass(frozen=True)
class FamilyBook:
    """All families."""

    families: tuple[Family, ...]

    def shown(self, text: str, language: str, *kinds: Kind) -> Iterator[Shown]:
        """The signs of some kinds in a text of some language, each once, in the order of the families."""
        every, by_piece = self._signs
        near = {at for piece in pieces(text) & by_piece.keys() for at in by_piece[piece]}
        for at in sorted(near | set(by_piece[""])):
            family, sign = every[at]
            fits = sign.kind in kinds and (not sign.languages or language in sign.languages)
            if fits and (found := sign.pattern.search(text)):
                yield Shown(family, sign, found[0])

    @cached_property
    def _signs(self) -> tuple[list[tuple[Family, Sign]], dict[str, list[int]]]:
        """All signs, and by a piece of text those that need it; those that need none by "" ."""
        every = [(family, sign) for family in self.families for sign in family.signs]
        by_piece: dict[str, list[int]] = {"": []}
        for at, (_, sign) in enumerate(every):
            for piece in needles(sign.pattern.text) or {""}:
                by_piece.setdefault(piece, []).append(at)
        return every, by_piece

    def standing_for(self, family: Family) -> Iterator[Family]:
        """A family, and those that can take its place."""
        return (other for other in self.families if other is family or other.id in family.instead)


def load() -> FamilyBook:
    """Read the families that are part of reviewbot, in the order of their names.

    Raises:
        ValueError: a file breaks the form; it says which and how.
    """
    import yaml  # noqa: PLC0415 - 20 ms, and only a change that removes lines needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    home = files(__package__) / "families"
    found = sorted((file for file in home.iterdir() if file.name.endswith(".yml")), key=lambda f: f.name)
    entries = ((f.name, yaml.load(f.read_text(encoding="utf-8"), loader)) for f in found)  # noqa: S506 - safe
    return FamilyBook(tuple(parse_family(name, entry) for name, entry in entries))


def parse_family(name: str, entry: Mapping[str, Any]) -> Family:
    """A family from its file.

    Raises:
        ValueError: a key is missing, unknown or of the wrong kind.
    """
    if wrong := _KEYS ^ (set(entry) - _OPTIONAL):
        raise ValueError(f"{name}: missing or unknown: {', '.join(sorted(wrong))}")
    if not name.endswith(f"{entry['id']}.yml"):
        raise ValueError(f"{name}: the file's name must end in the id")
    texts = {key: entry[key] for key in ("id", "cwe", "title", "explanation", "fix")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise ValueError(f"{name}: {', '.join(texts)} must be text")
    return Family(
        severity=Severity[entry["severity"].upper()],
        signs=tuple(_sign(name, sign) for sign in entry["signs"]),
        found=tuple(Example(**example) for example in entry["found"]),
        quiet=tuple(Example(**example) for example in entry["quiet"]),
        vague=entry.get("vague", False),
        instead=tuple(entry.get("instead", "").split()),
        **texts,
    )


def _sign(name: str, entry: Mapping[str, Any]) -> Sign:
    kinds = [kind for kind in Kind if kind in entry]
    if len(kinds) != 1 or set(entry) - _SIGN_KEYS - set(kinds):
        raise ValueError(f"{name}: a sign has one kind, and {', '.join(sorted(_SIGN_KEYS))}: {entry}")
    (kind,) = kinds
    if (kind is Kind.SWAP) != ("to" in entry):
        raise ValueError(f"{name}: a swap, and nothing else, says what it gives way to")
    to = _pattern(entry["to"]) if "to" in entry else None
    languages = frozenset(entry.get("languages", "").split())
    return Sign(
        kind,
        _pattern(entry[kind]),
        Confidence[entry["confidence"].upper()],
        languages,
        to,
        entry.get("refuses", False),
        _pattern(entry["about"]) if "about" in entry else None,
        _pattern(entry["unless"]) if "unless" in entry else None,
    )


def _pattern(parts: Iterable[str]) -> Expression:
    """One pattern for any of several. What follows `(?i)` in a part is matched in either case."""
    exact_and_folded = (part.partition("(?i)") for part in parts)
    return Expression(
        "|".join(f"{exact}(?i:{folded})" if flag else exact for exact, flag, folded in exact_and_folded)
    )
