"""What methods find in their objects: what constructors and others left there, what callers may fill in."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final, Protocol

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.arguments import HELD, RECEIVER
from reviewbot.reviewers.static.flow.home import Home
from reviewbot.reviewers.static.flow.parameters import class_of
from reviewbot.reviewers.static.flow.reach import Summary
from reviewbot.reviewers.static.flow.values import HOLE, NO_TAINTS, Origin, Taints, Value, union
from reviewbot.reviewers.static.flow.walk import Walk

CONSTRUCTORS: Final = ("__init__", "constructor", "__construct", "initialize")
_GROWS: Final = re.compile(
    r"\b(?:self|this)(?:\.|->)(#?\w+)"
    r"(?:\.(?:append|extend|push|add|unshift|insert|update|set|setdefault|appendleft)\("
    r"|\[[^\]\n]*\] *=[^=]| *\+=)"
)
"""A member to which something is added."""


class File(Home, Protocol):
    """The file that classes stand in, whose functions can be walked through."""

    text: str
    unit: ir.Unit
    functions: dict[tuple[str, str], ir.Function]
    classes: dict[str, ir.Class]
    running: bool

    @property
    def outside(self) -> tuple[Summary, Mapping[str, Value]]:
        """What stands outside of functions does, and leaves behind."""

    def walk(self, function: ir.Function) -> tuple[Summary, Walk]:
        """A walk through a function of which no caller is known."""


class Memory(Protocol):
    """What was found out of functions."""

    def summed_up(self) -> frozenset[tuple[str, int, str]]:
        """The functions that were walked through."""

    def forget(self, path: str, known: frozenset[tuple[str, int, str]]) -> None:
        """What was found out of functions of a file since these were known must be found out again."""


class Objects:
    """What is in the objects of the classes of a file, found out by class when a method is walked through."""

    def __init__(self, file: File, memory: Memory) -> None:
        self._file, self._memory = file, memory
        self._fields: dict[str, dict[str, Value]] = {}

    def found_by(self, function: ir.Function) -> dict[str, Value]:
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
        lines = self._file.text.split("\n")
        for function in self._file.unit.functions:
            if function.owner and function.name not in CONSTRUCTORS and function.params:
                text = "\n".join(lines[function.start - 1 : function.end])
                found.setdefault(function.owner, set()).update(_GROWS.findall(text))
        return found

    def _object_name(self, owner: str) -> str:
        """What sources call the objects of a class, "" if nothing comes from them."""
        bases = self._file.classes[owner].bases if owner in self._file.classes else ()
        return next((name for base in bases for name in self._file.model.objects.of(base)), "")

    def _fields_of(self, name: str) -> Mapping[str, Value]:
        """What the constructor of a class leaves in its objects. Its parameters are the object's taints."""
        if name not in self._file.classes:
            return {}
        if name not in self._fields:
            self._fields[name] = {}  # what asks while it is being made finds what there is
            self._fill(self._file.classes[name], self._fields[name])
        return self._fields[name]

    def _fill(self, cls: ir.Class, fields: dict[str, Value]) -> None:
        for place, value in self._file.outside[1].items() if not self._file.running else ():
            if place.startswith(f"{cls.name}."):
                fields[place.removeprefix(f"{cls.name}.")] = value
        for name, typed in cls.fields:
            fields[name] = Value(NO_TAINTS, HOLE, f"self.{name}", cls=_plain(typed))
        fields |= self._open_fields(cls)
        for word in CONSTRUCTORS:
            constructor = self._file.functions.get((cls.name, word))
            if constructor is not None:
                left = self._left_by(constructor)
                fields |= {name: _declared(value, fields.get(name)) for name, value in left.items()}
        filling = self._filling(cls.name)
        known = self._memory.summed_up() if filling else frozenset()
        for method in filling:
            fields |= {name: value for name, value in self._left_by(method).items() if _is_remote(value)}
        if filling:  # what those call was walked through without the fields
            self._memory.forget(self._file.path, known)

    def _open_fields(self, cls: ir.Class) -> dict[str, Value]:
        """The members that whoever makes an object may fill, with what their types leave open."""
        types, found = dict(cls.fields), dict[str, Value]()
        for name in cls.open:
            declared = types.get(name, "")
            if declared and (
                self._file.model.numbers.fullmatch(declared) or self._file.is_enum(class_of(declared))
            ):
                continue
            origin = Origin("param", f"self.{name}", RECEIVER)
            found[name] = Value({origin: frozenset()}, HOLE, f"self.{name}", class_of(declared))
        return found

    def _filling(self, cls: str) -> list[ir.Function]:
        """Methods that put data from outside into their object, for others to use."""
        lines = self._file.text.split("\n")
        found = []
        for function in self._file.unit.functions:
            if function.owner == cls and function.name not in CONSTRUCTORS:
                text = "\n".join(lines[function.start : function.end])
                receiver = re.escape(function.receiver or "this")
                fills = rf"{receiver}\.\w+ *=[^=]|{receiver}\.\w+\.(?:push|unshift|add|set)\("
                if re.search(fills, text) and any(map(text.__contains__, self._file.model.words)):
                    found.append(function)
        return found

    def _left_by(self, constructor: ir.Function) -> dict[str, Value]:
        _, walk = self._file.walk(constructor)
        prefix = f"{constructor.receiver or 'this'}."
        return {
            place.removeprefix(prefix): _as_field(value)
            for place, value in walk.variables.items()
            if place.startswith(prefix) and "." not in place.removeprefix(prefix)
        }


def keeps(variables: Mapping[str, Value], function: ir.Function) -> dict[str, Value]:
    """The members of its object in which a method leaves what it was given."""
    prefix = f"{function.receiver or 'this'}."
    return {
        name: value
        for place, value in variables.items()
        if place.startswith(prefix)
        and "." not in (name := place.removeprefix(prefix))
        and any(origin.place >= 0 for origin in value.all_taints())
    }


def is_own(value: Value, function: ir.Function) -> bool:
    """Whether a method returns its object."""
    return value.cls == function.owner and value.name == (function.receiver or "this")


def _is_remote(value: Value) -> bool:
    return any(origin.kind == "remote" for origin in value.taints)


def _declared(value: Value, declared: Value | None) -> Value:
    """What a constructor leaves in a member, which has the type that is declared unless more is known."""
    return value if value.cls or declared is None else replace(value, cls=declared.cls)


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
