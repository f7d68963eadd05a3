"""What is known of a value while a function is walked through: where it comes from, and what it spells."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from os.path import commonprefix
from typing import Final, NamedTuple

HOLE: Final = "\0"
"""Stands in a shape for any text that is not known."""
_LONGEST: Final = 600
"""Characters of a shape: the beginning tells a query, a host or a folder."""
_MOST_ORIGINS: Final = 100
"""Origins of one value that are told apart. More has only what is made to take for ever."""
LONGEST_PATH: Final = 120
"""Characters of what tells one part of some data from another."""
_MOST_FUNCTIONS: Final = 12
"""Functions of which a call may run one."""
EVERYTHING: Final = "*"
"""Clean of every kind of harm."""


class Origin(NamedTuple):
    """Where data comes from.

    `kind` is `remote` (who sends it may be anybody), `local` (whoever runs the program), `stored` (what was
    kept earlier), `secret` (what a store of secrets gives) or `param`. A parameter's `place` is its position,
    else -1. `path` says which part of it, as `request.args[name]`.
    """

    kind: str
    path: str
    place: int = -1

    def part(self, step: str) -> "Origin":
        """A part of this data, as `.name` or `[key]`; what lies too deep is told apart no more."""
        path = f"{self.path}{step}"
        return Origin(self.kind, path, self.place) if len(path) <= LONGEST_PATH else self


Taints = Mapping[Origin, frozenset[str]]
"""Origins, each with the kinds of harm that the value has been made clean of."""
NO_TAINTS: Final[Taints] = {}
_NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Value:
    """A value as far as it is known.

    `shape` is the text that it spells, with `HOLE` for what is not known; a shape without a hole is a
    constant. `name` is the dotted name by which it is known here, as `flask.request.args` or
    `sqlite3.connect().cursor()`, "" if it has none. `cls` is its class. `fields` are members and elements by
    name. `function` is what a call of it runs. `keys` is where the names in a dictionary come from, if that
    is known apart from what stands under them.
    """

    taints: Taints = field(default_factory=dict)
    shape: str = HOLE
    name: str = ""
    cls: str = ""
    fields: Mapping[str, "Value"] | None = None
    function: object = None
    keys: Taints | None = None

    @property
    def is_constant(self) -> bool:
        """Whether all of its text is known."""
        return HOLE not in self.shape

    @property
    def is_opaque(self) -> bool:
        """Whether neither its text is known, nor its members, nor what it runs: it may be a stored record."""
        return self.shape == HOLE and self.fields is None and self.function is None

    def cleaned(self, kinds: Iterable[str]) -> "Value":
        """The value, clean of some kinds of harm."""
        return with_taints(self, clean(self.taints, kinds)) if self.taints else self

    @property
    def listed(self) -> "Value":
        """What there is to go through: of a dictionary, its names."""
        return self if self.keys is None else Value(self.keys)

    def all_taints(self, depth: int = 3) -> Taints:
        """Its own taints and those of all that it holds."""
        if not self.fields or depth <= 0:
            return self.taints
        return union([self.taints, *(value.all_taints(depth - 1) for value in self.fields.values())])


UNKNOWN: Final = Value()


def with_taints(value: Value, taints: Taints) -> Value:
    """The value with other taints."""
    return Value(taints, value.shape, value.name, value.cls, value.fields, value.function, value.keys)


def of_outside(value: Value) -> Value:
    """A value without what it has of the parameters of inner functions, which are nobody else's."""
    taints = {
        origin: kinds
        for origin, kinds in value.taints.items()
        if origin.kind != "param" or origin.place != -1
    }
    return value if len(taints) == len(value.taints) else with_taints(value, taints)


def constant(text: str) -> Value:
    """A value that spells just this."""
    return Value(NO_TAINTS, text[:_LONGEST])


def clean(taints: Taints, kinds: Iterable[str]) -> Taints:
    """Taints that are clean of some more kinds; what is clean of everything is gone."""
    kinds = frozenset(kinds)
    if EVERYTHING in kinds:
        return NO_TAINTS
    return {origin: before | kinds for origin, before in taints.items()}


def union(every: Iterable[Taints]) -> Taints:
    """All origins; each is clean only of what it is clean of wherever it comes from."""
    found = [taints for taints in every if taints]
    if len(found) <= 1:
        return found[0] if found else NO_TAINTS
    merged = dict(found[0])
    for taints in found[1:]:
        for origin, kinds in taints.items():
            before = merged.get(origin)
            merged[origin] = kinds if before is None else before & kinds
    return merged if len(merged) <= _MOST_ORIGINS else _worst(merged)


