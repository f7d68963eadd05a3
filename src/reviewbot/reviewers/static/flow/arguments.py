"""What a call is given, and how it is found by position and name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from reviewbot.reviewers.static.expressions import Expression
from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.sinks import Place
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

RECEIVER: Final = -2
"""The position of the object that a method belongs to, among its parameters."""
HELD: Final = -3
"""The position of what other methods have put into a member of that object."""
_MEMBER: Final = re.compile(r"self\.([#\w]+)")
_STEP: Final = re.compile(r"(\.([^.\[\]]+)|\[([^\]]*)\])")
"""One step of an origin's path, from a whole to its part."""


class Given(NamedTuple):
    """An argument, evaluated."""

    name: str
    value: Value
    spread: bool


def is_given(place: Place, shape: Expression, given: Sequence[Given], receiver: Value | None) -> bool:
    """Whether there is such an argument: what it spells, or the name that it goes by, is as told."""
    value = pick(place, given, receiver)
    if value is None:
        return False
    # A class goes by what it extends, too.
    text = value.shape if value.is_constant else f"{value.name} {value.cls}".strip() or HOLE
    return shape.search(text) is not None


def options_of(given: Sequence[Given]) -> Mapping[str, Value] | None:
    """What a call is told by name, as far as it is constant: how a parser is set up, and the like."""
    told = {item.name: item.value for item in given if item.name and item.value.is_constant}
    return told or None


def pick(place: Place, given: Sequence[Given], receiver: Value | None) -> Value | None:
    """An argument by position, by name, or by both with a member behind a dot (`0.url`)."""
    if place == "receiver":
        return receiver
    if isinstance(place, int):
        free = [item for item in given if not item.name]
        return free[place].value if place < len(free) and not free[place].spread else None
    rest, _, member = place.rpartition(".")
    if rest:
        whole = pick(int(rest) if rest.isdigit() else rest, given, receiver)
        return (whole.fields or {}).get(member) if whole is not None else None
    return next((item.value for item in given if item.name == place), None)


def is_open(value: Value, depth: int = 1) -> bool:
    """Whether a value is a parameter as it is, or a list that holds one: only a caller knows what it is."""
    if value.fields:
        return depth > 0 and is_list(value) and any(is_open(one, depth - 1) for one in value.fields.values())
    return value.shape == HOLE and len(value.taints) == 1 and all(o.place >= 0 for o in value.taints)


def filled_in(value: Value, placed: Mapping[int, Value]) -> Value:
    """A parameter, or a list that holds some, with what a caller gives; a list in a list is spread out."""
    if not value.fields:
        return _given_for(value, placed)
    parts: list[Value] = []
    for inner in value.fields.values() if is_list(value) else ():
        given = _given_for(inner, placed)
        parts += given.fields.values() if given is not inner and given.fields and is_list(given) else (given,)
    return _list_of(parts) if parts else value


def left_open(value: Value, kind: str, seen: Callable[[Taints], Taints]) -> Value:
    """What is still to be told of a value: parameters that may do a kind of harm. All else was seen to."""
    if value.fields and is_list(value):
        return _list_of(left_open(part, kind, seen) for part in value.fields.values())
    left = {origin: clean for origin, clean in seen(value.taints).items() if kind not in clean}
    told = Value(left, value.shape, value.name, value.cls)
    return told if is_open(told, 0) else Value(NO_TAINTS, value.shape, value.name, value.cls)


def is_list(value: Value) -> bool:
    """Whether a value is a list that is written out."""
    return all(map(str.isdigit, value.fields or {"": value}))


def rest_of(values: Sequence[Value]) -> Value:
    """What a parameter holds that takes all the rest: any of it, and each by its position."""
    return replace(either(values), fields=_list_of(values).fields)


def spread_out(given: Iterable[Given]) -> list[Given]:
    """Arguments with the parts of a list that is spread out among them, each by itself."""
    return [
        one
        for item in given
        for one in (
            [Given("", part, spread=False) for part in item.value.fields.values()]
            if item.spread and item.value.fields and is_list(item.value)
            else [item]
        )
    ]


