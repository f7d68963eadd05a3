"""Python."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr, Function, Param, Stmt, Unit
from reviewbot.reviewers.static.flow.lowering.base import Lowering, chain, line_of, lines_of

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_FUNCTIONS: Final = frozenset({"function_definition", "decorated_definition", "class_definition"})
_ARITHMETIC: Final = frozenset({"-", "*", "//", "**", "<<", ">>", "&", "^"})
_ORDERS: Final = frozenset({"<", ">", "<=", ">="})
_NUMBERS: Final = re.compile(r"<(?:int|float|uuid)(?:\([^()<>]{0,40}\))?:(\w{1,60})>")
"""Parts of a path that Flask and Werkzeug make a number of."""


class PythonLowering(Lowering):
    """Lowers one Python file."""

    def unit(self, root: "SgNode") -> Unit:
        """All functions outside of others, all classes, and what the imports mean."""
        functions: list[Function] = []
        classes: list[ir.Class] = []
        loose: list[SgNode] = []
        self._aliases = dict(_type_aliases(root))
        self._gather(root, "", functions, classes, loose)
        classes += _closed_sets(root)
        found = (node for kind in _IMPORTS for node in root.find_all(kind=kind))
        imports = [pair for node in found for pair in _imported(node)]
        return Unit(tuple(functions), tuple(classes), tuple(imports), partial(self._loose, root))

    def _gather(
        self,
        node: "SgNode",
        owner: str,
        functions: list[Function],
        classes: list[ir.Class],
        loose: list["SgNode"],
    ) -> None:
        for child in node.children():
            kind = child.kind()
            if kind == "decorated_definition":
                definition = child.field("definition")
                if definition is not None:
                    self._gather_one(definition, child, owner, functions, classes, loose)
            elif kind in _FUNCTIONS:
                self._gather_one(child, child, owner, functions, classes, loose)
            elif kind in _NESTS and not owner:
                self._gather(child, owner, functions, classes, loose)

    def _gather_one(
        self,
        node: "SgNode",
        whole: "SgNode",
        owner: str,
        functions: list[Function],
        classes: list[ir.Class],
        loose: list["SgNode"],
    ) -> None:
        decorators = [mark for mark in whole.children() if mark.kind() == "decorator"]
        marks = tuple(self.expr(mark.child(1) or mark) for mark in decorators)
        if node.kind() == "function_definition":
            numbers = frozenset(name for mark in decorators for name in _NUMBERS.findall(mark.text()))
            function = self._function(node, owner, marks, numbers)
            functions.append(function.but(start=line_of(whole)))
            return
        body = node.field("body")
        name = _text(node.field("name"))
        start, end = lines_of(whole)
        bases = node.field("superclasses")
        named = self.named(bases) if bases is not None else []
        bases_named = tuple(base.text() for base in named if base.kind() in {"identifier", "attribute"})
        fields = tuple(_typed_fields(body)) if body is not None else ()
        is_record = any(map(_makes_record, marks)) or bool(
            _RECORDS & {base.rpartition(".")[2] for base in bases_named}
        )
        filled = tuple(field for field, typed in fields if is_record and "ClassVar" not in typed)
        classes.append(ir.Class(name, bases_named, fields, start, end, marks, open=filled))
        if body is not None:
            self._gather(body, name, functions, classes, loose)

    def _function(
        self, node: "SgNode", owner: str, marks: tuple[Expr, ...] = (), numbers: frozenset[str] = frozenset()
    ) -> Function:
        """A function; `numbers` are parameters that its route makes numbers of: `/orders/<int:order>`."""
        start, end = lines_of(node)
        params = [
            replace(param, type="int") if param.name in numbers and not param.type else param
            for child in self.named(node.field("parameters") or node)
            if (param := self._param(child))
        ]
        is_static = any(isinstance(mark, ir.Name) and mark.id == "staticmethod" for mark in marks)
        receiver = params.pop(0).name if owner and params and not is_static else ""
        body = node.field("body")
        lower = partial(self.block, body) if body is not None else _nothing
        return Function(_text(node.field("name")), owner, tuple(params), marks, start, end, lower, receiver)

    def _param(self, node: "SgNode") -> Param | None:
        kind = node.kind()
        if kind == "identifier":
            return Param(node.text())
        if kind in {"list_splat_pattern", "dictionary_splat_pattern"}:
            return Param(node.text().lstrip("*"), rest=True)
        if kind in {"typed_parameter", "typed_default_parameter", "default_parameter"}:
            name = node.field("name") or node.child(0)
            typed = node.field("type")
            default = node.field("value")
            marks = (self.expr(default),) if default is not None else ()
            text = _text(name)
            written = _text(typed)
            written = self._aliases.get(written, written)
            return Param(text.lstrip("*"), written, marks, rest=text.startswith("*"))
        return None

    def _loose(self, root: "SgNode") -> tuple[Stmt, ...]:
        """What runs when the module is imported, and the constants of its classes."""
        made: list[Stmt] = []
        for child in root.children():
            if child.is_named():
                made += self._outside(child)
        return tuple(made)

    def _outside(self, node: "SgNode") -> Iterable[Stmt]:
        kind = node.kind()
        if kind == "class_definition":
            return self._class_constants(node)
        if kind == "decorated_definition":
            definition = node.field("definition")
            return self._outside(definition) if definition is not None else ()
        if kind == "function_definition":
            return ()
        return self.statement(node)

    def _class_constants(self, node: "SgNode") -> Iterator[Stmt]:
        name = ir.Name(_text(node.field("name")), line_of(node))
        body = node.field("body")
        for child in body.children() if body is not None else ():
            if child.kind() == "expression_statement":
                for stmt in self.statement(child):
                    if isinstance(stmt, ir.Assign) and isinstance(stmt.target, ir.Name):
                        yield stmt.but(target=ir.Attr(name, stmt.target.id, stmt.line))
            elif child.kind() == "class_definition":
                yield from self._class_constants(child)

    # Expressions

    def _name(self, node: "SgNode") -> Expr:
        return ir.Name(node.text(), line_of(node))

    def _literal(self, node: "SgNode") -> Expr:
        return ir.Const(node.text(), line_of(node), string=False)

    def _string(self, node: "SgNode") -> Expr:
        parts: list[Expr] = []
        line = line_of(node)
        for child in node.children():
            kind = child.kind()
            if kind == "string_content":
                parts.append(ir.Const(child.text(), line_of(child)))
            elif kind == "interpolation":
                parts.append(self._interpolated(child))
        if not parts:
            return ir.Const("", line)
        if len(parts) == 1 and isinstance(parts[0], ir.Const):
            return parts[0].but(line=line)
        return ir.Join(tuple(parts), line)

    def _interpolated(self, node: "SgNode") -> Expr:
        inner = self.named(node)
        line = line_of(node)
        if not inner:
            return ir.Const("", line)
        value = self.expr(inner[0])
        for part in inner[1:]:
            if part.kind() == "type_conversion" and part.text() in {"!r", "!a"}:
                return ir.Call(ir.Name("repr", line), (Arg(value),), line, line)
            if part.kind() == "format_specifier" and part.text()[-1] in "bcdeEfFgGnoxX%":
                return ir.Call(ir.Name("float", line), (Arg(value),), line, line)
        return value

    def _concatenated(self, node: "SgNode") -> Expr:
        return ir.Join(tuple(self.expr(child) for child in self.named(node)), line_of(node))

    def _attribute(self, node: "SgNode") -> Expr:
        return ir.Attr(self._field(node, "object"), _text(node.field("attribute")), line_of(node))

    def _subscript(self, node: "SgNode") -> Expr:
        of, *keys = self.named(node)
        key = self.expr(keys[0]) if len(keys) == 1 else self._group_of(keys, line_of(node))
        return ir.Item(self.expr(of), key, line_of(node))

    def _call(self, node: "SgNode") -> Expr:
        start, end = lines_of(node)
        function = self._field(node, "function")
        arguments = node.field("arguments")
        if arguments is None:
            return ir.Call(function, (), start, end)
        if arguments.kind() == "generator_expression":
            return ir.Call(function, (Arg(self.expr(arguments)),), start, end)
        return ir.Call(function, tuple(map(self._arg, self.named(arguments))), start, end)

    def _arg(self, node: "SgNode") -> Arg:
        kind = node.kind()
        if kind == "keyword_argument":
            return Arg(self._field(node, "value"), _text(node.field("name")))
        if kind in _SPLATS:
            return Arg(self.mix(node), spread=True)
        return Arg(self.expr(node))

    def _binary(self, node: "SgNode") -> Expr:
        operator = _text(node.field("operator"))
        line = line_of(node)
        if operator == "+":
            return ir.Join(tuple(map(self.expr, chain(node, "binary_operator", "+"))), line)
        left, right = self._field(node, "left"), self._field(node, "right")
        if operator == "%":
            # Formatting, unless the left side turns out to be a number: the interpreter sees what it is.
            entries = right.entries if isinstance(right, ir.Group) else (ir.Entry(None, right),)
            args = tuple(
                Arg(entry.value, entry.key.text if isinstance(entry.key, ir.Const) else "")
                for entry in entries
            )
            return ir.Call(ir.Attr(left, "%", line), args, *lines_of(node))
        if operator == "/":
            return ir.Join((left, ir.Const("/", line), right), line)
        if operator in _ARITHMETIC and not any(
            isinstance(side, ir.Const) and side.string for side in (left, right)
        ):
            return ir.Compare("<", left, right, line)  # a number, whatever went in
        return ir.Mix((left, right), line)

    def _comparison(self, node: "SgNode") -> Expr:
        operands: list[SgNode] = []
        operators: list[str] = []
        for child in node.children():
            if child.is_named() and child.kind() not in self.ignored and child.text() not in _WORDS:
                operands.append(child)
                operators.append("")
            elif operators:
                operators[-1] = f"{operators[-1]} {child.text()}".strip()
        values = [self.expr(operand) for operand in operands]
        line = line_of(node)
        tests = [_compare(op, a, b, line) for op, (a, b) in zip(operators, pairwise(values), strict=False)]
        return tests[0] if len(tests) == 1 else ir.All(tuple(tests), line)

    def _boolean(self, node: "SgNode") -> Expr:
        sides = (self._field(node, "left"), self._field(node, "right"))
        made = ir.All if _text(node.field("operator")) == "and" else ir.AnyOf
        return made(sides, line_of(node))

    def _not(self, node: "SgNode") -> Expr:
        return ir.Not(self._field(node, "argument"), line_of(node))

    def _conditional(self, node: "SgNode") -> Expr:
        parts = self.named(node)
        if len(parts) != 3:  # noqa: PLR2004 - then, test, else; anything else is broken
            return self.mix(node)
        then, test, otherwise = map(self.expr, parts)
        return ir.Choice((then, otherwise), line_of(node), test)

    def _group(self, node: "SgNode") -> Expr:
        return self._group_of(self.named(node), line_of(node))

    def _group_of(self, nodes: Iterable["SgNode"], line: int) -> Expr:
        return ir.Group(tuple(map(self._entry, nodes)), line)

    def _entry(self, node: "SgNode") -> ir.Entry:
        if node.kind() == "pair":
            return ir.Entry(self._field(node, "key"), self._field(node, "value"))
        return ir.Entry(None, self.expr(node), rest=node.kind() in _SPLATS)

    def _lambda(self, node: "SgNode") -> Expr:
        params = node.field("parameters")
        named = (
            tuple(p for child in self.named(params) if (p := self._param(child)))
            if params is not None
            else ()
        )
        start, end = lines_of(node)
        body = node.field("body")

        def lower() -> tuple[Stmt, ...]:
            return (ir.Return(self.expr(body), start, end),) if body is not None else ()

        return ir.Lambda(Function("", "", named, (), start, end, lower), start)

    def _comprehension(self, node: "SgNode") -> Expr:
        result, *clauses = self.named(node)
        line = line_of(node)
        made = ir.Group((self._entry(result),), line) if result.kind() == "pair" else self.expr(result)
        tests: list[Expr] = []
        for clause in reversed(clauses):
            if clause.kind() == "if_clause":
                tests.append(self.mix(clause))
            elif clause.kind() == "for_in_clause":
                target, source = self._field(clause, "left"), self._field(clause, "right")
                made = ir.Each(target, source, tuple(tests), made, line)
                tests = []
        return made

    def _named_expression(self, node: "SgNode") -> Expr:
        return ir.Bind(self._field(node, "name"), self._field(node, "value"), line_of(node))

    def _yield(self, node: "SgNode") -> Expr:
        return ir.Yield(self.mix(node), line_of(node))

    def _field(self, node: "SgNode", name: str) -> Expr:
        child = node.field(name)
        return self.expr(child) if child is not None else ir.Const("", line_of(node), string=False)

    # Statements

    def _expression(self, node: "SgNode") -> Iterator[Stmt]:
        for child in self.named(node):
            yield from self._expression_one(child)

    def _expression_one(self, child: "SgNode") -> Iterable[Stmt]:
        kind = child.kind()
        if kind == "assignment":
            return self._assignment(child)
        if kind == "augmented_assignment":
            target, value = self._field(child, "left"), self._field(child, "right")
            return (ir.Assign(target, value, *lines_of(child), adds=True),)
        if kind in {"string", "ellipsis"}:  # a docstring
            return ()
        return (ir.Do(self.expr(child), line_of(child)),)

    def _assignment(self, node: "SgNode") -> Iterator[Stmt]:
        right = node.field("right")
        if right is None:  # only a type
            return
        if right.kind() == "assignment":  # a = b = c
            yield from self._assignment(right)
            value = self._field(right, "left")
        else:
            value = self.expr(right)
        yield ir.Assign(self._field(node, "left"), value, *lines_of(node))

    def _return(self, node: "SgNode") -> Iterable[Stmt]:
        value = self.named(node)
        return (ir.Return(self.expr(value[0]) if value else None, *lines_of(node)),)

    def _leave(self, node: "SgNode") -> Iterable[Stmt]:
        value = self.named(node)
        return (ir.Leave(self.expr(value[0]) if value else None, line_of(node)),)

    def _assert(self, node: "SgNode") -> Iterable[Stmt]:
        parts = self.named(node)
        line = line_of(node)
        test = self.expr(parts[0]) if parts else ir.Const("", line)
        return (ir.If(test, (), (ir.Leave(None, line),), line),)

    def _if(self, node: "SgNode") -> Iterable[Stmt]:
        ways = [child for child in node.children() if child.kind() in {"elif_clause", "else_clause"}]
        otherwise: tuple[Stmt, ...] = ()
        for way in reversed(ways):
            body = self._body(way, "body" if way.kind() == "else_clause" else "consequence")
            if way.kind() == "else_clause":
                otherwise = body
            else:
                otherwise = (ir.If(self._field(way, "condition"), body, otherwise, line_of(way)),)
        then = self._body(node, "consequence")
        return (ir.If(self._field(node, "condition"), then, otherwise, line_of(node)),)

    def _for(self, node: "SgNode") -> Iterable[Stmt]:
        target, source = self._field(node, "left"), self._field(node, "right")
        yield ir.Loop(target, source, None, self._body(node, "body"), line_of(node))
        yield from self._else(node)

    def _while(self, node: "SgNode") -> Iterable[Stmt]:
        yield ir.Loop(None, None, self._field(node, "condition"), self._body(node, "body"), line_of(node))
        yield from self._else(node)

    def _else(self, node: "SgNode") -> Iterator[Stmt]:
        for child in node.children():
            if child.kind() == "else_clause":
                yield from self._body(child, "body")

    def _try(self, node: "SgNode") -> Iterable[Stmt]:
        handlers: list[tuple[Stmt, ...]] = []
        ending: tuple[Stmt, ...] = ()
        after: tuple[Stmt, ...] = ()
        for child in node.children():
            kind = child.kind()
            if kind in {"except_clause", "except_group_clause"}:
                blocks = [part for part in child.children() if part.kind() == "block"]
                handlers.append(tuple(stmt for block in blocks for stmt in self.block(block)))
            elif kind == "finally_clause":
                ending = tuple(stmt for part in self.named(child) for stmt in self.block(part))
            elif kind == "else_clause":
                after = self._body(child, "body")
        body = (*self._body(node, "body"), *after)
        return (ir.Try(body, tuple(handlers), ending, line_of(node)),)

    def _with(self, node: "SgNode") -> Iterable[Stmt]:
        for clause in node.children():
            if clause.kind() == "with_clause":
                for item in self.named(clause):
                    yield from self._with_item(item)
        yield from self._body(node, "body")

    def _with_item(self, node: "SgNode") -> Iterator[Stmt]:
        value = node.field("value") or node
        if value.kind() == "as_pattern":
            source, *targets = self.named(value)
            made = self.expr(source)
            target = self.mix(targets[0]) if targets else made
            yield ir.Assign(target, made, *lines_of(value))
        else:
            yield ir.Do(self.expr(value), line_of(value))

    def _match(self, node: "SgNode") -> Iterable[Stmt]:
        subject = self._field(node, "subject")
        body = node.field("body")
        cases = [
            child for child in (body.children() if body is not None else ()) if child.kind() == "case_clause"
        ]
        otherwise: tuple[Stmt, ...] = ()
        for case in reversed(cases):
            line = line_of(case)
            patterns = [child for child in self.named(case) if child.kind() == "case_pattern"]
            if any(
                pattern.text().isidentifier() for pattern in patterns
            ):  # `case _` and `case other` match all
                otherwise = self._body(case, "consequence")
                continue
            tests = tuple(_matches(subject, self.mix(pattern), line) for pattern in patterns)
            otherwise = (ir.If(ir.AnyOf(tests, line), self._body(case, "consequence"), otherwise, line),)
        return otherwise

    def _import(self, node: "SgNode") -> Iterator[Stmt]:
        line = line_of(node)
        for name, dotted in _imported(node):
            yield ir.Assign(ir.Name(name, line), ir.Name(dotted, line), line, line)

    def _definition(self, node: "SgNode") -> Iterable[Stmt]:
        if node.kind() == "decorated_definition":
            marks = tuple(self.expr(m.child(1) or m) for m in node.children() if m.kind() == "decorator")
            inner = node.field("definition")
            if inner is None or inner.kind() != "function_definition":
                return self.statement(inner) if inner is not None else ()
            return (ir.Define(self._function(inner, "", marks), line_of(node)),)
        return (ir.Define(self._function(node, ""), line_of(node)),)

    def _inner_class(self, node: "SgNode") -> Iterable[Stmt]:
        return self._body(node, "body")

    def _body(self, node: "SgNode", field: str) -> tuple[Stmt, ...]:
        body = node.field(field)
        return self.block(body) if body is not None else ()

    def _none(self, _: "SgNode") -> Iterable[Stmt]:
        return ()

    expressions = {  # noqa: RUF012 - typed in the base class
        "identifier": _name,
        "dotted_name": _name,
        "integer": _literal,
        "float": _literal,
        "true": _literal,
        "false": _literal,
        "none": _literal,
        "ellipsis": _literal,
        "string": _string,
        "concatenated_string": _concatenated,
        "attribute": _attribute,
        "subscript": _subscript,
        "call": _call,
        "binary_operator": _binary,
        "comparison_operator": _comparison,
        "boolean_operator": _boolean,
        "not_operator": _not,
        "conditional_expression": _conditional,
        "list": _group,
        "tuple": _group,
        "set": _group,
        "dictionary": _group,
        "expression_list": _group,
        "pattern_list": _group,
        "tuple_pattern": _group,
        "list_pattern": _group,
        "lambda": _lambda,
        "list_comprehension": _comprehension,
        "set_comprehension": _comprehension,
        "dictionary_comprehension": _comprehension,
        "generator_expression": _comprehension,
        "named_expression": _named_expression,
        "yield": _yield,
    }
    statements = {  # noqa: RUF012 - typed in the base class
        "expression_statement": _expression,
        "return_statement": _return,
        "raise_statement": _leave,
        "break_statement": _leave,
        "continue_statement": _leave,
        "assert_statement": _assert,
        "if_statement": _if,
        "for_statement": _for,
        "while_statement": _while,
        "try_statement": _try,
        "with_statement": _with,
        "match_statement": _match,
        "import_statement": _import,
        "import_from_statement": _import,
        "function_definition": _definition,
        "decorated_definition": _definition,
        "class_definition": _inner_class,
        "pass_statement": _none,
        "delete_statement": _none,
        "global_statement": _none,
        "nonlocal_statement": _none,
        "future_import_statement": _none,
        "type_alias_statement": _none,
    }


_SPLATS: Final = frozenset({"list_splat", "dictionary_splat", "list_splat_pattern"})
_IMPORTS: Final = ("import_statement", "import_from_statement")
_NESTS: Final = frozenset(
    {"if_statement", "try_statement", "else_clause", "except_clause", "block", "with_statement"}
)
_WORDS: Final = frozenset({"in", "not", "is", "is not", "not in"})


def _nothing() -> tuple[Stmt, ...]:
    return ()


def _text(node: "SgNode | None") -> str:
    return node.text() if node is not None else ""


def _compare(operator: str, left: Expr, right: Expr, line: int) -> Expr:
    if operator in _ORDERS:
        return ir.Compare("<", left, right, line)
    if operator in {"is", "is not"}:
        test = ir.Compare("is", left, right, line)
        return test if operator == "is" else ir.Not(test, line)
    return ir.Compare(operator, left, right, line)


def _matches(subject: Expr, pattern: Expr, line: int) -> Expr:
    """A case as a comparison: with one literal, or with one of several."""
    if isinstance(pattern, ir.Mix) and all(isinstance(part, ir.Const) for part in pattern.parts):
        return ir.Compare(
            "in", subject, ir.Group(tuple(ir.Entry(None, p) for p in pattern.parts), line), line
        )
    return ir.Compare("==", subject, pattern, line)


def _imported(node: "SgNode") -> Iterator[tuple[str, str]]:
    """What an import brings in: the name here, and the dotted name that it stands for."""
    module = _text(node.field("module_name"))
    if module and not module.endswith("."):
        module += "."
    names = [child for child in node.children() if child.kind() in {"aliased_import", "dotted_name"}]
    if module and names and not module.startswith("."):
        names = names[1:]  # the module itself
    for child in names:
        if child.kind() == "aliased_import":
            yield _text(child.field("alias")), module + _text(child.field("name"))
        elif module:
            yield child.text(), module + child.text()
        else:  # `import a.b` binds `a`, which then leads to `a.b` by itself
            yield child.text().partition(".")[0], child.text().partition(".")[0]


def _type_aliases(root: "SgNode") -> Iterator[tuple[str, str]]:
    """Types with a name of their own: `Caller = Annotated[User, Depends(current_user)]`."""
    for child in root.children():
        for node in child.children() if child.kind() == "expression_statement" else ():
            text = _text(node.field("right")) if node.kind() == "assignment" else ""
            if text.startswith(("Annotated[", "typing.Annotated[", "t.Annotated[")):
                yield _text(node.field("left")), text


def _closed_sets(root: "SgNode") -> Iterator[ir.Class]:
    """Names of types that have just the values which are written there: `Order = Literal["asc", "desc"]`."""
    for child in root.children():
        named = child.child(0) if child.kind() == "expression_statement" else child
        kind = named.kind() if named is not None else ""
        if named is None or kind not in {"assignment", "type_alias_statement"}:
            continue
        if _CLOSED.match(_text(named.field("right"))):
            yield ir.Class(_text(named.field("left")), (ir.ENUM,), (), *lines_of(named))


_CLOSED: Final = re.compile(r"(?:(?:\w+\.)?(?:Annotated|Optional)\[)?(?:\w+\.)?Literal\[")
_RECORDS: Final = frozenset({"dataclass", "define", "frozen", "NamedTuple"})
"""What makes a class one whose objects are made of its fields, in their order."""


def _makes_record(mark: Expr) -> bool:
    """Whether a decorator is one of them, with or without arguments."""
    named = mark.function if isinstance(mark, ir.Call) else mark
    return (
        isinstance(named, ir.Name | ir.Attr)
        and (named.id if isinstance(named, ir.Name) else named.name) in _RECORDS
    )


def _typed_fields(body: "SgNode") -> Iterator[tuple[str, str]]:
    for child in body.children():
        if child.kind() == "expression_statement":
            inner = child.child(0)
            if (
                inner is not None
                and inner.kind() == "assignment"
                and (typed := inner.field("type")) is not None
            ):
                yield _text(inner.field("left")), typed.text()
