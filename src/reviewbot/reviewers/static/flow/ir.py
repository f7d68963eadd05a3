"""What all languages look alike as: the few kinds of expressions and statements that data flows through.

A lowering (`lowering/`) makes these of a grammar's tree; the interpreter knows nothing else. Named tuples,
since they are made by the hundred thousand. Lines count from 1 in the text that was lowered. What a lowering
does not know becomes `Mix`, which keeps what its parts carry: unknown syntax loses no flow.
"""

from collections.abc import Callable
from typing import NamedTuple


class Const(NamedTuple):
    """A literal. `text` is what it spells where that matters: strings, and numbers and words as written."""

    text: str
    line: int
    string: bool = True


class Name(NamedTuple):
    """A variable, a function, an imported module: whatever the name stands for here."""

    id: str
    line: int


class Attr(NamedTuple):
    """A member: `of.name`."""

    of: "Expr"
    name: str
    line: int


class Item(NamedTuple):
    """An element: `of[key]`."""

    of: "Expr"
    key: "Expr"
    line: int


class Arg(NamedTuple):
    """An argument, with its name if it is given by name; `spread` for `*xs`, `**kw` and `...xs`."""

    value: "Expr"
    name: str = ""
    spread: bool = False


class Call(NamedTuple):
    """A call, from its first to its last line. `new` for the construction of an object."""

    function: "Expr"
    args: tuple[Arg, ...]
    line: int
    end: int
    new: bool = False


class Join(NamedTuple):
    """A text that is put together: concatenation, interpolation, formatting. The parts in their order."""

    parts: tuple["Expr", ...]
    line: int


class Entry(NamedTuple):
    """An entry of a `Group`; without a key in lists, and for what is spread into it."""

    key: "Expr | None"
    value: "Expr"


class Group(NamedTuple):
    """A list, tuple, set, dictionary or object that is written out."""

    entries: tuple[Entry, ...]
    line: int


class Choice(NamedTuple):
    """One of several: `a if test else b`, `a or b`, `a ?? b`. `test` decides between exactly two."""

    options: tuple["Expr", ...]
    line: int
    test: "Expr | None" = None


class Mix(NamedTuple):
    """Anything that depends on its parts in a way that nobody needs to know."""

    parts: tuple["Expr", ...]
    line: int


class Compare(NamedTuple):
    """A comparison: `op` is one of `==`, `!=`, `in`, `not in`, `<` (for all orders), `is` (for types)."""

    op: str
    left: "Expr"
    right: "Expr"
    line: int


class Not(NamedTuple):
    """The opposite of a condition."""

    of: "Expr"
    line: int


class All(NamedTuple):
    """Conditions that must all hold."""

    of: tuple["Expr", ...]
    line: int


class AnyOf(NamedTuple):
    """Conditions of which one must hold."""

    of: tuple["Expr", ...]
    line: int


class Each(NamedTuple):
    """A comprehension: `result` for each `target` of `source` for which `tests` hold."""

    target: "Expr"
    source: "Expr"
    tests: tuple["Expr", ...]
    result: "Expr"
    line: int


class Lambda(NamedTuple):
    """A function as a value."""

    function: "Function"
    line: int


class Typed(NamedTuple):
    """A value whose type is written beside it: a cast, or a variable that is declared with its type."""

    value: "Expr"
    type: str
    line: int


class Bind(NamedTuple):
    """An assignment that is an expression: `(n := f())`, `a = b = c`."""

    target: "Expr"
    value: "Expr"
    line: int


class Yield(NamedTuple):
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


class Assign(NamedTuple):
    """`target = value`; `adds` for `+=`. A `Group` as target takes the value apart."""

    target: Expr
    value: Expr
    line: int
    end: int
    adds: bool = False


class Do(NamedTuple):
    """An expression that stands for itself."""

    value: Expr
    line: int


class Return(NamedTuple):
    """The end of a function, with its value."""

    value: Expr | None
    line: int
    end: int


class Leave(NamedTuple):
    """What follows is not reached: `raise`, `throw`, `break`, `continue`. `value` is what is thrown."""

    value: Expr | None
    line: int


class If(NamedTuple):
    """Two ways. A `switch` is a chain of these."""

    test: Expr
    then: tuple["Stmt", ...]
    otherwise: tuple["Stmt", ...]
    line: int


class Loop(NamedTuple):
    """`for target in source` or `while test`; what is not there is None."""

    target: Expr | None
    source: Expr | None
    test: Expr | None
    body: tuple["Stmt", ...]
    line: int


class Try(NamedTuple):
    """A body, what runs if it fails, and what runs in any case."""

    body: tuple["Stmt", ...]
    handlers: tuple[tuple["Stmt", ...], ...]
    finally_: tuple["Stmt", ...]
    line: int


class Define(NamedTuple):
    """A function that is defined where the statement stands."""

    function: "Function"
    line: int


class Block(NamedTuple):
    """Statements one after the other."""

    body: tuple["Stmt", ...]
    line: int


Stmt = Assign | Do | Return | Leave | If | Loop | Try | Define | Block


class Param(NamedTuple):
    """A parameter: its name, its type as written, its annotations as expressions.

    `fields` are the names that a pattern takes out of it (`{a, b}`); `rest` for `*args` and `...rest`.
    """

    name: str
    type: str = ""
    marks: tuple[Expr, ...] = ()
    fields: tuple[str, ...] = ()
    rest: bool = False


class Function(NamedTuple):
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


class Class(NamedTuple):
    """A class: what it extends, and the declared types of its fields as far as they are written."""

    name: str
    bases: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    start: int
    end: int
    marks: tuple[Expr, ...] = ()


class Unit(NamedTuple):
    """One file. `imports` say which dotted name a name here stands for; `body` is what stands outside.

    A dotted name that begins with `.` is relative to the file, as `./db.find` or `..models.User` is written
    by the language: the program resolves it.
    """

    functions: tuple[Function, ...]
    classes: tuple[Class, ...]
    imports: tuple[tuple[str, str], ...]
    body: Callable[[], tuple[Stmt, ...]]
