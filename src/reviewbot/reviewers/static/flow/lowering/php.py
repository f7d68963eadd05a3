"""PHP. Variables keep their `$`, so that `$date` is not the function `date`; `$this` alone is `this`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr, Function, Param, Stmt, Unit
from reviewbot.reviewers.static.flow.lowering.base import Lowering, chain, line_of, lines_of
from reviewbot.reviewers.static.flow.lowering.literals import combined, compared, put_together, unescaped
from reviewbot.reviewers.static.flow.lowering.php_calls import built_in, judged

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_CLASSES: Final = frozenset(
    ("class_declaration", "trait_declaration", "interface_declaration", "enum_declaration", "anonymous_class")
)
_NESTS: Final = frozenset(
    (
        "namespace_definition",
        "compound_statement",
        "if_statement",
        "colon_block",
        "else_clause",
        "else_if_clause",
        "program",
    )
)
"""Where functions and classes stand that are none of another function."""
_PARAMS: Final = frozenset(("simple_parameter", "variadic_parameter", "property_promotion_parameter"))
_TYPES: Final = frozenset(
    ("named_type", "optional_type", "primitive_type", "union_type", "intersection_type")
)
_COMPARES: Final = frozenset(("==", "===", "!=", "!==", "<>", "<", ">", "<=", ">=", "<=>"))
_ARITHMETIC: Final = frozenset(("-", "*", "/", "%", "**", "<<", ">>"))
_LOGIC: Final = {"&&": "&&", "and": "&&", "||": "||", "or": "||"}
_ROUTES: Final = frozenset(("get", "post", "put", "patch", "delete", "any", "match", "map", "options"))
"""Methods that give a path to a function."""
_ROUTE: Final = re.compile(r"/|[\w-]+(?:/|$)")
_ENDS: Final = frozenset(("break_statement", "continue_statement", "return_statement", "exit_statement"))
_COUNTER: Final = re.compile(r"\$_?(?:i|j|n|k?idx|index|num|count|_|pos|position)")
_MEASURED: Final = frozenset(("size", "error"))
_FALLEN: Final = 3
"""Cases that one falls through to."""


class PhpLowering(Lowering):
    """Lowers one PHP file."""

    ignored = frozenset(("comment", "php_tag", "php_end_tag", "text", "text_interpolation"))

    def __init__(self) -> None:
        super().__init__()
        self._owner = self._base = ""

    def unit(self, root: "SgNode") -> Unit:
        """All functions outside of others, all classes, and what the imports mean."""
        functions: list[Function] = []
        classes: list[ir.Class] = []
        self._gather(root, functions, classes)
        for node in root.find_all(kind="anonymous_class"):
            self._class(node, functions, classes)
        imports = [pair for node in root.find_all(kind="namespace_use_clause") for pair in _imported(node)]
        return Unit(
            tuple(functions), tuple(classes), tuple(imports), partial(self._outside, root, tuple(classes))
        )

    def _gather(self, node: "SgNode", functions: list[Function], classes: list[ir.Class]) -> None:
        for child in node.children():
            kind = child.kind()
            if kind == "function_definition":
                functions.append(self._function(child))
            elif kind in _CLASSES:
                self._class(child, functions, classes)
            elif kind in _NESTS:
                self._gather(child, functions, classes)

    def _class(self, node: "SgNode", functions: list[Function], classes: list[ir.Class]) -> None:
        start, end = lines_of(node)
        name = _text(node.field("name")) or f"class@{start}"
        bases = _bases(node)
        fields: list[tuple[str, str]] = []
        body = node.field("body") or next(
            (c for c in node.children() if c.kind() == "declaration_list"), None
        )
        for child in body.children() if body is not None else ():
            if child.kind() == "method_declaration":
                functions.append(self._function(child, name, bases))
                fields += _promoted(child)
            elif child.kind() == "property_declaration":
                fields += _typed(child)
        classes.append(ir.Class(name, bases, tuple(fields), start, end, self._marks(node)))

    def _function(self, node: "SgNode", owner: str = "", bases: tuple[str, ...] = ()) -> Function:
        start, end = lines_of(node)
        marks = self._marks(node)
        kinds = {child.kind(): child.text() for child in node.children()}
        is_open = kinds.get("visibility_modifier", "public") == "public"
        if owner and is_open and any(name.endswith("Controller") for name in (owner, *bases)):
            marks = (*marks, ir.Name("action", start))  # the router calls it
        lower = partial(self._body_of, node, owner, bases[0] if bases else "")
        receiver = "this" if owner and "static_modifier" not in kinds else ""
        return Function(
            _text(node.field("name")), owner, self._params(node), marks, start, end, lower, receiver
        )

    def _body_of(self, node: "SgNode", owner: str, base: str) -> tuple[Stmt, ...]:
        """A body, lowered when it is asked for: `self` and `parent` mean what they mean there."""
        before = self._owner, self._base
        self._owner, self._base = owner, base
        try:
            body = node.field("body")
            return (*self._promotions(node), *(self.block(body) if body is not None else ()))
        finally:
            self._owner, self._base = before

    def _promotions(self, node: "SgNode") -> Iterator[Stmt]:
        """`function __construct(private Db $db)` puts its parameter into the object."""
        params = node.field("parameters")
        for child in params.children() if params is not None else ():
            if child.kind() == "property_promotion_parameter":
                line = line_of(child)
                name = _text(child.field("name"))
                member = ir.Attr(ir.Name("this", line), name.lstrip("$"), line)
                yield ir.Assign(member, ir.Name(name, line), line, line)

    def _params(self, node: "SgNode") -> tuple[Param, ...]:
        params = node.field("parameters")
        return (
            tuple(self._param(c) for c in params.children() if c.kind() in _PARAMS)
            if params is not None
            else ()
        )

    def _param(self, node: "SgNode") -> Param:
        typed = node.field("type") or next((c for c in node.children() if c.kind() in _TYPES), None)
        written = _text(typed).lstrip("?\\").replace("\\", ".")
        return Param(
            _text(node.field("name")), written, self._marks(node), rest=node.kind() == "variadic_parameter"
        )

    def _marks(self, node: "SgNode") -> tuple[Expr, ...]:
        lists = [child for child in node.children() if child.kind() == "attribute_list"]
        found = [mark for each in lists for mark in each.find_all(kind="attribute")]
        return tuple(ir.Name(_dotted(_text(mark.child(0))), line_of(mark)) for mark in found)

    def _outside(self, root: "SgNode", classes: Sequence[ir.Class]) -> tuple[Stmt, ...]:
        """What a script runs, and the constants of its classes."""
        constants = [
            stmt
            for node in root.find_all(kind="const_declaration")
            for stmt in self._constants(node, classes)
        ]
        return (*constants, *self.block(root))

    def _constants(self, node: "SgNode", classes: Sequence[ir.Class]) -> Iterator[Stmt]:
        start, end = lines_of(node)
        owner = next((cls.name for cls in reversed(classes) if cls.start <= start <= cls.end), "")
        for element in self.named(node):
            parts = self.named(element)
            if element.kind() == "const_element" and len(parts) > 1:
                name = parts[0].text()
                target = ir.Attr(ir.Name(owner, start), name, start) if owner else ir.Name(name, start)
                yield ir.Assign(target, self.expr(parts[1]), start, end)

    # Expressions

    def _variable(self, node: "SgNode") -> Expr:
        name = node.text()
        return ir.Name("this" if name == "$this" else name, line_of(node))

    def _name(self, node: "SgNode") -> Expr:
        return ir.Name(self._meant(node.text()), line_of(node))

    def _meant(self, name: str) -> str:
        word = name.lower()
        if word in {"self", "static"} and self._owner:
            return self._owner
        if word == "parent" and self._base:
            return self._base.rpartition(".")[2]
        return _dotted(name)

    def _variable_variable(self, node: "SgNode") -> Expr:
        inner = self.named(node)
        line = line_of(node)
        if inner and inner[0].kind() == "name":
            return ir.Name(f"${inner[0].text()}", line)
        return ir.Call(ir.Name("$$", line), (Arg(self.mix(node)),), *lines_of(node))

    def _literal(self, node: "SgNode") -> Expr:
        return ir.Const(node.text(), line_of(node), string=False)

    def _string(self, node: "SgNode") -> Expr:
        return ir.Const(node.text()[1:-1].replace("\\'", "'").replace("\\\\", "\\"), line_of(node))

    def _text_of(self, node: "SgNode") -> Expr:
        """A text with variables in it: quoted twice, or as a heredoc."""
        line = line_of(node)
        parts: list[Expr] = []
        for child in node.children():
            kind = child.kind()
            if kind in {"string_content", "escape_sequence", "nowdoc_string"}:
                parts.append(ir.Const(unescaped(child.text()), line_of(child)))
            elif kind in {"heredoc_body", "nowdoc_body"}:
                parts.append(self._text_of(child))
            elif child.is_named() and kind not in {"heredoc_start", "heredoc_end"}:
                parts.append(self.expr(child))
        if all(isinstance(part, ir.Const) for part in parts):
            return ir.Const("".join(part.text for part in parts if isinstance(part, ir.Const)), line)
        return put_together(parts, line)

    def _member(self, node: "SgNode") -> Expr:
        of, name = self._field(node, "object"), node.field("name")
        line = line_of(node)
        if name is not None and name.kind() == "name":
            return ir.Attr(of, name.text(), line)
        return ir.Item(of, self.expr(name) if name is not None else ir.Const("", line), line)

    def _scoped(self, node: "SgNode") -> Expr:
        parts = self.named(node)
        if len(parts) < 2:  # noqa: PLR2004 - a class and its member
            return self.mix(node)
        return ir.Attr(self.expr(parts[0]), parts[-1].text(), line_of(node))

    def _subscript(self, node: "SgNode") -> Expr:
        parts = self.named(node)
        line = line_of(node)
        of = self.expr(parts[0])
        if len(parts) == 1:  # `$list[] = $x`
            return ir.Item(of, ir.Call(ir.Name("next", line), (), line, line), line)
        key = self.expr(parts[1])
        if isinstance(of, ir.Name) and of.id == "$_SERVER" and isinstance(key, ir.Const):
            return ir.Attr(of, key.text, line)  # some of its elements come from outside, some do not
        if isinstance(key, ir.Const) and (
            key.text == "tmp_name" or (key.text in _MEASURED and "$_FILES" in node.text())
        ):
            return ir.Name(key.text, line)  # of an upload, what the server says itself
        return ir.Item(of, key, line)

    def _call(self, node: "SgNode") -> Expr:
        function, start, end = node.field("function"), *lines_of(node)
        args = self._args(node, is_route=False)
        if function is None:
            return ir.Mix(tuple(arg.value for arg in args), start)
        if function.kind() in {"name", "qualified_name"}:
            name = _dotted(function.text()).rpartition(".")[2]
            return built_in(name, args, start, end) or ir.Call(ir.Name(name, start), args, start, end)
        of = self.expr(function)
        if isinstance(of, ir.Name | ir.Item | ir.Attr):  # a variable that holds the name of a function
            return ir.Call(ir.Attr(of, "__invoke", start), args, start, end)
        return ir.Call(of, args, start, end)

    def _method_call(self, node: "SgNode") -> Expr:
        start, end = lines_of(node)
        of = self._field(node, "object")
        return self._called(node, of, start, end)

    def _static_call(self, node: "SgNode") -> Expr:
        start, end = lines_of(node)
        scope = node.field("scope") or node.child(0)
        return self._called(node, self.expr(scope) if scope is not None else ir.Const("", start), start, end)

    def _called(self, node: "SgNode", of: Expr, start: int, end: int) -> Expr:
        name = node.field("name")
        word = _text(name)
        args = self._args(node, is_route=word in _ROUTES)
        if name is not None and name.kind() != "name":  # `$object->$method()`
            return ir.Call(ir.Attr(of, "__call", start), (Arg(self.expr(name)), *args), start, end)
        return ir.Call(ir.Attr(of, word, start), args, start, end)

    def _new(self, node: "SgNode") -> Expr:
        start, end = lines_of(node)
        parts = [child for child in self.named(node) if child.kind() != "arguments"]
        args = self._args(node, is_route=False)
        if not parts or parts[0].kind() == "anonymous_class":
            return ir.Mix(tuple(arg.value for arg in args), start)
        if parts[0].kind() not in {"name", "qualified_name", "relative_scope"}:
            return ir.Call(ir.Name("new", start), (Arg(self.expr(parts[0])), *args), start, end)
        return ir.Call(self.expr(parts[0]), args, start, end, new=True)

    def _args(self, node: "SgNode", *, is_route: bool) -> tuple[Arg, ...]:
        listed = node.field("arguments") or next(
            (c for c in node.children() if c.kind() == "arguments"), None
        )
        args = [self._arg(child) for child in self.named(listed)] if listed is not None else []
        first = args[0].value if args else None
        if is_route and isinstance(first, ir.Const) and first.string and _ROUTE.match(first.text):
            args = [arg.but(value=_routed(arg.value)) for arg in args]
        return tuple(args)

    def _arg(self, node: "SgNode") -> Arg:
        parts = self.named(node)
        if node.kind() == "variadic_unpacking" or (parts and parts[-1].kind() == "variadic_unpacking"):
            return Arg(self.mix(node), spread=True)
        name = node.field("name")
        if name is not None and len(parts) > 1:
            return Arg(self.expr(parts[-1]), f"${name.text()}")
        return Arg(self.expr(parts[-1]) if parts else ir.Const("", line_of(node)))

    def _binary(self, node: "SgNode") -> Expr:
        operator, line = _text(node.field("operator")).lower(), line_of(node)
        if operator == ".":
            return put_together(map(self.expr, chain(node, "binary_expression", ".")), line)
        left, right = self._field(node, "left"), self._field(node, "right")
        if operator in _LOGIC:
            return combined(_LOGIC[operator], left, right, line)
        if operator == "??":
            return ir.Choice((left, right), line)
        if operator in _COMPARES:
            return judged(operator, left, right, line) or compared(_plain(operator), left, right, line)
        return _computed(operator, left, right, line)

    def _unary(self, node: "SgNode") -> Expr:
        operator = _text(node.field("operator")) or _text(node.child(0))
        inner = self.named(node)
        of = self.expr(inner[-1]) if inner else ir.Const("", line_of(node))
        return ir.Not(of, line_of(node)) if operator == "!" else of

    def _cast(self, node: "SgNode") -> Expr:
        typed = _text(node.field("type")).lower()
        of = self.expr(self.named(node)[-1])
        if typed in {"int", "integer", "float", "double", "real", "bool", "boolean"}:
            return ir.Call(ir.Name("intval", line_of(node)), (Arg(of),), *lines_of(node))
        return of

    def _conditional(self, node: "SgNode") -> Expr:
        test, then = self._field(node, "condition"), node.field("body")
        otherwise = self._field(node, "alternative")
        line = line_of(node)
        if then is None:
            return ir.Choice((test, otherwise), line)
        return ir.Choice((self.expr(then), otherwise), line, test)

    def _match(self, node: "SgNode") -> Expr:
        subject, line = self._field(node, "condition"), line_of(node)
        made: Expr = ir.Const("null", line, string=False)
        body = node.field("body")
        for arm in reversed(self.named(body) if body is not None else []):
            parts = self.named(arm)
            if arm.kind() == "match_default_expression":
                made = self.expr(parts[-1]) if parts else made
            elif len(parts) > 1:
                made = ir.Choice(
                    (self.expr(parts[-1]), made), line, self._is_one_of(subject, self.named(parts[0]))
                )
        return made

    def _is_one_of(self, subject: Expr, nodes: Sequence["SgNode"]) -> Expr:
        line = subject.line
        values = tuple(map(self.expr, nodes))
        if isinstance(subject, ir.Const):  # `switch (true)`
            return values[0] if len(values) == 1 else ir.AnyOf(values, line)
        if len(values) == 1:
            return ir.Compare("==", subject, values[0], line)
        return ir.Compare("in", subject, ir.Group(tuple(ir.Entry(None, v) for v in values), line), line)

    def _array(self, node: "SgNode") -> Expr:
        return ir.Group(tuple(map(self._entry, self.named(node))), line_of(node))

    def _entry(self, node: "SgNode") -> ir.Entry:
        parts = self.named(node)
        if node.kind() == "array_element_initializer" and len(parts) > 1:
            return ir.Entry(self.expr(parts[0]), self.expr(parts[1]))
        return ir.Entry(
            None,
            self.expr(parts[0]) if node.kind() == "array_element_initializer" and parts else self.expr(node),
        )

    def _list(self, node: "SgNode") -> Expr:
        """What is taken apart: by position, where places may be left out, or by key."""
        entries: list[ir.Entry] = []
        current: list[SgNode] = []
        for child in node.children():
            if child.is_named():
                current.append(child)
            elif child.text() in {",", "]", ")"}:
                entries.append(self._taken(current, line_of(node)))
                current = []
        return ir.Group(tuple(entries), line_of(node))

    def _taken(self, nodes: Sequence["SgNode"], line: int) -> ir.Entry:
        made = [self.expr(node) for node in nodes]
        if len(made) > 1:
            return ir.Entry(made[0], made[1])
        return ir.Entry(None, made[0] if made else ir.Const("", line))

    def _assignment(self, node: "SgNode") -> Expr:
        return ir.Bind(self._field(node, "left"), self._field(node, "right"), line_of(node))

    def _augmented(self, node: "SgNode") -> Expr:
        stmt = self._augment(node)
        value = ir.Join((stmt.target, stmt.value), stmt.line) if stmt.adds else stmt.value
        return ir.Bind(stmt.target, value, stmt.line)

    def _closure(self, node: "SgNode") -> Expr:
        start, end = lines_of(node)
        body = node.field("body")
        owner, base = self._owner, self._base

        def lower() -> tuple[Stmt, ...]:
            if body is None:
                return ()
            before = self._owner, self._base
            self._owner, self._base = owner, base
            try:
                return (
                    self.block(body)
                    if body.kind() == "compound_statement"
                    else (ir.Return(self.expr(body), start, end),)
                )
            finally:
                self._owner, self._base = before

        return ir.Lambda(Function("", "", self._params(node), (), start, end, lower), start)

    def _include(self, node: "SgNode") -> Expr:
        return ir.Call(ir.Name("include", line_of(node)), (Arg(self.mix(node)),), *lines_of(node))

    def _shell(self, node: "SgNode") -> Expr:
        return ir.Call(ir.Name("shell_exec", line_of(node)), (Arg(self._text_of(node)),), *lines_of(node))

    def _print(self, node: "SgNode") -> Expr:
        return ir.Call(ir.Name("print", line_of(node)), (Arg(self.mix(node)),), *lines_of(node))

    def _field(self, node: "SgNode", name: str) -> Expr:
        child = node.field(name)
        return self.expr(child) if child is not None else ir.Const("", line_of(node), string=False)

    # Statements

    def _expression(self, node: "SgNode") -> Iterator[Stmt]:
        for child in self.named(node):
            yield from self._one(child)

    def _one(self, node: "SgNode") -> Iterable[Stmt]:
        kind = node.kind()
        if kind in {"assignment_expression", "reference_assignment_expression"}:
            return (self._assign(node),)
        if kind == "augmented_assignment_expression":
            return (self._augment(node),)
        if kind == "throw_expression":
            return (ir.Leave(self.mix(node), line_of(node)),)
        if kind in {"parenthesized_expression", "error_suppression_expression"}:
            return [stmt for child in self.named(node) for stmt in self._one(child)]
        if kind == "binary_expression":
            return self._short(node)
        return (ir.Do(self.expr(node), line_of(node)),)

    def _assign(self, node: "SgNode") -> Stmt:
        left, value = node.field("left"), self._field(node, "right")
        start, end = lines_of(node)
        if left is not None and left.kind() == "subscript_expression" and len(parts := self.named(left)) == 1:
            return ir.Do(
                ir.Call(ir.Attr(self.expr(parts[0]), "append", start), (Arg(value),), start, end), start
            )
        target = self._field(node, "left")
        if isinstance(target, ir.Call):  # `$$name = $x`
            return ir.Do(target, start)
        return ir.Assign(target, value, start, end)

    def _short(self, node: "SgNode") -> Iterable[Stmt]:
        """`f() or die()`, `$x && g($x)`: an `if` in short."""
        operator, right = _text(node.field("operator")).lower(), node.field("right")
        if operator not in {"||", "or", "&&", "and"} or right is None:
            return (ir.Do(self.expr(node), line_of(node)),)
        then = tuple(self._one(right))
        both = operator in {"&&", "and"}
        test = self._field(node, "left")
        return (ir.If(test, then if both else (), () if both else then, line_of(node)),)

    def _augment(self, node: "SgNode") -> ir.Assign:
        operator = _text(node.field("operator")) or next(
            (c.text() for c in node.children() if not c.is_named()), ""
        )
        target, value, line = self._field(node, "left"), self._field(node, "right"), line_of(node)
        if operator == "??=":
            return ir.Assign(target, ir.Choice((target, value), line), *lines_of(node))
        if operator in {".=", "+="}:
            return ir.Assign(target, value, *lines_of(node), adds=True)
        return ir.Assign(
            target, ir.Call(ir.Name("intval", line), (Arg(target), Arg(value)), line, line), *lines_of(node)
        )

    def _echo(self, node: "SgNode") -> Iterable[Stmt]:
        for child in self.named(node):
            parts = self.named(child) if child.kind() == "sequence_expression" else [child]
            for part in parts:
                value = self.expr(part)
                if not isinstance(value, ir.Const):
                    yield ir.Do(
                        ir.Call(ir.Name("echo", line_of(part)), (Arg(value),), *lines_of(part)), line_of(part)
                    )

    def _exit(self, node: "SgNode") -> Iterable[Stmt]:
        line = line_of(node)
        args = tuple(Arg(self.expr(child)) for child in self.named(node))
        return (ir.Do(ir.Call(ir.Name("exit", line), args, *lines_of(node)), line),)

    def _return(self, node: "SgNode") -> Iterable[Stmt]:
        value = self.named(node)
        return (ir.Return(self.expr(value[0]) if value else None, *lines_of(node)),)

    def _leave(self, node: "SgNode") -> Iterable[Stmt]:
        return (ir.Leave(None, line_of(node)),)

    def _if(self, node: "SgNode") -> Iterable[Stmt]:
        ways = [child for child in node.children() if child.kind() in {"else_if_clause", "else_clause"}]
        otherwise: tuple[Stmt, ...] = ()
        for way in reversed(ways):
            body = self._body(way)
            is_last = way.kind() == "else_clause"
            otherwise = (
                body if is_last else (ir.If(self._field(way, "condition"), body, otherwise, line_of(way)),)
            )
        return (ir.If(self._field(node, "condition"), self._body(node), otherwise, line_of(node)),)

    def _body(self, node: "SgNode") -> tuple[Stmt, ...]:
        body = node.field("body")
        if body is None:
            return ()
        if body.kind() in {"compound_statement", "colon_block"}:
            return self.block(body)
        return tuple(self.statement(body))

    def _switch(self, node: "SgNode") -> Iterable[Stmt]:
        subject, body = self._field(node, "condition"), node.field("body")
        cases = (
            [c for c in self.named(body) if c.kind() in {"case_statement", "default_statement"}]
            if body
            else []
        )
        return self._cases(subject, cases, line_of(node))

    def _cases(self, subject: Expr, cases: Sequence["SgNode"], line: int) -> tuple[Stmt, ...]:
        made: tuple[Stmt, ...] = ()
        values: list[SgNode] = []
        ways: list[tuple[list[SgNode], tuple[Stmt, ...]]] = []
        for at, case in enumerate(cases):
            value = case.field("value")
            values += [value] if value is not None else []
            body = self._case_body(cases, at)
            if value is None:
                made = body
            elif body:
                ways.append((values, body))
                values = []
        for tests, body in reversed(ways):
            made = (ir.If(self._is_one_of(subject, tests), body, made, line),)
        return made

    def _case_body(self, cases: Sequence["SgNode"], at: int) -> tuple[Stmt, ...]:
        """What a case runs, with what it falls through to; nothing if it is one more value of the next."""
        made: list[Stmt] = []
        for case in cases[at : at + _FALLEN]:
            body = self.named(case)[1 if case.kind() == "case_statement" else 0 :]
            if not body and not made:
                return ()
            for node in body:
                if node.kind() == "break_statement":
                    return tuple(made)
                made += self.statement(node)
            if body and body[-1].kind() in _ENDS:
                break
        return tuple(made)

    def _foreach(self, node: "SgNode") -> Iterable[Stmt]:
        source, target, *_ = [c for c in self.named(node) if c != node.field("body")] + [node, node]
        line = line_of(node)
        over = self.expr(source)
        body = self._body(node)
        if target.kind() == "pair":
            key, target = (*self.named(target), target)[:2]
            if not _COUNTER.fullmatch(key.text()):
                body = (ir.Assign(self.expr(key), ir.Mix((over,), line), line, line), *body)
        return (ir.Loop(self.expr(target), over, None, body, line),)

    def _while(self, node: "SgNode") -> Iterable[Stmt]:
        return (ir.Loop(None, None, self._field(node, "condition"), self._body(node), line_of(node)),)

    def _for(self, node: "SgNode") -> Iterable[Stmt]:
        body = node.field("body")
        for child in self.named(node):
            if child != body:
                yield from self._one(child)
        yield ir.Loop(None, None, None, self._body(node), line_of(node))

    def _try(self, node: "SgNode") -> Iterable[Stmt]:
        handlers = [child for child in node.children() if child.kind() == "catch_clause"]
        last = next((child for child in node.children() if child.kind() == "finally_clause"), None)
        finally_ = self._body(last) if last is not None else ()
        return (ir.Try(self._body(node), tuple(map(self._body, handlers)), finally_, line_of(node)),)

    def _static(self, node: "SgNode") -> Iterable[Stmt]:
        for child in self.named(node):
            if child.field("value") is not None:
                yield ir.Assign(self._field(child, "name"), self._field(child, "value"), *lines_of(child))

    def _none(self, _: "SgNode") -> Iterable[Stmt]:
        return ()

    expressions = {  # noqa: RUF012 - typed in the base class
        "variable_name": _variable,
        "dynamic_variable_name": _variable_variable,
        "name": _name,
        "qualified_name": _name,
        "relative_scope": _name,
        "integer": _literal,
        "float": _literal,
        "boolean": _literal,
        "null": _literal,
        "string": _string,
        "encapsed_string": _text_of,
        "heredoc": _text_of,
        "nowdoc": _text_of,
        "member_access_expression": _member,
        "nullsafe_member_access_expression": _member,
        "scoped_property_access_expression": _scoped,
        "class_constant_access_expression": _scoped,
        "subscript_expression": _subscript,
        "function_call_expression": _call,
        "member_call_expression": _method_call,
        "nullsafe_member_call_expression": _method_call,
        "scoped_call_expression": _static_call,
        "object_creation_expression": _new,
        "binary_expression": _binary,
        "unary_op_expression": _unary,
        "cast_expression": _cast,
        "conditional_expression": _conditional,
        "match_expression": _match,
        "array_creation_expression": _array,
        "list_literal": _list,
        "assignment_expression": _assignment,
        "reference_assignment_expression": _assignment,
        "augmented_assignment_expression": _augmented,
        "anonymous_function": _closure,
        "anonymous_function_creation_expression": _closure,
        "arrow_function": _closure,
        "include_expression": _include,
        "include_once_expression": _include,
        "require_expression": _include,
        "require_once_expression": _include,
        "shell_command_expression": _shell,
        "print_intrinsic": _print,
    }
    statements = {  # noqa: RUF012 - typed in the base class
        "expression_statement": _expression,
        "echo_statement": _echo,
        "exit_statement": _exit,
        "return_statement": _return,
        "break_statement": _leave,
        "continue_statement": _leave,
        "goto_statement": _none,
        "if_statement": _if,
        "switch_statement": _switch,
        "foreach_statement": _foreach,
        "while_statement": _while,
        "do_statement": _while,
        "for_statement": _for,
        "try_statement": _try,
        "function_static_declaration": _static,
        "function_definition": _none,  # functions are global wherever they stand
        "class_declaration": _none,
        "trait_declaration": _none,
        "interface_declaration": _none,
        "enum_declaration": _none,
        "const_declaration": _none,
        "namespace_use_declaration": _none,
        "global_declaration": _none,
        "unset_statement": _none,
        "declare_statement": _none,
        "empty_statement": _none,
        "namespace_name": _none,
    }


def _text(node: "SgNode | None") -> str:
    return node.text() if node is not None else ""


def _dotted(name: str) -> str:
    return name.lstrip("\\").replace("\\", ".")


def _plain(operator: str) -> str:
    return {"===": "==", "!==": "!=", "<>": "!="}.get(operator, operator)


def _computed(operator: str, left: Expr, right: Expr, line: int) -> Expr:
    if operator == "instanceof":
        return ir.Compare("is", left, ir.Name("class", line), line)
    if operator in _ARITHMETIC or (operator == "+" and (_is_number(left) or _is_number(right))):
        return ir.Compare("<", left, right, line)  # a number, whatever went in
    return ir.Mix((left, right), line)


def _is_number(expr: Expr) -> bool:
    return isinstance(expr, ir.Const) and not expr.string


def _routed(value: Expr) -> Expr:
    """A function that is given to a router is called from outside."""
    if not isinstance(value, ir.Lambda):
        return value
    return value.but(function=value.function.but(marks=(ir.Name("route", value.line),)))


def _imported(node: "SgNode") -> Iterator[tuple[str, str]]:
    """What `use` brings in. Of a group, only the last names are known."""
    names = [child for child in node.children() if child.kind() in {"name", "qualified_name"}]
    if names:
        dotted = _dotted(names[0].text())
        yield names[-1].text().rpartition("\\")[2], dotted


def _bases(node: "SgNode") -> tuple[str, ...]:
    clauses = [c for c in node.children() if c.kind() in {"base_clause", "class_interface_clause"}]
    uses = [
        c
        for body in node.children()
        if body.kind() == "declaration_list"
        for c in body.children()
        if c.kind() == "use_declaration"
    ]
    return tuple(
        _dotted(name.text())
        for clause in (*clauses, *uses)
        for name in clause.children()
        if name.kind() in {"name", "qualified_name"}
    )


def _typed(node: "SgNode") -> Iterator[tuple[str, str]]:
    """The names of properties, with their type as far as it is written."""
    typed = next((child.text() for child in node.children() if child.kind() in _TYPES), "")
    for child in node.children():
        if typed and child.kind() == "property_element":
            yield _text(child.child(0)).lstrip("$"), typed.lstrip("?\\").replace("\\", ".")


def _promoted(node: "SgNode") -> Iterator[tuple[str, str]]:
    params = node.field("parameters")
    for child in params.children() if params is not None else ():
        if child.kind() == "property_promotion_parameter":
            typed = next((part.text() for part in child.children() if part.kind() in _TYPES), "")
            yield _text(child.field("name")).lstrip("$"), typed.lstrip("?\\").replace("\\", ".")
