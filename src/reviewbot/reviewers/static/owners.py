"""Records that are found by their number alone, by code that knows who asks and does not care.

One such look-up says nothing: a record may be everybody's. But where others find the same records together
with whose they are, or where somebody has to sign in for records that are somebody's by their name, the one
that does not ask hands out what belongs to somebody else.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.callers import called_users
from reviewbot.reviewers.static.functions import functions
from reviewbot.reviewers.static.lookups import (
    MOST,
    PEOPLE,
    Lookup,
    handed,
    heard,
    lookups_in,
    own,
    singular,
    without_model,
    words,
    written,
)
from reviewbot.reviewers.static.passages import Hit, Passage, Unreadable, claim
from reviewbot.reviewers.static.structure import parse
from reviewbot.reviewers.static.uncommented import uncommented

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_ABOVE: Final = 4
"""Lines above a function in which its decorators stand, or the call that it is handed to begins."""
_IMPORTS: Final = re.compile(
    r"from[ ][\w.]+[ ]import\b|import\b|(?:const|let|var)[ ][^=]{1,200}=[ ]require\("
)
"""A line that brings names along, whoever uses them."""
_ENDS: Final = re.compile(r"^\s*$|[;}]\s*$|^\s*(?:end|pass|return\b.*)\s*$|\)\s*$")
"""The end of what stood before."""
_SENTENCE: Final = re.compile(r"(?P<mark>[\"'`])[A-Za-z,.!?]+(?: [A-Za-z,.!?]+)+(?P=mark)")
_REFUSES: Final = re.compile(
    r"(?i)throw|raise|return|abort|status|json|send|reject|next|error|exception|require|check|assert"
)
_FINDS: Final = re.compile(r"(?i)_?(?:get|find|by|load|fetch|read|one|lookup|retrieve|select|query|row)")
_ANY: Final = re.compile(r"repo|repository|store|dao|model|record|table")
"""What keeps records of a kind that it does not name: `import * as repository from './repository.js'`."""
_PART: Final = re.compile(r"[A-Za-z]+")
_SIGNED: Final = re.compile(
    r"(?i)login_required|current_?user|signed_in|jwt_required|require_?(?:login|auth|user)|\bauth\b|UseGuards|authenticate"
)
"""Somebody has to sign in for this function."""
_DEPENDS: Final = re.compile(r"\b(?:Depends|Security)\(\s*([\w.]+)")
_MACHINES: Final = re.compile(
    r"(?i)device|depot|machine|kiosk|partner|carrier|webhook|signature|terminal|station|sensor|agent|robot|gateway"
    r"|internal|api_?key|service_?account|\bhmac|supplier|courier"
)
"""Names of what is let in and is no user."""
_BUILDS: Final = re.compile(r"__construct|constructor|__init__|initialize")
_LISTS: Final = re.compile(r"\.(?:all|findAll|findMany|find|order_by|paginate|limit|scalars|fetchall)\(")
_FEW: Final = 4
"""Records that one function finds together with whose they are."""
_FAR: Final = 60
"""Lines above a look-up in which its number may have been found."""
_WIDE: Final = 300
"""Characters of a line that gives something a name."""
_SHORT: Final = 8
"""Lines of a function that does one thing."""
_TELLING: Final = 4
"""Letters of a name that tells what a file is about."""
_NAME: Final = re.compile(r"[A-Za-z_$][\w$]*")
_HELD: Final = re.compile(
    r"[ \t]{0,80}(?:(?:const|let|var|final|bool(?:ean)?)[ ])?([A-Za-z_]\w{0,60})[ ]?:?=[ ]"
    r"(?!.{0,300}\b(?:or|and|not|await)\b)[^()|&;?!=]{1,150}[!=]==?[^()|&;?!=]{1,150};?$"
)
"""A whole line that does nothing but give a comparison a name: what is called may well refuse."""
_HANDS_ON: Final = re.compile(
    r"\.(?P<method>[A-Za-z_$][\w$]{0,60})\(\s{0,40}(?:req|request|ctx\.state|context\.state|res\.locals|locals|c\.var)\."
    r"(?!(?:params|query|body|headers|args|form|files?|json|data|input)\b)\w{1,40}\.(?:_?id|\w{1,40}(?:Id|_id))\b"
)
"""A method is handed, before all else, the number of what was found of who asks: `list(req.stable._id)`."""
_CALLED: Final = re.compile(r"\.([A-Za-z_$][\w$]*)\(")
_GETS: Final = re.compile(
    r"[ \t]{0,80}(?:for[ ]\(?(?:await[ ])?)?(?:(?:const|let|var)[ ])?(?P<name>\w{1,60})(?::[ ]?[\w.]{1,60})?"
    r"[ ]?(?:=|in|of)[ ]"
)
_NUMBER: Final = re.compile(r"(?i)\b(?:\w+\.)*\w*(?:id|pk|uuid|slug|key|params)\b")
_VALUE: Final = re.compile(
    r"(?i)(?<![\w.])(?:\w{1,60}\.)*\w*(?:id|ids|pk|uuid|slug|key)\b(?!\s*(?::|=(?!=)))"
)
_GIVEN: Final = re.compile(r"\b([a-z]\w{2,40})(?=\s*[:,)=])")
_OF_PARENT: Final = r"\b{name}(?:_?[iI]d|_pk)?\s*(?:===?|=|:)\s*{name}(?:\.(?:id|pk|uuid))?(?![\w.])"
_AS_MEMBER: Final = r"(?:[{{,\[]\s*|(?<!\bid)(?<!\b_id)[\"']?\s*(?::|==?=?)\s*){name}\s*(?:[,}}\])]|$)"
"""A name as a member of what is asked for, and not as the number of the record."""
_CALLER: Final = re.compile(
    r"(?i)\b(?:caller|viewer|principal|actor|current_?user|user|(?:user|tenant|account|owner|org\w*)_?id)\b(?=\s*[?:,)=])"
)


@dataclass(frozen=True, eq=False)
class Around:
    """The function that a look-up stands in: its lines, its name, what it is given, and what it does.

    Functions stand in functions, so each keeps where its text is, and no copy.
    """

    first: int
    last: int
    name: str
    given: str
    lines: tuple[str, ...] = field(repr=False)
    """Those of the whole passage."""
    block: "SgNode | None" = None
    _decided: dict[frozenset[str], bool] = field(default_factory=dict, init=False, repr=False)

    @property
    def text(self) -> str:
        """Its lines, and what belongs to it and stands above them."""
        return "\n".join((*_above(self.lines, self.first), *self.lines[self.first : self.last + 1]))

    @property
    def body(self) -> str:
        """What it does; without a block, all of it."""
        return self.block.text() if self.block is not None else self.text

    @cached_property
    def compares(self) -> bool:
        """Whether it compares whose something is."""
        return words().compares.search(_used(self.text)) is not None

    @cached_property
    def asks_machines(self) -> bool:
        """Whether it depends on somebody to be let in who is no user: `claims: dict = Depends(depot)`."""
        return any(map(_MACHINES.search, _DEPENDS.findall(self.text)))

    @cached_property
    def serves(self) -> bool:
        """Whether it answers a request itself."""
        return words().served.search(self.text) is not None

    @property
    def decides(self) -> bool:
        """Whether it decides in its own way who may go on; a function may hold hundreds of look-ups."""
        return self.decides_without(())

    def decides_without(self, parts: Iterable[str]) -> bool:
        """The same, were there not some parts of its text; asked for each of its look-ups, found out once."""
        left_out = frozenset(parts)
        if left_out not in self._decided:
            self._decided[left_out] = self._decides_without(left_out)
        return self._decided[left_out]

    def _decides_without(self, parts: Iterable[str]) -> bool:
        text = self._bare
        for part in sorted(parts, key=len, reverse=True):
            text = text.replace(part, "").replace(_all_unspoken(part), "")
        return any(pattern.search(text) for pattern in (words().decides, words().compares))

    @cached_property
    def _bare(self) -> str:
        return _all_unspoken(_used(self.text))

    @property
    def only_finds(self) -> bool:
        """Whether it does no more than to look up, so that whoever calls it decides."""
        return _FINDS.match(self.name) is not None and self.last - self.first <= _SHORT


@dataclass(frozen=True)
class Reading:
    """A passage and what it looks for.

    Only where that is anything it is parsed, and copied without the words that decide nothing: most look for
    nothing, and all of a change are held together.
    """

    passage: Passage
    callers: frozenset[str] = frozenset()
    """What the change calls those who ask."""
    ranked_types: frozenset[str] = frozenset()
    """The types of parameters that only those get who have a rank."""
    people: frozenset[str] = frozenset()
    """What the records of those who ask are called, besides what such are called everywhere."""

    @cached_property
    def bare(self) -> Passage:
        """The passage without words that decide nothing, and with those who ask called users."""
        return called_users(uncommented(self.passage), self.callers)

    @cached_property
    def text(self) -> str:
        """Its lines."""
        return self.bare.text

    @cached_property
    def found(self) -> list[Lookup]:
        """Its look-ups."""
        language = self.passage.language
        return lookups_in(self.text, language) if lookups_in(self.passage.text, language) else []

    @property
    def is_crowded(self) -> bool:
        """Whether it looks for more than is compared."""
        return len(self.found) > MOST

    @cached_property
    def told(self) -> frozenset[str]:
        """Of what it finds records together with whose they are, as its text tells."""
        return own(self.bare) | {one.model for one in self.found if one.is_owned and not one.sweeps}

    @cached_property
    def owned(self) -> frozenset[str]:
        """The same, and of what it compares the owner once it was found."""
        found = (one for one in self.found if not (one.handed or one.sweeps))
        asked = (one for one in found if one.model not in self.told)
        return self.told | {one.model for one in asked if self.around(one).compares}

    @cached_property
    def opened(self) -> list[Lookup]:
        """Look-ups on changed lines by a number and nothing else, in code that does not decide otherwise."""
        start = self.passage.start
        there = [one for one in self.found if one.is_open and not words().inside.search(self.passage.path)]
        changed = [one for one in there if self.passage.is_changed(start + one.first, start + one.last)]
        return [one for one in changed if not (self._decides_on(one) or self._takes_over(one))]

    def _decides_on(self, one: Lookup) -> bool:
        """Whether its function decides who may go on, by more than whose another record is."""
        around = self.around(one)
        if around.asks_machines or self.ranked_types & set(_NAME.findall(around.given)):
            return True
        if not around.decides or not around.serves:
            return around.decides
        others = [other for other in self.found if around.first <= other.first <= around.last]
        apart = [
            other for other in others if other.model != one.model and other.is_owned and _apart(one, other)
        ]
        return not apart or len(apart) > _FEW or around.decides_without([other.text for other in apart])

    def _takes_over(self, one: Lookup) -> bool:
        """Whether its number was made of who asks, or found together with whose the records are."""
        around, lines = self.around(one), self.bare.lines
        first = max(around.first + 1, one.first - _FAR)
        owned = {other.first for other in self.found if first <= other.first < one.first and other.is_owned}
        held: set[str] = set()
        for row in range(first, one.first):
            found = _GETS.match(lines[row])
            said = lines[row][found.end() :][:_WIDE] if found else ""
            if found and (row in owned or words().caller.search(said) or held & set(_NAME.findall(said))):
                held.add(found["name"])
        return bool(held & set(_NAME.findall(one.asked)))

    def scoped(self, handed: frozenset[str]) -> frozenset[Lookup]:
        """Look-ups that ask for what their function is handed of who asks, before all else."""
        found = ((one, self.around(one)) for one in self.found if not one.handed)
        return frozenset(
            one
            for one, around in found
            if around.name in handed
            and (first := _NAME.search(around.given))
            and re.search(_AS_MEMBER.format(name=re.escape(first[0])), one.asked)
        )

    def shows_all(self, model: str) -> bool:
        """Whether the records of a kind are listed for everybody, whosesoever they are."""
        return model in self._shown

    @cached_property
    def _shown(self) -> frozenset[str]:
        listed = (one for one in self.found if _is_list(one))
        around = ((one, self.around(one)) for one in listed)
        return frozenset(
            one.model
            for one, at in around
            if at.serves and not (at.decides or _serves_caller(at.text, one) or self.is_ranked)
        )

    @cached_property
    def written(self) -> frozenset[str]:
        """Of what it makes records for who asks."""
        return written(self.text, self.passage.language)

    @cached_property
    def outline(self) -> str:
        """The lines outside of functions, and of what builds an object: what holds for all of them."""
        others = (one for one in self._functions if not _BUILDS.fullmatch(one.name))
        inside = {row for one in others for row in range(one.first + 1, one.last)}
        inside |= {row for one in others for row in _decorators(self.bare.lines, one.first)}
        rows = (line for row, line in enumerate(self.bare.lines) if row not in inside)
        return "\n".join(line for line in rows if not _IMPORTS.match(line))

    @cached_property
    def is_ranked(self) -> bool:
        """Whether what holds for all of it asks for more than to sign in."""
        return words().ranked.search(self.outline) is not None

    @cached_property
    def is_visitors(self) -> bool:
        """Whether it runs at the visitor's, and asks the server, which decides."""
        return words().visitors.search(self.text) is not None

    @cached_property
    def is_signed(self) -> bool:
        """Whether somebody has to sign in here."""
        return words().signed.search(self.text) is not None

    def around(self, one: Lookup) -> Around:
        """The function into which the number of a look-up came."""
        number = _NUMBER.search(one.asked)
        name = _NAME.match(number[0]) if number else None
        given = self.given(name[0], one.first) if name else None
        inner = given or next(iter(self._inner(one.first)), None)
        return inner or Around(one.first, one.last, "", "", self.bare.lines)

    def given(self, name: str, row: int) -> Around | None:
        """The innermost function around a row that is given something of this name."""
        told = re.compile(rf"\b{re.escape(name)}\b")
        return next((span for span in self._inner(row) if told.search(span.given)), None)

    def within(self, row: int) -> Around | None:
        """The innermost function around a row that begins above it."""
        return next((one for one in self._inner(row) if one.first < row), None)

    def named(self, names: frozenset[str], is_so: Callable[[str], bool]) -> frozenset[str]:
        """Those of some names by which a function is called whose text is so."""
        return frozenset(one.name for one in self._functions if one.name in names and is_so(one.text))

    def _inner(self, row: int) -> list[Around]:
        """The functions around a row, the innermost first."""
        spans = [span for span in self._functions if span.first <= row <= span.last]
        return sorted(spans, key=lambda span: span.last - span.first)

    @cached_property
    def _functions(self) -> list[Around]:
        root = parse(self.bare)
        found = () if root is None or isinstance(root, Unreadable) else functions(root, self.passage.language)
        return [self._function(name, node) for name, node in found]

    def _function(self, name: str, node: "SgNode") -> Around:
        where = node.range()
        given = node.field("parameters") or node.field("parameter")
        lines, told = self.bare.lines, given.text() if given else ""
        return Around(where.start.line, where.end.line, name, told, lines, node.field("body"))


