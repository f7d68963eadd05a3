"""Calls: what goes into them, what comes out, and what harm they do."""

import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import replace
from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.arguments import (
    RECEIVER,
    Given,
    args_at,
    argument_of,
    as_list,
    filled_in,
    is_given,
    is_open,
    left_open,
    options_of,
    parts_of,
    pick,
    spread_out,
    substituted,
)
from reviewbot.reviewers.static.flow.guards import CHECKS, Guards
from reviewbot.reviewers.static.flow.models import Cleaner
from reviewbot.reviewers.static.flow.reach import Deferred, Reach, Spot, Summary
from reviewbot.reviewers.static.flow.schemas import REFINES, by_route, of_builder, of_schema
from reviewbot.reviewers.static.flow.sinks import Place, Sink, Sinks
from reviewbot.reviewers.static.flow.state import all_kinds, place_of
from reviewbot.reviewers.static.flow.strained import strained
from reviewbot.reviewers.static.flow.texts import (
    SAME_TEXT,
    changed_shape,
    filled,
    gap_kinds,
    joined_by,
    path_of,
    substituted_shape,
)
from reviewbot.reviewers.static.flow.values import (
    HOLE,
    NO_TAINTS,
    UNKNOWN,
    OneOf,
    Origin,
    Taints,
    Value,
    constant,
    either,
    joined,
    mixed,
    union,
)

_SANITISERS: Final = re.compile(
    r"(?i)sanit|escape|purif|slugify|strip_?tags|quote(?:_?name)?$|^(?:clean|safe)_?(?:html|name|path|url)"
)
_QUOTED: Final = frozenset(
    """
    sql sql_ident nosql path path_url command argument code html header log regex ldap xpath xml ssrf
    ssrf_part redirect mass proto secret session token upload cors deserialise
    """.split()  # noqa: SIM905 - a list of words
)
"""What a text may do no harm as once it is escaped, for whatever language: all but run as a template."""
_PASSWORD: Final = re.compile(r"(?i)passw(?:or)?d|passphrase")
"""What is checked with one says who somebody is, and nothing of the name that was typed."""
_ARGUMENT: Final = frozenset({"argument"})
_ASSERTS: Final = re.compile(r"(?:^|[.-])(?:[aA]ssert|invariant)(?:\.ok)?$")
"""Functions that are given a condition, and raise if it does not hold."""
_LONGEST_NAME: Final = 200
_MOST_REACHES: Final = 400
_MOST_DEFERRED: Final = 60
_DEEPEST_DEFERRED: Final = 4
"""Functions that hand a list on, one to the other."""
_LONGEST_LIST: Final = 32
_SEVERAL: Final = frozenset({"*", "*.*", "**"})
"""Places that are several arguments."""
SUBSTITUTES: Final = (".sub", ".subn")
"""Methods of regular expressions that are given the text behind what makes its parts anew."""
_SOUGHT_FIRST: Final = ("re.sub", "re.subn")
"""The same, given first what they look for, of which nothing is left in the text."""
_LONG_CALL: Final = 4
"""Lines of a call whose end is too far from its beginning to be seen there."""
_PUT_TOGETHER: Final = frozenset(
    {"sql", "command", "argument", "html", "code", "template", "ldap", "xpath", "nosql", "log"}
)
"""Kinds of text that are a program, a page or a line with data in it: the harm is done where the two meet."""
"""Parts of a list that are told apart when it grows."""
_OWN: Final = frozenset({"same", "receiver"})
"""What a call may fill variables with: all that it is given, or what its receiver holds."""


