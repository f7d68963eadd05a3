"""Records that are changed without the check that others of the same file hand them to, with who asks.

`await this.access.requireEditor(user, boardId)` says that not everybody may do what follows to this board. A
function beside it that is given a `boardId` as well, and changes the board without, was forgotten.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from reviewbot.reviewers.static.lookups import closed, words
from reviewbot.reviewers.static.owners import Around, Reading
from reviewbot.reviewers.static.passages import Hit, claim

_CALL: Final = re.compile(r"(?<![\w$.?])(?P<owner>(?:[\w$]{1,60}\??\.){0,5})(?P<verb>[\w$]{1,60})\(")
_NAMED: Final = re.compile(r"(?<![\w$.])(?:(?:this|self)\.)?([\w$]{1,60})\(")
_BLOCK: Final = re.compile(r"=>|\bfunction\b|\blambda\b")
"""What stands behind is done later, by another function."""
_NUMBER: Final = re.compile(r"(?<![\w.])(?P<root>\w{1,40})(?:\.\w{1,40}){0,3}(?![\w.(]|\s*:)")
_IS_ID: Final = re.compile(r"(?:[a-z]I|^i|_i|\.i)d$|(?:\b|_)(?:pk|uuid|slug|key)$|[a-z](?:Uuid|Slug|Key)$")
_SESSION: Final = re.compile(r"\b(?:db_)?session\b")
_HANDED: Final = re.compile(
    r"(?<![\w$.])(?:(?:this|self)\.)?([\w$]{2,60})\(\s?(?:ctx|context|req|request|user|current_user|viewer|caller|actor|me|info"
    r"|session|g\.user|socket)\b[^()\n]{0,120}?(?:[a-z]I|\bi|_i|\.i)d\b"
)
"""A function is handed who asks and the number of a record, in this order."""
_REFUSES: Final = re.compile(r"\bthrow\b|\braise\b|\babort\(|\b40[34]\b")
_COMPARES: Final = re.compile(
    r"(?:[a-z]I|_i|\.i)d\)?[ ](?:!==?|===?)[ ](?:\w{1,40}\??\.){0,3}\w{0,40}(?:[a-z]I|_i|\bi)d\b"
    r"|\.(?:includes|has)\((?:\w{1,40}\??\.){0,3}\w{0,40}(?:[a-z]I|_i|\bi)d\)"
    r"|(?:[a-z]I|_i|\.i)d[ ](?:not[ ])?in[ ]\w"
)
"""Compares two numbers, as of who asks and of whose the record is."""
_FEWEST: Final = 2
"""Functions that hand a record to a check."""
_MOST: Final = 500
"""Calls of one file that are handed a record."""
_MOST_CALLS: Final = 20_000
"""Calls of one file that are looked at."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A call that is handed the number of a record: where, of what, which, and whether with who asks."""

    line: int
    owner: str
    verb: str
    number: str
    asks: bool
    itself: bool
    """Whether it asks for the very record that the number is of."""
    vouches: bool = False
    """Whether what is called is a function of the file that compares, and refuses."""

    @property
    def checks(self) -> bool:
        """Whether it decides whether who asks may have to do with the record, or finds it for them."""
        told = words()
        finds = told.tenant.search(self.number) and told.finds.search(self.verb)
        return self.asks and bool(self.vouches or finds or told.vouches.search(self.verb))

    @property
    def alters(self) -> bool:
        """Whether it changes the record, or finds what belongs to it, whoever asks."""
        told = words()
        belongs = not self.itself and told.tenant.search(self.number)
        finds = belongs and told.finds.search(self.verb)
        return not self.asks and bool(finds or told.alters.search(self.verb))


def unvouched(reading: Reading, by: str) -> Iterator[Hit]:
    """The changes of records, on changed lines, for which nobody vouches."""
    passage, told = reading.passage, words()
    checks = sum(1 for _ in islice(told.vouching.finditer(passage.text), _FEWEST))
    handed = Counter(_HANDED.findall(passage.text))
    gates = frozenset(name for name, times in handed.items() if times >= _FEWEST)
    if (checks < _FEWEST and not gates) or told.inside.search(passage.path):
        return
    gates = reading.named(gates, _is_gate) if gates and _COMPARES.search(passage.text) else frozenset()
    if checks < _FEWEST and not gates:
        return
    for line in sorted(set(_Uses(reading, gates).lacking())):
        number = passage.start + line
        if passage.is_changed(number, number):
            yield Hit(claim(words().unvouched, by, passage.line(number), number), number)