def as_list(given: Sequence[Given]) -> list[Given]:
    """Arguments as a call takes them that makes one list of those without a name."""
    free = [item.value for item in given if not item.name]
    return [Given("", _list_of(free), spread=False), *(item for item in given if item.name)]


def list_of_all(values: Sequence[Value]) -> Value | None:
    """Lists that are written out, one behind the other; None if one of them is something else."""
    if not all(value.fields and is_list(value) for value in values):
        return None
    return _list_of(part for value in values for part in (value.fields or {}).values())


def _list_of(parts: Iterable[Value]) -> Value:
    return Value(fields={str(at): part for at, part in enumerate(parts)})


def _given_for(value: Value, placed: Mapping[int, Value]) -> Value:
    if not is_open(value, 0):
        return value
    (origin,) = value.taints
    return argument_of(origin, placed) or UNKNOWN


def parts_of(value: Value, depth: int = 3) -> Iterator[Value]:
    """What an object holds, each by itself; a value that is no object is its only part."""
    if not value.fields or not depth:
        yield value
        return
    for inner in value.fields.values():
        yield from parts_of(inner, depth - 1)


def args_at(place: Place, args: Sequence[ir.Arg]) -> Sequence[ir.Arg]:
    """The argument of a place, as it is written: all of it, where the place is a member."""
    head = str(place).partition(".")[0]
    if not head.isdigit():
        return [arg for arg in args if arg.name == head]
    return [arg for arg in args if not arg.name][int(head) : int(head) + 1]


def substituted(value: Value, placed: Mapping[int, Value], depth: int = 3) -> Value:
    """A function's result, with what was given in place of its parameters."""
    if not value.taints and not value.fields and not value.keys:
        return value
    keys = None if value.keys is None else _taken_from(value.keys, placed)
    shape = value.shape
    if shape == HOLE and len(value.taints) == 1:
        (only,) = value.taints
        argument = argument_of(only, placed) if only.place in placed else None
        shape = argument.shape if argument is not None else HOLE
    fields = value.fields
    if fields and depth:
        fields = {name: substituted(inner, placed, depth - 1) for name, inner in fields.items()}
    taints = _taken_from(value.taints, placed)
    return Value(taints, shape, value.name, value.cls, fields, value.function, keys)


def _taken_from(taints: Taints, placed: Mapping[int, Value]) -> Taints:
    """Taints, with those of what was given in place of parameters."""
    parts: list[Taints] = []
    for origin, clean in taints.items():
        if origin.place == -1 or (origin.place <= RECEIVER and RECEIVER not in placed):
            parts.append({origin: clean})  # what the own object holds stays what it is
        elif (argument := argument_of(origin, placed)) is not None:
            parts.append({o: kinds | clean for o, kinds in argument.all_taints().items()})
    return union(parts)


def argument_of(origin: Origin, placed: Mapping[int, Value]) -> Value | None:
    """What was given in place of a parameter; of an object, only the member that is in question."""
    if origin.place > RECEIVER:
        whole = placed.get(origin.place)
        return whole and part_of(whole, origin.path)
    whole, told = placed.get(RECEIVER), _MEMBER.match(origin.path)
    if whole is None or told is None:
        return whole
    member = (whole.fields or {}).get(told[1], UNKNOWN)
    if origin.place == HELD:
        return member
    if whole.fields is None:
        return whole
    return Value(union((whole.taints, member.all_taints())), member.shape)


def part_of(whole: Value, path: str) -> Value:
    """The part of an argument that an origin's path leads to, behind the name of the parameter."""
    value = whole
    for step, member, key in _STEP.findall(path):
        name = member or key
        if value.fields is not None and name in value.fields:
            value = value.fields[name]
        elif value.fields:
            return Value(value.all_taints())
        else:
            value = Value({origin.part(step): clean for origin, clean in value.taints.items()})
    return value