class Calls(Guards):
    """A state that follows calls."""

    sinks: Sinks
    path: str
    reaches: dict[tuple[object, ...], Reach]
    begins: MutableMapping[Origin, int]
    texts: MutableMapping[Origin, Spot]
    """Where data was put into markup or a statement, here or in a function that was called."""
    deferred: list[Deferred]

    @abstractmethod
    def run_function(
        self, function: object, given: Sequence[Given], receiver: Value | None
    ) -> Summary | None:
        """What a call of a function of the program does; None if that is not known."""

    @abstractmethod
    def callee(self, name: str, receiver: Value | None, *, certain: bool) -> object:
        """The function of the program that a name means, or is likely to mean; None if there is none."""

    def call(self, expr: ir.Call) -> Value:
        """The value of a call; what it does is noted."""
        receiver, name, function = self.target(expr.function)
        worked_on = self._substituted_in(name, expr, receiver)
        given = spread_out(
            Given(arg.name, self.argument(arg.value, worked_on, name), arg.spread) for arg in expr.args
        )
        if _makes_markup(name, given):
            self.put_together(_inputs(given, receiver), expr.line, expr.end)
        taken = as_list(given) if self.model.lists.of(name) else given
        variable = _by_variable(expr.function, receiver)
        by_class = _by_class(name, receiver) or variable
        function = function or self.meant(name, variable, receiver)
        # A function of the program is known by what it does, whatever its name means elsewhere.
        is_own = function is not None and receiver is None and "." in name
        for sink in (*self.sinks.calls.of(name), *self.sinks.calls.of(by_class)):
            if (sink.own or not is_own) and not sink.excepts.of(name):
                self._check(sink, taken, receiver, (self.path, expr.line, expr.end), expr.args)
        self._hand_on(name, expr, given, receiver)
        if function is None:
            known = (
                self._strained(name, given, receiver)
                or self._gone_through(name, given, receiver, expr.line)
                or self._by_schema(name, by_class, given, receiver)
                or of_builder(name, given)
                or self._known(name, by_class, expr, given, receiver)
            )
            if known is not None:
                return known
            function = self.callee(name, receiver, certain=False)
        made = [
            result
            for one in (function.functions if isinstance(function, OneOf) else (function,))
            if (result := self._run(one, expr, given, receiver)) is not None
        ]
        if made:
            return either(made)
        self._construct(name, expr, given)
        return self._unknown(name, expr, given, receiver)

    def _substituted_in(self, name: str, expr: ir.Call, receiver: Value | None) -> Value | None:
        """What functions among the arguments get: what the receiver holds, or the text of `re.sub`."""
        if not name.endswith(SUBSTITUTES):
            return receiver
        at = next((at for at, arg in enumerate(expr.args) if isinstance(arg.value, ir.Lambda)), -1)
        return self.value(expr.args[at + 1].value) if 0 <= at < len(expr.args) - 1 else receiver

    def _run(
        self, function: object, expr: ir.Call, given: Sequence[Given], receiver: Value | None
    ) -> Value | None:
        """What a call of a function of the program gives; None if that is not known."""
        summary = self.run_function(function, given, receiver) if function is not None else None
        if summary is None:
            return None
        made = self.apply(summary, given, receiver, function, (self.path, expr.line, expr.end))
        return self._kept(summary, expr, given, receiver, function) or made

    def _construct(self, name: str, expr: ir.Call, given: Sequence[Given]) -> None:
        """What the constructor does with what it is given."""
        cls = self.built_class(name, expr) if given else ""
        function = self.constructor(cls) if cls else None
        summary = self.run_function(function, given, None) if function is not None else None
        if summary is not None:
            self.apply(summary, given, None, function, (self.path, expr.line, expr.end))

    @abstractmethod
    def constructor(self, cls: str) -> object:
        """The function that sets up the objects of a class of the program; None if there is none."""

    @abstractmethod
    def argument(self, expr: ir.Expr, receiver: Value | None, name: str) -> Value:
        """What is known of an argument of a call, which goes by a name.

        A function among them is called with what the receiver holds.
        """

    @abstractmethod
    def member(self, of: Value, name: str, line: int) -> Value:
        """What is known of a member."""

    def call_name(self, call: ir.Call) -> str:
        """The dotted name of what is called."""
        return self.target(call.function)[1]

    def target(self, function: ir.Expr) -> tuple[Value | None, str, object]:
        """The receiver of a call, the name of what is called, and the function if it is at hand."""
        if isinstance(function, ir.Attr):
            receiver = self.value(function.of)
            own = self.variables.get(place_of(function)) if self.variables else None
            held = own or (receiver.fields or {}).get(function.name)
            name = f"{receiver.name or '?'}.{function.name}"[-_LONGEST_NAME:]
            return receiver, name, held.function if held is not None else None
        value = self.value(function)
        return None, value.name, value.function

    def _hand_on(self, name: str, expr: ir.Call, given: Sequence[Given], receiver: Value | None) -> None:
        """A function that is handed to what calls it: `submit(f, x)`, `f.delay(x)`, `partial(f, x)`."""
        word = name.rpartition(".")[2]
        spot = (self.path, expr.line, expr.end)
        if word in _LATER and receiver is not None:
            function = receiver.function or self.callee(receiver.name, None, certain=True)
            self._run_later(function, given, spot)
        elif word in _JOBS and receiver is not None:
            function = self.callee(f"{receiver.name}.perform", _job(receiver), certain=True)
            self._run_later(function, given[_JOBS[word] :], spot)
        elif name in _READERS:
            self._hand_read(_READERS[name], given, spot)
        elif word in _HANDS_ON:
            for at, item in enumerate(given):
                function, holder = self.handed(
                    item.value, expr.args[at].value if at < min(_FIRST, len(expr.args)) else None
                )
                if function:
                    self._run_later(function, given[at + 1 :], spot, holder)
                    break

    def meant(self, name: str, variable: str, receiver: Value | None) -> object:
        """The function that is called, by the name of its object, or of the variable that it was kept in."""
        known = self.callee(name, receiver, certain=True)
        return known or (self.callee(variable, receiver, certain=True) if variable else None)

    def handed(self, value: Value, arg: ir.Expr | None) -> tuple[object, Value | None]:
        """The function that is handed on, and the object that it is a method of, if it is one."""
        known = value.function or (value.name and self.callee(value.name, None, certain=True))
        if known or not isinstance(arg, ir.Attr):
            return known, None
        holder, name, held = self.target(arg)
        known = held or self.meant(name, _by_variable(arg, holder), holder)
        known = known or self.callee(name, holder, certain=False)
        return known, holder

    def _hand_read(self, place: Place, given: Sequence[Given], spot: Spot) -> None:
        """A function that gets each piece of what is read: `JSON.parse(text, revive)`."""
        taker = pick(place, given, None)
        if taker is None or not given:
            return
        function = taker.function or (taker.name and self.callee(taker.name, None, certain=True))
        read = Given("", Value(given[0].value.all_taints(), HOLE), spread=False)
        before = [Given("", UNKNOWN, spread=False)] if place == 1 else []  # the key
        self._run_later(function or None, [*before, read], spot)

    def _run_later(
        self, function: object, given: Sequence[Given], spot: Spot, receiver: Value | None = None
    ) -> None:
        grouped = [item for item in given if item.name in {"args", "kwargs"}]
        for item in grouped:
            for key, value in (item.value.fields or {}).items():
                given = [*given, Given("" if key.isdigit() else key, value, spread=False)]
        given = [
            item
            for item in given
            if item.name not in {"args", "kwargs", "queue", "countdown", "eta", "daemon"}
        ]
        summary = self.run_function(function, given, receiver) if function is not None else None
        if summary is not None:
            self.apply(summary, given, receiver, function, spot)

    # What is known of libraries

    def _by_schema(
        self, name: str, by_class: str, given: Sequence[Given], receiver: Value | None
    ) -> Value | None:
        roots = self.model.schemas
        if receiver is not None and name.endswith(f".{ir.BY_ROUTE}"):
            if not receiver.name.startswith(roots):
                return by_route(receiver, given[0].value)
            name = f"{receiver.name}.schema"
        told = name if name.startswith(roots) else by_class
        if not told.startswith(roots):
            return None
        word, judge = told.rpartition(".")[2], given[0].value if given else None
        if word in REFINES and judge is not None and self._judges(judge):
            told = f"{told}():judged"
        return of_schema(told, given, receiver)

    def _judges(self, value: Value) -> bool:
        """Whether a value is a function of the program that has a name, and tells good from bad."""
        own = self.callee(value.name, None, certain=True) if value.name else None
        return own is not None and self.tells(value.name.rpartition(".")[2], own, truth=True)

    def _known(  # noqa: PLR0911 - one for each kind of knowledge
        self, name: str, by_class: str, expr: ir.Call, given: Sequence[Given], receiver: Value | None
    ) -> Value | None:
        """What the model of the language says of a call; None if it says nothing."""
        model = self.model
        if receiver is not None and given and (kept := self._of_session(name, given)) is not None:
            return kept
        typed = _typed_by(given)
        for kind in (
            model.calls.of(name)
            or model.calls.of(by_class)
            or (model.calls.of(f"{name}({typed})") if typed else ())
        ):
            is_few = kind == "stored" and any(item.name == "choices" for item in given)
            return (
                UNKNOWN
                if is_few or kind == "none"
                else self.source(kind, f"{name}({_first_text(expr)})", expr.line)
            )
        is_sought = receiver and name.endswith((*_SEEKS, *_SOUGHT_FIRST))
        inputs = _inputs(given[1:] if is_sought else given, receiver)
        for kind in model.fills.of(name):
            self._fill(kind, expr, inputs if kind == "same" else inputs[:1])
        cleaners = model.cleaners.of(name)
        if cleaners and not any(cleaner.excepts.of(by_class or name) for cleaner in cleaners):
            left = self._cleaned(name, cleaners, inputs, receiver)
            put_in = self._substituted(name, given, receiver)
            return left if put_in == HOLE else replace(left, shape=put_in)
        if model.paths.of(name):
            return replace(path_of(given, receiver), name=_result(name))
        made = self._made_of_text(name.rpartition(".")[2], expr, given, receiver) if receiver else None
        is_made = name.endswith(".new") and self.built_class(name, expr)
        is_kept = made is not None and name.rpartition(".")[2] not in model.mutators
        is_read = receiver is not None and receiver.taints and _is_read(name)
        if not is_kept and not is_read and model.stops.of(name) and not is_made:
            return Value(NO_TAINTS, HOLE, _result(name, given), fields=_ways_out(given))
        each = given[0].value.name if given and (name == "map" or name.endswith(".map")) else ""
        if each and (cleaners := model.cleaners.of(each)):  # `map(int, ids)`, `ids.map(Number)`
            return self._cleaned(name, [c for c in cleaners if not c.raises] or cleaners, inputs, receiver)
        is_mapped = (
            name.rpartition(".")[2] in _MAPS and expr.args and isinstance(expr.args[0].value, ir.Lambda)
        )
        if made is None and not is_mapped and model.passes.of(name):
            telling = [value for value in inputs if value is not receiver or value.all_taints()]
            if len(telling) == 1:
                told = [telling[0].listed] if name in _LISTS else telling
                return replace(joined(told), name=_result(name))
            return replace(mixed(telling), shape=self._substituted(name, given, receiver), name=_result(name))
        return made

    def _strained(self, name: str, given: Sequence[Given], receiver: Value | None) -> Value | None:
        """What is left of a text from which characters are taken; None if a call does something else."""
        kinds = strained(name, given, receiver)
        if not kinds:
            return None
        left = mixed(_inputs(given, receiver)).cleaned(kinds)
        return Value(left.taints, self._substituted(name, given, receiver), _result(name))

    def _substituted(self, name: str, given: Sequence[Given], receiver: Value | None) -> str:
        """The shape of a text in which something is replaced, maybe by what a function makes, by its name."""
        word = name.rpartition(".")[2].partition(":")[0]
        if f".{word}" in _SEEKS and len(given) > 1 and receiver is not None and given[1].value.name:
            made = self._mapped(given[1].value, receiver)
            given = given if made is None else (given[0], given[1]._replace(value=made))
        return substituted_shape(word, given, receiver)

    @abstractmethod
    def _of_session(self, name: str, given: Sequence[Given]) -> Value | None:
        """What a method of a session gives, None if it is none or nothing is known of that."""

    def _cleaned(
        self, name: str, cleaners: Sequence[Cleaner], inputs: Sequence[Value], receiver: Value | None
    ) -> Value:
        """What is left of the harm; who refuses what is harmful speaks of the arguments too."""
        kinds = frozenset[str]().union(*(cleaner.kinds for cleaner in cleaners))
        if any(cleaner.raises for cleaner in cleaners):
            self.rules_out(union(value.all_taints() for value in inputs), kinds)
        same = receiver is not None and name.rpartition(".")[2] in SAME_TEXT
        shape = receiver.shape if receiver is not None and same else HOLE
        cls = inputs[0].cls if name.startswith("typed:") else ""
        return Value(mixed(inputs).cleaned(kinds).taints, shape, _result(name), cls)

    def _made_of_text(
        self, word: str, expr: ir.Call, given: Sequence[Given], receiver: Value
    ) -> Value | None:
        """Formatting, joining and growing, which most languages have as methods."""
        if word in {"format", "%"} and (HOLE not in receiver.shape or word == "%"):
            made = filled(receiver, given, word)
            return made.cleaned({"html"}) if receiver.name.endswith("Markup()") else made
        if word == "join" and not receiver.name and given:
            return joined_by(receiver, given[0].value)
        if word in self.model.mutators and isinstance(expr.function, ir.Attr):
            return self._mutate(expr.function.of, receiver, given)
        return None

    def _unknown(self, name: str, expr: ir.Call, given: Sequence[Given], receiver: Value | None) -> Value:
        """A call of which nothing is known: what its receiver holds passes, arguments of functions do too."""
        word = name.rpartition(".")[2]
        named = _result(name, given) if name else ""
        taints = union(value.all_taints() for value in _inputs(given, receiver))
        if _ASSERTS.search(name) and expr.args and not self._asserts_by_schema(expr.args):
            self.refine(expr.args[0].value, truth=True)  # `assert(url)` only says that there is one
        elif CHECKS.search(word) and not any(_PASSWORD.search(origin.path) for origin in taints):
            self.rule_out(taints, all_kinds())
        if (told := _SANITISERS.search(word)) and not (receiver is not None and receiver.taints):
            left = Value(taints).cleaned(_QUOTED).taints if told[0].lower() == "escape" else NO_TAINTS
            return Value(left, HOLE, named)
        made = self._of_receiver(word, named, expr, given, receiver) if receiver is not None else None
        if made is not None:
            return made
        cls = self.built_class(name, expr) or self.found_class(word, expr)
        if (fields := self.filled(cls, given)) is not None:
            return Value(NO_TAINTS, HOLE, named, cls, fields)
        if expr.new and given and all(item.name for item in given):  # `Config{Host: host}`: each by itself
            return Value(NO_TAINTS, HOLE, named, cls, {item.name: item.value for item in given})
        if receiver is not None and (receiver.name or word in _READS) and word != "new":
            return Value(NO_TAINTS, HOLE, named, cls, options_of(given))
        # What libraries make of data, as the path of a file, hardly ever begins with it.
        is_record = receiver is None and taints and _LOOKS_UP.search(word)
        made = self.source("stored", named, expr.line) if is_record else Value(taints).cleaned(_ARGUMENT)
        return Value(made.taints, HOLE, named, cls, options_of(given))

    def _gone_through(
        self, name: str, given: Sequence[Given], receiver: Value | None, line: int
    ) -> Value | None:
        """What a loop gets by a call: names, or all with their places; None if that is nothing special."""
        word = name.rpartition(".")[2]
        if receiver is not None and receiver.keys is not None and word == "keys":
            return replace(receiver.listed, name=_result(name))
        if name == "enumerate" and given:
            return self._numbered(given[0].value, UNKNOWN, line)
        if receiver is not None and receiver.fields is None and word == "entries" and not given:
            is_named = not receiver.name or _NAMED.search(receiver.name)
            return self._numbered(receiver, Value(receiver.taints) if is_named else UNKNOWN, line)
        return None

    def _numbered(self, held: Value, place: Value, line: int) -> Value:
        """What a value holds, each behind its place or its name: `for (const [at, one] of all.entries())`."""
        one = self.element(held)
        told = replace(one, taints=self.item_taints(one.taints, "1", line))
        return Value(fields={"0": Value(fields={"0": place, "1": told})})

    def _asserts_by_schema(self, args: Sequence[ir.Arg]) -> bool:
        """Whether what is asserted is told by something behind it, and no condition: `assert(body, Note)`."""
        told = args[1].value if len(args) > 1 else None
        return isinstance(told, ir.Name | ir.Attr) and not self.value(told).is_constant

    def _of_receiver(
        self, word: str, named: str, expr: ir.Call, given: Sequence[Given], receiver: Value
    ) -> Value | None:
        """What a method takes out of what its receiver holds; None if that is nothing."""
        if word in _MAPS and expr.args and isinstance(expr.args[0].value, ir.Lambda):
            return Value(
                given[0].value.taints, given[0].value.shape, named
            )  # what the function makes of each
        if word in _MAPS and given and (made := self._mapped(given[0].value, receiver)) is not None:
            return Value(made.all_taints(), made.shape, named)
        if receiver.taints:
            if self._asks_for_number(given):
                return Value(NO_TAINTS, HOLE, named)
            key = self._key_of(word, expr)
            own = self.item_taints(receiver.taints, key, expr.line) if key else receiver.taints
            added = (item.value.all_taints() for item in given if word not in _READS | _BINDS)
            taints = union((own, *added))
            return Value(taints, changed_shape(word, receiver, given), named)
        if word in SAME_TEXT and receiver.is_constant:
            return receiver
        return either(list(receiver.fields.values())) if receiver.fields and word in _READS else None

    def _mapped(self, function: Value, receiver: Value) -> Value | None:
        """What a function of the program makes of what a receiver holds: `rows.map(line)`."""
        known = function.function or (
            self.callee(function.name, None, certain=True) if function.name else None
        )
        element = Value(receiver.all_taints(), HOLE, "", receiver.cls)
        given = (Given("", element, spread=False),)
        summary = self.run_function(known, given, None) if known is not None else None
        return substituted(summary.result, self.placed(known, given, None)) if summary is not None else None

    def _asks_for_number(self, given: Sequence[Given]) -> bool:
        """Flask: `request.args.get("page", type=int)`."""
        return any(item.name == "type" and self.model.numbers.fullmatch(item.value.name) for item in given)

    @abstractmethod
    def item_taints(self, taints: Taints, key: str, line: int) -> Taints:
        """The taints of an element, which is an origin of its own."""

    @abstractmethod
    def element(self, source: Value) -> Value:
        """One of what a value holds."""

    @abstractmethod
    def source(self, kind: str, path: str, line: int) -> Value:
        """Data from outside."""

    @abstractmethod
    def built_class(self, name: str, expr: ir.Call) -> str:
        """The class of what a call constructs, "" if it is none."""

    @abstractmethod
    def found_class(self, word: str, expr: ir.Call) -> str:
        """The class of the record that a call finds, "" if it is not told what to look for."""

    @abstractmethod
    def filled(self, cls: str, given: Sequence[Given]) -> Mapping[str, Value] | None:
        """The members of a record that a call makes, None if it makes none."""

    def _key_of(self, word: str, expr: ir.Call) -> str:
        first = expr.args[0].value if expr.args else None
        return first.text if word in _READS and isinstance(first, ir.Const) and first.string else ""

    def _mutate(self, holder: ir.Expr, receiver: Value, given: Sequence[Given]) -> Value:
        """A method that changes its receiver. Its text grows, so that lists of clauses keep their words."""
        added = joined(item.value for item in given)
        before = receiver.shape if receiver.shape != HOLE or receiver.taints else ""
        shape = joined((constant(before), added)).shape if added.shape else receiver.shape
        taints = union((receiver.taints, added.taints))
        held = _longer(receiver.fields, given)
        grown = Value(taints, shape, receiver.name, receiver.cls, held, receiver.function)
        if place := place_of(holder):
            self.keep(place, grown)
        return grown

    def _fill(self, kind: str, expr: ir.Call, inputs: Sequence[Value]) -> None:
        """A call puts data into the variables it is given: `c.Bind(&user)`, `json.Unmarshal(data, &user)`."""
        held = union(value.all_taints() for value in inputs)
        for arg in expr.args:
            if not (place := place_of(arg.value)):
                continue
            before = self.value(arg.value)
            taints = held if kind in _OWN else self.source(kind, place, expr.line).taints
            self.keep(place, Value(taints, HOLE, before.name, before.cls))

    # Sinks

    def _check(
        self,
        sink: Sink,
        given: Sequence[Given],
        receiver: Value | None,
        spot: Spot,
        args: Sequence[ir.Arg] = (),
    ) -> None:
        if sink.is_of_lists:
            self._defer(sink, given, (spot,))
        if not _is_meant(sink, given, receiver):
            return
        for place in sink.args:
            if place in _SEVERAL:
                self._reach_all(sink, place, given, spot, args)
            elif (value := pick(place, given, receiver)) is not None and not is_quoted(sink, place, given):
                if sink.is_of_lists and is_open(value):  # a caller tells what is in it
                    continue
                self.reach(sink, value, spot, args_at(place, args))

    def _defer(self, sink: Sink, given: Iterable[Given], spots: tuple[Spot, ...], made: int = 0) -> None:
        """Keep a call in mind for a caller that knows more of what it is given."""
        left = tuple(item._replace(value=left_open(item.value, sink.kind, self.seen)) for item in given)
        if any(is_open(item.value) for item in left) and len(self.deferred) < _MOST_DEFERRED:
            self.deferred.append(Deferred(sink, left, spots, made))

    def _filled_in(self, call: Deferred, placed: Mapping[int, Value], spot: Spot) -> None:
        """What a call does with the lists that a caller knows."""
        sink, spots = call.sink, call.spots
        given = tuple(item._replace(value=filled_in(item.value, placed)) for item in call.given)
        listed = any(
            old.value.fields is None is not new.value.fields
            for old, new in zip(call.given, given, strict=True)
        )
        # Where the list is put together is the place.
        made = call.made or (len(spots) if listed else 0)
        if len(spots) < _DEEPEST_DEFERRED:
            self._defer(sink, given, (*spots, spot), made)
        if _is_meant(sink, given, None):
            found = Reach(sink, Origin("param", ""), spots, HOLE, spots[0][1], made)
            for place in sink.args:
                if (value := pick(place, given, None)) is not None and not is_open(value):
                    self._reach_through(found, value, spot)

    def _reach_all(
        self, sink: Sink, place: Place, given: Sequence[Given], spot: Spot, args: Sequence[ir.Arg]
    ) -> None:
        for at, item in enumerate(given):
            if place != "**" or item.spread:
                for part in parts_of(item.value) if place == "*.*" else (item.value,):
                    self.reach(sink, part, spot, args[at : at + 1])

    def _within(self, spot: Spot, args: Iterable[ir.Arg], origin: Origin) -> Spot:
        """Where data is told in a call of many lines: from its entry on, if it has one there."""
        if spot[2] - spot[1] < _LONG_CALL:
            return spot
        groups = (arg.value for arg in args if isinstance(arg.value, ir.Group))
        entries = (entry.value for group in groups for entry in group.entries)
        line = next((one.line for one in entries if origin in self.value(one).all_taints()), 0)
        return spot[0], max(spot[1], line), spot[2]

    def reach(self, sink: Sink, value: Value, spot: Spot, args: Sequence[ir.Arg] = ()) -> None:
        """Note which data arrives at a sink; `args` are the arguments that it may stand in."""
        taints = value.all_taints() if value.function is None else NO_TAINTS  # a function is no data
        if not taints or (sink.unless and sink.unless.search(value.shape)):
            return
        text = sink.text_of(value.shape, value.name)
        fits = sink.fits(text)
        for origin, clean in taints.items():
            # What goes through a parameter as it is may fit once a caller is known.
            if not fits and (origin.kind != "param" or value.shape != HOLE):
                continue
            if sink.kind not in clean and len(self.reaches) < _MOST_REACHES:
                there = self._within(spot, args, origin)
                begin, made = self.begins.get(origin, spot[1]), self.texts.get(origin)
                found = Reach(sink, origin, (there,), text, begin, text=made if fits else None)
                self.reaches.setdefault((id(sink), origin, found.spots), found)

    def put_together(self, values: Iterable[Value], line: int, end: int) -> None:
        """Note where data is put into a text that is worth more than its parts, which may be such texts."""
        for value in values:
            for origin in value.all_taints():
                if value.shape == HOLE or origin not in self.texts:
                    self.texts[origin] = (self.path, line, end)

    # Functions of the program

    def apply(
        self, summary: Summary, given: Sequence[Given], receiver: Value | None, function: object, spot: Spot
    ) -> Value:
        """What a call does to the caller, by what the function does to its parameters."""
        placed = self.placed(function, given, receiver)
        self.heard_of(function, placed)
        for reach in summary.reaches:
            if reach.origin.place <= RECEIVER and RECEIVER not in placed:
                self._reach_through(reach, Value({reach.origin: frozenset()}), spot)
            elif reach.origin.place != -1:
                self._reach_through(reach, argument_of(reach.origin, placed), spot)
        for call in summary.deferred:
            self._filled_in(call, placed, spot)
        for origin, there in summary.texts.items():
            if (argument := argument_of(origin, placed)) is not None:
                self.texts.update(dict.fromkeys(argument.all_taints(), there))
        for origin, kinds in summary.checked.items():
            if (argument := argument_of(origin, placed)) is not None:
                self.rules_out(argument.all_taints(), kinds)
        return substituted(summary.result, placed)

    def _kept(
        self,
        summary: Summary,
        expr: ir.Call,
        given: Sequence[Given],
        receiver: Value | None,
        function: object,
    ) -> Value | None:
        """The receiver with what a method has put into it, if the method returns it."""
        if receiver is None or not (summary.kept or summary.chains):
            return None
        placed = self.placed(function, given, receiver)
        fields = dict(receiver.fields or {})
        for name, value in summary.kept.items():
            fields[name] = either((fields.get(name, UNKNOWN), substituted(value, placed)))
        grown = Value(
            receiver.taints, receiver.shape, receiver.name, receiver.cls, fields or None, receiver.function
        )
        place = place_of(expr.function.of) if isinstance(expr.function, ir.Attr) else ""
        if RECEIVER not in placed:  # the own object: its members are variables
            for name in summary.kept:
                self.variables[f"{place}.{name}"] = fields[name]
        elif place:
            self.variables[place] = grown
        return grown if summary.chains else None

    @abstractmethod
    def heard_of(self, function: object, given: Mapping[int, Value]) -> None:
        """Note what a caller gives to a function, by position."""

    @abstractmethod
    def placed(self, function: object, given: Sequence[Given], receiver: Value | None) -> Mapping[int, Value]:
        """The arguments by the positions of the parameters that they go to."""

    def _reach_through(self, reach: Reach, value: Value | None, spot: Spot) -> None:
        if value is None:
            return
        for origin, clean in self.seen(value.all_taints()).items():
            if reach.sink.kind in clean or len(self.reaches) >= _MOST_REACHES:
                continue
            # A parameter that goes to the sink as it is: what it spells is known here only.
            shape = reach.sink.text_of(value.shape, value.name) if reach.shape == HOLE else reach.shape
            if not reach.sink.fits(shape) or (reach.sink.unless and reach.sink.unless.search(shape)):
                continue
            begin = self.begins.get(origin, spot[1])
            is_part = reach.shape == HOLE != shape or _CONDITION.search(value.shape) is not None
            is_made = is_part and reach.sink.kind in _PUT_TOGETHER
            made = reach.made or (len(reach.spots) if is_made else 0)
            text = reach.text or self.texts.get(origin)
            found = Reach(reach.sink, origin, (*reach.spots, spot), shape, begin, made, text)
            self.reaches.setdefault((id(reach.sink), origin, found.spots), found)


