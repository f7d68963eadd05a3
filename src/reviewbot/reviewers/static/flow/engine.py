"""From files to flows: which functions are worth a walk, and what the walks found."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.arguments import HELD, RECEIVER
from reviewbot.reviewers.static.flow.home import Ref
from reviewbot.reviewers.static.flow.models import Model
from reviewbot.reviewers.static.flow.module import Module
from reviewbot.reviewers.static.flow.objects import CONSTRUCTORS
from reviewbot.reviewers.static.flow.places import COMMON
from reviewbot.reviewers.static.flow.program import Program
from reviewbot.reviewers.static.flow.reach import Reach, Spot
from reviewbot.reviewers.static.flow.sessions import MENTIONS
from reviewbot.reviewers.static.flow.sinks import Sink, Sinks
from reviewbot.reviewers.static.flow.values import Origin

Key = tuple[str, int, str]
"""A function: its file, line and name."""
_STRENGTH: Final = {"remote": 3, "secret": 3, "local": 2, "stored": 1, "param": 0}
_TOLD_BY_PATH: Final = frozenset({"remote", "secret"})
_WORD: Final = re.compile(r"\w+")
_FILLS: Final = re.compile(r"(?:self|this|@)\.?\w+ *=[^=]")
_RENAMES: Final = re.compile(
    r"^(?:export )?(?:const |let |var )?(\w+) *= *"
    r"(?:(?:(?:util|require\(['\"](?:node:)?util['\"]\))\.)?promisify\()?"
    r"((?:require\([^()\n]{1,80}\))?[\w.]+)\)?;?[ \t]*$",
    re.MULTILINE,
)
"""A variable outside of functions that is another name of something."""
_NUMBERED: Final = re.compile(
    r"(?:[._]id|Id|\bid\])$"
    r"|(?:[._]|(?<=[a-z]))(?i:width|height|size|count|port|pages?|quality|length|offset|limit|duration|position)\]?$"
    r"|(?:[a-z]At|_at)\]?$"
)
"""The end of the path of an id, which the program chose itself, or of a number or a time of a table."""
_MEMBER_OF: Final = re.compile(r"^self\.(\w+)")
"""The parameter of a constructor by which a member of its object came."""
_MAKES: Final = re.compile(
    r"[\"'`>][ ]?</?[a-z][a-z0-9]{0,9}(?=[ >/\"'`])|(?i:\blike|[=<>])[ ]?['\"%]{1,3}[$\"'+{]"
    r"|\b(?:marked|markdown\w*|micromark|showdown)\b"
)
"""Stands in a function that makes markup, or a part of a statement."""
_TELLING: Final = 4
"""Letters of a name by which somebody may be looked for who calls a function."""
_ROUNDS: Final = 3
_MOST_NAMES: Final = 400
_MOST_TAKERS: Final = 200
"""Functions that are walked through only to ask who around the change calls them."""


class Flow(NamedTuple):
    """Data that does harm: where it arrives, from where, how sure that is; see `Reach`."""

    sink: Sink
    origin: Origin
    spots: tuple[Spot, ...]
    begin: int
    confidence: Confidence
    made: int
    text: Spot | None


class Engine:
    """Walks through the functions of a program that matter, each once."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._walked: set[Key] = set()
        self._defended: dict[tuple[str, str], bool] = {}
        """By file and pattern: a file may hold thousands of reaches."""
        self._flows: dict[tuple[str, Spot, Spot, str], tuple[Flow, Key]] = {}
        self._givers: dict[Key, str] = {}
        """Functions that may take data from outside, and do nothing with it that their text tells of."""
        self._takers: dict[Key, str] = {}
        """Functions in which data does harm if it comes from outside, which their text does not tell."""

    def read(self, module: Module, lines: Sequence[str]) -> None:
        """Walk through what a file has outside of functions, and through functions with telling words."""
        telling = Telling.of(module.model, module.sinks)
        whole = "\n".join(lines)
        if telling.matters(whole, frozenset(_WORD.findall(whole))):
            self._note(module.outside[0].reaches, (module.path, 0, ""))
        aliases = _aliases(module, whole)
        texts = ["\n".join(lines[function.start - 1 : function.end]) for function in module.unit.functions]
        full = _full_objects(module, texts, telling)
        for function, text in zip(module.unit.functions, texts, strict=True):
            words = frozenset(_WORD.findall(text))
            words |= {aliases[word] for word in words & aliases.keys()}
            is_full = function.owner in full or module.is_entry(function)
            if telling.matters(text, words) or (is_full and telling.is_strong(text, words)):
                self._walk(module, function)
            elif telling.has_source(text):
                self._givers[_key(module, function)] = text
            elif telling.is_strong(text, words):
                self._takers[_key(module, function)] = text

    def follow(self, paths: Iterable[str]) -> None:
        """Walk through further functions of some files: those that call one which turned out to matter.

        What takes data from outside may hand it to what does harm, and the other way round.
        """
        taking = frozenset(name for _, _, name in self._takers) - COMMON
        giving = frozenset(name for _, _, name in self._givers) - COMMON
        self._walk_all(
            key for key, text in self._givers.items() if not taking.isdisjoint(_WORD.findall(text))
        )
        self._walk_all(
            key for key, text in self._takers.items() if not giving.isdisjoint(_WORD.findall(text))
        )
        paths = tuple(paths)
        for _ in range(_ROUNDS):
            if not self._walk_callers(paths, self._telling(), self._telling_here()):
                break
        self._walk_all(key for key, text in self._givers.items() if MENTIONS.search(text))
        if self.program.sessions.grew:
            self._walk_again()

    def _walk_again(self) -> None:
        """Walk once more through functions that look into sessions: others may have filled those later."""
        self.program.sessions.grew = False
        for path, keys in groupby(sorted({*self._walked, *self._takers}), key=itemgetter(0)):
            text = self.program.texts[path].text
            module = self.program.module(path) if MENTIONS.search(text) else None
            if module is None:
                continue
            lines, known = text.split("\n"), frozenset(keys)
            for function in module.unit.functions:
                key = (path, function.start, function.name)
                if key in known and MENTIONS.search("\n".join(lines[function.start - 1 : function.end])):
                    self.program.forget_one(key)
                    self._walked.discard(key)
                    self._walk(module, function)

    def _walk_all(self, keys: Iterable[Key]) -> None:
        for key in list(keys):
            module = self.program.module(key[0])
            for function in module.unit.functions if module is not None else ():
                if module is not None and _key(module, function) == key:
                    self._walk(module, function)

    def _walk_callers(self, paths: Iterable[str], telling: set[str], here: Mapping[str, set[str]]) -> bool:
        before, everywhere, methods = len(self._walked), _any_of(telling), self._telling_methods()
        for path in paths:
            text = self.program.texts.get(path)
            called = {name for cls, own in methods.items() if text and cls in text.text for name in own}
            told = called or path in here
            names = _any_of(telling | here.get(path, set()), called) if told else everywhere
            module = self.program.module(path) if text is not None and names.search(text.text) else None
            if module is None or text is None:
                continue
            self._note(module.outside[0].reaches, (path, 0, ""))
            lines = text.text.split("\n")
            for function in module.unit.functions:
                fresh = _key(module, function) not in self._walked
                first = function.start - (function.start == function.end)  # its name stands on its first line
                if fresh and names.search("\n".join(lines[first : function.end])):
                    self._walk(module, function)
        return len(self._walked) > before

    def harming(self, paths: Iterable[str]) -> dict[str, set[str]]:
        """By language: functions of some files that do harm to parameters of which no caller is known.

        Those with a common name go by the name of their class.
        """
        known, found = frozenset(paths), dict[str, set[str]]()
        self._walk_all([key for key in self._takers if key[0] in known][:_MOST_TAKERS])
        for (path, start, name), summary in self.program.summaries():
            word = self._telling_name((path, start, name))
            harms = summary.deferred or any(r.is_weak and r.origin.place != -1 for r in summary.reaches)
            if harms and path in known and word and (path, start, name) not in self.program.callers:
                found.setdefault(self.program.texts[path].language, set()).add(word)
        return found

    def making(self, paths: Iterable[str]) -> dict[str, set[str]]:
        """By language: functions of some files that put what they are given into markup or a statement."""
        found: dict[str, set[str]] = {}
        for path in paths:
            text = self.program.texts.get(path)
            module = self.program.module(path) if text is not None and _MAKES.search(text.text) else None
            if text is None or module is None:
                continue
            lines = text.text.split("\n")
            for function in module.unit.functions:
                said = len(function.name) >= _TELLING and function.name not in COMMON
                if said and _MAKES.search("\n".join(lines[function.start - 1 : function.end])):
                    self._walk(module, function)
                    summary = self.program.summary(Ref(module, function))
                    if summary is not None and summary.texts:
                        found.setdefault(text.language, set()).add(function.name)
        return found

    def _telling(self) -> set[str]:
        """The names of functions that do harm to their parameters, or hand out data from outside."""
        return {
            word
            for key, summary in self.program.summaries()
            if (word := self._telling_name(key))
            and (
                summary.deferred
                or any(reach.origin.place != -1 and reach.is_weak for reach in summary.reaches)
                or any(origin.kind in _TOLD_BY_PATH for origin in summary.result.all_taints())
            )
        }

    def _telling_here(self) -> dict[str, set[str]]:
        """By file: functions that do harm to their parameters, by names that say something only there."""
        found: dict[str, set[str]] = {}
        for key, summary in self.program.summaries():
            path, _, name = key
            harms = any(reach.origin.place != -1 and reach.is_weak for reach in summary.reaches)
            if harms and name in COMMON and not self.program.owners.get(key):
                found.setdefault(path, set()).add(name)
        return found

    def _telling_methods(self) -> dict[str, set[str]]:
        """By class: methods that do harm to their parameters, by names that say something only of it."""
        found: dict[str, set[str]] = {}
        for key, summary in self.program.summaries():
            owner, name = self.program.owners.get(key, ""), key[2]
            harms = any(reach.origin.place != -1 and reach.is_weak for reach in summary.reaches)
            if harms and owner and name in COMMON:
                found.setdefault(owner, set()).add(name)
        return found

    def _telling_name(self, key: Key) -> str:
        """By what a function is known to be called: a common name says nothing, its class does."""
        says_little = key[2] in COMMON or key[2] in CONSTRUCTORS
        return self.program.owners.get(key, "") if says_little else key[2]

    def _walk(self, module: Module, function: ir.Function) -> None:
        key = _key(module, function)
        if key not in self._walked:
            self._walked.add(key)
            summary = self.program.summary(Ref(module, function))
            self._note(summary.reaches if summary is not None else (), key)

    def _note(self, reaches: Iterable[Reach], function: Key) -> None:
        for reach in reaches:
            confidence = _confidence(reach)
            if confidence is None:
                continue
            if self._is_defended(reach):
                confidence = Confidence.LOW
            # Each way to a sink by itself, and all data on it: a change may add some, and leave the rest.
            key = (reach.sink.rule, reach.spots[reach.made], reach.spots[-1], reach.origin.path)
            known = self._flows.get(key)
            flow = Flow(
                reach.sink, reach.origin, reach.spots, reach.begin, confidence, reach.made, reach.text
            )
            if known is None or _rank(flow) > _rank(known[0]):
                self._flows[key] = (flow, function)

    def _is_defended(self, reach: Reach) -> bool:
        """Whether the file with the sink shows that it looks after such harm."""
        path, defended = reach.spots[0][0], reach.sink.defended
        text = self.program.texts.get(path)
        if defended is None or text is None:
            return False
        key = (path, defended.text)
        if key not in self._defended:
            self._defended[key] = defended.search(text.text) is not None
        return self._defended[key]

    def _is_given(self, origin: Origin, function: Key) -> bool:
        """Whether anybody gives a parameter data of some origin, or may: it counts who is seen to.

        What an object holds it is given by whoever makes it.
        """
        place = origin.place
        if place == RECEIVER and (made := self._constructor(function)) is not None:
            name = next(iter(_MEMBER_OF.findall(origin.path)), "")
            names = [param.name for param in made.function.params]
            place = names.index(name) if name in names else place
            function = (made.home.path, made.function.start, made.function.name)
        return self.program.callers.get(function, {}).get(place, True)

    def _constructor(self, method: Key) -> Ref | None:
        """The function that sets up the objects that a method belongs to."""
        owner, module = self.program.owners.get(method, ""), self.program.module(method[0])
        return module.constructor(owner) if owner and module is not None else None

    def flows(self) -> Iterator[Flow]:
        """All that was found: for each rule, place, way there and part of some data the surest.

        The surest come first, and of those the ones of the worst origin.

        A parameter is no origin if all callers that there are give it nothing of any origin, or if it is
        told where they put together what they give. A record may come from where nothing is known of it.
        """
        every = self._flows.values()
        told = {(flow.sink.rule, flow.spots[0]) for flow, _ in every if flow.made}
        for flow, function in sorted(every, key=lambda one: _rank(one[0]), reverse=True):
            known = self._is_given(flow.origin, function) or (
                flow.sink.goes_by_name and flow.origin.place in self.program.opaque.get(function, ())
            )
            if flow.origin.kind != "param" or (known and (flow.sink.rule, flow.spots[0]) not in told):
                yield flow


