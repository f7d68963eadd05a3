"""What all languages look alike as: the few kinds of expressions and statements that data flows through.

A lowering (`lowering/`) makes these of a grammar's tree; the interpreter knows nothing else. Lines count from
1 in the text that was lowered. What a lowering does not know becomes `Mix`, which keeps what its parts carry:
unknown syntax loses no flow.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, Self

EVERY: Final = "*"
"""Begins the name of an import that hands on all names of another file: `export * from "./users"`."""
BY_ROUTE: Final = "looksAtRequest"
"""The method by which the schema of a route looks at what its function is about to get."""
ENUM: Final = "Enum"
"""What a class extends that has only the values that are written there."""


class _Node:
    """What all have in common. They are equal only to themselves: a place in the text is one thing."""

    __slots__ = ()

    def but(self, **changes: Any) -> Self:  # noqa: ANN401 - the fields of any of them
        """The same with some other fields."""
        return replace(self, **changes)  # type: ignore[type-var]


@dataclass(frozen=True, slots=True, eq=False)
class Const(_Node):
    """A literal. `text` is what it spells where that matters: strings, and numbers and words as written."""

    text: str
    line: int
    string: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Name(_Node):
    """A variable, a function, an imported module: whatever the name stands for here."""

    id: str
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Attr(_Node):
    """A member: `of.name`."""

    of: "Expr"
    name: str
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Item(_Node):
    """An element: `of[key]`."""

    of: "Expr"
    key: "Expr"
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Arg(_Node):
    """An argument, with its name if it is given by name; `spread` for `*xs`, `**kw` and `...xs`."""

    value: "Expr"
    name: str = ""
    spread: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Call(_Node):
    """A call, from its first to its last line. `new` for the construction of an object."""

    function: "Expr"
    args: tuple[Arg, ...]
    line: int
    end: int
    new: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Join(_Node):
    """A text that is put together: concatenation, interpolation, formatting. The parts in their order."""

    parts: tuple["Expr", ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Entry(_Node):
    """An entry of a `Group`; without a key in lists.

    `rest` is for what is spread into it, and for the name in a pattern that takes all that is left.
    """

    key: "Expr | None"
    value: "Expr"
    rest: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Group(_Node):
    """A list, tuple, set, dictionary or object that is written out."""

    entries: tuple[Entry, ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Choice(_Node):
    """One of several: `a if test else b`, `a or b`, `a ?? b`. `test` decides between exactly two."""

    options: tuple["Expr", ...]
    line: int
    test: "Expr | None" = None


@dataclass(frozen=True, slots=True, eq=False)
class Mix(_Node):
    """Anything that depends on its parts in a way that nobody needs to know."""

    parts: tuple["Expr", ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Compare(_Node):
    """A comparison: `op` is one of `==`, `!=`, `in`, `not in`, `<` (for all orders), `is` (for types)."""

    op: str
    left: "Expr"
    right: "Expr"
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Not(_Node):
    """The opposite of a condition."""

    of: "Expr"
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class All(_Node):
    """Conditions that must all hold."""

    of: tuple["Expr", ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class AnyOf(_Node):
    """Conditions of which one must hold."""

    of: tuple["Expr", ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Each(_Node):
    """A comprehension: `result` for each `target` of `source` for which `tests` hold.

    `calls` says that it is written as a function, which `source` is given.
    """

    target: "Expr"
    source: "Expr"
    tests: tuple["Expr", ...]
    result: "Expr"
    line: int
    calls: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lambda(_Node):
    """A function as a value."""

    function: "Function"
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Typed(_Node):
    """A value whose type is written beside it: a cast, or a variable that is declared with its type."""

    value: "Expr"
    type: str
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Bind(_Node):
    """An assignment that is an expression: `(n := f())`, `a = b = c`."""

    target: "Expr"
    value: "Expr"
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Yield(_Node):
    """A value that a generator hands out. The function goes on behind it."""

    value: "Expr"
    line: int


Expr = (
    Const
    | Name
    | Attr
    | Item
    | Call
    | Join
    | Group
    | Choice
    | Mix
    | Compare
    | Not
    | All
    | AnyOf
    | Each
    | Lambda
    | Typed
    | Bind
    | Yield
)


@dataclass(frozen=True, slots=True, eq=False)
class Assign(_Node):
    """`target = value`; `adds` for `+=`. A `Group` as target takes the value apart."""

    target: Expr
    value: Expr
    line: int
    end: int
    adds: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Do(_Node):
    """An expression that stands for itself."""

    value: Expr
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Return(_Node):
    """The end of a function, with its value."""

    value: Expr | None
    line: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Leave(_Node):
    """What follows is not reached: `raise`, `throw`, `break`, `continue`. `value` is what is thrown."""

    value: Expr | None
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class If(_Node):
    """Two ways. A `switch` is a chain of these."""

    test: Expr
    then: tuple["Stmt", ...]
    otherwise: tuple["Stmt", ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Loop(_Node):
    """`for target in source` or `while test`; what is not there is None."""

    target: Expr | None
    source: Expr | None
    test: Expr | None
    body: tuple["Stmt", ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Try(_Node):
    """A body, what runs if it fails, and what runs in any case."""

    body: tuple["Stmt", ...]
    handlers: tuple[tuple["Stmt", ...], ...]
    finally_: tuple["Stmt", ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Define(_Node):
    """A function that is defined where the statement stands."""

    function: "Function"
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Block(_Node):
    """Statements one after the other."""

    body: tuple["Stmt", ...]
    line: int


Stmt = Assign | Do | Return | Leave | If | Loop | Try | Define | Block


@dataclass(frozen=True, slots=True, eq=False)
class Param(_Node):
    """A parameter: its name, its type as written, its annotations as expressions.

    `fields` are the names that a pattern takes out of it (`{a, b}`); `rest` for `*args` and `...rest`.
    """

    name: str
    type: str = ""
    marks: tuple[Expr, ...] = ()
    fields: tuple[str, ...] = ()
    rest: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Function(_Node):
    """A function, method or closure. Its body is lowered when it is first asked for.

    `owner` is the class that it belongs to; `marks` are decorators and annotations. `start` and `end` are
    lines. `static` methods take no receiver; `receiver` is what the body calls its object (`self`, `this`).
    """

    name: str
    owner: str
    params: tuple[Param, ...]
    marks: tuple[Expr, ...]
    start: int
    end: int
    body: Callable[[], tuple[Stmt, ...]]
    receiver: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Class(_Node):
    """A class: what it extends, and the declared types of its fields as far as they are written.

    `open` are the members that whoever makes an object may fill.
    """

    name: str
    bases: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    start: int
    end: int
    marks: tuple[Expr, ...] = ()
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Unit(_Node):
    """One file. `imports` say which dotted name a name here stands for; `body` is what stands outside.

    A dotted name that begins with `.` is relative to the file, as `./db.find` or `..models.User` is written
    by the language: the program resolves it.
    """

    functions: tuple[Function, ...]
    classes: tuple[Class, ...]
    imports: tuple[tuple[str, str], ...]
    body: Callable[[], tuple[Stmt, ...]]