def _is_meant(sink: Sink, given: Sequence[Given], receiver: Value | None) -> bool:
    """Whether a call has what a sink asks for beside the data."""
    return all(is_given(place, shape, given, receiver) for place, shape in sink.given) and not any(
        is_given(place, shape, given, receiver) for place, shape in sink.absent
    )


def _longer(fields: Mapping[str, Value] | None, given: Sequence[Given]) -> Mapping[str, Value] | None:
    """A list whose parts are known, with some more behind them: where the parts are joined, all count."""
    if fields is None or len(fields) + len(given) > _LONGEST_LIST:
        return fields
    if fields and str(len(fields) - 1) not in fields:
        return fields
    return {**fields, **{str(at): item.value for at, item in enumerate(given, len(fields))}}


_CONDITION: Final = re.compile(r"[=<>][ ]?['\"]?%?\0|\b(?i:i?like|in|order by)[ ]\(?['\"]?%?\0")
"""A part of a query that is a mistake already, whatever it is put into."""
_LOOKS_UP: Final = re.compile(
    r"^(?:find|look_?up)_?(?=[A-Z_])[A-Za-z_]\w*$|^\w+(?:By|_by_)_?(?:[iI]d|[kK]ey|[eE]mail)\b"
)
"""Functions of elsewhere that give a record: it holds what it was filled with, not what it was asked by."""
_NAMED: Final = re.compile(r"(?i)form|param|header|query|search|map|fields|cookies|env|\(\)$")
"""What holds parts by names and not by numbers, which whoever sends them chooses too."""
_LATER: Final = frozenset(
    """
    delay apply_async send send_with_options defer defer_async s si enqueue kiq
    """.split()  # noqa: SIM905 - a list of words
)
"""Methods of a function that have it called."""
_JOBS: Final = {"perform_later": 0, "perform_async": 0, "perform_now": 0, "perform_in": 1, "perform_at": 1}
"""Methods of a class of jobs that have its `perform` called, and the arguments that are not for it."""
_HANDS_ON: Final = frozenset(
    """
    submit add_task to_thread run_in_executor partial run_in_threadpool apply_async enqueue enqueue_in
    call_soon defer spawn Thread Process sync_to_async start_soon setTimeout setImmediate nextTick
    """.split()  # noqa: SIM905 - a list of words
)
"""Calls that have a function called, which they are given, with what they are given behind it."""
_FIRST: Final = 2
"""Arguments of those of which one is the function."""
_READERS: Final[Mapping[str, Place]] = {
    "JSON.parse": 1,
    "json.loads": "object_hook",
    "json.load": "object_hook",
}
"""Calls that read data and give each piece of it to a function, and where that stands."""
_MAPS: Final = frozenset({"map", "flatMap", "mapToObj", "Select", "SelectMany", "thenApply", "then"})
"""Methods whose result is what a function makes of the receiver."""
_LISTS: Final = frozenset({"list", "sorted", "tuple", "set", "iter", "reversed"})
"""Functions of Python that go through a dictionary by its names."""
_READS: Final = frozenset(
    """
    get getlist getall getone getfirst getunicode multi_items pop first getAll Get FormValue getParameter
    fetch values
    """.split()  # noqa: SIM905 - a list of words
)


