"""The files that are known, and the functions in them: found by name, looked into when somebody asks."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.arguments import HELD, RECEIVER
from reviewbot.reviewers.static.flow.lowering import Lowered, lower
from reviewbot.reviewers.static.flow.lowering.base import TooDeep
from reviewbot.reviewers.static.flow.models import Model, family_of, load_model
from reviewbot.reviewers.static.flow.places import COMMON, DEFINES, IMPLEMENTS, places_of
from reviewbot.reviewers.static.flow.reach import Summary
from reviewbot.reviewers.static.flow.sinks import Sinks
from reviewbot.reviewers.static.flow.values import (
    HOLE,
    NO_TAINTS,
    UNKNOWN,
    Origin,
    Taints,
    Value,
    either,
    union,
)
from reviewbot.reviewers.static.flow.views import is_view, routed
from reviewbot.reviewers.static.flow.walk import (
    MOST_STEPS,
    Budget,
    Ref,
    TooLong,
    Walk,
    class_of,
    mark_names,
    parameter,
)
from reviewbot.reviewers.static.structure import LARGEST

MOST_HELD: Final = 10_000_000
"""Characters of files whose trees are held at once: a tree takes ten times the room of its text.

So many are lowered once more, too, since another file took their room: those that call each other by turns
would else be lowered at each call, and what was found in them keeps the old trees alive.
"""
MOST_OF_ALL: Final = 5_000_000
"""Steps of all walks together, some twenty times those through Django: minified bundles call all over."""
_DEEPEST_IMPORTS: Final = 6
"""Files that import each other, one inside the other."""
_SHORTEST_NAME: Final = 4
_MOST_KIN: Final = 4
"""Files that are looked into for a class with a likely name."""
_DEEPEST: Final = 8
"""Functions that are looked into for another one."""


class Text:
    """A file of the program: its path, language and text."""

    __slots__ = ("language", "path", "text")

    def __init__(self, path: str, language: str, text: str) -> None:
        self.path, self.language, self.text = path, language, text


class Program:
    """All files that are known, by path. `search` finds more, in a language, that define what these call."""

    def __init__(
        self,
        texts: Iterable[Text],
        sinks: Callable[[str], Sinks],
        search: Callable[[str], Iterable[Text]] | None = None,
        room: int = MOST_HELD,
        steps: int = MOST_OF_ALL,
    ) -> None:
        self.texts: dict[str, Text] = {text.path: text for text in texts}
        self.sinks_of = sinks
        self._search = search
        self._modules: dict[str, Module] = {}
        self._summaries: dict[tuple[str, int, str], Summary | None] = {}
        self._asked: set[str] = set()
        self._kin: dict[tuple[str, str, str], Ref | None] = {}
        self._families: dict[tuple[str, str], frozenset[str]] = {}
        self._routed: dict[str, frozenset[str]] = {}
        self._held = self._again = 0
        self._room, self.steps = room, steps
        self._seen: set[str] = set()
        self._latest = ""
        self._depth = self.imports_open = 0
        self.callers: dict[tuple[str, int, str], dict[int, bool]] = {}
        """By function: the positions of parameters, and whether any caller gives it data of some origin."""
        self.owners: dict[tuple[str, int, str], str] = {}
        """By function: the class that it belongs to."""
        self.constants: dict[str, dict[str, Value]] = {}
        """By path: what the variables of a file spell, for those that import them."""
        self.cut: dict[str, str] = {}
        """Files with functions that were not walked through to the end, and why."""
        self.exhausted = ""
        """Why no file may have been followed to its end, "" if nothing ran out."""

    def module(self, path: str, lowered: Lowered | None = None) -> "Module | None":
        """A file, lowered; None if it is not known or cannot be."""
        found = self._modules.get(path)
        if found is None or lowered is not None:
            text = self.texts.get(path)
            if text is None:
                return None
            if lowered is None and self._is_too_much(path, len(text.text)):
                return None
            lowered = lowered or self._lowered(text)
            if lowered is None:
                del self.texts[path]
                return None
            if path not in self._modules:
                self._make_room(len(text.text))
            found = self._modules[path] = Module(self, path, text.language, lowered)
        elif path != self._latest:
            self._modules[path] = self._modules.pop(path)  # the latest asked for stands last
        self._latest = path
        return found

    def _is_too_much(self, path: str, size: int) -> bool:
        """Whether a file is asked for too often to be lowered once more, which is remembered."""
        if path in self._seen and self._again + size > self._room:
            self.exhausted = "the files that call each other are too many to follow data through all of them"
            return True
        self._again += size if path in self._seen else 0
        self._seen.add(path)
        return False

    def _lowered(self, text: Text) -> Lowered | None:
        """A file as it is walked through, None if it is beyond what is followed."""
        if len(text.text) > LARGEST:
            return None
        try:
            return lower(text.text, text.language)
        except TooDeep:
            return None

    def budget(self) -> Budget:
        """What one walk may take of the steps that are left for all."""
        return Budget(max(min(MOST_STEPS, self.steps), 0))

    def lowered(self, path: str) -> Lowered | None:
        """A file's tree, if another one has asked for the file already."""
        module = self._modules.get(path)
        return None if module is None else module.lowered

    def _make_room(self, size: int) -> None:
        self._held += size
        while self._held > self._room and self._modules:
            gone = next(iter(self._modules))
            del self._modules[gone]
            self._held -= len(self.texts[gone].text)

    # Names

    @cached_property
    def _definers(self) -> dict[str, dict[str, list[str]]]:
        """By family of languages and name: the files that seem to define it."""
        found: dict[str, dict[str, list[str]]] = {}
        for text in self.texts.values():
            self._note(text, found)
        return found

    def _note(self, text: Text, found: dict[str, dict[str, list[str]]]) -> None:
        family = family_of(text.language)
        pattern = DEFINES.get(family, DEFINES["any"])
        names = found.setdefault(family, {})
        for groups in pattern.findall(text.text):
            name = groups if isinstance(groups, str) else next(filter(None, groups), "")
            files = names.setdefault(name, [])
            if not files or files[-1] != text.path:
                files.append(text.path)

    @cached_property
    def _made_like(self) -> dict[str, list[str]]:
        """By interface: the classes that say to be made like it."""
        found: dict[str, list[str]] = {}
        for text in self.texts.values():
            if "implements" in text.text:
                for cls, told in IMPLEMENTS.findall(text.text):
                    for name in _NAME.findall(told):
                        found.setdefault(name, []).append(cls)
        return found

    def only_like(self, interface: str) -> str:
        """The class that is made like an interface, "" if there is none or a choice."""
        found = self._made_like.get(interface, ())
        return found[0] if len(found) == 1 else ""

    def routed(self, language: str) -> frozenset[str]:
        """The names of functions that routes in the files of a language lead to."""
        if language not in self._routed:
            texts = (text.text for text in self.texts.values() if text.language == language)
            self._routed[language] = routed(texts)
        return self._routed[language]

    def at_hand(self, name: str, language: str) -> bool:
        """Whether a file that is known already seems to define a name."""
        return name in self._definers.get(family_of(language), {})

    def defining(self, name: str, language: str) -> list[str]:
        """The files that seem to define a name; those beyond the change are searched once for it."""
        family = family_of(language)
        found = self._definers.get(family, {}).get(name)
        if found:
            return found
        if self._search is not None and family not in self._asked:
            self._asked.add(family)
            self.learn(self._search(language))
        return self._definers.get(family, {}).get(name, [])

    def akin(self, stem: str, word: str, language: str) -> Ref | None:
        """The method of this name, if there is just one class with a name like this that has it."""
        key = (stem, word, family_of(language))
        if key not in self._kin:
            self._kin[key] = None
            paths = self.defining(word, language)
            kin = self._kin_of(stem, family_of(language)) if paths else frozenset[str]()
            paths = [path for path in paths if path in kin]
            modules = [module for path in paths[:_MOST_KIN] if (module := self.module(path)) is not None]
            found = [
                Ref(module, function)
                for module in modules
                for function in module.named.get(word, ())
                if stem in function.owner.lower()
            ]
            self._kin[key] = found[0] if len(found) == 1 else None
        return self._kin[key]

    def _kin_of(self, stem: str, family: str) -> frozenset[str]:
        """The files that seem to define a class with a name like this."""
        if (stem, family) not in self._families:
            named = self._definers.get(family, {}).items()
            self._families[stem, family] = frozenset(
                path for name, paths in named if name[:1].isupper() and stem in name.lower() for path in paths
            )
        return self._families[stem, family]

    def learn(self, texts: Iterable[Text]) -> list[str]:
        """Take in files around the change; the paths of those that are new."""
        new = [text for text in texts if text.path not in self.texts]
        for text in new:
            self.texts[text.path] = text
            self._note(text, self._definers)
        if new:
            self.__dict__.pop("_made_like", None)
            self._routed.clear()
            self._families.clear()
        return [text.path for text in new]

    def summary(self, ref: Ref) -> Summary | None:
        """What a function does, found out once; None while it is, and where it lies too deep."""
        home = ref.home
        assert isinstance(home, Module)  # noqa: S101 - modules make all references
        key = (home.path, ref.function.start, ref.function.name)
        if key in self._summaries:
            return self._summaries[key]
        if self._depth >= _DEEPEST:
            return None
        self._summaries[key] = None
        self.owners[key] = ref.function.owner
        self._depth += 1
        try:
            made, _ = home.walk(ref.function)
        finally:
            self._depth -= 1
        self._summaries[key] = made
        return made

    def summed_up(self) -> frozenset[tuple[str, int, str]]:
        """The functions that were walked through."""
        return frozenset(self._summaries)

    def forget(self, path: str, known: frozenset[tuple[str, int, str]]) -> None:
        """What was found out of functions of a file since these were known must be found out again."""
        for key in [key for key in self._summaries if key[0] == path and key not in known]:
            if self._summaries[key] is not None:
                del self._summaries[key]

    def summaries(self) -> Iterator[tuple[tuple[str, int, str], Summary]]:
        """What is known of functions: by path, line and name."""
        for key, summary in self._summaries.items():
            if summary is not None:
                yield key, summary