def _is_list(one: Lookup) -> bool:
    """Whether a look-up asks for many records, and neither whose they are nor for one by its number."""
    return (
        not (one.handed or one.is_owned or one.is_open or one.changes) and _LISTS.search(one.text) is not None
    )


def _above(lines: Sequence[str], first: int) -> list[str]:
    """What belongs to a function and stands above it."""
    above: list[str] = []
    for line in reversed(lines[max(first - _ABOVE, 0) : first]):
        if _ENDS.search(line) and not line.lstrip().startswith(("@", "[", "#")):
            break
        above.insert(0, line)
    return above


def _decorators(lines: Sequence[str], first: int) -> Iterator[int]:
    """The rows of what decorates a function alone."""
    for row in range(first - 1, max(first - _ABOVE, 0) - 1, -1):
        if not lines[row].lstrip().startswith("@"):
            return
        yield row


def _apart(one: Lookup, other: Lookup) -> bool:
    """Whether two look-ups have no number in common: whoever may have the one need not have the other."""
    return not set(_VALUE.findall(one.asked)) & set(_VALUE.findall(other.asked))


def _used(text: str) -> str:
    """A text without lines whose result nothing asks for: `const mine = order.userId === req.user.id`."""
    times = Counter(_NAME.findall(text))
    lines = text.split("\n")
    return "\n".join(line for line in lines if not (held := _HELD.match(line)) or times[held[1]] > 1)


