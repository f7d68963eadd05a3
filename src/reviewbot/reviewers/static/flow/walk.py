"""One walk through one function, statement by statement, with what is known at each."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.arguments import RECEIVER, Given, substituted
from reviewbot.reviewers.static.flow.calls import Calls
from reviewbot.reviewers.static.flow.deciding import decides
from reviewbot.reviewers.static.flow.models import Model
from reviewbot.reviewers.static.flow.reach import Reach, Summary
from reviewbot.reviewers.static.flow.sinks import Sinks
from reviewbot.reviewers.static.flow.state import RULED_OUT, Variables, meet, place_of
from reviewbot.reviewers.static.flow.values import (
    HOLE,
    LONGEST_PATH,
    NO_TAINTS,
    UNKNOWN,
    Origin,
    Taints,
    Value,
    constant,
    either,
    joined,
    mixed,
    union,
    with_taints,
)

DEEPEST: Final = 5
"""Functions that call each other, one inside the other."""
MOST_STEPS: Final = 60_000
"""Expressions looked at for one function and all that it defines: more is hostile, or a table."""
_LONGEST_NAME: Final = 200
_NESTED_LOOPS: Final = 2
_SELF: Final = frozenset({"self", "this", "super()"})
_CLASS: Final = "cls"
"""The class itself, in its methods."""
_MADE: Final = re.compile(r"(?:^|\.)(?:[A-Z]\w*|parse)\(\)$")
"""The name of an object that a class, or `path.parse`, makes of what it is given."""
_TUNES: Final = re.compile(r"(?i)settings|config|options|context")
_TEXTS: Final = frozenset({"string", "String", "str"})
"""Types of data, whatever a parameter is called."""
_TESTS: Final = (ir.Compare, ir.Call, ir.Not, ir.All, ir.AnyOf, ir.Choice)
"""What a variable may hold that a condition asks later."""


class TooLong(Exception):  # noqa: N818 - not an error of the product: the walk ends, and says so
    """A function takes more steps than anybody wants to wait for."""


class Home(Protocol):
    """The file that a function stands in, and what it can see of the rest of the program."""

    path: str
    model: Model
    sinks: Sinks

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

    def heard_of(self, function: "Ref", given: Mapping[int, Taints]) -> None:
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

    def body_of(self, function: ir.Function) -> tuple[ir.Stmt, ...]:
        """The body of an inner function, lowered once."""
        if function not in self.bodies:
            self.bodies[function] = function.body()
        return self.bodies[function]


class Walk(Calls):
    """The state of one walk, and what was met on the way."""

    def __init__(self, home: Home, variables: Mapping[str, Value], budget: Budget, owner: str = "") -> None:
        super().__init__(variables)
        self.home, self.model, self.sinks, self.path = home, home.model, home.sinks, home.path
        self.owner = owner
        self.budget = budget
        self.reaches: dict[tuple[object, ...], Reach] = {}
        self.begins: dict[Origin, int] = {}
        self.results: list[Value] = []
        self.exits: list[Taints] = []
        self.loops = 0
        self.entry = False
        self.tests: dict[str, ir.Expr] = {}

    # Statements. Each answers whether what follows is reached.

    def run(self, body: Iterable[ir.Stmt]) -> bool:
        """Walk through statements until one leaves."""
        return all(self._STATEMENTS[type(stmt)](self, stmt) for stmt in body)

    def _assign(self, stmt: ir.Assign) -> bool:
        value = self.value(stmt.value)
        if stmt.adds:
            value = joined((self.value(stmt.target), value))
        self.bind(stmt.target, value, stmt.line, stmt.end)
        if isinstance(stmt.target, ir.Name) and isinstance(stmt.value, _TESTS):
            self.tests[stmt.target.id] = stmt.value
        return True

    def bind(self, target: ir.Expr, value: Value, line: int, end: int) -> None:
        """A target has a new value."""
        match target:
            case ir.Name():
                self.put(target.id, value)
                self.tests.pop(target.id, None)
            case ir.Attr():
                self._bind_member(target, value, line, end)
            case ir.Item():
                self._bind_item(target, value, line, end)
            case ir.Group():
                for at, entry in enumerate(target.entries):
                    self.bind(entry.value, self._taken(value, entry, at, line), line, end)
            case ir.Mix() | ir.Choice():
                parts = target.parts if isinstance(target, ir.Mix) else target.options
                for part in parts:
                    self.bind(part, mixed((value,)), line, end)
            case _:
                pass

    def _bind_member(self, target: ir.Attr, value: Value, line: int, end: int) -> None:
        of = self.value(target.of)
        name = f"{of.name or '?'}.{target.name}"
        for sink in self.sinks.assigns.of(name):
            if not sink.excepts.of(name):
                self.reach(sink, value, (self.path, line, end))
        place = place_of(target)
        if place:
            self.put(place, value)
        holder = place_of(target.of)
        if holder and value.taints and holder in self.variables and holder not in {"self", "this"}:
            self._hold(holder, target.name, value)

    def _bind_item(self, target: ir.Item, value: Value, line: int, end: int) -> None:
        of = self.value(target.of)
        key = self.value(target.key)
        # What was set before is held by its place, without the name of what it is a member of.
        name = of.name or place_of(target.of) or "?"
        keyed = self.sinks.assigns.of(f"{name}[{key.shape.lower()}]") if key.is_constant else ()
        for sink in (*self.sinks.assigns.of(f"{name}[]"), *keyed):
            self.reach(sink, value, (self.path, line, end))
        if holder := place_of(target.of):
            self._hold(holder, key.shape if key.is_constant else HOLE, value)

    def _hold(self, holder: str, key: str, value: Value) -> None:
        """A member of something is known from here on."""
        before = self.variables.get(holder, UNKNOWN)
        fields = dict(before.fields or {})
        if key == HOLE:
            taints = union((before.taints, value.all_taints()))
            fields = {name: either((held, value)) for name, held in fields.items()}
            self.keep(holder, Value(taints, before.shape, before.name, before.cls, fields or None))
            return
        fields[key] = value
        self.keep(
            holder, Value(before.taints, before.shape, before.name, before.cls, fields, before.function)
        )

    def _taken(self, value: Value, entry: ir.Entry, at: int, line: int) -> Value:
        """What a pattern takes out of a value: by name, or by position."""
        if entry.rest:
            is_list = value.fields is not None and "0" in value.fields
            return Value(value.all_taints()) if is_list else value
        if isinstance(entry.key, ir.Const):
            return self.member(value, entry.key.text, line)
        if value.fields is not None:
            return value.fields.get(str(at), Value(self.seen(value.taints)))
        # The first of several results is what a call is known for: `file, err := os.Open(name)`.
        taints = self.item_taints(value.taints, str(at), line) if at else self.seen(value.taints)
        return Value(taints, HOLE, "" if at else value.name, value.cls)

    def _do(self, stmt: ir.Do) -> bool:
        self.value(stmt.value)
        return not (isinstance(stmt.value, ir.Call) and self.model.exits.of(self.call_name(stmt.value)))

    def _return(self, stmt: ir.Return) -> bool:
        value = self.value(stmt.value) if stmt.value is not None else UNKNOWN
        if self.entry and stmt.value is not None:
            for sink in self.sinks.returns:
                self._check(sink, (Given("", value, spread=False),), None, (self.path, stmt.line, stmt.end))
        self.results.append(value)
        self.exits.append(self.ruled_out)
        return False

    def _leave(self, stmt: ir.Leave) -> bool:
        if stmt.value is not None:
            self.value(stmt.value)
        return False

    def _if(self, stmt: ir.If) -> bool:
        """A chain of tests is walked through as one: it may be as long as a table."""
        ways: list[Variables | None] = []
        rest: tuple[ir.Stmt, ...] = (stmt,)
        while len(rest) == 1 and isinstance(rest[0], ir.If):
            stmt = rest[0]
            self.value(stmt.test)
            before = self.fork()
            self.refine(stmt.test, truth=True)
            ways.append(self.variables if self.run(stmt.then) else None)
            self.variables = before
            self.refine(stmt.test, truth=False)
            rest = stmt.otherwise
        return self._go_on(*ways, self.variables if self.run(rest) else None)

    def _go_on(self, *ways: Variables | None) -> bool:
        """Go on with what is known on all ways that lead here."""
        open_ways = [way for way in ways if way is not None]
        if not open_ways:
            return False
        self.variables = open_ways[0]
        for way in open_ways[1:]:
            self.variables = meet(self.variables, way)
        return True

    def _loop(self, stmt: ir.Loop) -> bool:
        """Twice where loops are not nested deep: what one round leaves, the next one finds."""
        self.loops += 1
        for _ in range(2 if self.loops <= _NESTED_LOOPS else 1):
            source = self.value(stmt.source) if stmt.source is not None else UNKNOWN
            before = self.fork()
            if stmt.test is not None:
                self.value(stmt.test)
                self.refine(stmt.test, truth=True)
            if stmt.target is not None and stmt.source is not None:
                self.bind(stmt.target, self._element(source), stmt.line, stmt.line)
            after = self.variables if self.run(stmt.body) else None
            self._go_on(before, after)
        self.loops -= 1
        return True

    def _try(self, stmt: ir.Try) -> bool:
        before = self.fork()
        body = self.variables if self.run(stmt.body) else None
        after = self.variables
        # Anything between all and nothing of the body may have run; what it checked does not count.
        failed = meet(before, after)
        ways: list[Variables | None] = [body]
        for handler in stmt.handlers:
            self.variables = failed.copy()
            ways.append(self.variables if self.run(handler) else None)
        goes_on = self._go_on(*ways)
        if not goes_on:
            self.variables = failed
        return self.run(stmt.finally_) and goes_on

    def _define(self, stmt: ir.Define) -> bool:
        closure = self._closure(stmt.function)
        self.variables[stmt.function.name] = Value(NO_TAINTS, HOLE, stmt.function.name, function=closure)
        self._run_closure(closure, self._own_params(stmt.function))
        return True

    def _block(self, stmt: ir.Block) -> bool:
        return self.run(stmt.body)

    # Expressions

    def value(self, expr: ir.Expr) -> Value:
        """What is known of an expression."""
        self.budget.left -= 1
        if self.budget.left < 0:
            raise TooLong
        return self._EXPRESSIONS[type(expr)](self, expr)

    def _const(self, expr: ir.Const) -> Value:
        return constant(expr.text)

    def _name(self, expr: ir.Name) -> Value:
        found = self.variables.get(expr.id)
        if found is not None:
            return found
        for kind in self.model.sources.of(expr.id):
            return self.source(kind, expr.id, expr.line)
        return self.home.known(expr.id)

    def _attr(self, expr: ir.Attr) -> Value:
        held = self.variables.get(place_of(expr))
        if held is not None:
            return held
        return self.member(self.value(expr.of), expr.name, expr.line)

    def member(self, of: Value, name: str, line: int) -> Value:
        """A member of a value, by its name."""
        if of.fields is not None and name in of.fields:
            return of.fields[name]
        full = f"{of.name or '?'}.{name}"[-_LONGEST_NAME:]
        for kind in self.model.sources.of(full):
            return self.source(kind, full, line)
        of_class = of.cls or (self.owner if of.name in _SELF else "")
        found = self.home.property_of(of_class, name) if of_class or of.name in _SELF else None
        if found is not None:
            summary = self.home.summary(found)
            placed = {} if self._is_own_object(of) else {RECEIVER: of}
            return substituted(summary.result, placed) if summary is not None else UNKNOWN
        known = self.home.known(full) if of.name else UNKNOWN
        cls = self.home.field_type(of.cls, name) if of.cls else ""
        if not cls and of.name[:1].isupper() and "." not in of.name:  # a constant of a class
            cls = self.home.field_type(of.name, name)
        if cls and (self.model.numbers.fullmatch(cls) or self.home.is_enum(class_of(cls))):
            return Value(NO_TAINTS, HOLE, full)
        taints = of.all_taints() if of.fields else of.taints
        if (
            taints and _MADE.search(of.name) and (cleaners := self.model.cleaners.of(full))
        ):  # `Path(name).name`, `Sort(name).value`
            kinds = frozenset().union(*(cleaner.kinds for cleaner in cleaners))
            return Value(self.item_taints(mixed((of,)).cleaned(kinds).taints, f".{name}", line), HOLE, full)
        taints = union((self.item_taints(taints, f".{name}", line), self._stored(of, name, line)))
        return Value(taints, known.shape, full, cls or known.cls, known.fields, known.function)

    def _stored(self, of: Value, name: str, line: int) -> Taints:
        """What a store keeps in a member: of a record that was found there, or of one that is called so."""
        found = self.model.records.search(of.name)
        is_bare = of.name.islower() and of.name.isidentifier() and all(o.kind == "param" for o in of.taints)
        called = named_as(of.name) if is_bare and of.taints else ""
        cls = of.cls or (found[1] if found is not None else called)
        if not cls or not self.home.column(cls, name):
            return NO_TAINTS
        return self.source("stored", f"{cls}.{name}", line).taints

    def _item(self, expr: ir.Item) -> Value:
        of = self.value(expr.of)
        key = self.value(expr.key)
        named = isinstance(expr.key, ir.Const)
        if of.fields is not None:
            if named and key.shape in of.fields:
                return of.fields[key.shape]
            found = either([*of.fields.values(), Value(of.taints)])
            is_table = all(value.function is not None for value in of.fields.values())
            return Value(found.taints, found.shape, function=found.function if is_table else None)
        for kind in self.model.sources.of(f"{of.name}[]"):
            return self.source(kind, f"{of.name}[{key.shape if named else ''}]", expr.line)
        taints = self.item_taints(of.taints, key.shape if named else "", expr.line)
        return Value(taints, HOLE, f"{of.name}[]" if of.name else "")

    def item_taints(self, taints: Taints, key: str, line: int) -> Taints:
        """The taints of a part: each part of what comes from outside is an origin of its own."""
        if not key or not taints or HOLE in key:
            return taints
        suffix = key if key.startswith(".") else f"[{key}]"
        parts: dict[Origin, frozenset[str]] = {}
        for origin, kinds in taints.items():
            longer = origin.part(suffix)
            self.begins.setdefault(longer, line)
            parts[longer] = kinds
        return self.seen(parts)

    def source(self, kind: str, path: str, line: int) -> Value:
        """Data from outside, unless tests have shown it to be harmless."""
        origin = Origin(kind, path[-LONGEST_PATH:])
        self.begins.setdefault(origin, line)
        return Value(self.seen({origin: frozenset()}), HOLE, path)

    def _join(self, expr: ir.Join) -> Value:
        return joined(map(self.value, expr.parts))

    def _group(self, expr: ir.Group) -> Value:
        fields: dict[str, Value] = {}
        loose: list[Value] = []
        is_keyed = any(entry.key is not None for entry in expr.entries)
        for at, entry in enumerate(expr.entries):
            value = self.value(entry.value)
            if entry.rest and value.fields is not None:
                begin = "" if is_keyed else f"{at}."
                fields |= {f"{begin}{name}": held for name, held in value.fields.items()}
                loose.append(Value(value.taints))
            elif entry.rest and is_keyed:
                loose.append(value)
            elif entry.key is None:
                fields[str(at)] = value
            else:
                key = self.value(entry.key)
                if key.is_constant:
                    fields[key.shape] = value
                else:
                    loose.append(value)
        # What has keys spells no text: sinks that want one can tell it by its shape.
        spread = "..." if any(entry.rest for entry in expr.entries) else ""
        shape = f"{{{spread}{HOLE}}}" if is_keyed else HOLE
        return Value(union(value.all_taints() for value in loose), shape, "", "", fields)

    def _choice(self, expr: ir.Choice) -> Value:
        if expr.test is None or len(expr.options) != 2:  # noqa: PLR2004 - then and else
            return either([self.value(option) for option in expr.options])
        self.value(expr.test)
        before = self.fork()
        self.refine(expr.test, truth=True)
        first = self.value(expr.options[0])
        self.variables = before.copy()
        self.refine(expr.test, truth=False)
        second = self.value(expr.options[1])
        self.variables = before
        return either((first, second))

    def _mix(self, expr: ir.Mix) -> Value:
        return mixed(map(self.value, expr.parts))

    def _compare(self, expr: ir.Compare) -> Value:
        self.value(expr.left)
        self.value(expr.right)
        return Value()

    def _not(self, expr: ir.Not) -> Value:
        self.value(expr.of)
        return Value()

    def _several(self, expr: ir.All | ir.AnyOf) -> Value:
        """`a and b` is b, or an a that is nothing; `a or b` is either. The later ones know of the first."""
        before = self.fork()
        values = []
        for part in expr.of:
            values.append(self.value(part))
            self.refine(part, truth=isinstance(expr, ir.All))
        self.variables = before
        return values[-1] if isinstance(expr, ir.All) else either(values)

    def _each(self, expr: ir.Each) -> Value:
        source = self.value(expr.source)
        before = self.fork()
        self.bind(expr.target, self._element(source), expr.line, expr.line)
        for test in expr.tests:
            self.value(test)
            self.refine(test, truth=True)
        made = self.value(expr.result)
        self.variables = before
        return Value(made.all_taints(), made.shape, "", made.cls)

    def _element(self, source: Value) -> Value:
        """One of what a value holds."""
        if source.fields:
            held = either(list(source.fields.values()))
            return Value(union((held.taints, source.taints)), held.shape, held.name, held.cls, held.fields)
        return Value(
            self.seen(source.taints), source.shape, f"{source.name}[]" if source.name else "", source.cls
        )

    def _lambda(self, expr: ir.Lambda) -> Value:
        """A function that is kept: it is walked through here, since nobody may be seen to call it."""
        value = self._closed(expr)
        assert isinstance(value.function, Closure)  # noqa: S101 - made so
        self._run_closure(value.function, self._own_params(expr.function))
        return value

    def _closed(self, expr: ir.Lambda) -> Value:
        return Value(NO_TAINTS, HOLE, "", function=self._closure(expr.function))

    def _typed(self, expr: ir.Typed) -> Value:
        value = self.value(expr.value)
        written = class_of(expr.type)
        if self.model.numbers.fullmatch(expr.type) or self.home.is_enum(written):
            return Value(NO_TAINTS, HOLE, value.name)
        cls = value.cls or written
        return Value(value.taints, value.shape, value.name, cls, value.fields, value.function)

    def _bind(self, expr: ir.Bind) -> Value:
        value = self.value(expr.value)
        self.bind(expr.target, value, expr.line, expr.line)
        return value

    def _yield(self, expr: ir.Yield) -> Value:
        self.results.append(Value(NO_TAINTS, HOLE, fields={"0": self.value(expr.value)}))  # one of many
        return UNKNOWN

    # Functions

    def argument(self, expr: ir.Expr, receiver: Value | None) -> Value:
        """An argument. A function among them is run with what the receiver holds, as `map` and `then` do."""
        value = self._closed(expr) if isinstance(expr, ir.Lambda) else self.value(expr)
        if isinstance(expr, ir.Lambda) and isinstance(value.function, Closure):
            held = self._element(receiver) if receiver is not None else UNKNOWN
            own = self._own_params(expr.function)
            is_known = held.all_taints() or (receiver is not None and receiver.fields)
            if is_known and own and not self.home.is_entry(expr.function):
                own[0] = held
            result = self._run_closure(value.function, own)
            return Value(result.all_taints(), result.shape, "", function=value.function)
        return value

    def _closure(self, function: ir.Function) -> Closure:
        return Closure(function, self.variables, self.home)

    def _own_params(self, function: ir.Function) -> list[Value]:
        """What is known of parameters when nobody calls: an inner function's origins are nobody else's."""
        is_entry = self.home.is_entry(function)
        return [parameter(self.home, function, at, -1, remote=is_entry) for at in range(len(function.params))]

    def _run_closure(self, closure: Closure, params: Sequence[Value]) -> Value:
        """Walk through an inner function with the variables around it."""
        budget = self.budget
        if budget.depth >= DEEPEST or closure.function in budget.running:
            return UNKNOWN
        inner = Walk(closure.home, closure.variables, budget, self.owner)
        inner.reaches, inner.begins, inner.loops = self.reaches, self.begins, self.loops
        inner.entry = self.home.answers(closure.function)
        inner.take(closure.function, params)
        budget.depth += 1
        budget.running.append(closure.function)
        inner.run(budget.body_of(closure.function))
        budget.running.pop()
        budget.depth -= 1
        if closure.variables is self.variables:
            self._take_back(inner.variables, closure.function)
        return either(inner.results) if inner.results else UNKNOWN

    def _take_back(self, left: Mapping[str, Value], function: ir.Function) -> None:
        """What a function that is called in place leaves in the variables around it."""
        own = {name for param in function.params for name in (param.name, *param.fields)}
        for name, before in list(self.variables.items()):
            after = left.get(name, before)
            if after is not before and name not in own and name != RULED_OUT:
                self.keep(name, either((before, _of_outside(after))))

    def take(self, function: ir.Function, params: Sequence[Value]) -> None:
        """The parameters have these values."""
        for param, value in zip(function.params, params, strict=False):
            if param.fields:
                for name in param.fields:
                    self.variables[name] = self.member(value, name, function.start)
            if param.name:
                self.variables[param.name] = value

    def run_function(
        self, function: object, given: Sequence[Given], receiver: Value | None
    ) -> Summary | None:
        """What a call of a function does."""
        if isinstance(function, Closure):
            placed = self.placed(function, given, receiver)
            own = self._own_params(function.function)
            params = [placed.get(at, value) for at, value in enumerate(own)]
            return Summary((), self._run_closure(function, params), {})
        if isinstance(function, Ref):
            return self.home.summary(function)
        return None

    def callee(self, name: str, receiver: Value | None, *, certain: bool) -> object:
        """The function of the program that a name means here."""
        cls = receiver.cls if receiver is not None else ""
        if receiver is not None and receiver.name in _SELF and self.owner:
            cls = self.owner
        return self.home.callee(name, cls, receiver) if certain else self.home.likely(name, receiver)

    def constructor(self, cls: str) -> object:
        """The function that sets up the objects of a class of the program."""
        return self.home.constructor(cls)

    def heard_of(self, function: object, given: Mapping[int, Taints]) -> None:
        """What callers give to functions of the program is known to the program."""
        if isinstance(function, Ref):
            self.home.heard_of(function, given)

    def own(self, call: ir.Call) -> object:
        """The function of the program that is called, None if it is none."""
        receiver, name, function = self.target(call.function)
        return function or self.callee(name, receiver, certain=True)

    def waves_through(self, function: object) -> bool:
        """Whether a function of the program answers without a look at what it is given."""
        return isinstance(function, Ref | Closure) and not self.budget.decides(function.function)

    def placed(self, function: object, given: Sequence[Given], receiver: Value | None) -> Mapping[int, Value]:
        """The arguments by the positions of the parameters that they go to."""
        params = function.function.params if isinstance(function, Ref | Closure) else ()
        names = {param.name: at for at, param in enumerate(params)}
        found: dict[int, Value] = (
            {} if receiver is None or self._is_own_object(receiver) else {RECEIVER: receiver}
        )
        at = 0
        for item in given:
            if item.spread:
                for place in range(at, len(params)):
                    found.setdefault(place, item.value)
            elif item.name:
                if item.name in names:
                    found[names[item.name]] = item.value
            else:
                place = min(at, len(params) - 1) if params and params[-1].rest else at
                found[place] = either((found[place], item.value)) if place in found else item.value
                at += 1
        return found

    def _is_own_object(self, value: Value) -> bool:
        """Whether a value is the object of the method that is walked through, however it is called there."""
        is_named = value.name in _SELF or (value.cls == self.owner and not value.name.endswith("()"))
        return bool(self.owner) and is_named and not value.taints

    def filled(self, cls: str, given: Sequence[Given]) -> Mapping[str, Value] | None:
        """The members of a record that a call makes, None if it makes none."""
        names = self.home.filled(cls) if cls and not any(item.spread for item in given) else ()
        free = [item.value for item in given if not item.name]
        named = {item.name: item.value for item in given if item.name in names}
        if len(free) > len(names) or len(free) + len(named) < len(given):
            return None  # some of it would get lost
        return {**dict(zip(names, free, strict=False)), **named} or None

    def built_class(self, name: str, expr: ir.Call) -> str:
        """The class that a call constructs."""
        if name == _CLASS:
            return self.owner
        rest, _, word = name.rpartition(".")
        if word == "new":  # Ruby's; a class without a constructor of its own is a record
            cls = rest.rpartition(".")[2]
            return cls if self.home.callee("initialize", cls, None) is not None else ""
        return word if expr.new or self.home.is_class(word) else ""

    _STATEMENTS: Mapping[type, Callable[["Walk", Any], bool]] = {
        ir.Assign: _assign,
        ir.Do: _do,
        ir.Return: _return,
        ir.Leave: _leave,
        ir.If: _if,
        ir.Loop: _loop,
        ir.Try: _try,
        ir.Define: _define,
        ir.Block: _block,
    }
    _EXPRESSIONS: Mapping[type, Callable[["Walk", Any], Value]] = {
        ir.Const: _const,
        ir.Name: _name,
        ir.Attr: _attr,
        ir.Item: _item,
        ir.Call: Calls.call,
        ir.Join: _join,
        ir.Group: _group,
        ir.Choice: _choice,
        ir.Mix: _mix,
        ir.Compare: _compare,
        ir.Not: _not,
        ir.All: _several,
        ir.AnyOf: _several,
        ir.Each: _each,
        ir.Lambda: _lambda,
        ir.Typed: _typed,
        ir.Bind: _bind,
        ir.Yield: _yield,
    }


def _of_outside(value: Value) -> Value:
    """A value without what it has of the parameters of inner functions, which are nobody else's."""
    taints = {
        origin: kinds
        for origin, kinds in value.taints.items()
        if origin.kind != "param" or origin.place != -1
    }
    return value if len(taints) == len(value.taints) else with_taints(value, taints)