@dataclass(frozen=True)
class _Uses:
    """What a file does with the numbers of records, by the function that each came into."""

    reading: Reading
    gates: frozenset[str]

    def lacking(self) -> Iterator[int]:
        """The lines on which a record is changed that others hand to a check first."""
        for number, functions in self._of.items():
            asking = {around: uses for around, uses in functions.items() if any(use.checks for use in uses)}
            bare = {
                around: use
                for around, uses in functions.items()
                if (use := _bare(uses)) and not _decides(around, number) and self._serves(around)
            }
            if len(asking) < _FEWEST or 2 * len(bare) > len(asking):
                continue
            # What none of those that ask has to do with keeps something else about a record, as a queue.
            theirs = {use.owner for uses in asking.values() for use in uses if not use.asks}
            theirs |= {owner for around in asking for owner in self._altered(around)} if bare else set()
            tenant = words().tenant.search(number)
            yield from (use.line for use in bare.values() if tenant or use.owner in theirs)

    @cached_property
    def _of(self) -> Mapping[str, Mapping[Around, list[_Use]]]:
        found: dict[str, dict[Around, list[_Use]]] = {}
        for use in islice(_uses(self.reading.text, self.reading.passage.language, self.gates), _MOST):
            around = self.reading.given(use.number.partition(".")[0], use.line)
            if around and (around.name, around.first) != (use.verb, use.line):
                found.setdefault(use.number, {}).setdefault(around, []).append(use)
        return found

    def _altered(self, around: Around) -> Iterator[str]:
        """What a function changes something of that it got from such a check: `kennels.update(kennel.id)`."""
        if any(name in around.body for name in self.gates):
            told = words()
            yield from (
                call["owner"] for call in _CALL.finditer(around.body) if told.alters.search(call["verb"])
            )

    @cached_property
    def _called(self) -> Counter[str]:
        """How often a name stands before a bracket, where it is defined included."""
        return Counter(_NAMED.findall(self.reading.text))

    def _serves(self, around: Around) -> bool:
        """Whether a client reaches a function by itself: it is told who asks, and no other calls it."""
        calls = self._called[around.name]
        hidden = around.name.startswith(("_", "#")) or words().hidden.search(around.text) is not None
        told = words().asker.search(around.given.replace(":", " ")) or words().asker.search(around.body)
        return calls <= 1 and not hidden and told is not None


def _decides(around: Around, number: str) -> bool:
    """Whether a function decides in its own way; that it asks for an owner by the number itself is none."""
    if words().tenant.search(number):
        return words().decides.search(around.text) is not None
    return around.decides


def _bare(uses: list[_Use]) -> _Use | None:
    """What changes a record before anything is asked together with who asks."""
    for use in uses:
        if use.asks:
            return None
        if use.alters:
            return use
    return None


def _is_gate(text: str) -> bool:
    """Whether a function compares who asks with whose a record is, and refuses."""
    return _REFUSES.search(text) is not None and _COMPARES.search(text) is not None


def _uses(text: str, language: str, gates: frozenset[str]) -> Iterator[_Use]:
    """The calls of a text that are handed numbers of records, in order."""
    asker, line, at = words().asker, 0, 0
    for call in islice(_CALL.finditer(text), _MOST_CALLS):
        given = _BLOCK.split(text[call.end() : closed(text, call.end() - 1)], maxsplit=1)[0]
        given = words().done_by.sub("", given)
        if language == "python":  # where a session is that of a database
            given = _SESSION.sub("", given)
        line += text.count("\n", at, call.start())
        at = call.start()
        numbers = {
            one[0] for one in _NUMBER.finditer(given) if _IS_ID.search(one[0]) and not asker.match(one[0])
        }
        asks = asker.search(given) is not None
        for number in sorted(numbers):
            itself = re.search(rf"\b_?id\s*(?::|==?)\s*{re.escape(number)}", given) is not None
            itself = itself or given.startswith(number)
            vouches = call["verb"] in gates
            yield _Use(line, call["owner"], call["verb"], number, asks, itself, vouches)
