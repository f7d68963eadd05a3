"""What a route is, and the words that routes and their protection are told by."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_FIRST: Final = 400
"""Characters at the beginning of a handler in which a check counts as its protection."""
FEWEST: Final = 2
"""Siblings that have to carry the protection."""
RANKED: Final = "(Roles)"
"""What is written behind the name of a protection that asks for a rank."""
_OTHERS: Final = ("weakness", "opposites")
"""Sections that tell no way to write routes."""
_NAME = re.compile(r"[A-Za-z_][\w.]*")
_WORD = re.compile(r"\w+")
_CALLED = re.compile(r"\b([A-Za-z_]\w*)\(")
_CALLS = re.compile(r"\b([A-Za-z_$][\w$]*+)\s?\(")
_WAITS = re.compile(r"\bawait\b|\b(?:db|session|conn|store|repo|cursor|prisma)\b|\.objects\b|\bdel(?:ete)?\s")
"""What has to be waited for is somewhere else, and so is what stands in a store."""
_KEYWORDS = frozenset(
    {"if", "for", "while", "switch", "catch", "return", "and", "or", "not", "in", "function"}
)
_TAME: Final = 1_500
"""Characters of a handler that may do nothing but answer."""
_RECORD = re.compile(r"[/'\"`](?::|\{|<)\w")
_RANKED = re.compile(
    r"\b(Roles|Policy)\s*=|^@?\w[\w.]*\(\s*+\[?\s*+['\"](?!jwt|local|bearer|session|basic|api|token|google|github|oauth)\w"
)
"""Asks for something by its name."""


@dataclass(frozen=True, slots=True)
class Route:
    """A place where requests arrive.

    Lines count from 0: that of its first decorator, of its name, of the end of its header.

    `marks` are the names of what protects it, `checked` says that its body decides on its own who may go on,
    or knows at least who asks, `judged` that it looks at what they may do, `mine` that it does something for
    them, `tame` that it only answers with what it was asked, `opened` that it is public in so many words,
    and `seen` that what it does is written where it is registered. Routes of one `scope` are siblings.
    """

    first: int
    line: int
    last: int
    scope: str
    name: str
    writes: bool
    marks: frozenset[str] = frozenset()
    checked: bool = False
    judged: bool = False
    mine: bool = False
    tame: bool = False
    opened: bool = False
    seen: bool = True

    @property
    def is_of_record(self) -> bool:
        """Whether its path names one record."""
        return _RECORD.search(self.name) is not None


@dataclass(frozen=True, slots=True)
class Words:
    """The regular expressions that routes and their protection are told by.

    `guards` are names that protect in one file, whatever they sound like: what it imports from a place for
    such things. `gates` are functions of its own that hand out only what the caller may have, `idle` let
    everybody through, `held` tells what stands behind names that it gives to lists and options. `asking` is
    what turns people away elsewhere in the change, `ranked` those who have no rank, and `aliases` are types
    of parameters that stand for such a question.
    """

    protects: re.Pattern[str]
    decides: re.Pattern[str]
    brings: re.Pattern[str]
    mighty: re.Pattern[str]
    unrelated: re.Pattern[str]
    opened: re.Pattern[str]
    checks: re.Pattern[str]
    judges: re.Pattern[str]
    mine: re.Pattern[str]
    tame: re.Pattern[str]
    inside: re.Pattern[str]
    first: re.Pattern[str]
    public: re.Pattern[str]
    readable: re.Pattern[str]
    of: Mapping[str, Mapping[str, re.Pattern[str]]]
    """By language, or "calls", those of one way to write routes."""
    opposites: Sequence[tuple[re.Pattern[str], re.Pattern[str]]] = ()
    """What takes back what something else does."""
    guards: frozenset[str] = frozenset()
    gates: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()
    held: Mapping[str, Sequence[str]] = field(default_factory=dict)
    asking: frozenset[str] = frozenset()
    ranked: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> "Words":
        """From the file that holds them."""
        general: dict[str, Any] = {
            key: re.compile(text) for key, text in table.items() if isinstance(text, str)
        }
        sections = {
            key: entry for key, entry in table.items() if key not in _OTHERS and isinstance(entry, dict)
        }
        opposites = table.get("opposites", {}).items()
        return cls(
            **general,
            of={
                key: {name: re.compile(text) for name, text in entry.items()}
                for key, entry in sections.items()
            },
            opposites=tuple((re.compile(rf"(?i)\b{word}"), re.compile(undone)) for word, undone in opposites),
        )

    def marks(self, texts: Iterable[str]) -> frozenset[str]:
        """The names of those that protect."""
        named = ((text, name[0]) for text in self._spelled(texts) if (name := _NAME.search(text)))
        return frozenset(self._mark(text, name) for text, name in named if self._protects(text, name))

    def _spelled(self, texts: Iterable[str]) -> Iterator[str]:
        """Texts; for a name that sounds like nothing, what it stands for."""
        for text in texts:
            said = self.held.get(text.removeprefix("...").strip(), ())
            yield from said if said and not self.protects.search(text) else (text,)

    def _protects(self, text: str, name: str) -> bool:
        known = self.protects.search(text) is not None or name.partition(".")[0] in self.guards
        known = known or name.rpartition(".")[2] in self.asking
        return known and not self._is_idle(text) and not self.unrelated.search(text)

    def _is_idle(self, text: str) -> bool:
        """Whether it names only what lets everybody through: `Guards(open)`, not `Guards(own, open)`."""
        first, *given = _WORD.findall(text)
        return bool(self.idle) and all(name in self.idle for name in given or (first,))

    def _mark(self, text: str, name: str) -> str:
        """A name; it says that there is a rank to have, if that is told by what it is given."""
        ranked = _RANKED.search(text) or (self.decides.search(text) and not self.decides.search(name))
        ranked = ranked or (name.rpartition(".")[2] in self.ranked and not self.decides.search(name))
        return f"{name}{RANKED}" if ranked else name

    def is_public(self, route: Route, guarded: str = "") -> bool:
        """Whether a route is open to everybody by its nature, as its name tells.

        Of one that is about a certain record, a word says nothing that `guarded` names have as well.
        """
        if route.tame and not self.inside.search(route.name):
            return True
        told = [found[0] for found in self.public.finditer(route.name)]
        if route.is_of_record:
            told = [word for word in told if word not in guarded]
        return bool(told or (not route.writes and self.readable.search(route.name)))

    def undoes(self, route: Route, other: Route) -> bool:
        """Whether one of two routes takes back what the other does: who may do that is the same for both."""
        one, two = route.name, other.name
        return any(
            (does[0].search(one) and does[1].search(two)) or (does[0].search(two) and does[1].search(one))
            for does in self.opposites
        )

    def of_body(self, text: str) -> frozenset[str]:
        """What a body checks first."""
        begins = text[:_FIRST]
        asked = {next(filter(None, found.groups())) for found in self.first.finditer(begins)}
        called = self.gates & set(_CALLED.findall(begins)) if self.gates else ()
        return frozenset({*asked, *(f"{name}(owner)" for name in called)})

    def judged(self, text: str) -> dict[str, bool]:
        """What a body knows of who asks and does, as fields of its route."""
        return {
            "judged": bool(self.judges.search(text)),
            "mine": bool(self.mine.search(text)),
            "tame": self._is_tame(text),
        }

    def _is_tame(self, text: str) -> bool:
        """Whether all that is called makes an answer out of the request: nothing is read, kept or done."""
        if len(text) > _TAME or _WAITS.search(text):
            return False
        called = [name for name in _CALLS.findall(text) if name not in _KEYWORDS]
        return bool(called) and all(map(self.tame.search, called))


def rows(node: "SgNode") -> tuple[int, int]:
    """First and last line of a node, from 0."""
    where = node.range()
    return where.start.line, where.end.line


def field_text(node: "SgNode", name: str) -> str:
    """The text of a field; "" if there is none."""
    found = node.field(name)
    return found.text() if found else ""


def header_end(node: "SgNode") -> int:
    """The line on which the header of a definition ends, as far as that is before its body."""
    parameters = node.field("parameters")
    return rows(parameters or node.field("name") or node)[1]