def _unspoken(line: str) -> str:
    """A line without what it says in whole sentences, unless it refuses with them."""
    return line if _REFUSES.search(line) else _SENTENCE.sub('""', line)


def _all_unspoken(text: str) -> str:
    return "\n".join(map(_unspoken, text.split("\n")))


def unowned(readings: Sequence[Reading], by: str, told: Mapping[int, Sequence[int]]) -> list[list[Hit]]:
    """Of each passage, the look-ups that lack the owner.

    A method that only looks up is for its callers to ask: where the change calls it, that is the place. So is
    one that is called from routes for the few; `told` are the lines of those that should be, by the passage.
    """
    if not any(reading.opened for reading in readings):
        return [[] for _ in readings]
    elsewhere = frozenset[str]().union(*(reading.told for reading in readings))
    handed = frozenset(found["method"] for one in readings for found in _HANDS_ON.finditer(one.text))
    beside = [one for reading in readings for one in _unlike_others(reading, handed)]
    known = set(map(id, beside))
    lacking = [
        (reading, one)
        for reading in readings
        for one in reading.opened
        if id(one) in known or _is_somebodys(one, reading, elsewhere)
    ]
    change = _Change(readings, lacking, told, frozenset(known))
    places: dict[int, set[tuple[int, int]]] = {}
    for reading, one in lacking:
        for other, call in change.places(reading, one):
            places.setdefault(id(other), set()).add((call.first, call.last))
    return [list(_hits(reading, sorted(places.get(id(reading), ())), by)) for reading in readings]