def _rank(flow: Flow) -> tuple[int, int, int]:
    return flow.confidence, _STRENGTH[flow.origin.kind], -len(flow.spots)


def _confidence(reach: Reach) -> Confidence | None:
    """What a flow is worth; None if it is no finding."""
    sink = reach.sink
    if reach.origin.place == HELD:  # what its object holds is known where the object is filled
        return None
    if not sink.fits(reach.shape) or not _is_meant(sink, reach.origin):
        return None
    if reach.is_weak and (len(reach.spots) > 1 or not sink.weak_shape.search(reach.shape)):
        return None
    return sink.confidence[reach.origin.kind]


def _is_meant(sink: Sink, origin: Origin) -> bool:
    """Whether a sink speaks of data with such a path."""
    if origin.kind == "stored":
        return _NUMBERED.search(origin.path) is None
    told = {"param": sink.weak_from, **dict.fromkeys(_TOLD_BY_PATH, sink.comes_from)}.get(origin.kind)
    return told is None or told.search(origin.path) is not None


def _full_objects(module: Module, texts: Sequence[str], telling: "Telling") -> frozenset[str]:
    """The classes in which a method may put data from outside into its object, for the others to find."""
    return frozenset(
        function.owner
        for function, text in zip(module.unit.functions, texts, strict=True)
        if function.owner and _FILLS.search(text) and telling.has_source(text)
    )


