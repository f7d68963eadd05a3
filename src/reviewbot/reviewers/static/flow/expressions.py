"""Expressions: what is known of each, and of what is bound to it."""

import re
from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.arguments import RECEIVER, Given, list_of_all, substituted
from reviewbot.reviewers.static.flow.calls import Calls, makes_text
from reviewbot.reviewers.static.flow.home import Budget, Closure, Home, TooLong
from reviewbot.reviewers.static.flow.parameters import class_of, named_as, parameter
from reviewbot.reviewers.static.flow.state import place_of
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
    of_outside,
    union,
)

_LONGEST_NAME: Final = 200
_SECRET: Final = re.compile(r"(?i)headers|authorization|password|secret|token")
"""Names under which secrets are kept."""
SELF: Final = frozenset({"self", "this", "super()"})
"""What a method calls its own object."""
_MADE: Final = re.compile(r"(?:^|\.)(?:[A-Z]\w*|(?<!JSON\.)parse|createElement)\(\)$")
"""The name of an object that a class makes of what it is given, or `path.parse`, or a page."""


class Expressions(Calls):
    """A state that knows the value of every expression."""

    home: Home
    owner: str
    budget: Budget
    results: list[Value]

    @abstractmethod
    def _run_closure(self, closure: Closure, params: Sequence[Value]) -> Value:
        """Walk through an inner function with the variables around it."""

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

    def member(self, of: Value, name: str, line: int) -> Value:  # noqa: PLR0911 - one for each kind
        """A member of a value, by its name."""
        if of.fields is not None and name in of.fields:
            return of.fields[name]
        full = f"{of.name or '?'}.{name}"[-_LONGEST_NAME:]
        for kind in self.model.sources.of(full):
            return Value(NO_TAINTS, HOLE, full) if kind == "none" else self.source(kind, full, line)
        if (kept := self.home.sessions.found(full)) is not None:
            return Value(self.seen(kept.taints), HOLE, full, kept.cls, kept.fields)
        of_class = of.cls or (self.owner if of.name in SELF else "")
        found = self.home.property_of(of_class, name) if of_class or of.name in SELF else None
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
        if named and (kept := self.home.sessions.found(f"{of.name}.{key.shape}")) is not None:
            return Value(self.seen(kept.taints), HOLE, f"{of.name}[]", kept.cls, kept.fields)
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

    def _of_session(self, name: str, given: Sequence[Given]) -> Value | None:
        self.home.sessions.handed(name, (item.value for item in given), self.seen)
        put = given[1].value if len(given) > 1 else None
        kept = self.home.sessions.called(name, given[0].value, put, self.seen)
        return (
            None if kept is None else Value(self.seen(kept.taints), HOLE, f"{name}()", kept.cls, kept.fields)
        )

    def _join(self, expr: ir.Join) -> Value:
        parts = [self.value(part) for part in expr.parts]
        made = list_of_all(parts) or joined(parts)
        if made.taints and makes_text(made.shape):
            self.put_together(parts, expr.line, expr.line)
        return made

    def _group(self, expr: ir.Group) -> Value:
        fields: dict[str, Value] = {}
        loose: list[Value] = []
        is_keyed = any(entry.key is not None for entry in expr.entries)
        for entry in expr.entries:
            value = self.value(entry.value)
            if entry.rest and value.fields is not None:
                held = value.fields.items()
                fields |= held if is_keyed else {str(len(fields) + n): one for n, (_, one) in enumerate(held)}
                loose.append(Value(value.taints))
            elif entry.rest and is_keyed:
                loose.append(value)
            elif entry.key is None:
                fields[str(len(fields))] = value
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
        held = self.element(source)
        is_open = expr.calls and source.is_opaque and not held.taints and self._may_hold_data(expr)
        self.bind(expr.target, _anything(expr.target) if is_open else held, expr.line, expr.line)
        for test in expr.tests:
            self.value(test)
            self.refine(test, truth=True)
        made = of_outside(self.value(expr.result)) if is_open else self.value(expr.result)
        entry = expr.result.entries[0] if isinstance(expr.result, ir.Group) and expr.result.entries else None
        keys = self.value(entry.key).all_taints() if entry is not None and entry.key is not None else None
        self.variables = before
        return Value(made.all_taints(), made.shape, "", made.cls, keys=keys)

    def _may_hold_data(self, expr: ir.Each) -> bool:
        """Whether a name does not say that a list is a constant, or holds parts of the program."""
        is_inert = isinstance(expr.target, ir.Name) and self.model.inert.fullmatch(expr.target.id)
        return not is_inert and not place_of(expr.source).rpartition(".")[2].isupper()

    def element(self, source: Value) -> Value:
        """One of what a value holds."""
        if source.keys is not None:
            return Value(self.seen(source.keys))
        if source.fields:
            held = either(list(source.fields.values()))
            # what an object was made with does not tell what it brings: `async for message in Socket(size=9)`
            name = f"{source.name}[]" if source.name.endswith("()") else held.name
            return Value(union((held.taints, source.taints)), held.shape, name, held.cls, held.fields)
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

    def _closure(self, function: ir.Function) -> Closure:
        return Closure(function, self.variables, self.home)

    def _own_params(self, function: ir.Function) -> list[Value]:
        """What is known of parameters when nobody calls: an inner function's origins are nobody else's."""
        is_entry = self.home.is_entry(function)
        return [parameter(self.home, function, at, -1, remote=is_entry) for at in range(len(function.params))]

    def _is_own_object(self, value: Value) -> bool:
        """Whether a value is the object of the method that is walked through, however it is called there."""
        is_named = value.name in SELF or (value.cls == self.owner and not value.name.endswith("()"))
        return bool(self.owner) and is_named and not value.taints

    # Targets

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
                keys = [entry.key.text for entry in target.entries if isinstance(entry.key, ir.Const)]
                for at, entry in enumerate(target.entries):
                    if entry.rest and any(map(_SECRET.search, keys)):  # `{ headers, ...rest } = config`
                        value = value.cleaned({"secret"})
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
        self.home.sessions.keep(name, value, self.seen)
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
        if key.is_constant:
            self.home.sessions.keep(f"{name}.{key.shape}", value, self.seen)
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

    _EXPRESSIONS: Mapping[type, Callable[["Expressions", Any], Value]] = {
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


def _anything(target: ir.Expr) -> Value:
    """What a function gets that is called for each of something of which nothing is known."""
    name = target.id if isinstance(target, ir.Name) else ""
    return Value({Origin("param", name, -1): frozenset()}, HOLE, name)