_Lacking = tuple[Reading, Lookup]


def _hits(reading: Reading, places: Iterable[tuple[int, int]], by: str) -> Iterator[Hit]:
    passage = reading.passage
    for first, last in places:
        quote = passage.line(passage.start + first)
        yield Hit(claim(words().weakness, by, quote, passage.start + first), passage.start + last)


@dataclass(frozen=True)
class _Change:
    """What lacks the owner in all passages, and who calls whom: by names, since there may be thousands."""

    readings: Sequence[Reading]
    lacking: Sequence[_Lacking]
    told: Mapping[int, Sequence[int]]
    beside: frozenset[int]
    """Look-ups, by their identity, that stand among others which ask themselves."""

    def places(self, reading: Reading, one: Lookup) -> Iterator[_Lacking]:
        """Where to tell of a look-up: where it is, or the calls of the method that does no more than that."""
        if one.handed:
            if self._telling.get(one.method, frozenset()) <= {id(reading)}:
                yield reading, one
            return
        if self._is_for_few(reading, one) or self._is_settled(reading, one):
            return
        hands_on = reading.around(one).only_finds and id(one) not in self.beside
        called = list(self._changed_calls(reading, one)) if hands_on else []
        for other, call in called:
            around = other.around(call)
            if call.is_open and not around.decides and not _serves_caller(around.body):
                yield other, call
        if not called:
            yield reading, one

    @cached_property
    def _telling(self) -> Mapping[str, set[int]]:
        """By the name of a function whose look-up is told of itself: the passages that have one."""
        found: dict[str, set[int]] = {}
        for reading, one in self.lacking:
            around = reading.around(one)
            if not one.handed and around.name and not around.only_finds:
                found.setdefault(around.name, set()).add(id(reading))
        return found

    @cached_property
    def _callers(self) -> Mapping[str, list[Reading]]:
        """By the name of a method: the passages that call one of this name."""
        found: dict[str, list[Reading]] = {}
        for reading in self.readings:
            for name in set(_CALLED.findall(reading.text)):
                found.setdefault(name, []).append(reading)
        return found

    def _is_for_few(self, reading: Reading, one: Lookup) -> bool:
        """Whether all calls in other files stand in functions that ask for a rank, or are told to lack it."""
        calls = list(islice(self._calls(reading, one), _FEW + 1))
        return 0 < len(calls) <= _FEW and all(self._is_ranked(other, call) for other, call in calls)

    def _is_settled(self, reading: Reading, one: Lookup) -> bool:
        """Whether all calls in other files stand in functions that decide who may go on."""
        calls = list(islice(self._calls(reading, one), _FEW + 1))
        return 0 < len(calls) <= _FEW and all(other.around(call).decides for other, call in calls)

    def _is_ranked(self, reading: Reading, call: Lookup) -> bool:
        around, start = reading.around(call), reading.passage.start
        lines = range(start + around.first - _ABOVE, start + around.last + 1)
        lacks = any(line in lines for line in self.told.get(id(reading.passage), ()))
        return lacks or words().ranked.search("\n".join(_above(reading.bare.lines, around.first))) is not None

    def _changed_calls(self, reading: Reading, one: Lookup) -> Iterator[_Lacking]:
        for other, call in self._calls(reading, one):
            start = other.passage.start
            if other.passage.is_changed(start + call.first, start + call.last):
                yield other, call

    def _calls(self, reading: Reading, one: Lookup) -> Iterator[_Lacking]:
        """The calls in other files of the method that a look-up stands in."""
        name = reading.around(one).name
        pattern = re.compile(
            rf"\b(?P<model>\w*(?i:{re.escape(one.model)}|{_of_file(reading)}|repo|store|dao|source)\w*|{_stem(reading)})"
            rf"\.{re.escape(name)}\("
        )
        for other in self._callers.get(name, ()):
            for call in handed(other.text, pattern, one.model) if other is not reading else ():
                yield other, call