class Module:
    """One file, with what its names mean. It is the `Home` of the functions in it."""

    def __init__(self, program: Program, path: str, language: str, lowered: Lowered) -> None:
        self.program, self.path, self.language = program, path, language
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
        self._fields: dict[str, dict[str, Value]] = {}
        self._views: dict[tuple[int, str], bool] = {}
        self.running = False

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
        return Value(NO_TAINTS, HOLE, name)

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
            if isinstance(known.function, Ref):
                return known.function
            if known.name in self.classes or name in self.classes:
                return None
        if "." not in name or name.startswith("?"):
            return None
        return self.elsewhere(name, word) or (self._akin(name, word) if receiver is not None else None)

    def _akin(self, name: str, word: str) -> Ref | None:
        """The method of the only class that is called as its object is: `orders.list` of an `OrderStore`."""
        holder = name.rpartition(".")[0].rpartition(".")[2]
        stem = holder.lower().removesuffix("s")
        if not holder.isalnum() or len(stem) < _SHORTEST_NAME or word in _OF_LISTS:
            return None
        if name.partition(".")[0] in self.model.libraries or name.partition(".")[0] in self.imports:
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

    def heard_of(self, function: Ref, given: Mapping[int, Taints]) -> None:
        """Remember whether what a caller gives has any origin."""
        key = (function.home.path, function.function.start, function.function.name)
        known = self.program.callers.setdefault(key, {})
        for place in range(len(function.function.params)):
            known[place] = known.get(place, False) or bool(given.get(place))

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
        first = function.params[0].name if function.params else ""
        if first and (entries.first.fullmatch(first) or self._is_view(function)):
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
        key = (function.start, function.name)
        if key not in self._views:
            text = self.program.texts[self.path].text
            found = is_view(function, self.path, text, views)
            self._views[key] = found or function.name in self.program.routed(self.language)
        return self._views[key]

    def answers(self, function: ir.Function) -> bool:
        """Whether what a function returns goes to the outside."""
        marks = self.model.entries.answers
        if function.params and self.model.entries.views.first.fullmatch(function.params[0].name):
            return True
        return self.is_entry(function) or any(marks.of(name) for name in mark_names(function))

    def walk(self, function: ir.Function) -> tuple[Summary, Walk]:
        """Walk through a function of which no caller is known."""
        variables = {} if not function.owner else self._object(function)
        walk = Walk(self, variables, self.program.budget(), function.owner)
        remote = self.is_entry(function)
        walk.entry = self.answers(function)
        params = [parameter(self, function, at, at, remote=remote) for at in range(len(function.params))]
        walk.take(function, params)
        self._go(walk, function)
        result = either(walk.results)
        kept = _kept(walk.variables, function) if function.owner else {}
        chains = bool(function.owner) and _is_own(result, function)
        return Summary(tuple(walk.reaches.values()), result, _checked(walk.exits), kept, chains), walk

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

    def _object(self, function: ir.Function) -> dict[str, Value]:
        """What a method finds in its object: what the constructor put there, and constants of the class."""
        receiver = function.receiver or "this"
        found = {
            receiver: Value(NO_TAINTS, HOLE, self._object_name(function.owner) or receiver, function.owner)
        }
        for name, value in self._fields_of(function.owner).items():
            found[f"{receiver}.{name}"] = value
        for name in self._growing.get(function.owner, ()):
            before = found.get(f"{receiver}.{name}", Value(NO_TAINTS, HOLE, f"{receiver}.{name}"))
            held: Taints = {Origin("param", f"self.{name}", HELD): frozenset()}
            found[f"{receiver}.{name}"] = replace(
                before, taints=union((before.taints, held)), shape=HOLE, fields=None
            )
        return found

    @cached_property
    def _growing(self) -> dict[str, set[str]]:
        """By class: members that its methods add to, as those of a builder of queries do."""
        found: dict[str, set[str]] = {}
        lines = self.program.texts[self.path].text.split("\n")
        for function in self.unit.functions:
            if function.owner and function.name not in CONSTRUCTORS and function.params:
                text = "\n".join(lines[function.start - 1 : function.end])
                found.setdefault(function.owner, set()).update(_GROWS.findall(text))
        return found

    def _object_name(self, owner: str) -> str:
        """What sources call the objects of a class, "" if nothing comes from them."""
        bases = self.classes[owner].bases if owner in self.classes else ()
        return next((name for base in bases for name in self.model.objects.of(base)), "")

    def _fields_of(self, name: str) -> Mapping[str, Value]:
        """What the constructor of a class leaves in its objects. Its parameters are the object's taints."""
        if name not in self.classes:
            return {}
        if name not in self._fields:
            self._fields[name] = {}  # what asks while it is being made finds what there is
            self._fill(self.classes[name], self._fields[name])
        return self._fields[name]

    def _fill(self, cls: ir.Class, fields: dict[str, Value]) -> None:
        for place, value in self.outside[1].items() if not self.running else ():
            if place.startswith(f"{cls.name}."):
                fields[place.removeprefix(f"{cls.name}.")] = value
        for name, typed in cls.fields:
            fields[name] = Value(NO_TAINTS, HOLE, f"self.{name}", cls=_plain(typed))
        fields |= self._open_fields(cls)
        for word in CONSTRUCTORS:
            constructor = self.functions.get((cls.name, word))
            if constructor is not None:
                left = self._left_by(constructor)
                fields |= {name: _declared(value, fields.get(name)) for name, value in left.items()}
        filling = self._filling(cls.name)
        known = self.program.summed_up() if filling else frozenset()
        for method in filling:
            fields |= {name: value for name, value in self._left_by(method).items() if _is_remote(value)}
        if filling:  # what those call was walked through without the fields
            self.program.forget(self.path, known)

    def _open_fields(self, cls: ir.Class) -> dict[str, Value]:
        """The members that whoever makes an object may fill, with what their types leave open."""
        types, found = dict(cls.fields), dict[str, Value]()
        for name in cls.open:
            declared = types.get(name, "")
            if declared and (self.model.numbers.fullmatch(declared) or self.is_enum(class_of(declared))):
                continue
            origin = Origin("param", f"self.{name}", RECEIVER)
            found[name] = Value({origin: frozenset()}, HOLE, f"self.{name}", class_of(declared))
        return found

    def _filling(self, cls: str) -> list[ir.Function]:
        """Methods that put data from outside into their object, for others to use."""
        lines = self.program.texts[self.path].text.split("\n")
        found = []
        for function in self.unit.functions:
            if function.owner == cls and function.name not in CONSTRUCTORS:
                text = "\n".join(lines[function.start : function.end])
                receiver = re.escape(function.receiver or "this")
                fills = rf"{receiver}\.\w+ *=[^=]|{receiver}\.\w+\.(?:push|unshift|add|set)\("
                if re.search(fills, text) and any(map(text.__contains__, self.model.words)):
                    found.append(function)
        return found

    def _left_by(self, constructor: ir.Function) -> dict[str, Value]:
        _, walk = self.walk(constructor)
        prefix = f"{constructor.receiver or 'this'}."
        return {
            place.removeprefix(prefix): _as_field(value)
            for place, value in walk.variables.items()
            if place.startswith(prefix) and "." not in place.removeprefix(prefix)
        }