_OF_QUERY: Final = re.compile(
    r"(?:^|\.)req(?:uest)?\.query\.(?!.*\.?(?:startswith|endswith|is\w{1,20}|r?find|exists|save|close)$)"
)
"""The query of an address, not that of a database: `request.query.get("q").split()`."""


def _is_read(name: str) -> bool:
    """Whether a method gives a part of what its receiver holds, whatever else is called so."""
    return name.rpartition(".")[2] in _READS or _OF_QUERY.search(name) is not None


_BINDS: Final = frozenset({"bindparams", "params", "bindParam", "bindValue", "setParameter", "SetParameter"})
"""Methods of a query that keep what they are given beside its text."""


def is_quoted(sink: Sink, place: Place, given: Sequence[Given]) -> bool:
    """Whether an argument goes into a line of a log by `%r`, which leaves no line break in it."""
    if sink.kind != "log" or not isinstance(place, int) or place < 1 or not given[0].value.is_constant:
        return False
    kinds = gap_kinds(given[0].value.shape)
    return place <= len(kinds) and kinds[place - 1] in _QUOTES


_QUOTES: Final = frozenset("radq")
_SEEKS: Final = (".replace", ".replaceAll")
"""Methods of a text whose first argument is only looked for, and gone from what they give."""


def _makes_markup(name: str, given: Sequence[Given]) -> bool:
    """Whether a call makes a page of a text: a renderer of markdown, or elements put in place of words."""
    if name.endswith(_SEEKS) and len(given) > 1:
        return _TEXT.search(given[1].value.shape) is not None
    return bool(given) and _RENDERS.match(name) is not None


