"""Java."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr, Function, Param, Stmt
from reviewbot.reviewers.static.flow.lowering.base import line_of, lines_of
from reviewbot.reviewers.static.flow.lowering.classes import (
    THIS,
    ClassLowering,
    Scope,
    case_test,
    format_args,
    plain_type,
    typed_value,
    without_break,
)
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

_LISTS: Final = frozenset(
    {"Arrays.asList", "List.of", "Set.of", "Stream.of", "Collections.singletonList", "ImmutableList.of"}
)
_FORMATS: Final = frozenset({"printf", "format"})
_COMPARISONS: Final = frozenset({"==", "!=", "<", ">", "<=", ">="})
_READERS: Final = ("get", "is", "to", "trim", "strip", "as")


class JavaLowering(ClassLowering):
    """Lowers one Java file."""

    containers = frozenset({"program", "enum_body_declarations"})
    types = frozenset(
        {
            "class_declaration",
            "interface_declaration",
            "enum_declaration",
            "record_declaration",
            "annotation_type_declaration",
        }
    )
    callables = frozenset(
        {
            "method_declaration",
            "constructor_declaration",
            "compact_constructor_declaration",
            "static_initializer",
            "block",
        }
    )

    def class_of(self, node: "SgNode") -> ir.Class:
        """A class with what it extends, and its fields."""
        bases = [ir.ENUM] if node.kind() == "enum_declaration" else []
        for child in node.children():
            if child.kind() in {"superclass", "super_interfaces", "extends_interfaces"}:
                bases += [plain_type(part.text()) for part in _types_in(child)]
        fields = [(param.name, plain_type(param.type)) for param in self._params(node.field("parameters"))]
        body = node.field("body")
        for child in body.children() if body is not None else ():
            if child.kind() in _FIELDS:
                fields += [(name, plain_type(_text(child.field("type")))) for name in _declared(child)]
        name = _text(node.field("name"))
        return ir.Class(name, tuple(bases), tuple(fields), *lines_of(node), self._marks(node))

    def members_of(self, node: "SgNode", cls: ir.Class) -> Mapping[str, str]:
        """Fields of the object, and constants, which the class holds."""
        found = {name: THIS for name, _ in cls.fields}
        body = node.field("body")
        for child in body.children() if body is not None else ():
            if child.kind() in _FIELDS and _is_constant(child):
                found |= dict.fromkeys(_declared(child), cls.name)
        return found

    def functions_of(self, node: "SgNode", cls: ir.Class, scope: Scope) -> Iterable[Function]:
        """A method, or a constructor."""
        name = _text(node.field("name")) if node.kind() == "method_declaration" else "constructor"
        params = self._params(node.field("parameters"))
        body = node.field("body") or (node if node.kind() == "block" else _block_of(node))
        lower = self.body_in(scope, params, body)
        yield Function(name, cls.name, params, self._marks(node), *lines_of(node), lower, THIS)

    def _constants(self, body: "SgNode", cls: ir.Class) -> tuple[Stmt, ...]:
        made: list[Stmt] = []
        for child in body.children():
            if child.kind() not in _FIELDS:
                continue
            for part in child.children():
                value = part.field("value") if part.kind() == "variable_declarator" else None
                if value is not None:
                    line = line_of(part)
                    target = ir.Attr(ir.Name(cls.name, line), _text(part.field("name")), line)
                    made.append(ir.Assign(target, self.expr(value), *lines_of(part)))
        return tuple(made)

    def _marks(self, node: "SgNode") -> tuple[Expr, ...]:
        return tuple(
            self._mark(mark)
            for child in node.children()
            if child.kind() == "modifiers"
            for mark in child.children()
            if mark.kind() in {"annotation", "marker_annotation"}
        )

    def _mark(self, node: "SgNode") -> Expr:
        name = ir.Name(_text(node.field("name")).rpartition(".")[2], line_of(node))
        arguments = node.field("arguments")
        if arguments is None:
            return name
        return ir.Call(name, tuple(Arg(self.expr(part)) for part in self.named(arguments)), *lines_of(node))

    def _params(self, node: "SgNode | None") -> tuple[Param, ...]:
        found: list[Param] = []
        for child in self.named(node) if node is not None else ():
            if child.kind() == "formal_parameter":
                found.append(
                    Param(_text(child.field("name")), _text(child.field("type")), self._marks(child))
                )
            elif child.kind() == "spread_parameter":
                *_, typed, name = self.named(child)
                found.append(Param(name.text(), typed.text(), self._marks(child), rest=True))
            elif child.kind() == "identifier":
                found.append(Param(child.text()))
        return tuple(found)

    # Expressions

    def _name(self, node: "SgNode") -> Expr:
        return self.named_here(node.text(), line_of(node))

    def _string(self, node: "SgNode") -> Expr:
        text = node.text()
        inner = text[3:-3] if text.startswith('"""') else text[1:-1]
        return ir.Const(unescaped(inner), line_of(node))

    def _access(self, node: "SgNode") -> Expr:
        field = node.field("field")
        if field is not None and field.kind() == THIS:
            return ir.Name(THIS, line_of(node))
        return ir.Attr(self._field(node, "object"), _text(field), line_of(node))

    def _element(self, node: "SgNode") -> Expr:
        return ir.Item(self._field(node, "array"), self._field(node, "index"), line_of(node))

    def _cast(self, node: "SgNode") -> Expr:
        return ir.Typed(self._field(node, "value"), _text(node.field("type")), line_of(node))

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
        return (
            compared(operator, left, right, line) if operator in _COMPARISONS else ir.Mix((left, right), line)
        )

    def _ternary(self, node: "SgNode") -> Expr:
        options = self._field(node, "consequence"), self._field(node, "alternative")
        return ir.Choice(options, line_of(node), self._field(node, "condition"))

    def _instanceof(self, node: "SgNode") -> Expr:
        value, name = self._field(node, "left"), node.field("name")
        if name is None:
            return value
        self.declare(name.text())
        return ir.Bind(ir.Name(name.text(), line_of(node)), value, line_of(node))

    def _bound(self, node: "SgNode") -> Expr:
        return ir.Bind(self._field(node, "left"), self._field(node, "right"), line_of(node))

    def _group(self, node: "SgNode") -> Expr:
        entries = tuple(ir.Entry(None, self.expr(child)) for child in self.named(node))
        return ir.Group(entries, line_of(node))

    def _array(self, node: "SgNode") -> Expr:
        value = node.field("value")
        return self._group(value) if value is not None else ir.Group((), line_of(node))

    def _new(self, node: "SgNode") -> Expr:
        line, end = lines_of(node)
        args = self._args(node.field("arguments"))
        for child in node.children():
            if child.kind() == "class_body":  # an anonymous class: its methods are functions that go along
                args = (*args, *self._inner_methods(child))
        return self.constructed(plain_type(_text(node.field("type"))), args, line, end)

    def _inner_methods(self, body: "SgNode") -> Iterator[Arg]:
        for child in body.children():
            if child.kind() == "method_declaration":
                yield Arg(self._closure(child, self._params(child.field("parameters")), child.field("body")))

    def _lambda(self, node: "SgNode") -> Expr:
        params = node.field("parameters")
        if params is not None and params.kind() == "identifier":
            return self._closure(node, (Param(params.text()),), node.field("body"))
        return self._closure(node, self._params(params), node.field("body"))

    def _closure(self, node: "SgNode", params: tuple[Param, ...], body: "SgNode | None") -> Expr:
        start, end = lines_of(node)
        scope = Scope(self._owner, self._members)
        around = frozenset(self._locals)

        def lower() -> tuple[Stmt, ...]:
            self._locals |= around
            if body is None or body.kind() == "block":
                return self.block(body) if body is not None else ()
            return (ir.Return(self.expr(body), *lines_of(body)),)

        function = Function("", "", params, (), start, end, lambda: self._within(scope, params, lower))
        return ir.Lambda(function, start)

    def _reference(self, node: "SgNode") -> Expr:
        """`this::find`, `User::getName`: a function of one argument."""
        of, *rest = self.named(node)
        line, end = lines_of(node)
        word = rest[-1].text() if rest else "new"
        given = ir.Name("it", line)
        is_read = of.text()[:1].isupper() and word.startswith(_READERS)
        call = ir.Call(
            ir.Attr(given if is_read else self.expr(of), word, line),
            () if is_read else (Arg(given),),
            line,
            end,
        )
        function = Function("", "", (Param("it"),), (), line, end, lambda: (ir.Return(call, line, end),))
        return ir.Lambda(function, line)

    def _call(self, node: "SgNode") -> Expr:
        """A chain of calls, from its beginning: it may be a hundred long."""
        calls: list[SgNode] = []
        of: SgNode | None = node
        while of is not None and of.kind() == "method_invocation":
            calls.append(of)
            of = of.field("object")
        made = self.expr(of) if of is not None else None
        for call in reversed(calls):
            made = self._one_call(call, made)
        assert made is not None  # noqa: S101 - there is at least one
        return made

    def _one_call(self, node: "SgNode", of: Expr | None) -> Expr:
        line, end = line_of(node.field("name") or node), lines_of(node)[1]
        name = _text(node.field("name"))
        args = self._args(node.field("arguments"))
        full = f"{of.id}.{name}" if isinstance(of, ir.Name) else name
        return (of and self._text_call(full, of, args, line, end)) or self.called(of, name, args, line, end)

    def _text_call(self, name: str, of: Expr, args: tuple[Arg, ...], line: int, end: int) -> Expr | None:
        """Calls that put text together."""
        word = name.rpartition(".")[2]
        if name in _LISTS:
            return ir.Group(tuple(ir.Entry(None, arg.value) for arg in args), line)
        if word == "formatted":
            return filled(of, args, line, end)
        if word in _FORMATS and args:
            return self._formatted(name, of, args, line, end)
        if name == "String.join" and len(args) > 1:
            return ir.Call(ir.Attr(args[0].value, "join", line), args[1:], line, end)
        if word == "concat" and len(args) == 1:
            return put_together((of, args[0].value), line)
        return None

    def _formatted(self, name: str, of: Expr, args: tuple[Arg, ...], line: int, end: int) -> Expr:
        free = args[1:] if _is_locale(args[0].value) and len(args) > 1 else args
        if name in {"String.format", "MessageFormat.format"}:
            return format_args(free, "%" if name == "String.format" else "format", line, end)
        word = name.rpartition(".")[2]
        return ir.Call(ir.Attr(of, word, line), (Arg(format_args(free, "%", line, end)),), line, end)

    def _args(self, node: "SgNode | None") -> tuple[Arg, ...]:
        return tuple(Arg(self.expr(child)) for child in self.named(node)) if node is not None else ()

    def _switched(self, node: "SgNode") -> Expr:
        """A `switch` as an expression."""
        subject = self._field(node, "condition")
        cases: list[tuple[Expr | None, Expr | None]] = []
        for test, parts in self._cases(node, subject):
            cases.append((test, self._case_value(parts)))
        return self.choices(cases, line_of(node))

    def _case_value(self, parts: list["SgNode"]) -> Expr | None:
        if len(parts) == 1 and parts[0].kind() == "expression_statement":
            return self.expr(self.named(parts[0])[0])
        values = [value for part in parts for value in part.find_all(kind="yield_statement")]
        return ir.Mix(tuple(self.mix(value) for value in values), line_of(parts[0])) if values else None

    def _cases(self, node: "SgNode", subject: Expr) -> Iterator[tuple[Expr | None, list["SgNode"]]]:
        """The cases of a `switch`: a test, None for the default, and what stands there."""
        body = node.field("body")
        labels: list[Expr] = []
        is_default = False
        for case in self.named(body) if body is not None else ():
            own = [child for child in case.children() if child.kind() == "switch_label"]
            labels += [self.expr(value) for label in own for value in self.named(label)]
            is_default = is_default or any(label.text().startswith("default") for label in own)
            parts = [child for child in self.named(case) if child.kind() != "switch_label"]
            if parts:
                yield None if is_default else case_test(subject, labels, line_of(case)), parts
                labels, is_default = [], False

    # Statements

    def _expression(self, node: "SgNode") -> Iterator[Stmt]:
        for child in self.named(node):
            kind = child.kind()
            if kind == "assignment_expression":
                yield self._assignment(child)
            elif kind == "switch_expression":
                yield from self._switch(child)
            elif kind != "update_expression":
                yield ir.Do(self.expr(child), line_of(child))

    def _assignment(self, node: "SgNode") -> Stmt:
        adds = _text(node.field("operator")) == "+="
        return ir.Assign(self._field(node, "left"), self._field(node, "right"), *lines_of(node), adds=adds)

    def _declaration(self, node: "SgNode") -> Iterator[Stmt]:
        typed = _text(node.field("type"))
        for child in self.named(node):
            if child.kind() == "variable_declarator":
                name, value = _text(child.field("name")), child.field("value")
                line = line_of(child)
                made = typed_value(self.expr(value), typed, line) if value is not None else ir.Const("", line)
                self.declare(name)
                yield ir.Assign(ir.Name(name, line), made, *lines_of(child))

    def _for_each(self, node: "SgNode") -> Iterable[Stmt]:
        line, name = line_of(node), _text(node.field("name"))
        source = self._field(node, "value")
        self.declare(name)
        return (ir.Loop(ir.Name(name, line), source, None, self.one(node.field("body")), line),)

    def _for(self, node: "SgNode") -> Iterable[Stmt]:
        first, test = node.field("init"), node.field("condition")
        before = tuple(self.statement(first)) if first is not None else ()
        tested = self.expr(test) if test is not None else None
        return (*before, ir.Loop(None, None, tested, self.one(node.field("body")), line_of(node)))

    def _try(self, node: "SgNode") -> Iterable[Stmt]:
        opened: list[Stmt] = []
        resources = node.field("resources")
        for resource in self.named(resources) if resources is not None else ():
            name, value = resource.field("name"), resource.field("value")
            if name is not None and value is not None:
                made = ir.Typed(self.expr(value), _text(resource.field("type")), line_of(resource))
                self.declare(name.text())
                opened.append(ir.Assign(ir.Name(name.text(), line_of(name)), made, *lines_of(resource)))
        handlers = [child for child in node.children() if child.kind() == "catch_clause"]
        ending = [child for child in node.children() if child.kind() == "finally_clause"]
        body = (*opened, *self.one(node.field("body")))
        caught = tuple(self.one(handler.field("body")) for handler in handlers)
        return (
            ir.Try(body, caught, tuple(stmt for part in ending for stmt in self.block(part)), line_of(node)),
        )

    def _switch(self, node: "SgNode") -> Iterable[Stmt]:
        subject = self._field(node, "condition")
        cases = [
            (test, without_break(tuple(stmt for part in parts for stmt in self.statement(part))))
            for test, parts in self._cases(node, subject)
        ]
        return self.chain(cases, line_of(node))

    def _assert(self, _: "SgNode") -> Iterable[Stmt]:
        return ()  # they are off where it matters

    expressions = {  # noqa: RUF012 - typed in the base class
        "identifier": _name,
        "type_identifier": ClassLowering.literal,
        "this": ClassLowering.this_object,
        "super": ClassLowering.this_object,
        "string_literal": _string,
        "decimal_integer_literal": ClassLowering.literal,
        "hex_integer_literal": ClassLowering.literal,
        "decimal_floating_point_literal": ClassLowering.literal,
        "character_literal": _string,
        "true": ClassLowering.literal,
        "false": ClassLowering.literal,
        "null_literal": ClassLowering.literal,
        "class_literal": ClassLowering.literal,
        "field_access": _access,
        "array_access": _element,
        "cast_expression": _cast,
        "unary_expression": _unary,
        "binary_expression": _binary,
        "ternary_expression": _ternary,
        "instanceof_expression": _instanceof,
        "assignment_expression": _bound,
        "array_initializer": _group,
        "element_value_array_initializer": _group,
        "array_creation_expression": _array,
        "object_creation_expression": _new,
        "lambda_expression": _lambda,
        "method_reference": _reference,
        "method_invocation": _call,
        "switch_expression": _switched,
    }
    statements = {  # noqa: RUF012 - typed in the base class
        "expression_statement": _expression,
        "local_variable_declaration": _declaration,
        "return_statement": ClassLowering.returning,
        "throw_statement": ClassLowering.leaving,
        "break_statement": ClassLowering.leaving,
        "continue_statement": ClassLowering.leaving,
        "yield_statement": ClassLowering.leaving,
        "if_statement": ClassLowering.branching,
        "enhanced_for_statement": _for_each,
        "for_statement": _for,
        "while_statement": ClassLowering.looping,
        "do_statement": ClassLowering.doing,
        "try_statement": _try,
        "try_with_resources_statement": _try,
        "switch_expression": _switch,
        "assert_statement": _assert,
        "class_declaration": ClassLowering.nothing,
    }
    ignored = frozenset({"line_comment", "block_comment"})


_FIELDS: Final = frozenset({"field_declaration", "constant_declaration"})


def _text(node: "SgNode | None") -> str:
    return node.text() if node is not None else ""


def _block_of(node: "SgNode") -> "SgNode | None":
    return next((child for child in node.children() if child.kind() == "block"), None)


def _types_in(node: "SgNode") -> Iterator["SgNode"]:
    for child in node.children():
        if child.kind() == "type_list":
            yield from _types_in(child)
        elif child.is_named():
            yield child


def _declared(node: "SgNode") -> Iterator[str]:
    for child in node.children():
        if child.kind() == "variable_declarator":
            yield _text(child.field("name"))


def _is_constant(node: "SgNode") -> bool:
    """Whether a field has its value for good: static or final, with a value."""
    if node.kind() == "constant_declaration":
        return True
    modifiers = next((child.text().split() for child in node.children() if child.kind() == "modifiers"), [])
    variables = [part for part in node.children() if part.kind() == "variable_declarator"]
    return "static" in modifiers or (
        "final" in modifiers and any(part.field("value") is not None for part in variables)
    )


def _is_locale(expr: Expr) -> bool:
    return isinstance(expr, ir.Attr) and isinstance(expr.of, ir.Name) and expr.of.id == "Locale"