_OF_LISTS: Final = frozenset(
    """
    map filter forEach reduce some every push pop shift slice splice join concat includes indexOf keys values
    entries flat flatMap sort reverse then catch append extend items each select collect size length
    """.split()  # noqa: SIM905 - a list of words
)
"""Methods that lists and promises have."""
_NAME: Final = re.compile(r"\b[A-Z]\w+")
_GROWS: Final = re.compile(
    r"\b(?:self|this)(?:\.|->)(#?\w+)"
    r"(?:\.(?:append|extend|push|add|unshift|insert|update|set|setdefault|appendleft)\("
    r"|\[[^\]\n]*\] *=[^=]| *\+=)"
)
"""A member to which something is added."""
_PROPERTIES: Final = frozenset({"property", "cached_property", "hybrid_property"})
_PLAIN: Final = frozenset({"NamedTuple", "object", "ABC", "Protocol", "Generic"})
"""Bases that bring no members along."""
CONSTRUCTORS: Final = ("__init__", "constructor", "__construct", "initialize")


def _made_by(value: Value) -> str:
    """What a value goes by that a call has made, as `axios.create()`; "" for any other."""
    return value.name if value.name.endswith("()") else ""


def _is_remote(value: Value) -> bool:
    return any(origin.kind == "remote" for origin in value.taints)


def _declared(value: Value, declared: Value | None) -> Value:
    """What a constructor leaves in a member, which has the type that is declared unless more is known."""
    return value if value.cls or declared is None else replace(value, cls=declared.cls)


def _kept(variables: Mapping[str, Value], function: ir.Function) -> dict[str, Value]:
    """The members of its object in which a method leaves what it was given."""
    prefix = f"{function.receiver or 'this'}."
    return {
        name: value
        for place, value in variables.items()
        if place.startswith(prefix)
        and "." not in (name := place.removeprefix(prefix))
        and any(origin.place >= 0 for origin in value.all_taints())
    }


def _is_own(value: Value, function: ir.Function) -> bool:
    """Whether a method returns its object."""
    return value.cls == function.owner and value.name == (function.receiver or "this")


def _plain(written: str) -> str:
    return written.rpartition(".")[2].strip()


def _as_field(value: Value) -> Value:
    """A value in an object: what came by the constructor is the object's."""
    taints: Taints = {
        (
            origin._replace(place=RECEIVER, path=f"self.{origin.path}") if origin.kind == "param" else origin
        ): kinds
        for origin, kinds in value.taints.items()
    }
    return Value(taints, value.shape, value.name, value.cls, None, value.function)


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
