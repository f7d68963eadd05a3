"""One walk through one function, statement by statement, with what is known at each."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import Any, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.arguments import RECEIVER, Given, rest_of
from reviewbot.reviewers.static.flow.calls import SUBSTITUTES
from reviewbot.reviewers.static.flow.expressions import SELF, Expressions
from reviewbot.reviewers.static.flow.home import Budget, Closure, Home, Ref
from reviewbot.reviewers.static.flow.parameters import parameter, provider
from reviewbot.reviewers.static.flow.reach import Deferred, Reach, Spot, Summary
from reviewbot.reviewers.static.flow.state import RULED_OUT, Variables, meet, place_of
from reviewbot.reviewers.static.flow.values import (
    HOLE,
    NO_TAINTS,
    UNKNOWN,
    Origin,
    Taints,
    Value,
    either,
    joined,
    of_outside,
)

DEEPEST: Final = 5
"""Functions that call each other, one inside the other."""
_NESTED_LOOPS: Final = 2
_REPLACES: Final = (".replace", ".replaceAll", *SUBSTITUTES)
_CLASS: Final = "cls"
"""The class itself, in its methods."""
_FINDS: Final = frozenset({"get", "get_one", "scalar", "scalars", "execute", "exec"})
"""Methods of a session that find records of the class they are told."""
_ONE_OF: Final = frozenset({"scalar_one", "scalar_one_or_none", "one", "one_or_none", "first", "scalars"})
"""Methods that take one of what was found."""
_TESTS: Final = (ir.Compare, ir.Call, ir.Not, ir.All, ir.AnyOf, ir.Choice)
"""What a variable may hold that a condition asks later."""


class Walk(Expressions):
    """The state of one walk, and what was met on the way."""

    def __init__(self, home: Home, variables: Mapping[str, Value], budget: Budget, owner: str = "") -> None:
        super().__init__(variables)
        self.home, self.model, self.sinks, self.path = home, home.model, home.sinks, home.path
        self.owner = owner
        self.budget = budget
        self.reaches: dict[tuple[object, ...], Reach] = {}
        self.begins: ChainMap[Origin, int] = ChainMap()
        self.texts: dict[Origin, Spot] = {}
        self.deferred: list[Deferred] = []
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

    def _do(self, stmt: ir.Do) -> bool:
        self.value(stmt.value)
        return not (isinstance(stmt.value, ir.Call) and self.model.exits.of(self.call_name(stmt.value)))

    def _return(self, stmt: ir.Return) -> bool:
        value = self.value(stmt.value) if stmt.value is not None else UNKNOWN
        if self.entry and stmt.value is not None:
            for sink, answer in product(self.sinks.returns, self._answers(stmt.value, value)):
                self._check(sink, (Given("", answer, spread=False),), None, (self.path, stmt.line, stmt.end))
        self.results.append(value)
        self.exits.append(self.ruled_out)
        return False

    def _answers(self, expr: ir.Expr, value: Value) -> tuple[Value, ...]:
        """What is sent for a result: its first part too, where others tell how: `return page, 404`."""
        is_list = isinstance(expr, ir.Group) and len(expr.entries) > 1 and expr.entries[0].key is None
        first = (value.fields or {}).get("0") if is_list else None
        return (value,) if first is None else (value, first)

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
                self.bind(stmt.target, self.element(source), stmt.line, stmt.line)
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

    # Functions

    def argument(self, expr: ir.Expr, receiver: Value | None, name: str) -> Value:
        """An argument of a call. A function is run with what the receiver holds, as `map` and `then` do."""
        value = self._closed(expr) if isinstance(expr, ir.Lambda) else self.value(expr)
        if isinstance(expr, ir.Lambda) and isinstance(value.function, Closure):
            held = self.element(receiver) if receiver is not None else UNKNOWN
            own = self._own_params(expr.function)
            is_known = held.all_taints() or (receiver is not None and receiver.fields)
            if is_known and own and not self.home.is_entry(expr.function):
                own[0] = held
            if receiver is not None and name.endswith(_REPLACES):  # all that it gets are parts of the text
                own = [held] * len(own)
            result = self._run_closure(value.function, own)
            return Value(result.all_taints(), result.shape, "", function=value.function)
        return value

    def _run_closure(self, closure: Closure, params: Sequence[Value]) -> Value:
        """Walk through an inner function with the variables around it."""
        budget = self.budget
        if budget.depth >= DEEPEST or closure.function in budget.running:
            return UNKNOWN
        inner = Walk(closure.home, closure.variables, budget, self.owner)
        # Two handlers side by side take the same part of a request, and each by itself.
        inner.reaches, inner.begins, inner.loops = self.reaches, self.begins.new_child(), self.loops
        inner.deferred, inner.texts = self.deferred, self.texts
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
                self.keep(name, either((before, of_outside(after))))

    def take(self, function: ir.Function, params: Sequence[Value]) -> None:
        """The parameters have these values."""
        for param, value in zip(function.params, params, strict=False):
            if param.fields:
                for name in param.fields:
                    self.variables[name] = self.member(value, name, function.start)
            if param.name:
                self.variables[param.name] = value

    def provided(self, param: ir.Param, line: int) -> Value | None:
        """What a framework gives for a parameter by a function of the program, which a client may tell."""
        maker = provider(param, self.model) if param.marks or param.type else None
        function = self.handed(self.value(maker), None)[0] if maker is not None else None
        if not isinstance(function, Ref):
            return None
        given = [
            Given(each.name, parameter(function.home, function.function, at, -1, remote=True), spread=False)
            for at, each in enumerate(function.function.params)
        ]
        summary = self.run_function(function, given, None)
        return summary and self.apply(summary, given, None, function, (self.path, line, line))

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
        if receiver is not None and receiver.name in SELF and self.owner:
            cls = self.owner
        return self.home.callee(name, cls, receiver) if certain else self.home.likely(name, receiver)

    def constructor(self, cls: str) -> object:
        """The function that sets up the objects of a class of the program."""
        return self.home.constructor(cls)

    def heard_of(self, function: object, given: Mapping[int, Value]) -> None:
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

    def looks_loosely(self, function: object) -> bool:
        """Whether a function of the program asks of an address only what is somewhere in it."""
        return isinstance(function, Ref | Closure) and self.budget.looks_loosely(function.function)

    def asks_for_ending(self, function: object) -> bool:
        """Whether a function of the program asks only how a name ends."""
        return isinstance(function, Ref | Closure) and self.budget.asks_for_ending(function.function)

    def placed(self, function: object, given: Sequence[Given], receiver: Value | None) -> Mapping[int, Value]:
        """The arguments by the positions of the parameters that they go to."""
        params = function.function.params if isinstance(function, Ref | Closure) else ()
        names = {param.name: at for at, param in enumerate(params)}
        found: dict[int, Value] = (
            {} if receiver is None or self._is_own_object(receiver) else {RECEIVER: receiver}
        )
        at = 0
        rest: list[Value] = []
        for item in given:
            if item.spread:
                for place in range(at, len(params)):
                    found.setdefault(place, item.value)
            elif item.name:
                if item.name in names:
                    found[names[item.name]] = item.value
            else:
                is_rest = bool(params) and params[-1].rest and at >= len(params) - 1
                if is_rest:
                    rest.append(item.value)
                else:
                    found[at] = item.value
                at += 1
        if rest:
            place = len(params) - 1
            every = [found[place], *rest] if place in found else rest
            found[place] = rest_of(every) if len(every) > 1 else every[0]
        return found

    def filled(self, cls: str, given: Sequence[Given]) -> Mapping[str, Value] | None:
        """The members of a record that a call makes, None if it makes none."""
        names = self.home.filled(cls) if cls and not any(item.spread for item in given) else ()
        free = [item.value for item in given if not item.name]
        named = {item.name: item.value for item in given if item.name in names}
        if len(free) > len(names) or len(free) + len(named) < len(given):
            return None  # some of it would get lost
        return {**dict(zip(names, free, strict=False)), **named} or None

    def found_class(self, word: str, expr: ir.Call) -> str:
        """The class of the record that a call finds: `db.get(Boat, id)`, `db.scalar(select(Boat))`."""
        while (
            word in _ONE_OF and isinstance(expr.function, ir.Attr) and isinstance(expr.function.of, ir.Call)
        ):
            expr = expr.function.of  # `db.execute(select(Boat)).scalars().first()`
            word = place_of(expr.function).rpartition(".")[2] or getattr(expr.function, "name", "")
        asked = expr.args[0].value if word in _FINDS and expr.args else None
        while isinstance(asked, ir.Call):
            function = asked.function
            is_chain = isinstance(function, ir.Attr) and isinstance(function.of, ir.Call)
            if is_chain and isinstance(function, ir.Attr):
                asked = function.of
            elif place_of(function).rpartition(".")[2] == "select" and len(asked.args) == 1:
                asked = asked.args[0].value
            else:
                return ""
        cls = place_of(asked).rpartition(".")[2] if asked is not None else ""
        return cls if cls[:1].isupper() and self.home.is_class(cls) else ""

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