def _aliases(module: Module, text: str) -> dict[str, str]:
    """Names that a file has of its own for functions: `import { exec as run }`, `run = promisify(exec)`."""
    named = [*module.unit.imports, *_RENAMES.findall(text)]
    return {name: word for name, dotted in named if (word := dotted.rpartition(".")[2]) != name}


def _key(module: Module, function: ir.Function) -> Key:
    return (module.path, function.start, function.name)


def _any_of(names: Iterable[str], methods: Iterable[str] = ()) -> re.Pattern[str]:
    """One of some names as a word, or of some methods behind what has it; of too many, the first ones."""
    every = ((r"\b", names), (r"(?:\.|->)", methods))
    words = [
        (begin, "|".join(map(re.escape, sorted(filter(None, each))[:_MOST_NAMES]))) for begin, each in every
    ]
    return re.compile("|".join(rf"{begin}(?:{each})\b" for begin, each in words if each) or "(?!)")


class Words(NamedTuple):
    """Words to look for in a text: `plain` ones as words, others, as `$_GET[`, as they are."""

    plain: frozenset[str]
    other: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Words":
        """Some words by their kind."""
        words = frozenset(words)
        plain = frozenset(word for word in words if word.isidentifier())
        return cls(plain, tuple(sorted(words - plain)))

    def are_in(self, text: str, words: frozenset[str]) -> bool:
        """Whether a text, or the words in it, hold one."""
        return not self.plain.isdisjoint(words) or any(map(text.__contains__, self.other))


