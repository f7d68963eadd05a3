"""C#."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
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
    put_together,
    summands,
    unescaped,
)

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_COMPARISONS: Final = frozenset({"==", "!=", "<", ">", "<=", ">="})
_CONTROLLER: Final = re.compile(r"\w*Controller(?:Base)?|ApiController|PageModel|Hub(?:<.*)?")
"""Classes that a request goes to."""
_ACTION: Final = "action"
"""The mark of a method or a function that a request calls. ASP.NET knows them by their class and place."""
_MAPS: Final = frozenset({"MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods"})
_TEXT_TYPES: Final = frozenset({"string", "String"})


class CSharpLowering(ClassLowering):
    """Lowers one C# file."""

    containers = frozenset(
        {
            "namespace_declaration",
            "declaration_list",
            "file_scoped_namespace_declaration",
            "preproc_if",
            "preproc_region",
        }
    )
    types = frozenset(
        {
            "class_declaration",
            "interface_declaration",
            "struct_declaration",
            "record_declaration",
            "enum_declaration",
        }
    )
    callables = frozenset(
        {
            "method_declaration",
            "constructor_declaration",
            "property_declaration",
            "indexer_declaration",
            "operator_declaration",
        }
    )

    def __init__(self) -> None:
        super().__init__()
        self._conditional: list[Expr] = []
        """What `?.` was asked of, for the members behind it."""

    def class_of(self, node: "SgNode") -> ir.Class:
        """A class with what it extends, its fields and properties."""
        bases = [ir.ENUM] if node.kind() == "enum_declaration" else []
        bases += [
            plain_type(part.text())
            for child in node.children()
            if child.kind() == "base_list"
            for part in self.named(child)
        ]
        fields = [
            (param.name, plain_type(param.type)) for param in self._params(_child(node, "parameter_list"))
        ]
        body = node.field("body")
        for child in body.children() if body is not None else ():
            fields += [(name, plain_type(typed)) for name, typed, _ in _members(child)]
        name = _text(node.field("name"))
        return ir.Class(name, tuple(bases), tuple(fields), *lines_of(node), self._marks(node))

    def members_of(self, node: "SgNode", cls: ir.Class) -> Mapping[str, str]:
        """Fields and properties of the object, and constants, which the class holds."""
        found = {name: THIS for name, _ in cls.fields}
        body = node.field("body")
        for child in body.children() if body is not None else ():
            if _is_constant(child):
                found |= {name: cls.name for name, _, value in _members(child) if value is not None}
        return found

    def functions_of(self, node: "SgNode", cls: ir.Class, scope: Scope) -> Iterable[Function]:
        """A method or constructor, or what a property computes."""
        kind = node.kind()
        params = self._params(node.field("parameters") or _child(node, "parameter_list"))
        lines = lines_of(node)
        marks = self._marks(node)
        if kind == "method_declaration" and self._is_action(node, cls, marks):
            marks = (*marks, ir.Name(_ACTION, lines[0]))
        name = "constructor" if kind == "constructor_declaration" else _text(node.field("name"))
        for body in _bodies(node):
            yield Function(name, cls.name, params, marks, *lines, self.body_in(scope, params, body), THIS)

    def _is_action(self, node: "SgNode", cls: ir.Class, marks: Sequence[Expr]) -> bool:
        words = {child.text() for child in node.children() if child.kind() == "modifier"}
        is_open = "public" in words and not words & {"static", "override"} and not _has(marks, {"NonAction"})
        return is_open and (
            _has(cls.marks, {"ApiController"}) or any(_CONTROLLER.fullmatch(base) for base in cls.bases)
        )

    def _constants(self, body: "SgNode", cls: ir.Class) -> tuple[Stmt, ...]:
        made: list[Stmt] = []
        for child in body.children():
            for name, _, value in _members(child):
                if value is not None:
                    target = ir.Attr(ir.Name(cls.name, line_of(value)), name, line_of(value))
                    made.append(ir.Assign(target, self.expr(value), *lines_of(value)))
        return tuple(made)

    def _marks(self, node: "SgNode") -> tuple[Expr, ...]:
        return tuple(
            self._mark(mark)
            for child in node.children()
            if child.kind() == "attribute_list"
            for mark in child.children()
            if mark.kind() == "attribute"
        )

    def _mark(self, node: "SgNode") -> Expr:
        name = ir.Name(_text(node.field("name")).rpartition(".")[2], line_of(node))
        arguments = _child(node, "attribute_argument_list")
        if arguments is None:
            return name
        return ir.Call(name, tuple(Arg(self.mix(part)) for part in self.named(arguments)), *lines_of(node))

    def _params(self, node: "SgNode | None") -> tuple[Param, ...]:
        if node is not None and node.kind() == "implicit_parameter":
            return (Param(node.text()),)
        found: list[Param] = []
        for child in self.named(node) if node is not None else ():
            if child.kind() == "parameter":
                found.append(
                    Param(_text(child.field("name")), _text(child.field("type")), self._marks(child))
                )
            elif child.kind() == "identifier":  # of `params string[] names`, whose parts stand loose
                found.append(Param(child.text(), rest=True))
        return tuple(found)

    # Expressions

    def _name(self, node: "SgNode") -> Expr:
        return self.named_here(node.text(), line_of(node))

    def _generic(self, node: "SgNode") -> Expr:
        return self.named_here(node.text().partition("<")[0], line_of(node))

    def _qualified(self, node: "SgNode") -> Expr:
        parts = self.named(node)
        return ir.Attr(self.expr(parts[0]), plain_type(parts[-1].text()), line_of(node))

    def _string(self, node: "SgNode") -> Expr:
        return ir.Const(unescaped(node.text()[1:-1]), line_of(node))

    def _verbatim(self, node: "SgNode") -> Expr:
        return ir.Const(node.text()[2:-1].replace('""', '"'), line_of(node))

    def _raw(self, node: "SgNode") -> Expr:
        return ir.Const(node.text().strip('"'), line_of(node))

    def _interpolated(self, node: "SgNode") -> Expr:
        parts: list[Expr] = []
        verbatim = "@" in node.text()[:2] or '"""' in node.text()[:6]
        for child in node.children():
            if child.kind() == "string_content":
                text = child.text().replace("{{", "{").replace("}}", "}")
                parts.append(ir.Const(text if verbatim else unescaped(text), line_of(child)))
            elif child.kind() == "interpolation":
                inner = [part for part in self.named(child) if not part.kind().startswith("interpolation_")]
                parts += [self.expr(part) for part in inner[:1]]
        return put_together(parts, line_of(node))

    def _member(self, node: "SgNode") -> Expr:
        of = node.field("expression")
        name = _text(node.field("name")).partition("<")[0]
        if of is None:
            return ir.Name(name, line_of(node))
        held: Expr = ir.Name(THIS, line_of(node)) if of.kind() in {"this", "base"} else self.expr(of)
        return ir.Attr(held, name, line_of(node))

    def _maybe(self, node: "SgNode") -> Expr:
        """`a?.b`: the member of a."""
        parts = self.named(node)
        self._conditional.append(self.expr(parts[0]))
        try:
            return self.expr(parts[-1])
        finally:
            self._conditional.pop()

    def _member_binding(self, node: "SgNode") -> Expr:
        name = _text(node.field("name")).partition("<")[0]
        return (
            ir.Attr(self._conditional[-1], name, line_of(node))
            if self._conditional
            else ir.Name(name, line_of(node))
        )

    def _element(self, node: "SgNode") -> Expr:
        of, keys = (
            node.field("expression"),
            node.field("subscript") or _child(node, "bracketed_argument_list"),
        )
        if of is None or keys is None:
            return self.mix(node)
        args = self._args(keys)
        return ir.Item(self.expr(of), args[0].value if args else ir.Const("", line_of(node)), line_of(node))

    def _element_binding(self, node: "SgNode") -> Expr:
        key = self.mix(node)
        return ir.Item(self._conditional[-1], key, line_of(node)) if self._conditional else key

    def _cast(self, node: "SgNode") -> Expr:
        return ir.Typed(self._field(node, "value"), _text(node.field("type")), line_of(node))

    def _as(self, node: "SgNode") -> Expr:
        return self._field(node, "left")

    def _unary(self, node: "SgNode") -> Expr:
        operand = self.mix(node)
        return ir.Not(operand, line_of(node)) if node.text().startswith("!") else operand

    def _binary(self, node: "SgNode") -> Expr:
        operator, line = _text(node.field("operator")), line_of(node)
        if operator == "+":
            return put_together(map(self.expr, summands(node)), line)
        left, right = self._field(node, "left"), self._field(node, "right")
        if operator in {"&&", "||"}:
            return combined(operator, left, right, line)
        if operator == "??":
            return ir.Choice((left, right), line)
        return (
            compared(operator, left, right, line) if operator in _COMPARISONS else ir.Mix((left, right), line)
        )

    def _ternary(self, node: "SgNode") -> Expr:
        options = self._field(node, "consequence"), self._field(node, "alternative")
        return ir.Choice(options, line_of(node), self._field(node, "condition"))

    def _is(self, node: "SgNode") -> Expr:
        return self._matched(self._field(node, "expression"), node.field("pattern"), line_of(node))

    def _matched(self, value: Expr, pattern: "SgNode | None", line: int) -> Expr:
        """Whether a value fits a pattern."""
        kind = pattern.kind() if pattern is not None else ""
        if pattern is None or kind not in _PATTERNS:
            return ir.Mix((value,), line)
        if kind == "parenthesized_pattern":
            return self._matched(value, self.named(pattern)[0], line)
        if kind == "negated_pattern":
            return ir.Not(self._matched(value, self.named(pattern)[0], line), line)
        if kind == "declaration_pattern":
            name = _text(pattern.field("name"))
            self.declare(name)
            return ir.Bind(ir.Name(name, line), value, line)
        values = [self.mix(part) for part in _constants_of(pattern)]
        return case_test(value, values, line) if values else ir.Mix((value,), line)

    def _bound(self, node: "SgNode") -> Expr:
        return ir.Bind(self._field(node, "left"), self._field(node, "right"), line_of(node))

    def _tuple(self, node: "SgNode") -> Expr:
        parts = [self.named(part)[-1] if part.kind() == "argument" else part for part in self.named(node)]
        return ir.Group(tuple(ir.Entry(None, self.expr(part)) for part in parts), line_of(node))

    def _declared(self, node: "SgNode") -> Expr:
        """`out var name`."""
        name = self.named(node)[-1].text()
        self.declare(name)
        return ir.Name(name, line_of(node))

    def _group(self, node: "SgNode") -> Expr:
        return ir.Group(tuple(map(self._entry, self.named(node))), line_of(node))

    def _entry(self, node: "SgNode") -> ir.Entry:
        kind = node.kind()
        if kind == "assignment_expression":
            left = node.field("left")
            inside = left is not None and left.kind() == "element_binding_expression"
            key = self.mix(left) if inside and left is not None else ir.Const(_text(left), line_of(node))
            return ir.Entry(key, self._field(node, "right"))
        if kind == "initializer_expression" and len(parts := self.named(node)) == 2:  # noqa: PLR2004 - key and value
            return ir.Entry(self.expr(parts[0]), self.expr(parts[1]))
        return ir.Entry(None, self.expr(node))

    def _anonymous(self, node: "SgNode") -> Expr:
        """`new { a, B = c }`, whose parts stand side by side."""
        entries: list[ir.Entry] = []
        key = ""
        for child in node.children():
            if child.text() == "=" and entries:
                last = entries.pop().value
                key = last.id if isinstance(last, ir.Name) else last.name if isinstance(last, ir.Attr) else ""
            elif child.is_named():
                value = self.expr(child)
                own = key or (
                    value.id
                    if isinstance(value, ir.Name)
                    else value.name
                    if isinstance(value, ir.Attr)
                    else ""
                )
                entries.append(ir.Entry(ir.Const(own, line_of(child)) if own else None, value))
                key = ""
        return ir.Group(tuple(entries), line_of(node))

    def _array(self, node: "SgNode") -> Expr:
        value = _child(node, "initializer_expression")
        return self._group(value) if value is not None else ir.Group((), line_of(node))

    def _new(self, node: "SgNode") -> Expr:
        line, end = lines_of(node)
        args = self._args(node.field("arguments") or _child(node, "argument_list"))
        body = node.field("initializer") or _child(node, "initializer_expression")
        entries = [self._entry(part) for part in self.named(body)] if body is not None else []
        if not args and entries and not all(isinstance(entry.key, ir.Const) for entry in entries):
            return ir.Group(tuple(entries), line)  # a collection
        members = (Arg(entry.value, _key(entry)) for entry in entries)
        made = plain_type(_text(node.field("type"))) or _type_of_declared(node) or "object"
        return self.constructed(made, (*args, *members), line, end)

    def _lambda(self, node: "SgNode") -> Expr:
        return self._closure(node, ())

    def _closure(self, node: "SgNode", marks: tuple[Expr, ...]) -> Expr:
        params = self._params(
            node.field("parameters") or _child(node, "parameter_list") or _child(node, "implicit_parameter")
        )
        body = node.field("body") or _child(node, "block")
        return ir.Lambda(self._inner("", node, params, marks, body), line_of(node))

    def _inner(
        self,
        name: str,
        node: "SgNode",
        params: tuple[Param, ...],
        marks: tuple[Expr, ...],
        body: "SgNode | None",
    ) -> Function:
        """A function inside a method, with the variables around it."""
        scope = Scope(self._owner, self._members)
        around = frozenset(self._locals)

        def lower() -> tuple[Stmt, ...]:
            self._locals |= around
            if body is None or body.kind() in {"block", "arrow_expression_clause"}:
                return self._statements_of(body)
            return (ir.Return(self.expr(body), *lines_of(body)),)

        return Function(name, "", params, marks, *lines_of(node), lambda: self._within(scope, params, lower))

    def _call(self, node: "SgNode") -> Expr:
        """A chain of calls, from its beginning: it may be a hundred long."""
        calls: list[tuple[SgNode, SgNode]] = []
        of: SgNode | None = node
        while of is not None and of.kind() == "invocation_expression":
            function = of.field("function")
            if function is None or function.kind() != "member_access_expression":
                break
            calls.append((of, function))
            of = function.field("expression")
        made = self._receiver(of, node)
        for call, function in reversed(calls):
            name = _text(function.field("name")).partition("<")[0]
            made = self._one_call(call, made, name)
        return made if calls else self._bare_call(node)

    def _receiver(self, of: "SgNode | None", node: "SgNode") -> Expr:
        if of is None or of.kind() in {"this", "base"}:
            return ir.Name(THIS, line_of(node))
        return self._bare_call(of) if of.kind() == "invocation_expression" else self.expr(of)

    def _bare_call(self, node: "SgNode") -> Expr:
        """A call of a name, or of a member behind `?.`."""
        function = node.field("function")
        if function is None:
            return self.mix(node)
        if function.kind() in {"identifier", "generic_name"}:
            return self._one_call(node, None, function.text().partition("<")[0])
        made = self.expr(function)
        if isinstance(made, ir.Attr):
            return self._one_call(node, made.of, made.name)
        return ir.Call(made, self._args(node.field("arguments")), *lines_of(node))

    def _one_call(self, node: "SgNode", of: Expr | None, name: str) -> Expr:
        line, end = lines_of(node)
        arguments = node.field("arguments")
        if of is None and name == "nameof":
            return ir.Const(_text(arguments).strip("()"), line)
        args = self._args(arguments, is_map=name in _MAPS)
        return self._text_call(of, name, args, line, end) or self.called(of, name, args, line, end)

    def _text_call(
        self, of: Expr | None, name: str, args: tuple[Arg, ...], line: int, end: int
    ) -> Expr | None:
        """Calls that put text together."""
        is_text = (
            isinstance(of, ir.Const | ir.Name)
            and (of.text if isinstance(of, ir.Const) else of.id) in _TEXT_TYPES
        )
        if is_text and args:
            if name == "Format":
                return format_args(args, "format", line, end)
            if name == "Concat":
                return put_together((arg.value for arg in args), line)
            if name == "Join":
                return ir.Call(ir.Attr(args[0].value, "join", line), args[1:], line, end)
        if name == "AppendFormat" and of is not None and args:
            return self.called(of, "Append", (Arg(format_args(args, "format", line, end)),), line, end)
        return None

    def _args(self, node: "SgNode | None", *, is_map: bool = False) -> tuple[Arg, ...]:
        found: list[Arg] = []
        for child in self.named(node) if node is not None else ():
            name, parts = child.field("name"), self.named(child)
            value = parts[-1] if parts else child
            if is_map and value.kind() == "lambda_expression":
                found.append(Arg(self._closure(value, (ir.Name(_ACTION, line_of(value)),))))
            else:
                found.append(Arg(self.expr(value), _text(name) if child.kind() == "argument" else ""))
        return tuple(found)

    def _switched(self, node: "SgNode") -> Expr:
        """A `switch` as an expression."""
        subject, *arms = self.named(node)
        value, line = self.expr(subject), line_of(node)
        cases: list[tuple[Expr | None, Expr | None]] = []
        for arm in arms:
            parts = self.named(arm)
            if arm.kind() != "switch_expression_arm" or len(parts) < 2:  # noqa: PLR2004 - pattern and value
                continue
            is_default = parts[0].kind() in {"discard", "var_pattern"}
            test = None if is_default else self._matched(value, parts[0], line)
            cases.append((test, None if parts[-1].kind() == "throw_expression" else self.expr(parts[-1])))
        return self.choices(cases, line)

    # Statements

    def _expression(self, node: "SgNode") -> Iterator[Stmt]:
        for child in self.named(node):
            if child.kind() == "assignment_expression":
                yield self._assignment(child)
            elif not child.text().endswith(("++", "--")):
                yield ir.Do(self.expr(child), line_of(child))

    def _assignment(self, node: "SgNode") -> Stmt:
        operator = _text(node.field("operator"))
        target, value = self._field(node, "left"), self._field(node, "right")
        if operator == "??=":
            value = ir.Choice((target, value), line_of(node))
        return ir.Assign(target, value, *lines_of(node), adds=operator == "+=")

    def _declaration(self, node: "SgNode") -> Iterator[Stmt]:
        typed = _text(node.field("type"))
        for child in self.named(node):
            if child.kind() != "variable_declarator":
                continue
            first, *rest = self.named(child)
            line = line_of(child)
            value = typed_value(self.expr(rest[-1]), typed, line) if rest else ir.Const("", line)
            names = (
                [first.text()]
                if first.kind() == "identifier"
                else [part.text() for part in self.named(first)]
            )
            for name in names:
                self.declare(name)
            target = self.expr(first) if first.kind() != "identifier" else ir.Name(first.text(), line)
            yield ir.Assign(target, value, *lines_of(child))

    def _using(self, node: "SgNode") -> Iterable[Stmt]:
        made: list[Stmt] = []
        for child in self.named(node):
            if child.kind() in self.statements:
                made += self.statement(child)
            else:
                made.append(ir.Do(self.expr(child), line_of(child)))
        return made

    def _for_each(self, node: "SgNode") -> Iterable[Stmt]:
        line = line_of(node)
        source, left = self._field(node, "right"), node.field("left")
        if left is None:
            return self.one(node.field("body"))
        for name in (
            [left.text()] if left.kind() == "identifier" else [part.text() for part in self.named(left)]
        ):
            self.declare(name)
        return (ir.Loop(self.expr(left), source, None, self.one(node.field("body")), line),)

    def _for(self, node: "SgNode") -> Iterable[Stmt]:
        first, test = node.field("initializer"), node.field("condition")
        before = tuple(self.statement(first)) if first is not None else ()
        tested = self.expr(test) if test is not None else None
        return (*before, ir.Loop(None, None, tested, self.one(node.field("body")), line_of(node)))

    def _try(self, node: "SgNode") -> Iterable[Stmt]:
        handlers = [child for child in node.children() if child.kind() == "catch_clause"]
        ending = [child for child in node.children() if child.kind() == "finally_clause"]
        caught = tuple(self.one(handler.field("body")) for handler in handlers)
        last = tuple(stmt for part in ending for stmt in self.block(part))
        return (ir.Try(self.one(node.field("body")), caught, last, line_of(node)),)

    def _switch(self, node: "SgNode") -> Iterable[Stmt]:
        subject, *_ = self.named(node)
        value, line = self.expr(subject), line_of(node)
        cases: list[tuple[Expr | None, tuple[Stmt, ...]]] = []
        tests: list[Expr] = []
        is_default = False
        for section in self.named(node.field("body") or node):
            if section.kind() != "switch_section":
                continue
            parts = self.named(section)
            patterns = [part for part in parts if part.kind().endswith("_pattern")]
            is_default = is_default or not patterns
            tests += [self._matched(value, pattern, line) for pattern in patterns]
            body = [part for part in parts if not part.kind().endswith(("_pattern", "when_clause"))]
            if body:
                made = without_break(tuple(stmt for part in body for stmt in self.statement(part)))
                test = tests[0] if len(tests) == 1 else ir.AnyOf(tuple(tests), line)
                cases.append((None if is_default else test, made))
                tests, is_default = [], False
        return self.chain(cases, line)

    def _yield(self, node: "SgNode") -> Iterable[Stmt]:
        """One of several results: what follows is reached too."""
        value = self.named(node)
        line = line_of(node)
        return (ir.Do(ir.Yield(self.expr(value[0]), line), line) if value else ir.Leave(None, line),)

    def _local_function(self, node: "SgNode") -> Iterable[Stmt]:
        name = _text(node.field("name"))
        self.declare(name)
        params = self._params(node.field("parameters"))
        return (ir.Define(self._inner(name, node, params, (), node.field("body")), line_of(node)),)

    expressions = {  # noqa: RUF012 - typed in the base class
        "identifier": _name,
        "generic_name": _generic,
        "qualified_name": _qualified,
        "this": ClassLowering.this_object,
        "base": ClassLowering.this_object,
        "predefined_type": ClassLowering.literal,
        "integer_literal": ClassLowering.literal,
        "real_literal": ClassLowering.literal,
        "boolean_literal": ClassLowering.literal,
        "null_literal": ClassLowering.literal,
        "typeof_expression": ClassLowering.literal,
        "character_literal": _string,
        "string_literal": _string,
        "verbatim_string_literal": _verbatim,
        "raw_string_literal": _raw,
        "interpolated_string_expression": _interpolated,
        "member_access_expression": _member,
        "conditional_access_expression": _maybe,
        "member_binding_expression": _member_binding,
        "element_binding_expression": _element_binding,
        "element_access_expression": _element,
        "cast_expression": _cast,
        "as_expression": _as,
        "prefix_unary_expression": _unary,
        "binary_expression": _binary,
        "conditional_expression": _ternary,
        "is_pattern_expression": _is,
        "assignment_expression": _bound,
        "tuple_expression": _tuple,
        "tuple_pattern": _tuple,
        "declaration_expression": _declared,
        "initializer_expression": _group,
        "collection_expression": _group,
        "anonymous_object_creation_expression": _anonymous,
        "array_creation_expression": _array,
        "implicit_array_creation_expression": _array,
        "object_creation_expression": _new,
        "implicit_object_creation_expression": _new,
        "lambda_expression": _lambda,
        "anonymous_method_expression": _lambda,
        "invocation_expression": _call,
        "switch_expression": _switched,
    }
    statements = {  # noqa: RUF012 - typed in the base class
        "expression_statement": _expression,
        "variable_declaration": _declaration,
        "using_statement": _using,
        "return_statement": ClassLowering.returning,
        "throw_statement": ClassLowering.leaving,
        "break_statement": ClassLowering.leaving,
        "continue_statement": ClassLowering.leaving,
        "yield_statement": _yield,
        "if_statement": ClassLowering.branching,
        "foreach_statement": _for_each,
        "for_statement": _for,
        "while_statement": ClassLowering.looping,
        "do_statement": ClassLowering.doing,
        "try_statement": _try,
        "switch_statement": _switch,
        "local_function_statement": _local_function,
    }


