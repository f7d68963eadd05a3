"""Look-ups: where code asks for records, of what, and whether it says whose they are."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any, Final, NamedTuple

from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.flow.models import family_of
from reviewbot.reviewers.static.passages import Passage, Weakness

MOST: Final = 300
"""Look-ups of one file that are compared."""
_MOST_MADE: Final = 1_000
"""Calls of one file that may make a record."""
_LONGEST: Final = 500
"""Characters of a look-up."""
_WRITTEN: Final = 300
"""Characters of a line that a person wrote; of a longer one, nothing is taken to be for one purpose."""
_STATEMENT: Final = re.compile(
    r"(?P<chain>)\b(?i:FROM|UPDATE|INTO)\s+(?P<model>[a-z]\w*)\b"
    r"(?P<rest>[^\"`;]{0,200}?\b(?i:WHERE)\b[^\"`;]{0,300})"
)
_QUOTED: Final = re.compile(
    r"(?P<chain>)'(?=\s{0,9}(?i:SELECT|UPDATE|DELETE)\b)[^'\n]{0,300}?\b(?i:FROM|UPDATE)\s+"
    r"(?P<model>[a-z]\w*)\b(?P<rest>[^'\n]{0,200}?\b(?i:WHERE)\b[^'\n]{0,300})(?=')"
)
"""A statement in single quotes, which end where the next one stands."""
_SQL: Final = (_STATEMENT, _QUOTED)
_VALUES: Final = re.compile(r"[\"'`]\s{0,9},\s{0,40}(?=[\[({])")
"""Between a statement and what is put into it."""
_ALL: Final = re.compile(
    r"\.(?:all|findAll|findMany|find)\(\s*\)$"
    r"|\.objects(?:\.(?:all|select_related|prefetch_related|order_by)\([^()]{0,200}\)){1,5}$"
)
_ITSELF: Final = re.compile(
    r"(?i)(?<![\w.])(?:(?:this|self)\.)?(?:req|request|ctx|context|c|session|auth|locals|res\.locals|state|socket|event"
    r"|info|g)\??\.(?:(?!(?:body|params?|query|form|data|json|args|input|headers|cookies)\b)\w{1,40}\??\.){0,2}(?:user|account|member|customer|tenant|principal|org|organi[sz]ation)"
    r"!?\??\.(?:_?id|uid|uuid|sub|pk)\b|\b(?:ctx|context|c)\.get\([\"']user[\"']\)\.id\b"
)
"""The number of whoever asks: that of the record itself, where records of such are looked for."""
PEOPLE: Final = re.compile(r"user|account|member|customer|employee|student|patient|subscriber|person|rider")
"""Models that are called like those who ask."""
_OWN: Final = "\0"
_CHAINED: Final = re.compile(r"\s*(?:\.|->)(?!then|map|catch|json|send)\w+\(")
_BRACKET: Final = re.compile(r"[()\[\]{}]")
_NEW: Final = re.compile(
    r"\b(?P<name>[A-Za-z_]\w{0,60})\s*(?::|=\s*(?:await\s+)?new\b)\s*(?P<kind>[A-Z]\w{0,60}?)"
    r"(?:Repo|Repository|Store|Dao|Service|Source|Model|Api|API|Client)?\b"
)
"""An object is made, or declared."""
_VACANT: Final = re.compile(
    r"(?i)\b\w{1,60}[ ]?[:=][ ]?(?:\{[ ]?(?:\$?ne|not)[ ]?:[ ]?)?(?:null|none|nil)\b"
    r"|\bis_?(?:not_?)?null\([ ]?[\w.]{1,80}[ ]?\)"
    r"|\b[\w.]{1,80}[ ](?:is[ ](?:not[ ])?null\b|\.is_(?:not)?\(none\))"
    r"|\b\w{1,60}\s(?:not\s)?i?like\s|\b\w{1,60}__i?contains\b"
    r"|\b\w{1,60}(?:__isnull\b|[ ]?:[ ]?(?:not\([ ]?)?isnull\(\))"
)
"""Whether somebody has a record at all, or is called something like it: `memberId: { not: null }`."""
_BESIDE: Final = re.compile(
    r"\b(?:select|include|includes|attributes|data|values|set|populate|relations|order\w*|returning|defaults?|with"
    r"|leftJoin\w*|innerJoin\w*|join\w*|select_related|prefetch_related)\s*[:=]?\s*(?=[\[{(])|\$set\s*:\s*(?=\{)"
)
"""What may name owners, and asks for nothing."""


class Lookup(NamedTuple):
    """One question for records: of what, on which lines, how it is put, and what it asks for.

    `handed` says that it is a method of the project's own that is asked, which does what it is called for.
    """

    model: str
    first: int
    last: int
    text: str
    asked: str
    handed: bool

    @property
    def method(self) -> str:
        """The name of what is called."""
        return re.split(r"\W", self.text.partition("(")[0])[-1]

    @property
    def is_owned(self) -> bool:
        """Whether it says whose the records are, or hands on who asks."""
        told = words()
        asks = told.caller.search(self.asked) or (
            not self.handed and told.owner.search(_VACANT.sub("", self.asked))
        )
        return bool(asks) and not self.is_claimed

    @property
    def is_claimed(self) -> bool:
        """Whether it believes the client who that is."""
        told = words()
        return bool(told.claimed.search(self.asked)) and not told.caller.search(
            told.claimed.sub("", self.asked)
        )

    @property
    def is_open(self) -> bool:
        """Whether a record is asked for by a number that comes as it is, and by nothing else."""
        if self.is_claimed:
            return True
        if _OWN in self.asked:
            return False
        told = words()
        others = (told.owner, told.derived, told.caller)
        return not any(one.search(self.asked) for one in others) and told.by_id.search(self.asked) is not None

    @property
    def changes(self) -> bool:
        """Whether it changes what it finds."""
        return words().changes.search(self.text) is not None

    @property
    def sweeps(self) -> bool:
        """Whether it is a statement that changes records without finding them, as jobs have too."""
        return self.text.startswith(("update(", "delete("))

    @property
    def is_of_all(self) -> bool:
        """Whether it asks for all that there are."""
        return _ALL.search(self.text) is not None and not self.is_owned


class Words(NamedTuple):
    """The regular expressions of lookups.toml."""

    owner: re.Pattern[str]
    caller: re.Pattern[str]
    claimed: re.Pattern[str]
    by_id: re.Pattern[str]
    derived: re.Pattern[str]
    inside: re.Pattern[str]
    decides: re.Pattern[str]
    compares: re.Pattern[str]
    personal: re.Pattern[str]
    everybodys: re.Pattern[str]
    visitors: re.Pattern[str]
    signed: re.Pattern[str]
    ranked: re.Pattern[str]
    served: re.Pattern[str]
    unheard: re.Pattern[str]
    made_for: re.Pattern[str]
    done_by: re.Pattern[str]
    changes: re.Pattern[str]
    vouches: re.Pattern[str]
    vouching: re.Pattern[str]
    alters: re.Pattern[str]
    finds: re.Pattern[str]
    tenant: re.Pattern[str]
    asker: re.Pattern[str]
    hidden: re.Pattern[str]
    unnamed: re.Pattern[str]
    calls: Mapping[str, tuple[re.Pattern[str], ...]]
    handed: Mapping[str, tuple[re.Pattern[str], ...]]
    own: Mapping[str, tuple[re.Pattern[str], ...]]
    made: Mapping[str, tuple[re.Pattern[str], ...]]
    weakness: Weakness
    unvouched: Weakness
    early: Weakness
    granted: Weakness


@cache
def words() -> Words:
    """What lookups.toml says."""
    told = tomllib.loads(files(__package__).joinpath("lookups.toml").read_text())
    lists: dict[str, Any] = {
        key: {name: tuple(map(re.compile, patterns)) for name, patterns in told[key].items()}
        for key in ("calls", "handed", "own", "made")
    }
    single: dict[str, Any] = {key: re.compile(text) for key, text in told.items() if isinstance(text, str)}
    weakness, unvouched, early, granted = (
        Weakness(severity=Severity.HIGH, confidence=Confidence.MEDIUM, **told["weakness"][key])
        for key in ("unowned", "unvouched", "early", "granted")
    )
    return Words(weakness=weakness, unvouched=unvouched, early=early, granted=granted, **lists, **single)


def lookups_in(text: str, language: str) -> list[Lookup]:
    """The look-ups of a text, by the form that they are written in; more than `MOST` if they are many."""
    family, told = family_of(language), words()
    found = {}
    for pattern in (*told.calls.get(family, ()), *_SQL):
        for one in islice(_matches(text, pattern, handed=False), MOST + 1):
            found[one.first, one.model] = one
    for pattern in told.handed.get(family, ()):
        for one in islice(handed(text, pattern), MOST + 1):
            found.setdefault((one.first, one.model), one)
    return list(found.values())


def handed(text: str, pattern: re.Pattern[str], model: str = "") -> Iterator[Lookup]:
    """The calls in a text that a pattern finds, each as a look-up that the project does in its own way.

    `model` is what they look up where their own words tell nothing of it.
    """
    return _matches(text, pattern, handed=True, otherwise=model)


def heard(text: str) -> str:
    """The lines of a text in which who asks may be used for more than to see that there is somebody."""
    unheard = words().unheard
    return "\n".join(line for line in text.splitlines() if len(line) > _WRITTEN or not unheard.search(line))


def own(passage: Passage) -> frozenset[str]:
    """Of what a passage finds records through who asks: `current_user.invoices`."""
    patterns = words().own.get(family_of(passage.language), ())
    return frozenset(
        singular(found["model"]) for pattern in patterns for found in pattern.finditer(passage.text)
    )


def written(text: str, language: str) -> frozenset[str]:
    """Of what a text makes records for who asks: `Stall.create({ vendorId: req.user.id })`."""
    told = words()
    found = (one for pattern in told.made.get(family_of(language), ()) for one in pattern.finditer(text))
    given = (
        (one["model"], told.done_by.sub("", text[one.end() - 1 : closed(text, one.end() - 1)]))
        for one in islice(found, _MOST_MADE)
    )
    return frozenset(
        singular(model)
        for model, said in given
        if told.made_for.search(said) or told.caller.search(told.claimed.sub("", said))
    )


def singular(name: str) -> str:
    """A model's name, however it is written."""
    return re.sub(r"ies$", "y", name.lower().replace("_", "")).removesuffix("s")