def _stem(reading: Reading) -> str:
    """A pattern for the name of a file, as it stands for the module: `db.append_note(number, text)`."""
    return re.escape(reading.passage.path.rpartition("/")[2].partition(".")[0])


def _of_file(reading: Reading) -> str:
    """A pattern for what a file is about, as its name says: `payslip.service.ts`."""
    name = _NAME.match(reading.passage.path.rpartition("/")[2])
    return re.escape(name[0]) if name and len(name[0]) >= _TELLING else "repository"


def _is_somebodys(one: Lookup, reading: Reading, elsewhere: frozenset[str]) -> bool:
    """Whether the record belongs to somebody, as others tell, its name, or who is asked for and ignored."""
    told, around = words(), reading.around(one)
    if one.sweeps and not told.served.search(around.text):
        return False
    if one.is_claimed or (one.model in reading.owned and not one.handed):
        return one.model in reading.owned and not _is_only_shown(one, around, reading)
    if _ignores_parent(one, around, reading.found):
        return True
    written = one.model in reading.written and _changes(one, around, reading)
    open_to_all = told.everybodys.search(one.model) or (one.handed and reading.is_visitors)
    if _serves_caller(around.body, one) or reading.is_ranked or (open_to_all and not written):
        return False
    if PEOPLE.fullmatch(one.model):
        return written or _is_of_a_person(one, around, reading)
    return written or one.model in elsewhere or _ignores_caller(around) or _is_personal(one, around, reading)


