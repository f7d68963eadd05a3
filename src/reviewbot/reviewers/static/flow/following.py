"""Flows as hits: each where the change brought it in, in words for people."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from reviewbot.chunks.languages import language_of, suffixes_of
from reviewbot.diff import Library
from reviewbot.errors import SourceError
from reviewbot.findings import normalise
from reviewbot.reviewers.static.flow.engine import Engine, Flow
from reviewbot.reviewers.static.flow.lowering import LANGUAGES, lower_tree
from reviewbot.reviewers.static.flow.lowering.base import TooDeep
from reviewbot.reviewers.static.flow.models import family_of
from reviewbot.reviewers.static.flow.parameters import named_as
from reviewbot.reviewers.static.flow.places import COMMON
from reviewbot.reviewers.static.flow.program import Program, Text
from reviewbot.reviewers.static.flow.reach import Spot
from reviewbot.reviewers.static.flow.sinks import Sinks
from reviewbot.reviewers.static.flow.values import HOLE, Origin
from reviewbot.reviewers.static.passages import TOO_LARGE, Hit, Passage, hit
from reviewbot.reviewers.static.scripts import COMPONENTS, script_of

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_ORIGINS = {
    "remote": "from outside",
    "local": "from whoever runs the program",
    "stored": "from a store",
    "secret": "from a store of secrets",
    "param": "from a parameter",
}


_CALLED = re.compile(r"\b([A-Za-z_]\w{1,60})(?=\()")
_HANDED = re.compile(
    r"\b(?:to_thread|run_in_threadpool|run_in_executor|submit|sync_to_async|partial)"
    r"\((?:\w{1,40}, ?)?(?:\w{1,40}\.){1,4}(\w{4,60})(?=[,)])"
)
"""A method that is handed to what calls it."""
_IMPORTING = re.compile(r"^.*\b(?:import|require|use|using)\b.*$", re.MULTILINE)
_WORD = re.compile(r"\w{2,}")
_SHORTEST = 4
"""Letters of a name that says something wherever it stands; `sh` and `git` say it where they are imported."""
_TYPED = re.compile(
    r"[(,]\s*(?:(?:final\s+|@\w+(?:\([^()\n]*\))?\s*|\[\w+\]\s*){0,3})"
    r"([A-Z]\w{3,60})\s+\$?\w+\s*(?=[,)])"
)
"""Types of parameters: an enumeration has just some values, a class its methods."""
_PIPED = re.compile(r"[(,]\s*(?:new\s+)?([A-Z]\w{1,60}Pipe)\b")
"""Classes that look at a parameter before a function gets it."""
_RECORD = re.compile(
    r"\b([A-Z]\w{3,60})\.(?:objects|query|_default_manager)\b"
    r"|@\w+\.(?:filter|simple_tag|inclusion_tag|template_filter)\b[^\n]{0,80}\ndef \w+\(([a-z]\w{3,60})"
)
"""Classes of records that are asked for, and those that filters of templates are given, by their name."""
_DEFINING = (
    "(def|class|function|func|const|let|var|static|public|private|protected|async|export|fun|sub|module"
    "|enum|record|struct|interface|type) +"
)
_MOST_WORDS = 400
_MOST_DEFINING = 120
_MOST_CALLING = 40
"""Files around the change that are looked into."""
_USES = re.compile(
    r"shownAsMarkup\(|dangerouslySetInnerHTML|(?:inner|outer)HTML|insertAdjacentHTML|\.html\(|\.(?:query|raw|execute|all|prepare)\("
)
"""Stands in a file that shows markup, or runs a statement."""
_WRITES = re.compile(r"(?i)\b(?:\w*log(?:ger|ged|event|line)?|debug|info|warn(?:ing)?|trace|audit|emit)\(")
"""A call that only writes something down."""
_MENDED_ONCE = frozenset({"path", "ssrf", "redirect"})
"""Kinds of harm that are mended where the data is taken; text is escaped where it is put in."""
_NEAR = 12
"""Lines above a sink in which a change is likely to be what matters there."""


class Following:
    """Follows data through the passages of a change, and the functions that they call elsewhere."""

    def __init__(
        self, sinks: Callable[[str], Sinks], texts: Sequence[Passage], library: Library | None, by: str
    ) -> None:
        self._sinks, self._texts, self._library, self._by = sinks, texts, library, by
        self._keys = [_key(passage) for passage in texts]
        self._program = self._of(_text(passage) for passage in texts if passage.language in LANGUAGES)
        self._engine = Engine(self._program)
        self._callers: list[Text] = []

    def _of(self, texts: Iterable[Text]) -> Program:
        return Program(texts, self._sinks, self._search if self._library is not None else None)

    def _search(self, language: str) -> Iterator[Text]:
        """Files around the change that define what it calls, all at once: a question costs a walk by git."""
        words = called(
            passage for passage in self._texts if family_of(passage.language) == family_of(language)
        )
        if words:
            yield from self._look(language, f"{_DEFINING}({'|'.join(words)})", _MOST_DEFINING)

    def _look(self, language: str, line: str, most: int, *more: str) -> Iterator[Text]:
        """Files in a language, and in some more, that have such a line; of components, their code."""
        assert self._library is not None  # noqa: S101 - nobody searches without
        own = (label for label in LANGUAGES if family_of(label) == family_of(language))
        try:
            found = self._library.search(line, suffixes_of((*own, *more)), frozenset(self._keys))
            for path, text in islice(found, most):
                label = language_of(path).label
                whole = Passage(path, label, 1, tuple(text.split("\n")), complete=True)
                script = script_of(whole) if label in COMPONENTS else None
                if isinstance(script, Passage):
                    yield Text(path, script.language, script.text)
                elif label not in COMPONENTS:
                    yield Text(path, label, text)
        except SourceError:
            return  # what cannot be looked up is not followed; the change itself is read all the same

    def _find_callers(self) -> None:
        """Files around the change that call what does harm to its parameters there."""
        if self._library is None:
            return
        for language, words in self._engine.harming(self._keys).items():
            line = rf"({'|'.join(sorted(words)[:_MOST_WORDS])})"
            found = list(self._look(language, line, _MOST_CALLING))
            self._callers += found
            self._program.learn(found)
            self._engine.follow(text.path for text in found)

    def _find_takers(self) -> None:
        """Files around the change that show or run what a function there makes of data."""
        if self._library is None:
            return
        own = (key for at, key in enumerate(self._keys) if self._texts[at].language in LANGUAGES)
        for language, words in self._engine.making(own).items():
            line = f"({'|'.join(sorted(words)[:_MOST_WORDS])})"
            more = COMPONENTS if family_of(language) == "javascript" else ()
            found = [
                text for text in self._look(language, line, _MOST_CALLING, *more) if _USES.search(text.text)
            ]
            self._callers += found
            self._program.learn(found)
            _read(self._engine, self._program, found)

    def read(self, at: int, root: "SgNode") -> str:
        """Follow data in one passage, whose tree this is; why that could not be done, or ""."""
        passage = self._texts[at]
        if passage.language not in LANGUAGES:
            return ""
        try:
            lowered = self._program.lowered(self._keys[at]) or lower_tree(root, passage.language)
        except TooDeep:
            return f"{TOO_LARGE} for the rules: nested too deep to follow data"
        module = self._program.module(self._keys[at], lowered)
        if module is not None:
            self._engine.read(module, passage.lines)
        return ""

    def cut(self) -> Iterator[tuple[int, str]]:
        """The passages that were not followed to their end, and why; to be asked once all is found."""
        for at, (key, passage) in enumerate(zip(self._keys, self._texts, strict=True)):
            ran_out = self._program.exhausted if passage.language in LANGUAGES else ""
            if reason := self._program.cut.get(key) or ran_out:
                yield at, reason

    def hits(self) -> Iterator[tuple[int, Hit]]:
        """What was found, each with the index of its passage.

        What one function does with one name of a file, or one address, is told once: at the first place that
        the change touched, since who mends that mends them all.
        """
        first: dict[tuple[object, ...], tuple[bool, int]] = {}
        found = list(self._flows_told())
        for flow, _, one in found:
            key, order = _data_of(flow), (one.introduced, one.claim.line or 0)
            first[key] = min(first.get(key, order), order)
        for flow, at, one in found:
            if flow.sink.kind not in _MENDED_ONCE or first[_data_of(flow)] == (
                one.introduced,
                one.claim.line,
            ):
                yield at, one

    def _flows_told(self) -> Iterator[tuple[Flow, int, Hit]]:
        self._engine.follow(self._keys)
        self._find_callers()
        self._find_takers()
        places = {key: at for at, key in enumerate(self._keys)}
        untouched: dict[int, list[Flow]] = {}
        told_at: set[tuple[str, Spot]] = set()
        for flow in self._engine.flows():
            spots = [spot for spot in flow.spots if spot[0] in places]
            told = self._by_blame(places, flow, spots)
            changed = next((spot for spot in told if self._is_changed(places, spot)), None)
            there = (flow.sink.rule, changed or flow.spots[flow.made])
            if there in told_at:  # by another way, which is surer
                continue
            if changed is not None and self._was_there(places, flow, changed):
                continue
            told_at.add(there)
            if changed is None:
                if spots:
                    untouched.setdefault(places[spots[0][0]], []).append(flow)
            elif told[:1] == spots[:1] and (found := self._made_dangerous(places, flow, changed)):
                yield flow, *found
            else:
                yield flow, places[changed[0]], self._hit(places[changed[0]], flow, changed)
        for at, flows in untouched.items():
            yield from self._introduced(at, flows)

    def _by_blame(self, places: Mapping[str, int], flow: Flow, spots: list[Spot]) -> list[Spot]:
        """The spots by how much they are to blame.

        Who puts together what others run is first, and who hands a secret to what writes lines, or all that a
        request sends to what makes a statement of anything.
        """
        if flow.sink.kind == "mass" and not flow.sink.fits(HOLE):
            return spots[::-1]
        if (text := _text_elsewhere(flow)) is not None and text[0] in places:
            is_sink = bool(spots) and spots[0] == flow.spots[0]
            if not (is_sink and self._is_changed(places, spots[0])):
                return [text, *spots]
        made = flow.spots[flow.made]
        if flow.made and made in spots:
            return [made, *(spot for spot in spots if spot != made)]
        if flow.sink.kind != "secret" or len(spots) <= 1 or spots[0] != flow.spots[0]:
            return spots
        path, first, _ = spots[1]
        return [*spots[1:], spots[0]] if _WRITES.search(self._texts[places[path]].lines[first - 1]) else spots

    def _is_changed(self, places: Mapping[str, int], spot: Spot) -> bool:
        passage = self._texts[places[spot[0]]]
        return passage.is_changed(passage.start + spot[1] - 1, passage.start + spot[2] - 1)

    def _made_dangerous(self, places: Mapping[str, int], flow: Flow, changed: Spot) -> tuple[int, Hit] | None:
        """A sink that the change left alone, but not what arrives there; None for any other."""
        sink = flow.spots[0]
        if sink == changed or sink[0] not in places or not self._is_near_change(places, sink):
            return None
        return next(((at, one) for _, at, one in self._introduced(places[sink[0]], [flow], anew=True)), None)

    def _is_near_change(self, places: Mapping[str, int], spot: Spot) -> bool:
        """Whether something changed right above: where the data was put together that arrives."""
        passage = self._texts[places[spot[0]]]
        line = passage.start + spot[1] - 1
        return passage.is_changed(max(line - _NEAR, 1), line)

    def _introduced(
        self, at: int, flows: Sequence[Flow], *, anew: bool = False
    ) -> Iterator[tuple[Flow, int, Hit]]:
        """Flows on lines that the change left alone, but which were none before it.

        What is handed over anew is told where other data arrived before, too.
        """
        passage, places = self._texts[at], {self._keys[at]: at}
        if passage.before is None:
            return
        for flow in flows:
            spots = [spot for spot in flow.spots if spot[0] == self._keys[at]]
            # What lies apart from all that changed is reached by a call that does not.
            spot = next((spot for spot in spots if self._is_near_change(places, spot)), spots[0])
            line = (flow.sink.rule, passage.path, normalise(passage.lines[spot[1] - 1]))
            known = self._lines_before.get(line, frozenset[Origin]())
            if (flow.origin not in known) if anew else not known:
                yield flow, at, replace(self._hit(at, flow, spot), introduced=True)

    def _was_there(self, places: Mapping[str, int], flow: Flow, call: Spot) -> bool:
        """Whether a call that the change wrote anew hands on what the one in its place did before."""
        sink, calling = flow.spots[0], self._texts[places[call[0]]]
        if sink[0] not in places:
            return _text_elsewhere(flow) == call and any(
                (flow.sink.rule, flow.origin, sink) == _arrival(one) for one in self._flows_before
            )
        if sink == call or self._is_changed(places, sink) or not self._before[calling.path]:
            return False
        told = (flow.sink.rule, flow.origin, normalise(self._texts[places[sink[0]]].lines[sink[1] - 1]))
        return (*told, call[0]) in self._replaced

    @cached_property
    def _replaced(self) -> set[tuple[str, Origin, str, str]]:
        """Flows by calls that are no more: rule, origin, line of the sink, and path of the call."""
        now = {passage.path: frozenset(map(normalise, passage.lines)) for passage in self._texts}
        return {
            (flow.sink.rule, flow.origin, line, spot[0])
            for flow in self._flows_before
            if (line := self._line_before(flow.spots[0]))
            for spot in (*flow.spots[1:], *filter(None, (_text_elsewhere(flow),)))
            if (call := self._line_before(spot)) and call not in now[spot[0]]
        }

    @cached_property
    def _lines_before(self) -> Mapping[tuple[str, str, str], set[Origin]]:
        """What arrived before the change: by rule, path and line."""
        found: dict[tuple[str, str, str], set[Origin]] = {}
        for flow in self._flows_before:
            for spot in flow.spots:
                if line := self._line_before(spot):
                    found.setdefault((flow.sink.rule, spot[0], line), set()).add(flow.origin)
        return found

    def _line_before(self, spot: Spot) -> str:
        """A line of the old side of a file of the change, "" of any other."""
        before = self._before.get(spot[0], ())
        return normalise(before[spot[1] - 1]) if 0 < spot[1] <= len(before) else ""

    @cached_property
    def _before(self) -> Mapping[str, tuple[str, ...]]:
        """By path: the old side of files that are known as a whole."""
        return {passage.path: passage.before or () for passage in self._texts}

    @cached_property
    def _flows_before(self) -> list[Flow]:
        """What there was before the change, as far as its files are known as a whole."""
        texts = [
            Text(key, passage.language, "\n".join(self._before[passage.path] or passage.lines))
            for key, passage in zip(self._keys, self._texts, strict=True)
            if passage.language in LANGUAGES and (self._before[passage.path] or not passage.complete)
        ]
        program = self._of(texts)
        engine = Engine(program)
        program.learn(self._callers)
        _read(engine, program, [*texts, *self._callers])
        engine.follow([text.path for text in (*texts, *self._callers)])
        return list(engine.flows())

    def _hit(self, at: int, flow: Flow, spot: Spot) -> Hit:
        passage = self._texts[at]
        path, line, _ = flow.spots[0]
        where = "arrives here" if flow.spots[0] == spot else f"goes to {path}, line {line}"
        said = f"`{flow.origin.path}`, which comes {_ORIGINS[flow.origin.kind]}, {where}."
        weakness = replace(
            flow.sink.weakness,
            confidence=flow.confidence,
            explanation=f"{flow.sink.weakness.explanation} {said}",
        )
        first, last = passage.start + spot[1] - 1, passage.start + spot[2] - 1
        return hit(weakness, self._by, passage, first, last)


def _read(engine: Engine, program: Program, texts: Iterable[Text]) -> None:
    for text in texts:
        if (module := program.module(text.path)) is not None:
            engine.read(module, text.text.split("\n"))


def _arrival(flow: Flow) -> tuple[str, Origin, Spot]:
    return flow.sink.rule, flow.origin, flow.spots[0]


def _text_elsewhere(flow: Flow) -> Spot | None:
    """Where the text that arrives was put together, if that is a function of another file."""
    text = flow.text if flow.sink.kind in _OF_PARTS else None
    return text if text is not None and text[0] != flow.spots[0][0] else None


_OF_PARTS = frozenset({"html", "sql"})
"""Kinds of harm that are mended where a text is put together, whoever shows or runs it."""


def called(passages: Iterable[Passage]) -> list[str]:
    """Names that some passages call, each once: those that say much, or that are imported."""
    found: dict[str, None] = {}
    for passage in passages:
        text = passage.text
        imported = frozenset(_WORD.findall(" ".join(_IMPORTING.findall(text))))
        found |= dict.fromkeys(
            word
            for word in _CALLED.findall(text)
            if word in imported or (len(word) >= _SHORTEST and word not in COMMON)
        )
        found |= dict.fromkeys(name for name in _HANDED.findall(text) if name not in COMMON)
        found |= dict.fromkeys((*_TYPED.findall(text), *_PIPED.findall(text)))
        records = (asked or named_as(given) for asked, given in _RECORD.findall(text))
        found |= dict.fromkeys(records)
    return list(found)[:_MOST_WORDS]


def _data_of(flow: Flow) -> tuple[object, ...]:
    """A part of some data as one function takes it, and what harm it does in which file."""
    return flow.sink.kind, flow.origin, flow.begin, flow.spots[0][0], flow.spots[1:]


def _key(passage: Passage) -> str:
    """A file that is known in parts is several texts."""
    return passage.path if passage.complete else f"{passage.path}:{passage.start}"


def _text(passage: Passage) -> Text:
    return Text(_key(passage), passage.language, "\n".join(passage.lines))
