"""What is known at one point of a function: the values of its variables, and what tests have ruled out."""

from collections.abc import Iterable, Mapping
from itertools import compress
from operator import is_not
from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.values import (
    EVERYTHING,
    NO_TAINTS,
    UNKNOWN,
    Origin,
    Taints,
    Value,
    either,
    with_taints,
)

Variables = dict[str, Value]
RULED_OUT: Final = "\0"
"""The variable that keeps what tests have ruled out of origins: nothing in a program has this name."""
_NOTHING: Final[frozenset[str]] = frozenset()


class State:
    """Variables by name or dotted place (`self.path`), changed as statements are walked through."""

    def __init__(self, variables: Mapping[str, Value]) -> None:
        self.variables: Variables = dict(variables)
        self._holders: set[str] = set()
        """Places of which members may be known: `self` where there is or was a `self.path`."""
        for place in self.variables:
            self._note_holders(place)

    def fork(self) -> Variables:
        """A copy to come back to."""
        return self.variables.copy()

    def put(self, place: str, value: Value) -> None:
        """A variable has a new value; what was known of its members is forgotten."""
        if place in self._holders:
            below = f"{place}."
            for name in [name for name in self.variables if name.startswith(below)]:
                del self.variables[name]
        self.keep(place, value)

    def keep(self, place: str, value: Value) -> None:
        """A variable has a new value, and the members that are known."""
        self.variables[place] = value
        self._note_holders(place)

    def _note_holders(self, place: str) -> None:
        while "." in place:
            place = place.rpartition(".")[0]
            self._holders.add(place)

    @property
    def ruled_out(self) -> Taints:
        """What tests have shown of origins."""
        return self.variables.get(RULED_OUT, UNKNOWN).taints

    def rule_out(self, origins: Iterable[Origin], kinds: frozenset[str]) -> None:
        """From here on, data of these origins does no harm of these kinds."""
        origins = frozenset(origins)
        if not origins:
            return
        known = dict(self.ruled_out)
        for origin in origins:
            known[origin] = known.get(origin, frozenset()) | kinds
        self.variables[RULED_OUT] = Value(known)
        for name, value in self.variables.items():
            if name != RULED_OUT and value.taints and not origins.isdisjoint(value.taints):
                self.variables[name] = with_taints(value, _without(value.taints, origins, kinds))

    def seen(self, taints: Taints) -> Taints:
        """Taints, less what tests have ruled out of their origins before."""
        known = self.ruled_out
        if not known or known.keys().isdisjoint(taints):
            return taints
        found: dict[Origin, frozenset[str]] = {}
        for origin, kinds in taints.items():
            more = known.get(origin, _NOTHING)
            if EVERYTHING not in more:
                found[origin] = kinds | more
        return found or NO_TAINTS


def _without(taints: Taints, origins: frozenset[Origin], kinds: frozenset[str]) -> Taints:
    """Taints of which some are clean of some more kinds, in the order that they had."""
    if EVERYTHING in kinds:
        return {origin: before for origin, before in taints.items() if origin not in origins} or NO_TAINTS
    return {origin: before | kinds if origin in origins else before for origin, before in taints.items()}


def meet(one: Variables, other: Variables) -> Variables:
    """What is known where two ways come together."""
    merged = one.copy()
    for name in compress(other, map(is_not, map(one.get, other), other.values())):
        before, value = one.get(name), other[name]
        merged[name] = value if before is None else either((before, value))
    both = _both(one.get(RULED_OUT, UNKNOWN).taints, other.get(RULED_OUT, UNKNOWN).taints)
    merged[RULED_OUT] = Value(both)
    return merged


def _both(one: Taints, other: Taints) -> Taints:
    """What either way rules out."""
    if one is other:
        return one
    found = {origin: kinds & other[origin] for origin, kinds in one.items() if origin in other}
    return {origin: kinds for origin, kinds in found.items() if kinds} or NO_TAINTS


def place_of(expr: ir.Expr) -> str:
    """The place that an expression names: `x`, `self.x`, `a.b.c`; "" if it names none."""
    if isinstance(expr, ir.Name):
        return expr.id
    if isinstance(expr, ir.Attr):
        below = place_of(expr.of)
        return f"{below}.{expr.name}" if below else ""
    return ""


def all_kinds() -> frozenset[str]:
    """Every kind of harm."""
    return frozenset((EVERYTHING,))