def _unlike_others(reading: Reading, handed: frozenset[str]) -> list[Lookup]:
    """Look-ups by a number alone, where others of their file ask for what they are handed of who asks."""
    opened = reading.opened if handed else []
    scoped = reading.scoped(handed) if opened else frozenset[Lookup]()
    models = {one.model for one in scoped}
    return [one for one in opened if one.model in models and one not in scoped and not one.handed]


def _is_personal(one: Lookup, around: Around, reading: Reading) -> bool:
    """Whether the record is somebody's by its name, and clients who have to sign in reach it."""
    told = words()
    served = told.served.search(f"{reading.passage.path} {around.text}") is not None
    return reading.is_signed and served and any(map(told.personal.search, _kinds(one, reading.passage.path)))


def _changes(one: Lookup, around: Around, reading: Reading) -> bool:
    """Whether what is found is changed, by the look-up itself or afterwards: `plot.delete()`."""
    held = _GETS.match(reading.bare.lines[one.first])
    then = rf"\b{held[1]}\.(?:save|delete|destroy|update|remove|deleteOne|updateOne)\(" if held else ""
    then += rf"|\b(?:delete|remove|save)\({held[1]}\)|^\s*{held[1]}\.\w+\s*[-+]?=(?!=)" if held else ""
    return one.changes or (then != "" and re.search(then, around.body, re.MULTILINE) is not None)