_RENDERS: Final = re.compile(
    r"(?:marked|markdown-it|showdown|micromark|snarkdown|markdown|mistune|commonmark)\b"
)
_TEXT: Final = re.compile(
    r"</?[a-z]|[=<>][ ]?['\"]?%?\0|\b(?i:i?like|in|order by|limit|where|and|or)[ ]\(?['\"]?%?\0"
)
"""What tells markup, or a part of a query."""


def makes_text(shape: str) -> bool:
    """Whether a text is markup or a part of a statement, with data in it."""
    return _TEXT.search(shape) is not None


def _ways_out(given: Sequence[Given]) -> Mapping[str, Value] | None:
    """What a client of the network was told to connect by, which its calls go by too; None if nothing."""
    options = {name: value for item in given for name, value in (item.value.fields or {}).items()}
    return {name: options[name] for name in _CONNECTS & options.keys()} or None


_CONNECTS: Final = frozenset({"agent", "httpAgent", "httpsAgent", "dispatcher"})


def _first_text(expr: ir.Call) -> str:
    """What a call asks for: `r.FormValue("name")` and `r.FormValue("id")` are two origins."""
    first = expr.args[0].value if expr.args else None
    return first.text if isinstance(first, ir.Const) and first.string else ""


def _typed_by(given: Sequence[Given]) -> str:
    """The type that a call is told first, as `Column(db.String(40))` is."""
    first = next((item.value for item in given if not item.name and not item.value.is_constant), UNKNOWN)
    word = first.name.removesuffix("()").rpartition(".")[2]
    return word if word[:1].isupper() else ""