class Telling(NamedTuple):
    """Words by which a text is known that may hold a flow."""

    sources: tuple[str, ...]
    weak: Words
    """Where a parameter is enough to do harm."""
    strong: Words | None
    """Where only data that surely comes from outside does; None if no word tells."""

    @staticmethod
    @cache
    def _of(sources: frozenset[str], weak: frozenset[str], strong: frozenset[str] | None) -> "Telling":
        return Telling(tuple(sorted(sources)), Words.of(weak), None if strong is None else Words.of(strong))

    @classmethod
    def of(cls, model: Model, sinks: Sinks) -> "Telling":
        """Those of a language."""
        strong = sinks.strong_words | (_RETURNS if sinks.returns else frozenset())
        return cls._of(model.words, sinks.words, strong if model.literal else None)

    def has_source(self, text: str) -> bool:
        """Whether a text may take data from outside."""
        return any(map(text.__contains__, self.sources))

    def is_strong(self, text: str, words: frozenset[str]) -> bool:
        """Whether data from outside may do harm in a text."""
        return self.strong is None or self.strong.are_in(text, words)

    def matters(self, text: str, words: frozenset[str]) -> bool:
        """Whether a text may hold a flow from its source to its sink."""
        return self.weak.are_in(text, words) or (self.is_strong(text, words) and self.has_source(text))


_RETURNS: Final = frozenset({"return", "yield", "=>"})