def _is_only_shown(one: Lookup, around: Around, reading: Reading) -> bool:
    """Whether what all may see is not changed, where only those who change it compare the owner."""
    compared = one.model not in reading.told and words().everybodys.search(one.model)
    shown = bool(compared) or _is_person(one, reading) or reading.shows_all(one.model)
    return shown and not _changes(one, around, reading)


def _is_person(one: Lookup, reading: Reading) -> bool:
    """Whether the record is of somebody who may ask."""
    return PEOPLE.fullmatch(one.model) is not None or one.model in reading.people


def _is_of_a_person(one: Lookup, around: Around, reading: Reading) -> bool:
    """Whether somebody who is signed in changes the account of whoever they name."""
    known = _SIGNED.search(around.text) is not None and words().served.search(around.text)
    return bool(known) and _is_person(one, reading) and _changes(one, around, reading)


def _kinds(one: Lookup, path: str) -> Iterable[str]:
    """What is looked up: as it is called, or, where that says nothing, as the file and its folder are."""
    return map(singular, _PART.findall(path)[-3:]) if _ANY.fullmatch(one.model) else (one.model,)


def _ignores_parent(one: Lookup, around: Around, found: Sequence[Lookup]) -> bool:
    """Whether a function is given what the records belong to, and looks one up without: others ask for it.

    `get(Attachment, attachment_id)` with a ticket at hand, next to `Attachment.ticket_id == ticket.id`.
    """
    beside = [other.asked for other in found if other.model == one.model and other is not one]
    used = set(_NAME.findall(around.body)) if beside else frozenset[str]()
    return any(
        name not in used and any(re.search(_OF_PARENT.format(name=name), asked) for asked in beside)
        for name in _GIVEN.findall(around.given)
        if beside
    )


def _serves_caller(body: str, one: Lookup | None = None) -> bool:
    """Whether a function uses who asks for more than to see that there is somebody, or to write it down."""
    said = without_model(body, one.model) if one and PEOPLE.fullmatch(one.model) else body
    return words().caller.search(heard(said)) is not None


def _ignores_caller(around: Around) -> bool:
    """Whether a function is told who asks, and does not want to know."""
    named = _CALLER.findall(around.given)
    used = set(_NAME.findall(around.body))
    return bool(named) and not any(name in used for name in named) and "Depends" not in around.given