_PATTERNS: Final = frozenset(
    {"constant_pattern", "or_pattern", "negated_pattern", "declaration_pattern", "parenthesized_pattern"}
)
_FIELDS: Final = frozenset({"field_declaration", "property_declaration", "event_field_declaration"})
_Member = tuple[str, str, "SgNode | None"]


def _text(node: "SgNode | None") -> str:
    return node.text() if node is not None else ""


def _type_of_declared(node: "SgNode") -> str:
    """The type of what is declared with `new(...)` as its value."""
    for part in islice(node.ancestors(), 4):
        if part.kind() in {"variable_declaration", "property_declaration"}:
            return plain_type(_text(part.field("type")))
    return ""


def _child(node: "SgNode", kind: str) -> "SgNode | None":
    return next((child for child in node.children() if child.kind() == kind), None)


def _has(marks: Iterable[Expr], names: set[str]) -> bool:
    found = (mark.function if isinstance(mark, ir.Call) else mark for mark in marks)
    return any(isinstance(mark, ir.Name) and mark.id in names for mark in found)


def _key(entry: ir.Entry) -> str:
    return entry.key.text if isinstance(entry.key, ir.Const) else ""


def _members(node: "SgNode") -> Iterator[_Member]:
    """The fields that a declaration declares: name, type and first value."""
    if node.kind() == "property_declaration":
        yield _text(node.field("name")), _text(node.field("type")), _value_of(node)
    elif node.kind() in _FIELDS:
        declaration = _child(node, "variable_declaration")
        for child in declaration.children() if declaration is not None else ():
            if child.kind() == "variable_declarator":
                yield (
                    _text(child.field("name")),
                    _text(declaration and declaration.field("type")),
                    _value_of(child),
                )


def _value_of(node: "SgNode") -> "SgNode | None":
    """What stands behind the `=`."""
    behind = False
    for child in node.children():
        if behind and child.is_named():
            return child
        behind = behind or child.text() == "="
    return None


def _is_constant(node: "SgNode") -> bool:
    words = {child.text() for child in node.children() if child.kind() == "modifier"}
    return node.kind() in _FIELDS and bool(words & {"const", "static", "readonly"})


def _bodies(node: "SgNode") -> Iterator["SgNode | None"]:
    """The bodies of a method, or of the accessors of a property."""
    body = node.field("body") or _child(node, "arrow_expression_clause")
    if body is not None or not node.kind().startswith(("property", "indexer")):
        yield body
        return
    accessors = _child(node, "accessor_list")
    for accessor in accessors.children() if accessors is not None else ():
        inner = _child(accessor, "block") or _child(accessor, "arrow_expression_clause")
        if inner is not None:
            yield inner


def _constants_of(pattern: "SgNode") -> Iterator["SgNode"]:
    if pattern.kind() == "constant_pattern":
        yield pattern
    elif pattern.kind() == "or_pattern":
        for child in pattern.children():
            yield from _constants_of(child)