def _matches(text: str, pattern: re.Pattern[str], *, handed: bool, otherwise: str = "") -> Iterator[Lookup]:
    first = at = 0
    made = cache(lambda: _made(text))
    for match in pattern.finditer(text):
        opened = text.rfind("(", match.start(), match.end())
        start = match.start("model") if pattern in _SQL else match.start()
        end = _values_end(text, match.end()) if pattern in _SQL else _end(text, opened)
        said = text[start : max(end, match.end())][:_LONGEST]
        first += text.count("\n", at, start)
        at = start
        model = match["model"]
        asked = said[opened - start :] if handed else _asked(said, model)
        if handed:
            kind, given = _last(made(), text[match.start("model") : opened].rpartition(".")[0], at)
            model = (kind or otherwise) if words().unnamed.fullmatch(model) else model
            asked += given
        if model:
            yield Lookup(singular(model), first, first + said.count("\n"), said, asked, handed)


def _made(text: str) -> Mapping[str, Sequence[tuple[int, str, str]]]:
    """By name: where an object is made, of what kind, and with whom who asks, if it is told that."""
    made: dict[str, list[tuple[int, str, str]]] = {}
    for found in _NEW.finditer(text):
        end = found.end()
        given = text[end : closed(text, end)] if text.startswith("(", end) else ""
        known = given if words().caller.search(given) else ""
        made.setdefault(found["name"], []).append((found.start(), found["kind"], known))
    return made


