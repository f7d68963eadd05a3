"""The files that are known: who defines what, and what functions do, found out when somebody asks."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow.home import MOST_STEPS, Budget, Ref
from reviewbot.reviewers.static.flow.lowering import Lowered, lower
from reviewbot.reviewers.static.flow.lowering.base import TooDeep
from reviewbot.reviewers.static.flow.models import family_of
from reviewbot.reviewers.static.flow.module import Module
from reviewbot.reviewers.static.flow.places import DEFINES, IMPLEMENTS
from reviewbot.reviewers.static.flow.reach import Summary
from reviewbot.reviewers.static.flow.sessions import Sessions
from reviewbot.reviewers.static.flow.sinks import Sinks
from reviewbot.reviewers.static.flow.views import Routes
from reviewbot.reviewers.static.structure import LARGEST

if TYPE_CHECKING:
    from reviewbot.reviewers.static.flow.values import Value

MOST_HELD: Final = 10_000_000
"""Characters of files whose trees are held at once: a tree takes ten times the room of its text.

So many are lowered once more, too, since another file took their room: those that call each other by turns
would else be lowered at each call, and what was found in them keeps the old trees alive.
"""
MOST_OF_ALL: Final = 5_000_000
"""Steps of all walks together, some twenty times those through Django: minified bundles call all over."""
_MOST_KIN: Final = 4
"""Files that are looked into for a class with a likely name."""
_DEEPEST: Final = 8
"""Functions that are looked into for another one."""
_NAME: Final = re.compile(r"\b[A-Z]\w+")


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
        self._routes: dict[str, Routes] = {}
        self._held = self._again = 0
        self._room, self.steps = room, steps
        self.sessions = Sessions()
        self._seen: set[str] = set()
        self._latest = ""
        self._depth = self.imports_open = 0
        self.callers: dict[tuple[str, int, str], dict[int, bool]] = {}
        """By function: the positions of parameters, and whether any caller gives it data of some origin."""
        self.opaque: dict[tuple[str, int, str], set[int]] = {}
        """By function: the positions of parameters to which a caller gives what nothing is known of."""
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
            found = self._modules[path] = Module(self, path, text.language, text.text, lowered)
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

    def routes(self, language: str) -> Routes:
        """What the files of a language do with functions that are given a request."""
        if language not in self._routes:
            texts = (text.text for text in self.texts.values() if text.language == language)
            self._routes[language] = Routes.of(texts)
        return self._routes[language]

    def written(self, path: str) -> str:
        """The text of a file that is known."""
        return self.texts[path].text

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

    def learn(self, texts: Iterable[Text]) -> None:
        """Take in files around the change."""
        new = [text for text in texts if text.path not in self.texts]
        for text in new:
            self.texts[text.path] = text
            self._note(text, self._definers)
        if new:
            self.__dict__.pop("_made_like", None)
            self._families.clear()
            self._routes.clear()

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

    def forget_one(self, key: tuple[str, int, str]) -> None:
        """What was found out of a function must be found out again."""
        if self._summaries.get(key) is not None:
            del self._summaries[key]

    def summaries(self) -> Iterator[tuple[tuple[str, int, str], Summary]]:
        """What is known of functions: by path, line and name."""
        for key, summary in self._summaries.items():
            if summary is not None:
                yield key, summary