def _worst(taints: Taints) -> Taints:
    """The origins that are clean of the fewest kinds, as many as are told apart."""
    return dict(sorted(taints.items(), key=lambda item: len(item[1]))[:_MOST_ORIGINS])


def either(values: Iterable[Value]) -> Value:
    """What is known of a value that is one of several."""
    every = list(values)
    if not every:
        return UNKNOWN
    first = every[0]
    if all(value is first for value in every[1:]):
        return first
    return Value(
        union(value.taints for value in every),
        _shape(every),
        _common((value.name for value in every), ""),
        _common((value.cls for value in every), ""),
        _fields(every),
        _function(every),
        _keys(every),
    )


def _keys(every: list[Value]) -> Taints | None:
    """Where the names in one of several dictionaries come from, if that is known of each."""
    known = [value.keys for value in every if value.keys is not None]
    return union(known) if len(known) == len(every) else None


class OneOf(NamedTuple):
    """Functions of which one is called, as those of a table."""

    functions: tuple[object, ...]


def _function(every: list[Value]) -> object:
    """What a call of one of several values runs."""
    first = next((value.function for value in every if value.function is not None), None)
    if first is None or all(value.function is first or value.function is None for value in every):
        return first
    found: dict[object, object] = {}
    for value in every:
        for one in value.function.functions if isinstance(value.function, OneOf) else (value.function,):
            if one is not None:
                found.setdefault(getattr(one, "function", one), one)
    return OneOf(tuple(found.values())[:_MOST_FUNCTIONS]) if len(found) > 1 else first


def joined(values: Iterable[Value]) -> Value:
    """The text that values make one behind the other."""
    every = _decided(values)
    shape = "".join(value.shape for value in every)
    while HOLE + HOLE in shape:
        shape = shape.replace(HOLE + HOLE, HOLE)
    if len(shape) > _LONGEST:
        kept = shape[:_LONGEST]
        shape = kept if HOLE in kept or HOLE not in shape else kept[:-1] + HOLE
    return Value(union(value.all_taints() for value in every), shape)


_DECIDED: Final = re.compile(
    r"\0(?!://)|\0://[^/?#]*[/?#]|(?:[a-z]+:)?//[^/?#\0]+[/?#:]|(?:[a-z]+:)?//\0.*?[/?#]|(?:mailto|tel|sms):"
    r"|/[^/\\\0]|[\w.~-]+[/?#=]|[?#]",
    re.DOTALL,
)
"""Beginnings of an address that settle where it leads: a host with a slash behind it, a path, a hole."""
_LEADS: Final = ("ssrf", "redirect")


def _decided(values: Iterable[Value]) -> list[Value]:
    """Parts of a text; where its beginning settles where an address leads, the rest can lead nowhere else."""
    every: list[Value] = []
    before = ""
    for value in values:
        every.append(value.cleaned(_LEADS) if value.taints and _DECIDED.match(before) else value)
        before = (before + value.shape)[:_LONGEST]
    return every


def mixed(values: Iterable[Value]) -> Value:
    """Something that depends on values in an unknown way."""
    return Value(union(value.all_taints() for value in values))


def _common(words: Iterable[str], otherwise: str) -> str:
    found = set(words)
    return found.pop() if len(found) == 1 else otherwise


def _shape(every: list[Value]) -> str:
    """What one of several texts spells: the one with data in it, else what they begin with."""
    shapes = list(
        dict.fromkeys(value.shape for value in every if value.taints) or (value.shape for value in every)
    )
    if len(shapes) == 1 or not any(HOLE in shape for shape in shapes):
        return shapes[0]
    return commonprefix(shapes).rstrip(HOLE) + HOLE  # noqa: RUF071 - they are texts and no paths


def _fields(every: list[Value]) -> Mapping[str, Value] | None:
    held = [value.fields for value in every if value.fields]
    if len(held) <= 1:
        return held[0] if held else None
    names = dict.fromkeys(name for fields in held for name in fields)
    return {name: either([fields[name] for fields in held if name in fields]) for name in names}


def kinds_of(taints: Taints, origin: Origin) -> frozenset[str]:
    """What an origin is clean of."""
    return taints.get(origin, _NOTHING)
