"""Go."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr, Function, Param, Stmt, Unit
from reviewbot.reviewers.static.flow.lowering.base import Lowering, line_of, lines_of
from reviewbot.reviewers.static.flow.lowering.literals import (
    combined,
    compared,
    filled,
    put_together,
    summands,
    unescaped,
)

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_FORMATS: Final = {
    "Sprintf": 0,
    "Errorf": 0,
    "Printf": 0,
    "Fprintf": 1,
    "Appendf": 1,
    "Fatalf": 0,
    "Panicf": 0,
}
"""Functions that fill a template, with its position. What comes before it are other arguments."""
_PRINTS: Final = {"Sprint": 0, "Sprintln": 0, "Fprint": 1, "Fprintln": 1}
_TEXTS: Final = frozenset({"string", "[]byte", "[]rune", "json.RawMessage", "any", "error"})
"""Types that a conversion to changes nothing."""
_SAME: Final = {"ToLower": "lower", "ToUpper": "upper", "TrimSpace": "strip", "Clone": "strip"}
"""Functions of `strings` that give the same text, as the methods that other languages have for them."""
_NUMBERS: Final = re.compile(r"u?int(?:8|16|32|64|ptr)?|float(?:32|64)|bool|byte|rune|time\.\w+|complex\d+")
_ERROR: Final = re.compile(r"\w*[Ee]rr(?:or)?")
_ERRORS: Final = re.compile(r"err|e|\w*[Ee]rr|ok|found|exists|_")
"""Names of second results: that something went wrong is no data."""
_INDEX: Final = re.compile(r"_|i|j|n|idx|index")
_VERSION: Final = re.compile(r"/v\d+$")


class GoLowering(Lowering):
    """Lowers one Go file."""

    def unit(self, root: "SgNode") -> Unit:
        """All functions and methods, all structs, and what the imports mean."""
        functions = [self._function(node) for node in root.children() if node.kind() in _FUNCTIONS]
        classes = [cls for node in root.find_all(kind="type_spec") if (cls := self._struct(node))]
        imports = [pair for node in root.find_all(kind="import_spec") if (pair := _imported(node))]
        return Unit(tuple(functions), tuple(classes), tuple(imports), partial(self._outside, root))

    def _outside(self, root: "SgNode") -> tuple[Stmt, ...]:
        loose = (node for node in root.children() if node.kind() in {"var_declaration", "const_declaration"})
        return tuple(stmt for node in loose for stmt in self.statement(node))

    def _function(self, node: "SgNode") -> Function:
        start, end = lines_of(node)
        receiver, owner = self._receiver(node.field("receiver"))
        body = node.field("body")
        lower = partial(self.block, body) if body is not None else _nothing
        params = self._params(node.field("parameters"))
        return Function(_text(node.field("name")), owner, params, (), start, end, lower, receiver)

    def _receiver(self, node: "SgNode | None") -> tuple[str, str]:
        params = self._params(node)
        return (params[0].name, _plain(params[0].type)) if params else ("", "")

    def _params(self, node: "SgNode | None") -> tuple[Param, ...]:
        found: list[Param] = []
        for child in self.named(node) if node is not None else ():
            typed = _text(child.field("type"))
            rest = child.kind() == "variadic_parameter_declaration"
            names = [
                part.text() for part in child.children() if part.kind() in {"identifier", "blank_identifier"}
            ]
            found += [Param(name, typed, rest=rest) for name in names or [""]]
        return tuple(found)

    def _struct(self, node: "SgNode") -> ir.Class | None:
        typed = node.field("type")
        if typed is None or typed.kind() not in {"struct_type", "interface_type"}:
            return None
        fields: list[tuple[str, str]] = []
        bases: list[str] = []
        for field in typed.children():
            for part in self.named(field) if field.kind() == "field_declaration_list" else ():
                of_type = _text(part.field("type"))
                names = [child.text() for child in part.children() if child.kind() == "field_identifier"]
                fields += [(name, _plain(of_type)) for name in names]
                bases += [] if names else [_plain(of_type)]
        return ir.Class(_text(node.field("name")), tuple(bases), tuple(fields), *lines_of(node))

    # Expressions

    def _name(self, node: "SgNode") -> Expr:
        return ir.Name(node.text(), line_of(node))

    def _literal(self, node: "SgNode") -> Expr:
        return ir.Const(node.text(), line_of(node), string=False)

    def _string(self, node: "SgNode") -> Expr:
        return ir.Const(unescaped(node.text()[1:-1]), line_of(node))

    def _raw_string(self, node: "SgNode") -> Expr:
        return ir.Const(node.text()[1:-1], line_of(node))

    def _selector(self, node: "SgNode") -> Expr:
        return ir.Attr(self._field(node, "operand"), _text(node.field("field")), line_of(node))

    def _index(self, node: "SgNode") -> Expr:
        return ir.Item(self._field(node, "operand"), self._field(node, "index"), line_of(node))

    def _part(self, node: "SgNode") -> Expr:
        """A slice, an assertion of a type, a conversion, parentheses: as good as the operand."""
        of = node.field("operand") or (self.named(node) or [node])[-1]
        return self.expr(of) if of is not node else self._literal(node)

    def _unary(self, node: "SgNode") -> Expr:
        operand = self._field(node, "operand")
        return ir.Not(operand, line_of(node)) if _text(node.field("operator")) == "!" else operand

    def _binary(self, node: "SgNode") -> Expr:
        operator, line = _text(node.field("operator")), line_of(node)
        if operator == "+":
            return put_together(map(self.expr, summands(node)), line)
        left, right = self._field(node, "left"), self._field(node, "right")
        if operator in {"&&", "||"}:
            return combined(operator, left, right, line)
        if operator in {"==", "!=", "<", ">", "<=", ">="}:
            return compared(operator, left, right, line)
        return ir.Mix((left, right), line)

    def _composite(self, node: "SgNode") -> Expr:
        typed, body = node.field("type"), node.field("body")
        if body is None:
            return ir.Const("", line_of(node))
        if typed is not None and typed.kind() in {"type_identifier", "qualified_type", "generic_type"}:
            args = tuple(Arg(entry.value, _key(entry)) for entry in map(self._entry, self.named(body)))
            return ir.Call(
                _dotted(_unparametrised(typed.text()), line_of(node)), args, *lines_of(node), new=True
            )
        return self._group(body)

    def _group(self, node: "SgNode") -> Expr:
        return ir.Group(tuple(map(self._entry, self.named(node))), line_of(node))

    def _entry(self, node: "SgNode") -> ir.Entry:
        parts = self.named(node)
        if node.kind() == "keyed_element" and len(parts) > 1:
            key = self.expr(parts[0])
            return ir.Entry(
                ir.Const(key.id, key.line) if isinstance(key, ir.Name) else key, self.expr(parts[1])
            )
        return ir.Entry(None, self.expr(node))

    def _lambda(self, node: "SgNode") -> Expr:
        start, end = lines_of(node)
        body = node.field("body")
        lower = partial(self.block, body) if body is not None else _nothing
        function = Function("", "", self._params(node.field("parameters")), (), start, end, lower)
        return ir.Lambda(function, start)

    def _call(self, node: "SgNode") -> Expr:
        function = node.field("function")
        arguments = node.field("arguments")
        args = [self._arg(arg) for arg in self.named(arguments)] if arguments is not None else []
        name = _text(function)
        line, end = lines_of(node)
        if function is None:
            return ir.Mix(tuple(arg.value for arg in args), line)
        made = self._text_call(name, arguments, args, line, end) if args else None
        return made or ir.Call(self.expr(function), tuple(args), line, end)

    def _text_call(
        self, name: str, node: "SgNode | None", args: list[Arg], line: int, end: int
    ) -> Expr | None:
        """Calls that put text together, change nothing of it, or compare: operators elsewhere."""
        package, _, word = name.rpartition(".")
        first = args[0].value
        if name in _TEXTS and len(args) == 1:
            return first
        if name == "append":
            return ir.Call(ir.Attr(first, "append", line), tuple(args[1:]), line, end)
        at = _FORMATS.get(word, _PRINTS.get(word, -1))
        if at >= 0 and len(args) > at and package in {"fmt", "log"}:
            text = self._printed(word, args[at:], line, end)
            return self._print(
                ir.Attr(ir.Name(package, line), word, line), node, args[:at], text, (line, end)
            )
        if package in {"strings", "bytes", "slices"} and len(args) > 1:
            return _of_strings(word, args, line, end)
        if package in {"strings", "bytes"} and word in _SAME:
            return ir.Call(ir.Attr(first, _SAME[word], line), (), line, end)
        return None

    def _printed(self, word: str, args: list[Arg], line: int, end: int) -> Expr:
        if word in _PRINTS:
            return put_together((arg.value for arg in args), line)
        return filled(args[0].value, args[1:], line, end) if len(args) > 1 else args[0].value

    def _print(
        self, function: Expr, node: "SgNode | None", before: list[Arg], text: Expr, lines: tuple[int, int]
    ) -> Expr:
        """What is printed: the text itself, or the call that writes it somewhere."""
        assert isinstance(function, ir.Attr)  # noqa: S101 - the caller just made it
        if function.name.startswith("Sprint"):
            return text
        written = self.named(node)[0] if node is not None and before else None
        if written is not None and written.kind() == "unary_expression":  # fmt.Fprintf(&builder, ...)
            return ir.Call(ir.Attr(before[0].value, "WriteString", lines[0]), (Arg(text),), *lines)
        return ir.Call(function, (*before, Arg(text)), *lines)

    def _arg(self, node: "SgNode") -> Arg:
        if node.kind() == "variadic_argument":
            return Arg(self.mix(node), spread=True)
        return Arg(self.expr(node))

    def _field(self, node: "SgNode", name: str) -> Expr:
        child = node.field(name)
        return self.expr(child) if child is not None else ir.Const("", line_of(node), string=False)

    # Statements

    def _expression(self, node: "SgNode") -> Iterator[Stmt]:
        for child in self.named(node):
            yield ir.Do(self.expr(child), line_of(child))

    def _declaration(self, node: "SgNode") -> Iterator[Stmt]:
        """`var a, b T = x, y` and `const`."""
        names: list[Expr] = [self._name(child) for child in node.children() if child.kind() == "identifier"]
        value, typed = node.field("value"), node.field("type")
        if value is not None:
            yield from self._assigned(names, self.named(value), *lines_of(node))
        elif typed is not None and node.kind() == "var_spec":
            line = line_of(node)
            fresh: Expr = ir.Const("", line)
            if typed.kind() in {"type_identifier", "qualified_type", "pointer_type", "generic_type"}:
                plain = _unparametrised(typed.text().lstrip("*"))
                if plain not in _TEXTS:
                    fresh = ir.Call(_dotted(plain, line), (), line, line, new=True)
            for name in names:
                yield ir.Assign(name, fresh, line, line)

    def _assignment(self, node: "SgNode") -> Iterator[Stmt]:
        left, right = node.field("left"), node.field("right")
        if left is None or right is None:
            return
        targets = [self.expr(child) for child in self.named(left)]
        operator = _text(node.field("operator"))
        start, end = lines_of(node)
        if operator not in {"", "=", ":="} and targets:
            yield ir.Assign(targets[0], self.mix(right), start, end, adds=True)
        else:
            yield from self._assigned(targets, self.named(right), start, end)

    def _assigned(self, targets: list[Expr], values: list["SgNode"], start: int, end: int) -> Iterator[Stmt]:
        if len(values) == len(targets):
            for target, node in zip(targets, values, strict=True):
                yield from self._assigned_one(target, self.expr(node), start, end)
            return
        if len(values) != 1 or not targets:
            return
        value = self.expr(values[0])
        last = targets[-1]
        fails = isinstance(last, ir.Name) and _ERRORS.fullmatch(last.id) is not None
        if isinstance(value, ir.Item) and len(targets) == 2:  # noqa: PLR2004 - `value, ok := table[key]`
            yield ir.Assign(targets[0], value, start, end)
            yield ir.Assign(last, ir.Compare("in", value.key, value.of, start), start, end)
            return
        entries = tuple(ir.Entry(None, target) for target in targets)
        yield ir.Assign(ir.Group(entries, start), value, start, end)
        if fails:
            yield ir.Assign(last, ir.Name("error", start), start, end)

    def _assigned_one(self, target: Expr, value: Expr, start: int, end: int) -> Iterator[Stmt]:
        if isinstance(target, ir.Name) and isinstance(value, ir.Call) and _ERROR.fullmatch(target.id):
            yield ir.Do(value, start)  # an error knows nothing of the data
            value = ir.Name("error", start)
        yield ir.Assign(target, value, start, end)

    def _return(self, node: "SgNode") -> Iterable[Stmt]:
        values = [part for child in self.named(node) for part in self.named(child)]
        lines = lines_of(node)
        if not values:
            return (ir.Return(None, *lines),)
        if len(values) == 1:
            return (ir.Return(self.expr(values[0]), *lines),)
        entries = tuple(ir.Entry(None, self.expr(value)) for value in values)
        return (ir.Return(ir.Group(entries, lines[0]), *lines),)

    def _leave(self, node: "SgNode") -> Iterable[Stmt]:
        return (ir.Leave(None, line_of(node)),)

    def _if(self, node: "SgNode") -> Iterable[Stmt]:
        before = node.field("initializer")
        otherwise = node.field("alternative")
        more: tuple[Stmt, ...] = ()
        if otherwise is not None:
            more = tuple(self._if(otherwise) if otherwise.kind() == "if_statement" else self.block(otherwise))
        test = ir.If(self._field(node, "condition"), self._body(node, "consequence"), more, line_of(node))
        return (*(self.statement(before) if before is not None else ()), test)

    def _for(self, node: "SgNode") -> Iterable[Stmt]:
        line = line_of(node)
        body = self._body(node, "body")
        for child in self.named(node):
            kind = child.kind()
            if kind == "range_clause":
                return (self._range(child, body, line),)
            if kind == "for_clause":
                first, test = child.field("initializer"), child.field("condition")
                tested = self.expr(test) if test is not None else None
                before = tuple(self.statement(first)) if first is not None else ()
                return (*before, ir.Loop(None, None, tested, body, line))
            if kind != "block":
                return (ir.Loop(None, None, self.expr(child), body, line),)
        return (ir.Loop(None, None, None, body, line),)

    def _range(self, node: "SgNode", body: tuple[Stmt, ...], line: int) -> Stmt:
        source = self._field(node, "right")
        left = node.field("left")
        targets = [self.expr(child) for child in self.named(left)] if left is not None else []
        if not targets:
            return ir.Loop(None, source, None, body, line)
        key = targets[0]
        if len(targets) > 1 and not (isinstance(key, ir.Name) and _INDEX.fullmatch(key.id)):
            body = (ir.Assign(key, ir.Mix((source, source), line), line, line), *body)
        return ir.Loop(targets[-1], source, None, body, line)

    def _switch(self, node: "SgNode") -> Iterable[Stmt]:
        before, value = node.field("initializer"), node.field("value")
        first = tuple(self.statement(before)) if before is not None else ()
        subject = self.expr(value) if value is not None else None
        return (*first, *self._cases(node, subject))

    def _type_switch(self, node: "SgNode") -> Iterable[Stmt]:
        alias, value = node.field("alias"), self._field(node, "value")
        line = line_of(node)
        first: tuple[Stmt, ...] = ()
        if alias is not None and (named := self.named(alias)):
            first = (ir.Assign(self.expr(named[0]), value, line, line),)
        return (*first, *self._cases(node, None))

    def _cases(self, node: "SgNode", subject: Expr | None) -> tuple[Stmt, ...]:
        """The cases of any switch, as a chain: each body if its test holds; the default last."""
        chain: tuple[Stmt, ...] = ()
        cases = [child for child in node.children() if child.kind() in _CASES]
        for case in cases:
            if case.kind() == "default_case":
                chain = self._case_body(case)
        for case in reversed(cases):
            if case.kind() != "default_case":
                test = ir.If(self._case_test(case, subject), self._case_body(case), chain, line_of(case))
                chain = (*self._received(case), test)
        return chain

    def _case_body(self, case: "SgNode") -> tuple[Stmt, ...]:
        lists = [part for part in case.children() if part.kind() == "statement_list"]
        return tuple(stmt for part in lists for stmt in self.block(part))

    def _received(self, case: "SgNode") -> Iterable[Stmt]:
        received = case.field("communication")
        return self.statement(received) if received is not None else ()

    def _case_test(self, case: "SgNode", subject: Expr | None) -> Expr:
        line = line_of(case)
        listed = case.field("value")
        values = tuple(self.expr(value) for value in self.named(listed)) if listed is not None else ()
        if case.kind() != "expression_case" or not values:
            return ir.Const("", line, string=False)
        if subject is None:
            return values[0] if len(values) == 1 else ir.AnyOf(values, line)
        if len(values) == 1:
            return compared("==", subject, values[0], line)
        return ir.Compare(
            "in", subject, ir.Group(tuple(ir.Entry(None, value) for value in values), line), line
        )

    def _send(self, node: "SgNode") -> Iterable[Stmt]:
        line, end = lines_of(node)
        put = ir.Attr(self._field(node, "channel"), "append", line)
        return (ir.Do(ir.Call(put, (Arg(self._field(node, "value")),), line, end), line),)

    def _body(self, node: "SgNode", field: str) -> tuple[Stmt, ...]:
        body = node.field(field)
        return self.block(body) if body is not None else ()

    def _none(self, _: "SgNode") -> Iterable[Stmt]:
        return ()

    expressions = {  # noqa: RUF012 - typed in the base class
        "identifier": _name,
        "field_identifier": _name,
        "package_identifier": _name,
        "type_identifier": _name,
        "int_literal": _literal,
        "float_literal": _literal,
        "imaginary_literal": _literal,
        "rune_literal": _literal,
        "true": _literal,
        "false": _literal,
        "nil": _literal,
        "iota": _literal,
        "interpreted_string_literal": _string,
        "raw_string_literal": _raw_string,
        "selector_expression": _selector,
        "index_expression": _index,
        "slice_expression": _part,
        "type_assertion_expression": _part,
        "type_conversion_expression": _part,
        "parenthesized_expression": _part,
        "literal_element": _part,
        "unary_expression": _unary,
        "binary_expression": _binary,
        "composite_literal": _composite,
        "literal_value": _group,
        "func_literal": _lambda,
        "call_expression": _call,
    }
    statements = {  # noqa: RUF012 - typed in the base class
        "expression_statement": _expression,
        "go_statement": _expression,
        "defer_statement": _expression,
        "short_var_declaration": _assignment,
        "assignment_statement": _assignment,
        "receive_statement": _assignment,
        "var_spec": _declaration,
        "const_spec": _declaration,
        "return_statement": _return,
        "break_statement": _leave,
        "continue_statement": _leave,
        "goto_statement": _leave,
        "if_statement": _if,
        "for_statement": _for,
        "expression_switch_statement": _switch,
        "type_switch_statement": _type_switch,
        "select_statement": _switch,
        "send_statement": _send,
        "inc_statement": _none,
        "dec_statement": _none,
        "type_declaration": _none,
        "label_name": _none,
    }


_FUNCTIONS: Final = frozenset({"function_declaration", "method_declaration"})
_CASES: Final = frozenset({"expression_case", "type_case", "communication_case", "default_case"})


def _nothing() -> tuple[Stmt, ...]:
    return ()


def _text(node: "SgNode | None") -> str:
    return node.text() if node is not None else ""


def _key(entry: ir.Entry) -> str:
    return entry.key.text if isinstance(entry.key, ir.Const) else ""


def _plain(typed: str) -> str:
    """The class in a type: `*sql.DB`, `[]User`, `Store[T]`; numbers stay as they are."""
    inner = typed.replace("...", "").strip(" *")
    if _NUMBERS.fullmatch(inner):
        return inner
    return _unparametrised(inner.removeprefix("[]").lstrip("*")).rpartition(".")[2]


def _unparametrised(typed: str) -> str:
    return typed.partition("[")[0] if not typed.startswith("[") else typed


def _dotted(text: str, line: int) -> Expr:
    package, _, word = text.rpartition(".")
    return ir.Attr(ir.Name(package, line), word, line) if package else ir.Name(word, line)


def _imported(node: "SgNode") -> tuple[str, str] | None:
    """The name of a package here, and its path."""
    path = _text(node.field("path"))[1:-1]
    alias = _text(node.field("name"))
    if alias in {"_", "."}:
        return None
    word = _VERSION.sub("", path).rpartition("/")[2]
    word = re.sub(r"\.v\d+$", "", word)
    return alias or word.removeprefix("go-").removesuffix("-go").replace("-", ""), path


def _of_strings(word: str, args: list[Arg], line: int, end: int) -> Expr | None:
    """Functions of `strings` and `slices`, as the operators and methods that they are elsewhere."""
    first, second = args[0].value, args[1].value
    if word in {"Contains", "Index", "ContainsAny", "ContainsFunc"}:
        return ir.Compare("in", second, first, line)
    if word == "EqualFold":
        return compared("==", first, second, line)
    if word == "Join":
        return ir.Call(ir.Attr(second, "join", line), (args[0],), line, end)
    return None