def _last(made: Mapping[str, Sequence[tuple[int, str, str]]], name: str, at: int) -> tuple[str, str]:
    """What an object was made of last, before a place in the text if it was made there at all."""
    every = made.get(name, [(0, "", "")])
    return next((one for one in reversed(every) if one[0] < at), every[0])[1:]


def _asked(said: str, model: str) -> str:
    """What a look-up asks for, without what it selects, and the model, which may be called like an owner."""
    while found := _BESIDE.search(said):
        said = said[: found.start()] + said[closed(said, found.end()) :]
    return without_model(_ITSELF.sub(_OWN, said), model)


def without_model(said: str, model: str) -> str:
    """A text without the name of a model; the number of a person is that of a record, and not of who asks."""
    name = re.escape(model.rstrip("s"))
    if PEOPLE.fullmatch(singular(model)):
        said = re.sub(rf"(?i)\b{name}_?id\b", "id", said)
    return re.sub(rf"(?i)\b{name}(?:s|ById)?\b", "", said)


def _end(text: str, at: int) -> int:
    """Where a call ends that opens here, with the calls that are chained to it."""
    end = closed(text, at)
    while (found := _CHAINED.match(text, end)) and end - at < _LONGEST:
        end = closed(text, found.end() - 1)
    return end


def _values_end(text: str, at: int) -> int:
    """Where the values end that a statement is given which ends here."""
    found = _VALUES.match(text, at)
    return closed(text, found.end()) if found else at


def closed(text: str, at: int) -> int:
    """Behind the bracket that closes the one here; of anything else, behind its first character."""
    if not text.startswith(("(", "[", "{"), at):
        return at + 1
    end = min(len(text), at + _LONGEST)
    depth = 0
    for found in _BRACKET.finditer(text, at, end):
        depth += 1 if found[0] in "([{" else -1
        if depth <= 0:
            return found.end()
    return end