def _job(receiver: Value) -> Value:
    """The class of a job, as in `Billing::ExportJob.set(wait: 5.minutes).perform_later`."""
    capital = [part for part in receiver.name.split(".") if part[:1].isupper()]
    return replace(receiver, cls=capital[-1] if capital else "")


def _by_class(name: str, receiver: Value | None) -> str:
    """The name of a method by the class of its receiver, "" if that is not known: `ScriptEngine.eval`."""
    return f"{receiver.cls}.{name.rpartition('.')[2]}" if receiver is not None and receiver.cls else ""


def _by_variable(function: ir.Expr, receiver: Value | None) -> str:
    """The name of a method as it is written, where all that is known of its receiver is where it was kept."""
    return place_of(function) if receiver is not None and receiver.name.endswith("[]") else ""


def _inputs(given: Sequence[Given], receiver: Value | None) -> list[Value]:
    return [*([receiver] if receiver is not None else []), *(item.value for item in given)]


_APPENDS: Final = re.compile(r"a[bt]?\+?")


def _result(name: str, given: Sequence[Given] = ()) -> str:
    """The name of what a call gives; of a file that grows, it says so."""
    is_open = name.rpartition(".")[2] == "open"
    if is_open and any(_APPENDS.fullmatch(item.value.shape) for item in given if item.value.is_constant):
        name = f"{name[:-4]}append"
    return f"{name}()"[-_LONGEST_NAME:]
