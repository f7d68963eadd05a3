"""One file of the program: what its names mean, and what its functions do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Final, Protocol

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.home import MOST_STEPS, Budget, Ref, TooLong
from reviewbot.reviewers.static.flow.lowering import Lowered
from reviewbot.reviewers.static.flow.lowering.base import TooDeep
from reviewbot.reviewers.static.flow.models import Model, load_model
from reviewbot.reviewers.static.flow.objects import CONSTRUCTORS, Objects, is_own, keeps
from reviewbot.reviewers.static.flow.parameters import mark_names, parameter
from reviewbot.reviewers.static.flow.places import COMMON, places_of
from reviewbot.reviewers.static.flow.reach import Summary
from reviewbot.reviewers.static.flow.sessions import Sessions
from reviewbot.reviewers.static.flow.sinks import Sinks
from reviewbot.reviewers.static.flow.values import HOLE, NO_TAINTS, UNKNOWN, Origin, Taints, Value, either
from reviewbot.reviewers.static.flow.views import Routes, is_view
from reviewbot.reviewers.static.flow.walk import Walk

_DEEPEST_IMPORTS: Final = 6
"""Files that import each other, one inside the other."""
_SHORTEST_NAME: Final = 4
_OF_LISTS: Final = frozenset(
    """
    map filter forEach reduce some every push pop shift slice splice join concat includes indexOf keys values
    entries flat flatMap sort reverse then catch append extend items each select collect size length
    """.split()  # noqa: SIM905 - a list of words
)
"""Methods that lists and promises have."""
_DECORATED: Final = frozenset({"fastify"})
"""Libraries on whose objects programs hang their own: `fastify.mailer.send`."""
_PROPERTIES: Final = frozenset({"property", "cached_property", "hybrid_property"})
_PLAIN: Final = frozenset({"NamedTuple", "object", "ABC", "Protocol", "Generic"})
"""Bases that bring no members along."""


class Around(Protocol):
    """What a file asks of the program that it is part of."""

    callers: dict[tuple[str, int, str], dict[int, bool]]
    opaque: dict[tuple[str, int, str], set[int]]
    constants: dict[str, dict[str, Value]]
    imports_open: int
    cut: dict[str, str]
    exhausted: str
    steps: int
    sessions: Sessions

    @property
    def texts(self) -> Mapping[str, object]:
        """The files that are known, by path."""

    def sinks_of(self, language: str, /) -> Sinks:
        """What is dangerous in a language."""

    def module(self, path: str) -> "Module | None":
        """Another file, lowered."""

    def budget(self) -> Budget:
        """What one walk may take of the steps that are left for all."""

    def only_like(self, interface: str) -> str:
        """The class that is made like an interface, "" if there is none or a choice."""

    def routes(self, language: str) -> Routes:
        """What the files of a language do with functions that are given a request."""

    def written(self, path: str) -> str:
        """The text of a file that is known."""

    def at_hand(self, name: str, language: str) -> bool:
        """Whether a file that is known already seems to define a name."""

    def defining(self, name: str, language: str) -> list[str]:
        """The files that seem to define a name."""

    def akin(self, stem: str, word: str, language: str) -> Ref | None:
        """The method of the only class with a name like this."""

    def summary(self, ref: Ref) -> Summary | None:
        """What a function does; None while that is being found out."""

    def summed_up(self) -> frozenset[tuple[str, int, str]]:
        """The functions that were walked through."""

    def forget(self, path: str, known: frozenset[tuple[str, int, str]]) -> None:
        """What was found out of functions of a file since these were known must be found out again."""


class Module:
    """One file, with what its names mean. It is the `Home` of the functions in it."""

    def __init__(self, program: Around, path: str, language: str, text: str, lowered: Lowered) -> None:
        self.program, self.path, self.language, self.text = program, path, language, text
        self.model: Model = load_model(language)
        self.sinks = program.sinks_of(language)
        self.lowered, self.unit = lowered, lowered.unit
        self.imports = dict(lowered.unit.imports)
        self.functions: dict[tuple[str, str], ir.Function] = {
            (function.owner, function.name): function for function in reversed(lowered.unit.functions)
        }
        self.named: dict[str, list[ir.Function]] = {}
        for function in self.functions.values():
            self.named.setdefault(function.name, []).append(function)
        self.classes = {cls.name: cls for cls in lowered.unit.classes}
        self._names: dict[str, Value] = {}
        self._objects = Objects(self, program)
        self._views: dict[tuple[int, str, int], bool] = {}
        self.running = False

    @property
    def sessions(self) -> Sessions:
        """What functions of the program leave in sessions."""
        return self.program.sessions

    @cached_property
    def outside(self) -> tuple[Summary, Mapping[str, Value]]:
        """What stands outside of functions: what it does, and what it leaves behind."""
        self.running = True
        walk = Walk(self, {}, self.program.budget())
        self._go(walk, ir.Function("", "", (), (), 1, 1, self.unit.body))
        self.running = False
        return Summary(tuple(walk.reaches.values()), UNKNOWN, {}), walk.variables

    def known(self, name: str) -> Value:
        """What a name means here: a function, a class, an import, a variable of the module."""
        found = self._names.get(name)
        if found is None:
            found = self._find(name)
            if not self.running:
                self._names[name] = found
        return found

    def _find(self, name: str) -> Value:
        if ("", name) in self.functions:
            return Value(NO_TAINTS, HOLE, name, function=Ref(self, self.functions["", name]))
        if name in self.classes:
            return Value(NO_TAINTS, HOLE, name, " ".join(self.classes[name].bases))
        if name in self.imports:
            return self._imported(self.imports[name])
        if not self.running and name in self.outside[1]:
            value = self.outside[1][name]
            return value if value.name else replace(value, name=name)
        # `store.orders`, where `store` is a file that is imported as a whole
        return self._imported(name) if "." in name else Value(NO_TAINTS, HOLE, name)

    def _imported(self, dotted: str) -> Value:
        """An import: a constant of another file is known by its text, everything else by its name."""
        found = self.constant(dotted)
        if found is None:
            return Value(NO_TAINTS, HOLE, dotted)
        return Value(NO_TAINTS, found.shape, dotted, found.cls, found.fields)

    def constant(self, dotted: str, depth: int = _DEEPEST_IMPORTS) -> Value | None:
        """What a variable of another file spells, or of one that this one hands on."""
        module, _, name = dotted.rpartition(".")
        for path in self._files_of(module):
            found = self._constants_of(path).get(name)
            if found is None and depth and (other := self.program.module(path)) is not None:
                handed = (other.constant(passed, depth - 1) for passed in other.passed_on(name))
                found = next(filter(None, handed), None)
            if found is not None:
                return found
        return None

    def _constants_of(self, path: str) -> Mapping[str, Value]:
        """What the variables of another file spell."""
        program = self.program
        if path not in program.constants:
            if program.imports_open >= _DEEPEST_IMPORTS or path == self.path:
                return {}
            program.constants[path] = {}  # for files that import each other
            program.imports_open += 1
            module = program.module(path)
            made = module.outside[1] if module is not None and not module.running else {}
            program.constants[path] = {
                name: Value(NO_TAINTS, value.shape, "", value.cls or _made_by(value), value.fields)
                for name, value in made.items()
                if value.is_constant or value.fields or value.cls or _made_by(value)
            }
            program.imports_open -= 1
        return program.constants[path]

    def _files_of(self, module: str) -> Iterator[str]:
        """The files that a module of the program may be in."""
        if module:
            for path in places_of(module, self.path, self.language):
                if path in self.program.texts:
                    yield path

    def callee(self, name: str, cls: str, receiver: Value | None) -> Ref | None:
        """The function that a name means: of a class, of this file, of an import."""
        word = name.rpartition(".")[2]
        if cls and (found := self.method(cls, word)):
            return found
        if receiver is not None and receiver.name in self.classes:
            return self.method(receiver.name, word)
        if receiver is None and name:
            known = self.known(name)
            if isinstance(known.function, Ref) or known.name in self.classes or name in self.classes:
                return known.function if isinstance(known.function, Ref) else None
        if "." not in name or name.startswith("?"):
            return None
        return self.elsewhere(name, word) if receiver is None else self._member(name, word, cls)

    def _member(self, name: str, word: str, cls: str) -> Ref | None:
        """The function that is a member of something: of an object that is written out, of another file."""
        written = self.functions.get(("", name))
        if found := Ref(self, written) if written else self.elsewhere(name, word):
            return found
        akin = self._akin(name, word)
        # `DigestController` has no method of the `DigestService` that it calls `digest`.
        is_other = akin is not None and cls and not (cls in akin.function.owner or akin.function.owner in cls)
        return None if is_other else akin

    def _akin(self, name: str, word: str) -> Ref | None:
        """The method of the only class that is called as its object is: `orders.list` of an `OrderStore`."""
        holder = name.rpartition(".")[0].rpartition(".")[2]
        stem = holder.lower().removesuffix("s")
        if not holder.isalnum() or len(stem) < _SHORTEST_NAME or word in _OF_LISTS:
            return None
        first = name.partition(".")[0]
        is_library = first in self.model.libraries and (first not in _DECORATED or name.count(".") == 1)
        if is_library or first in self.imports:
            return None
        return self.program.akin(stem, word, self.language)

    def elsewhere(self, name: str, word: str, depth: int = _DEEPEST_IMPORTS) -> Ref | None:
        """The function of another file that a dotted name leads to."""
        module = name.rpartition(".")[0]
        if name.partition(".")[0] not in self.model.libraries:
            self.program.defining(word, self.language)  # so that files around the change are known
        for path in self._files_of(module.removesuffix(".default")):
            if (other := self.program.module(path)) is None:
                continue
            found = other.known(word).function
            if isinstance(found, Ref):
                return found
            for passed in other.passed_on(word) if depth else ():
                if further := other.elsewhere(passed, passed.rpartition(".")[2], depth - 1):
                    return further
        cls = module.rpartition(".")[2]
        return self.method(cls, word) if cls[:1].isupper() else None

    def passed_on(self, word: str) -> Iterator[str]:
        """What a name means in other files that this one hands on."""
        if word in self.imports:
            yield self.imports[word]
        for name, module in self.imports.items():
            if name.startswith(ir.EVERY):
                yield f"{module}.{word}"

    def likely(self, name: str, receiver: Value | None) -> Ref | None:
        """The function of this name, if it is telling and there is just one."""
        word = name.rpartition(".")[2]
        if name.partition(".")[0] in self.model.libraries:
            return None
        if len(word) < _SHORTEST_NAME or word in COMMON or word.lower() in COMMON:
            return None
        found: list[Ref] = []
        for path in self.program.defining(word, self.language)[:3]:
            module = self.program.module(path)
            if module is not None:
                is_method = receiver is not None and receiver.name not in self.imports
                found += [
                    Ref(module, each) for each in module.named.get(word, ()) if bool(each.owner) is is_method
                ]
        return found[0] if len(found) == 1 else None

    def method(self, cls: str, word: str, depth: int = 3) -> Ref | None:
        """A method of a class or of those that it extends, here or elsewhere."""
        if (cls, word) in self.functions:
            return Ref(self, self.functions[cls, word])
        for module in self._homes(cls):
            if (cls, word) in module.functions:
                return Ref(module, module.functions[cls, word])
            bases = module.classes[cls].bases if cls in module.classes else ()
            for base in bases if depth else ():
                if found := module.method(base.rpartition(".")[2], word, depth - 1):
                    return found
        like = self.program.only_like(cls) if depth else ""
        return self.method(like, word, 0) if like else None

    def constructor(self, cls: str) -> Ref | None:
        """The function that sets up the objects of a class, its own or one of those that it extends."""
        return next((found for word in CONSTRUCTORS if (found := self.method(cls, word))), None)

    def _homes(self, cls: str) -> Iterator["Module"]:
        """The files that define a class."""
        if cls in self.classes:
            yield self
            return
        for path in self.program.defining(cls, self.language)[:3]:
            module = self.program.module(path)
            if module is not None and cls in module.classes:
                yield module

    def summary(self, function: Ref) -> Summary | None:
        """What a function does."""
        return self.program.summary(function)

    def heard_of(self, function: Ref, given: Mapping[int, Value]) -> None:
        """Remember whether what a caller gives has any origin, or what it is made of is not known."""
        key = (function.home.path, function.function.start, function.function.name)
        known = self.program.callers.setdefault(key, {})
        for place in range(len(function.function.params)):
            value = given.get(place)
            known[place] = known.get(place, False) or bool(value and value.all_taints())
            if value is not None and value.is_opaque:
                self.program.opaque.setdefault(key, set()).add(place)

    def field_type(self, cls: str, name: str) -> str:
        """The declared type of a member."""
        for module in self._homes(cls):
            return next((typed for field, typed in module.classes[cls].fields if field == name), "")
        return ""

    def filled(self, cls: str, depth: int = 3) -> tuple[str, ...]:
        """The members that whoever makes an object of a class may fill, in their order."""
        homes = self._homes(cls) if self.program.at_hand(cls, self.language) else ()
        for module in homes:
            own, bases = module.classes[cls].open, module.classes[cls].bases
            named = [name for base in bases if (name := base.rpartition(".")[2]) not in _PLAIN]
            before = [module.filled(name, depth - 1) if depth else () for name in named]
            # Who does not know all of them, or how they are filled, must not say which one is.
            is_known = bool(own) and all(before) and self.constructor(cls) is None
            return (*chain.from_iterable(before), *own) if is_known else ()
        return ()

    def column(self, cls: str, name: str) -> bool:
        """Whether a member of a class is text that a store keeps."""
        for module in self._homes(cls):
            typed = dict(module.classes[cls].fields).get(name, "")
            made = UNKNOWN if module.running else module.outside[1].get(f"{cls}.{name}", UNKNOWN)
            is_stored = any(origin.kind == "stored" for origin in made.taints)
            return is_stored or self.model.columns.fullmatch(typed) is not None
        return False

    def property_of(self, cls: str, name: str) -> Ref | None:
        """The function that computes a member of a class of this file, or of its component."""
        if not cls and (computed := self.functions.get(("", f"computed.{name}"))) is not None:
            return Ref(self, computed)
        function = self.functions.get((cls, name)) if cls else None
        if function is None or not any(
            mark.rpartition(".")[2] in _PROPERTIES for mark in mark_names(function)
        ):
            return None
        return Ref(self, function)

    def is_class(self, name: str) -> bool:
        """Whether a name is a class of the program, or looks like one."""
        return name in self.classes or (name[:1].isupper() and not name.isupper())

    def is_enum(self, name: str) -> bool:
        """Whether a type is an enumeration of the program, or of elsewhere and is called so."""
        homes = list(self._homes(name))
        if not homes:
            return self.model.enums.fullmatch(name) is not None
        return any(ir.ENUM in module.classes[name].bases for module in homes)

    def is_entry(self, function: ir.Function) -> bool:
        """Whether the outside calls a function."""
        entries = self.model.entries
        takes = ", ".join(param.name for param in function.params)
        if takes and (entries.takes.fullmatch(takes) or self._is_view(function)):
            return True
        if any(entries.marks.of(name) for name in mark_names(function)):
            return True
        if function.name and entries.names.of(function.name):
            return True
        cls = self.classes.get(function.owner)
        return cls is not None and any(entries.bases.of(base) for base in cls.bases)

    def _is_view(self, function: ir.Function) -> bool:
        views = self.model.entries.views
        if not views.first.fullmatch(function.params[0].name):
            return False
        # Files that are known later may have a route to it, or call it.
        key = (function.start, function.name, len(self.program.texts))
        if key not in self._views:
            text, routes = self.program.written(self.path), self.program.routes(self.language)
            self._views[key] = is_view(function, self.path, text, views, routes)
        return self._views[key]

    def answers(self, function: ir.Function) -> bool:
        """Whether what a function returns goes to the outside."""
        marks = self.model.entries.answers
        if function.params and self.model.entries.views.first.fullmatch(function.params[0].name):
            return True
        return self.is_entry(function) or any(marks.of(name) for name in mark_names(function))

    def walk(self, function: ir.Function) -> tuple[Summary, Walk]:
        """Walk through a function of which no caller is known."""
        variables = {} if not function.owner else self._objects.found_by(function)
        walk = Walk(self, variables, self.program.budget(), function.owner)
        remote = self.is_entry(function)
        walk.entry = self.answers(function)
        params = [
            walk.provided(param, function.start) or parameter(self, function, at, at, remote=remote)
            for at, param in enumerate(function.params)
        ]
        walk.take(function, params)
        self._go(walk, function)
        result = either(walk.results)
        kept = keeps(walk.variables, function) if function.owner else {}
        chains = bool(function.owner) and is_own(result, function)
        reaches, checked, deferred = tuple(walk.reaches.values()), _checked(walk.exits), tuple(walk.deferred)
        given = result.all_taints()
        texts = {origin: spot for origin, spot in walk.texts.items() if origin.place >= 0 and origin in given}
        return Summary(reaches, result, checked, kept, chains, deferred, texts), walk

    def _go(self, walk: Walk, function: ir.Function) -> None:
        given = walk.budget.left
        try:
            if walk.run(function.body()):
                walk.exits.append(walk.ruled_out)
        except TooLong:
            if given < MOST_STEPS:
                self.program.exhausted = "the change is too large to follow data through all of it"
            else:
                self.program.cut[self.path] = f"line {function.start} begins a function too long to follow"
        except TooDeep:
            self.program.cut[self.path] = f"line {function.start} begins a function nested too deep to follow"
        finally:
            self.program.steps -= given - walk.budget.left


def _made_by(value: Value) -> str:
    """What a value goes by that a call has made, as `axios.create()`; "" for any other."""
    return value.name if value.name.endswith("()") else ""


def _checked(exits: Iterable[Taints]) -> dict[Origin, frozenset[str]]:
    """What every way out of a function has ruled out, of its parameters and their parts."""
    ways = list(exits)
    if not ways:
        return {}
    found: dict[Origin, frozenset[str]] = {}
    for origin, kinds in ways[0].items():
        common = kinds.intersection(*(way.get(origin, frozenset()) for way in ways[1:]))
        if origin.place >= 0 and common:
            found[origin] = common
    return found
