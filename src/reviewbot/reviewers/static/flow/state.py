"""What is known at one point of a function: the values of its variables, and what tests have ruled out."""

from collections.abc import Iterable, Mapping
from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.values import (
    EVERYTHING,
    NO_TAINTS,
    UNKNOWN,
    Origin,
    Taints,
    Value,
    clean,
    either,
    with_taints,
)

Variables = dict[str, Value]
_RULED_OUT: Final = "\0"
"""The variable that keeps what tests have ruled out of origins: nothing in a program has this name."""


class State:
    """Variables by name or dotted place (`self.path`), changed as statements are walked through."""

    def __init__(self, variables: Mapping[str, Value]) -> None:
        self.variables: Variables = dict(variables)

    def fork(self) -> Variables:
        """A copy to come back to."""
        return self.variables.copy()

    def put(self, place: str, value: Value) -> None:
        """A variable has a new value; what was known of its members is forgotten."""
        variables = self.variables
        variables[place] = value
        if len(variables) > 1:
            below = f"{place}."
            for name in [name for name in variables if name.startswith(below)]:
                del variables[name]

    @property
    def ruled_out(self) -> Taints:
        """What tests have shown of origins."""
        return self.variables.get(_RULED_OUT, UNKNOWN).taints

    def rule_out(self, origins: Iterable[Origin], kinds: frozenset[str]) -> None:
        """From here on, data of these origins does no harm of these kinds."""
        origins = frozenset(origins)
        if not origins:
            return
        known = dict(self.ruled_out)
        for origin in origins:
            known[origin] = known.get(origin, frozenset()) | kinds
        self.variables[_RULED_OUT] = Value(known)
        for name, value in self.variables.items():
            if name != _RULED_OUT and value.taints and not origins.isdisjoint(value.taints):
                self.variables[name] = with_taints(value, _without(value.taints, origins, kinds))

    def seen(self, taints: Taints) -> Taints:
        """Taints, less what tests have ruled out of their origins before."""
        known = self.ruled_out
        if not known:
            return taints
        for origin in taints:
            if origin in known:
                taints = _without(taints, {origin}, known[origin])
        return taints


def _without(taints: Taints, origins: Iterable[Origin], kinds: frozenset[str]) -> Taints:
    changed = dict(taints)
    for origin in origins:
        if origin in changed:
            left = clean({origin: changed.pop(origin)}, kinds)
            changed.update(left)
    return changed or NO_TAINTS


def meet(one: Variables, other: Variables) -> Variables:
    """What is known where two ways come together."""
    merged = one.copy()
    for name, value in other.items():
        before = one.get(name)
        if before is not value:
            merged[name] = value if before is None else either((before, value))
    both = _both(one.get(_RULED_OUT, UNKNOWN).taints, other.get(_RULED_OUT, UNKNOWN).taints)
    merged[_RULED_OUT] = Value(both)
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
