"""From files to flows: which functions are worth a walk, and what the walks found."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.models import Model
from reviewbot.reviewers.static.flow.program import COMMON, Module, Program
from reviewbot.reviewers.static.flow.reach import Reach, Spot
from reviewbot.reviewers.static.flow.sinks import Sink, Sinks
from reviewbot.reviewers.static.flow.values import Origin
from reviewbot.reviewers.static.flow.walk import Ref

_STRENGTH: Final = {"remote": 3, "local": 2, "stored": 1, "param": 0}
_ROUNDS: Final = 3
_MOST_NAMES: Final = 400


class Flow(NamedTuple):
    """Data that does harm: where it arrives, from where, how sure that is."""

    sink: Sink
    origin: Origin
    spots: tuple[Spot, ...]
    begin: int
    confidence: Confidence


class Engine:
    """Walks through the functions of a program that matter, each once."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._walked: set[tuple[str, int, str]] = set()
        self._flows: dict[tuple[str, Spot], tuple[Flow, tuple[str, int, str]]] = {}

    def read(self, module: Module, lines: Sequence[str]) -> None:
        """Walk through what a file has outside of functions, and through functions with telling words."""
        telling = Telling.of(module.model, module.sinks)
        if telling.are_in("\n".join(lines)):
            self._note(module.outside[0].reaches, (module.path, 0, ""))
        for function in module.unit.functions:
            if telling.are_in("\n".join(lines[function.start - 1 : function.end])):
                self._walk(module, function)

    def follow(self, paths: Iterable[str]) -> None:
        """Walk through further functions of some files: those that call one that does harm to its parameters."""
        paths = tuple(paths)
        for _ in range(_ROUNDS):
            names = sorted(self._harming())[:_MOST_NAMES]
            if not names or not self._walk_callers(paths, re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")):
                return

    def _walk_callers(self, paths: Iterable[str], names: re.Pattern[str]) -> bool:
        walked = False
        for path in paths:
            text = self.program.texts.get(path)
            if text is None or not names.search(text.text):
                continue
            module = self.program.module(path)
            lines = text.text.split("\n")
            for function in module.unit.functions if module is not None else ():
                key = (path, function.start, function.name)
                if key not in self._walked and names.search("\n".join(lines[function.start : function.end])):
                    assert module is not None  # noqa: S101 - else there is no function
                    self._walk(module, function)
                    walked = True
        return walked

    def harming(self, paths: Iterable[str]) -> dict[str, set[str]]:
        """By language: functions of some files that do harm to parameters of which no caller is known.

        Those with a common name go by the name of their class.
        """
        known, found = frozenset(paths), dict[str, set[str]]()
        for (path, start, name), summary in self.program.summaries():
            owner = self.program.owners.get((path, start, name), "")
            word = owner if name in COMMON else name
            if path in known and word and (path, start, name) not in self.program.callers:
                if any(reach.is_weak and reach.origin.place != -1 for reach in summary.reaches):
                    found.setdefault(self.program.texts[path].language, set()).add(word)
        return found

    def _harming(self) -> set[str]:
        found = set()
        for (_, _, name), summary in self.program.summaries():
            if name and any(reach.origin.place != -1 and reach.is_weak for reach in summary.reaches):
                found.add(name)
        return found

    def _walk(self, module: Module, function: ir.Function) -> None:
        key = (module.path, function.start, function.name)
        if key not in self._walked:
            self._walked.add(key)
            summary = self.program.summary(Ref(module, function))
            self._note(summary.reaches if summary is not None else (), key)

    def _note(self, reaches: Iterable[Reach], function: tuple[str, int, str]) -> None:
        for reach in reaches:
            confidence = _confidence(reach)
            if confidence is None:
                continue
            key = (reach.sink.rule, reach.spots[0])
            known = self._flows.get(key)
            if known is None or _rank(reach.origin, reach.spots) > _rank(known[0].origin, known[0].spots):
                flow = Flow(reach.sink, reach.origin, reach.spots, reach.begin, confidence)
                self._flows[key] = (flow, function)

    def flows(self) -> Iterator[Flow]:
        """All that was found, one for each rule and sink: the one whose origin is worst.

        A parameter is no origin if all callers that there are give it nothing of any origin.
        """
        for flow, function in self._flows.values():
            known = self.program.callers.get(function, {}).get(flow.origin.place, True)
            if flow.origin.kind != "param" or known:
                yield flow


def _rank(origin: Origin, spots: tuple[Spot, ...]) -> tuple[int, int]:
    return _STRENGTH[origin.kind], -len(spots)


def _confidence(reach: Reach) -> Confidence | None:
    """What a flow is worth; None if it is no finding."""
    sink = reach.sink
    if not sink.shape.search(reach.shape):
        return None
    if reach.is_weak and (len(reach.spots) > 1 or not sink.weak_shape.search(reach.shape)):
        return None
    if reach.origin.kind == "remote" and not sink.comes_from.search(reach.origin.path):
        return None
    return sink.confidence[reach.origin.kind]


class Telling(NamedTuple):
    """Words by which a text is known that may hold a flow."""

    sources: tuple[str, ...]
    sinks: re.Pattern[str]

    @staticmethod
    @cache
    def _of(language_words: frozenset[str], sink_words: frozenset[str]) -> "Telling":
        words = "|".join(map(re.escape, sorted(sink_words)))
        return Telling(tuple(sorted(language_words)), re.compile(rf"\b(?:{words})\b" if words else "(?!)"))

    @classmethod
    def of(cls, model: Model, sinks: Sinks) -> "Telling":
        """Those of a language."""
        return cls._of(model.words, sinks.words)

    def are_in(self, text: str) -> bool:
        """Whether a text holds one."""
        return self.sinks.search(text) is not None or any(word in text for word in self.sources)

