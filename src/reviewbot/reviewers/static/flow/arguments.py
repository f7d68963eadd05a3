"""What a call is given, and how it is found by position and name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reviewbot.reviewers.static.expressions import Expression
from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.sinks import Place
from reviewbot.reviewers.static.flow.values import HOLE, UNKNOWN, Origin, Taints, Value, union

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
    if not value.taints and not value.fields:
        return value
    parts: list[Taints] = []
    for origin, clean in value.taints.items():
        if origin.place == -1 or (origin.place <= RECEIVER and RECEIVER not in placed):
            parts.append({origin: clean})  # what the own object holds stays what it is
        elif (argument := argument_of(origin, placed)) is not None:
            parts.append({o: kinds | clean for o, kinds in argument.all_taints().items()})
    shape = value.shape
    if shape == HOLE and len(value.taints) == 1:
        (only,) = value.taints
        argument = argument_of(only, placed) if only.place in placed else None
        shape = argument.shape if argument is not None else HOLE
    fields = value.fields
    if fields and depth:
        fields = {name: substituted(inner, placed, depth - 1) for name, inner in fields.items()}
    return Value(union(parts), shape, value.name, value.cls, fields, value.function)


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