def parameter(home: Home, function: ir.Function, at: int, place: int, *, remote: bool) -> Value:
    """What is known of a parameter of a function whose callers are not known."""
    param, model = function.params[at], home.model
    cls = class_of(param.type)
    if named := next(iter(model.objects.of(param.type.strip(" *&"))), ""):
        return Value(NO_TAINTS, HOLE, named, cls)  # `entry *zip.File`: what sources there are goes by it
    is_told = any(model.entries.param_marks.of(_mark_name(mark)) for mark in param.marks)
    is_data = is_told or cls in _TEXTS
    inert = model.inert.fullmatch(cls) or (model.inert.fullmatch(param.name) and not is_data)
    # A `Connection` may be a record of the program, which holds what somebody has filled it with.
    if model.numbers.fullmatch(param.type) or (inert and not _is_record(home, cls)):
        return Value(NO_TAINTS, HOLE, param.name, cls)
    if cls and home.is_enum(cls):
        return Value(NO_TAINTS, HOLE, param.name, cls)
    is_given = any(model.entries.given.of(_mark_name(mark)) for mark in param.marks)
    if remote and (is_given or any(f"{word}(" in param.type for word in model.entries.given.words())):
        return Value(NO_TAINTS, HOLE, param.name, cls)
    origin = Origin("remote", param.name) if remote or is_told else Origin("param", param.name, place)
    return Value({origin: frozenset()}, HOLE, param.name, cls)


def _is_record(home: Home, cls: str) -> bool:
    """Whether a type is a record of the program; settings are set by whoever runs it."""
    return bool(cls) and not _TUNES.search(cls) and bool(home.filled(cls))


def named_as(variable: str) -> str:
    """The class whose objects are called so: `order_line` is an `OrderLine`."""
    return "".join(part.title() for part in variable.split("_"))


def class_of(written: str) -> str:
    """The class in a type as it is written: `Optional[User]`, `User | None`, `*User`, `app.User`."""
    inner = written.strip(" *&?!").removeprefix("Optional[").removeprefix("Annotated[").rstrip("]?")
    return (
        inner.partition("|")[0]
        .partition(",")[0]
        .partition("<")[0]
        .partition("[")[0]
        .strip()
        .rpartition(".")[2]
    )


def _mark_name(mark: ir.Expr) -> str:
    """The dotted name of a decorator or annotation, with or without arguments."""
    return place_of(mark.function if isinstance(mark, ir.Call) else mark)


def mark_names(function: ir.Function) -> list[str]:
    """The dotted names of all decorators and annotations of a function."""
    return [_mark_name(mark) for mark in function.marks]
