"""Data that reaches a sink, and what a function does with what it is given."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from reviewbot.reviewers.static.flow.arguments import Given
from reviewbot.reviewers.static.flow.sinks import Sink
from reviewbot.reviewers.static.flow.values import Origin, Value

Spot = tuple[str, int, int]
"""Path, first and last line."""


class Reach(NamedTuple):
    """Data of one origin, as it arrives at one sink.

    `spots` is where: the sink first, then the call that leads there, and the call that leads to that one.
    `shape` is the text that arrives. `begin` is the line on which the origin was seen. `made` is the index of
    the spot where the text was put together: a function that only runs what it is given is not to blame.
    `text` is where a function elsewhere did that, of which the text is what it gave.
    """

    sink: Sink
    origin: Origin
    spots: tuple[Spot, ...]
    shape: str
    begin: int
    made: int = 0
    text: Spot | None = None

    @property
    def is_weak(self) -> bool:
        """Whether all that is known of the origin is that it comes by a parameter."""
        return self.origin.kind == "param"


class Deferred(NamedTuple):
    """A call at which only a caller knows what the lists hold that it is given: `execFile("git", args)`.

    `made` is as in `Reach`, 0 as long as nobody has put a list together.
    """

    sink: Sink
    given: tuple[Given, ...]
    spots: tuple[Spot, ...]
    made: int = 0


class Summary(NamedTuple):
    """What a function does: which of its parameters reach sinks, what it returns, what it checks.

    `checked` says of its parameters, and parts of them, which kinds of harm they can do no more once it
    returned.
    `deferred` are calls that do harm if the lists which it is given hold data from outside.
    `kept` are the members of its object that hold what it was given; one that `chains` returns its object.
    """

    reaches: tuple[Reach, ...]
    result: Value
    checked: Mapping[Origin, frozenset[str]]
    kept: Mapping[str, Value] = MappingProxyType({})
    chains: bool = False
    deferred: tuple[Deferred, ...] = ()
    texts: Mapping[Origin, Spot] = MappingProxyType({})
    """Where it puts its parameters, or parts of them, into markup or a statement that it returns."""
