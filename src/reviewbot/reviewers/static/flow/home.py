"""What a walk is given: the file that a function stands in, functions it may meet, steps it may take."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.deciding import asks_for_ending, decides, looks_loosely
from reviewbot.reviewers.static.flow.models import Model
from reviewbot.reviewers.static.flow.reach import Summary
from reviewbot.reviewers.static.flow.sessions import Sessions
from reviewbot.reviewers.static.flow.sinks import Sinks
from reviewbot.reviewers.static.flow.values import Value

MOST_STEPS: Final = 60_000
"""Expressions looked at for one function and all that it defines: more is hostile, or a table."""


class TooLong(Exception):  # noqa: N818 - not an error of the product: the walk ends, and says so
    """A function takes more steps than anybody wants to wait for."""


class Home(Protocol):
    """The file that a function stands in, and what it can see of the rest of the program."""

    path: str
    model: Model
    sinks: Sinks

    @property
    def sessions(self) -> Sessions:
        """What functions of the program leave in sessions."""

    def known(self, name: str) -> Value:
        """What a name means that the function does not define."""

    def callee(self, name: str, cls: str, receiver: Value | None) -> "Ref | None":
        """The function of the program that a dotted name means; of a class if that is known."""

    def constructor(self, cls: str) -> "Ref | None":
        """The function that sets up the objects of a class."""

    def likely(self, name: str, receiver: Value | None) -> "Ref | None":
        """The only function of the program that has this name."""

    def summary(self, function: "Ref") -> Summary | None:
        """What a function does; None while that is being found out."""

    def heard_of(self, function: "Ref", given: Mapping[int, Value]) -> None:
        """A caller gives this to a function."""

    def field_type(self, cls: str, name: str) -> str:
        """The declared type of a member of a class, "" if it is not known."""

    def filled(self, cls: str) -> tuple[str, ...]:
        """The members that whoever makes an object of a class may fill, in their order."""

    def column(self, cls: str, name: str) -> bool:
        """Whether a member of a class is text that a store keeps."""

    def property_of(self, cls: str, name: str) -> "Ref | None":
        """The function that computes a member of a class, None if it is kept."""

    def is_class(self, name: str) -> bool:
        """Whether a name is a class of the program."""

    def is_enum(self, name: str) -> bool:
        """Whether the program says that there are just some values of a type."""

    def is_entry(self, function: ir.Function) -> bool:
        """Whether the outside calls a function with data of its own."""

    def answers(self, function: ir.Function) -> bool:
        """Whether what a function returns goes to the outside."""


@dataclass(frozen=True, slots=True, eq=False)
class Ref:
    """A function of the program, where it stands."""

    home: Home
    function: ir.Function


@dataclass(frozen=True, slots=True, eq=False)
class Closure:
    """A function inside a function, with what it sees there."""

    function: ir.Function
    variables: Mapping[str, Value]
    home: Home


@dataclass
class Budget:
    """Steps that are left."""

    left: int = MOST_STEPS
    depth: int = 0
    running: list[object] = field(default_factory=list)
    bodies: dict[ir.Function, tuple[ir.Stmt, ...]] = field(default_factory=dict)
    """Of inner functions, which are walked through each time that somebody calls them."""

    deciding: dict[ir.Function, bool] = field(default_factory=dict)
    """Of functions that were asked about: whether what they answer depends on what they are given."""

    def decides(self, function: ir.Function) -> bool:
        """Whether what a function answers depends on what it is given."""
        if function not in self.deciding:
            self.deciding[function] = decides(function, self.body_of(function))
        return self.deciding[function]

    def looks_loosely(self, function: ir.Function) -> bool:
        """Whether a function asks of an address only what is somewhere in it."""
        return looks_loosely(function, self.body_of(function))

    def asks_for_ending(self, function: ir.Function) -> bool:
        """Whether a function asks only how a name ends."""
        return asks_for_ending(function, self.body_of(function))

    def body_of(self, function: ir.Function) -> tuple[ir.Stmt, ...]:
        """The body of an inner function, lowered once."""
        if function not in self.bodies:
            self.bodies[function] = function.body()
        return self.bodies[function]
