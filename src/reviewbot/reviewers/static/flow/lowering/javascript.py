"""JavaScript and TypeScript, with and without JSX.

What a file defines outside of functions are functions of the unit, and so are function expressions there: the
handlers that `app.get("/", (req, res) => ...)` is given, methods of objects, what is wrapped by a call. The
module's body holds their names in their place, so that each of them is walked by itself. What stands in a
function that is called at once counts as standing outside. `module.exports` and `export default` are the
variable `default`.

Names that no program writes tell models what was seen: `typeof:string(x)` of a comparison, `tag.tagged(...)`
of a tagged template, `jsx:href(x)` of an attribute, `x.replace:html(...)` of a replacement by a pattern,
`js:keys(a, b)` of `o[a][b] = x`, and the marks `socket.on:message` of what is called on an event, `to:f` of
what `f` is given.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr, Function, Param, Stmt, Unit
from reviewbot.reviewers.static.flow.lowering.base import DEEPEST, Lowering, TooDeep
from reviewbot.reviewers.static.flow.lowering.ecmascript import (
    declared,
    exported,
    hidden_name,
    imported,
    is_server,
    replaced_kind,
    required,
    string_text,
    whole,
)
from reviewbot.reviewers.static.flow.strict import is_strict

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_FUNCTIONS: Final = frozenset(
    {"function_declaration", "generator_function_declaration", "arrow_function", "function_expression"}
    | {"generator_function", "method_definition", "function"}
)
_DECLARED: Final = frozenset({"function_declaration", "generator_function_declaration"})
_CLASSES: Final = frozenset({"class_declaration", "abstract_class_declaration", "class"})
_FIELDS: Final = frozenset({"field_definition", "public_field_definition"})
_WRAPPED: Final = frozenset(
    {
        "parenthesized_expression",
        "as_expression",
        "satisfies_expression",
        "non_null_expression",
        "await_expression",
    }
)
_PATTERNS: Final = frozenset({"object_pattern", "array_pattern"})
_HOLDS_CODE: Final = re.compile(r"=>|\bfunction\b|\bclass\b|\)\s*[:{]|^export\s+type\s")
"""Stands in every text that holds a function, a class or a type."""
_VALUES: Final = re.compile(r"\|?\s*(?:(?:\"[^\"]*\"|'[^']*'|\d+|null|undefined)\s*(?:\||$)\s*)+")
"""A type that is nothing but the values which it has."""
_ANY_TEXT: Final = frozenset({"string", "any", "unknown"})
_CALLS: Final = frozenset({"call_expression", "new_expression"})
_LISTENS: Final = frozenset({"on", "once", "addEventListener", "handle"})
_ROUTE: Final = "to:route"
"""The mark of a function that answers requests for a path."""
_ROUTES: Final = frozenset({"get", "post", "put", "patch", "delete", "all", "head", "options"})
_INLINE: Final = frozenset(
    (  # noqa: SIM905 - a line of words reads better than a column
        "map forEach filter reduce some every find findIndex flatMap then catch finally sort from apply call "
        "replace"
    ).split()
)
"""Methods that call what they are given at once, with what they hold."""
_IS_PLAIN: Final = re.compile(
    r"^@(?:IsIn|IsEnum|IsUUID|IsInt|IsNumber|IsNumberString|IsBoolean\w*|IsDate\w*|IsISO\w+|IsMongoId|IsAlpha\w*"
    r"|IsHexadecimal|IsPort|IsIP|IsHash|IsSemVer|IsPositive|Equals)\b|\bParse(?:UUID|Int|Float|Bool|Enum|Date)Pipe\b"
)
"""Decorators of class-validator and pipes of NestJS that leave only what can do no harm."""
_MATCHES: Final = re.compile(r"@Matches\(\s*(/.+?/\w*)\s*[,)]", re.DOTALL)
_REPLACES: Final = frozenset({"replace", "replaceAll"})
_EACH: Final = frozenset({"map", "flatMap", "filter", "find", "some", "every"})
_WRAPPER: Final = re.compile(
    r"(?i)handler|async|wrap|catch|memo|callback|forwardref|observer|cache|controller|action"
)
"""Functions that give back what they are given, with something around it."""
_QUIET: Final = frozenset(
    (  # noqa: SIM905 - a line of words reads better than a column
        "error close end connect connection disconnect open finish exit ready listening drain"
    ).split()
)
"""Events that bring no data."""
_PLAIN_TAGS: Final = frozenset(
    (  # noqa: SIM905 - a line of words reads better than a column
        "String.raw dedent outdent stripIndent stripIndents oneLine oneLineTrim codeBlock html.raw"
    ).split()
)
_SAME: Final = frozenset(
    {"await", "promisify", "Promise.all", "Promise.resolve", "Promise.allSettled", "Object.freeze"}
)
"""Functions whose result is as good as their argument; the grammar takes `await (f())` for a call."""
_REMEMBERS: Final = frozenset({"useMemo", "React.useMemo", "useCallback", "React.useCallback", "computed"})
"""Functions that give what a function gives, and are told when to ask it again."""
_COLLECTIONS: Final = frozenset({"_", "lodash", "underscore"})
_HAS_OWN: Final = frozenset({"Object.hasOwn", "Reflect.has"})
_REQUESTS: Final = re.compile(
    r"(?:\w+\.)?(?:Next|Fastify|NextApi|Koa|Authenticated|Auth|Express)?Request(?:<.*)?|IncomingMessage",
    re.DOTALL,
)
_CHECKED: Final = re.compile(r"(?!Record$|Object$|Map$|Query$|Body$)[A-Z]\w*")
"""Classes, as which a framework takes in what a client sends after a look at each field."""
_RESPONSES: Final = frozenset({"res", "response", "_res", "reply", "resp"})
_REQUEST_NAMES: Final = frozenset({"req", "request"})
_MINUS_ONE: Final = frozenset({"-1", "0"})
_GLOBALS: Final = frozenset({"window", "globalThis"})


class JavaScriptLowering(Lowering):
    """Lowers one file."""

    ignored = frozenset(
        (  # noqa: SIM905 - a line of words reads better than a column
            "comment html_comment type_annotation type_arguments type_parameters predefined_type "
            "type_identifier jsx_text decorator accessibility_modifier override_modifier empty_statement "
            "optional_chain statement_identifier jsx_closing_element"
        ).split()
    )

    def __init__(self) -> None:
        super().__init__()
        self._line = self._end = 1
        self._functions: list[Function] = []
        self._classes: list[ir.Class] = []
        self._names: dict[SgNode, str] = {}
        self._declared: frozenset[str] = frozenset()
        self._is_server = False
        self._looked: Mapping[str, SgNode] = {}
        """By part of a request: the schema that has looked at it before the function that is lowered now."""

    def unit(self, root: "SgNode") -> Unit:
        """All functions and classes outside of functions, and what the imports mean."""
        statements = root.named_children()
        self._is_server = is_server(statements)
        self._declared = frozenset(declared(statements))
        for node in statements:
            self._gather(node)
        imports = tuple(pair for node in statements for pair in imported(node))
        return Unit(
            tuple(self._functions), tuple(self._classes), imports, partial(self._later, self.block, root)
        )

    def _later(self, lower: "Callable[[SgNode], tuple[Stmt, ...]]", node: "SgNode") -> tuple[Stmt, ...]:
        """Lower a body when somebody asks for it, whatever is being lowered now."""
        before = self._line, self._end, self._depth
        self._line, self._end, self._depth = 0, 1, 0
        try:
            return lower(node)
        finally:
            self._line, self._end, self._depth = before

    # What stands outside of functions

    def _gather(self, node: "SgNode") -> None:
        """Note the functions and classes that a statement brings."""
        kind = node.kind()
        if kind in _DECLARED:
            self._names[node] = _text(node.field("name"))
            self._functions.append(self._function(node, self._names[node]))
        elif kind in _CLASSES:
            self._gather_class(node, _text(node.field("name")))
        elif kind == "type_alias_declaration":
            self._gather_type(node)
        elif kind in _HOLDERS and _HOLDS_CODE.search(node.text()):
            for child in node.named_children():
                if child.kind() == "variable_declarator":
                    self._gather_named(child.field("value"), child.field("name"))
                elif child.kind() in _STATEMENTS:
                    self._gather(child)
                else:
                    self._gather_value(child, "default" if kind == "export_statement" else "")

    def _gather_type(self, node: "SgNode") -> None:
        """Note what a type is another name for, as far as it is text."""
        written = _text(node.field("value"))
        if _VALUES.fullmatch(written) or written in _ANY_TEXT:
            bases = (ir.ENUM,) if written not in _ANY_TEXT else (written,)
            self._classes.append(ir.Class(_text(node.field("name")), bases, (), *_lines(node)))

    def _gather_named(self, value: "SgNode | None", name: "SgNode | None") -> None:
        if value is not None and name is not None:
            self._gather_value(value, name.text() if name.kind() == "identifier" else "")

    def _gather_value(self, node: "SgNode", name: str, owner: str = "") -> None:
        """Note the functions in an expression, which `name` will stand for if it is one."""
        kind = node.kind()
        if kind in _FUNCTIONS:
            self._lift(node, name, owner=owner)
        elif kind in _CLASSES:
            self._gather_class(node, _text(node.field("name")) or name)
        elif kind == "assignment_expression":
            self._gather_assigned(node)
        elif kind == "object":
            self._gather_object(node, name, owner)
        elif kind in _CALLS:
            self._gather_call(node, name)
        elif kind in _LEAVES:
            return
        else:
            name = name if kind in _WRAPPED else ""
            for child in node.named_children():
                self._gather_value(child, name)

    def _gather_assigned(self, node: "SgNode") -> None:
        left, right = node.field("left"), node.field("right")
        if left is None or right is None:
            return
        *holders, word = left.text().split(".")
        if holders == ["module"] or left.text() == "exports":
            word = "default"
        elif exported(left) in self._declared:  # `exports.run` is not what the file itself calls `run`
            word = f"exports.{word}"
        owner = (
            holders[0]
            if holders[1:] == ["prototype"]
            else holders[0]
            if word == "prototype" and holders
            else ""
        )
        self._gather_value(right, "" if word == "prototype" else word, owner)

    def _gather_object(self, node: "SgNode", name: str, owner: str) -> None:
        prefix = "" if name == "default" else f"{name or 'object'}."
        for child in node.named_children():
            kind = child.kind()
            if kind == "method_definition":
                self._lift(child, prefix + string_text(child.field("name")), owner=owner)
            elif kind == "pair":
                value = child.field("value")
                if value is not None and value.kind() not in _LEAVES:
                    self._gather_value(value, prefix + string_text(child.field("key")), owner)
            elif kind not in _LEAVES:
                self._gather_value(child, "")

    def _gather_call(self, node: "SgNode", name: str) -> None:
        function, arguments = _callee(node), node.field("arguments")
        if (called := _called_at_once(node)) is not None:
            for child in called.named_children():
                self._gather(child)
        elif function is not None and function.kind() not in {"identifier", "super", "import"}:
            self._gather_value(function, "")
        if arguments is None or arguments.kind() != "arguments":
            return
        callee = _text(function)
        inline = callee.rpartition(".")[2] in _INLINE
        named = name if _WRAPPER.search(callee) else ""
        given = arguments.named_children()
        for child in given:
            if child.kind() not in _FUNCTIONS:
                self._gather_value(child, named)
            elif not inline:
                self._lift(child, named, _taker_marks(callee, given))

    def _lift(self, node: "SgNode", name: str, marks: tuple[Expr, ...] = (), owner: str = "") -> None:
        """A function expression becomes a function of the unit, with a name of its own."""
        name = name or f"{_text(node.field('name'))}@{len(self._functions)}"
        self._names[node] = name
        made = self._function(node, name, owner, marks, "this" if owner else "")
        self._functions.append(made)

    def _gather_class(self, node: "SgNode", name: str) -> None:
        body = node.field("body")
        if body is None:
            return
        self._names[node] = name
        marks = self._marks(node)
        fields: list[tuple[str, str]] = []
        starts: list[SgNode] = []
        constructor: SgNode | None = None
        waiting: list[SgNode] = []
        for child in body.named_children():
            kind = child.kind()
            if kind == "decorator":
                waiting.append(child)
            elif kind == "method_definition":
                if _text(child.field("name")) == "constructor":
                    constructor = child
                else:
                    self._functions.append(self._method(child, name, tuple(map(self._mark, waiting))))
                waiting = []
            elif kind in _FIELDS:
                fields.append((_field_name(child), _checked_type(child)))
                self._gather_field(child, name, starts)
        if constructor is not None:
            fields += _properties(constructor)
        self._functions += self._constructor(node, name, constructor, starts)
        start, end = _lines(node)
        self._classes.append(ir.Class(name, tuple(_bases(node)), tuple(fields), start, end, marks))

    def _gather_field(self, node: "SgNode", owner: str, starts: list["SgNode"]) -> None:
        value = node.field("value")
        if value is None:
            return
        if value.kind() in _FUNCTIONS:
            self._functions.append(self._function(value, _field_name(node), owner, self._marks(node), "this"))
        elif not any(child.kind() == "static" for child in node.children()):
            starts.append(node)

    def _method(self, node: "SgNode", owner: str, marks: tuple[Expr, ...]) -> Function:
        is_static = any(child.kind() == "static" for child in node.children())
        return self._function(
            node, string_text(node.field("name")), owner, marks, "" if is_static else "this"
        )

    def _constructor(
        self, node: "SgNode", owner: str, constructor: "SgNode | None", starts: list["SgNode"]
    ) -> Iterator[Function]:
        """The constructor, written or not: it fills the fields first."""
        if constructor is None and not starts:
            return
        made = self._function(constructor or node, "constructor", owner, receiver="this")
        if constructor is None:
            made = made.but(params=(), body=lambda: ())
        names = [name for name, _ in _properties(constructor)] if constructor is not None else []
        line = made.start
        kept = tuple(_own(name, ir.Name(name, line), line) for name in names)

        def lower() -> tuple[Stmt, ...]:
            filled = tuple(
                _own(_field_name(child), value, line)
                for child in starts
                if isinstance(value := self._later_value(child.field("value")), Expr)
            )
            return (*kept, *filled, *made.body())

        yield made.but(body=lower)

    def _later_value(self, node: "SgNode | None") -> Expr | None:
        if node is None:
            return None
        before, self._line = self._line, 0
        try:
            return self.expr(node)
        finally:
            self._line = before

    # Functions

    def _function(
        self, node: "SgNode", name: str, owner: str = "", marks: tuple[Expr, ...] = (), receiver: str = ""
    ) -> Function:
        start, end = _lines(node)
        params: list[Param] = []
        taken: list[tuple[SgNode | str, str]] = []
        nodes = self._param_nodes(node)
        word = _purpose(marks) or name.rpartition(".")[2]
        for at, child in enumerate(nodes):
            param = self._param(child, word, nodes[at + 1 :], taken)
            if param is not None:
                params.append(param)
        if self._is_server or _is_server_function(node):
            marks = (*marks, ir.Name("use server", start))
        body = partial(self._later, partial(self._function_body, tuple(taken)), node)
        return Function(name, owner, tuple(params), marks, start, end, body, receiver)

    def _param_nodes(self, node: "SgNode") -> list["SgNode"]:
        single = node.field("parameter")
        if single is not None:
            return [single]
        several = node.field("parameters")
        return self.named(several) if several is not None else []

    def _param(
        self,
        node: "SgNode",
        function: str,
        later: Sequence["SgNode"],
        taken: list[tuple["SgNode | str", str]],
    ) -> Param | None:
        """A parameter. What a pattern takes out of it is taken at the start of the body."""
        typed = _checked_type(node)
        marks = self._marks(node)
        pattern = _bare(node)
        if pattern is None or pattern.kind() == "this":
            return None
        kind = pattern.kind()
        plain = not marks and typed != "string"  # `@Query("to") to, @Res() res` is what a framework hands out
        is_answered = plain and bool(later) and _bare_text(later[0]) in _RESPONSES
        if kind in _PATTERNS:
            name = "req" if is_answered else hidden_name(pattern, function)
            taken.append((pattern, name))
            return Param(name, typed, marks)
        if kind == "rest_pattern":
            return Param(pattern.text().lstrip(".").strip(), typed, marks, rest=True)
        name = pattern.text()
        if function == "message" and name == "e":  # which stands for an error elsewhere
            taken.append((name, "event"))
            return Param("event", typed, marks)
        if (
            name not in _REQUEST_NAMES
            and (is_answered or _REQUESTS.fullmatch(typed))
            and name not in {"err", "error"}
        ):
            taken.append((name, "req"))
        elif (
            marks
            and name not in _RESPONSES | _REQUEST_NAMES
            and (typed == "string" or _CHECKED.fullmatch(typed))
        ):
            taken.append((name, "typed:string" if typed == "string" else "typed:class"))
        return Param(name, typed, marks)

    def _function_body(
        self, taken: tuple[tuple["SgNode | str", str], ...], node: "SgNode"
    ) -> tuple[Stmt, ...]:
        body = node.field("body")
        if body is None:
            return ()
        first, _ = _lines(node)
        made: list[Stmt] = []
        self._looked = _validators(node)
        for pattern, name in taken:
            value: Expr = ir.Name(name, first)
            if not isinstance(pattern, str):
                made.append(ir.Assign(self.expr(pattern), value, first, first))
                made += self._looked_at(node, first) if name == "trpc" else ()
                continue
            target = ir.Name(pattern, first)
            if name.startswith("typed:"):
                value = ir.Call(value, (Arg(target),), first, first)
            made.append(ir.Assign(target, value, first, first))
        if body.kind() == "statement_block":
            return (*made, *self.block(body))
        result = self.expr(body)
        return (*made, ir.Return(result, *_lines(body)))

    def _looked_at(self, node: "SgNode", line: int) -> Iterator[Stmt]:
        """What tRPC does with `input` before a procedure gets it: the schema has looked at it."""
        arguments = node.parent()
        call = arguments.parent() if arguments is not None else None
        while call is not None and (function := call.field("function") or call.field("object")) is not None:
            if (
                _text(function.field("property")) == "input"
                and (given := call.field("arguments")) is not None
                and (schemas := self.named(given))
            ):
                name = ir.Name("input", line)
                yield ir.Assign(name, _looked_at(self.expr(schemas[0]), name, line), line, line)
                return
            call = function

    def _marks(self, node: "SgNode") -> tuple[Expr, ...]:
        return tuple(self._mark(child) for child in node.named_children() if child.kind() == "decorator")

    def _mark(self, node: "SgNode") -> Expr:
        """A decorator by its name: what it is given says nothing of data."""
        inner = node.child(1)
        if inner is not None and inner.kind() == "call_expression":
            inner = inner.field("function")
        return ir.Name(_text(inner), 1)

    # Expressions

    def expr(self, node: "SgNode") -> Expr:
        """An expression. The tree is asked for lines only where there may be several: it counts columns."""
        if self._line and self._line == self._end:
            return self._lowered(node)
        before = self._line, self._end
        self._line, self._end = _lines(node)
        try:
            return self._lowered(node)
        finally:
            self._line, self._end = before

    def _lowered(self, node: "SgNode") -> Expr:
        make = self.expressions.get(node.kind())
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        try:
            return make(self, node) if make else self.mix(node)
        finally:
            self._depth -= 1

    def mix(self, node: "SgNode") -> Expr:
        """Whatever it is, it depends on its named children."""
        line = self._line
        parts = self.named(node)
        if not parts:
            return ir.Const(node.text(), line, string=False)
        if len(parts) == 1:
            return self.expr(parts[0])
        return ir.Mix(tuple(map(self.expr, parts)), line)

    def _name(self, node: "SgNode") -> Expr:
        return ir.Name(node.text(), self._line)

    def _super(self, _: "SgNode") -> Expr:
        return ir.Name("super()", self._line)

    def _literal(self, node: "SgNode") -> Expr:
        return ir.Const(node.text(), self._line, string=False)

    def _string(self, node: "SgNode") -> Expr:
        return ir.Const(string_text(node), self._line)

    def _template(self, node: "SgNode") -> Expr:
        line = self._line
        parts = tuple(self._template_parts(node))
        if all(isinstance(part, ir.Const) for part in parts):
            return ir.Const("".join(part.text for part in parts if isinstance(part, ir.Const)), line)
        return ir.Join(parts, line)

    def _template_parts(self, node: "SgNode") -> Iterator[Expr]:
        for child in node.named_children():
            kind = child.kind()
            if kind == "template_substitution":
                yield self.mix(child)
            elif kind in {"string_fragment", "escape_sequence"}:
                yield ir.Const(child.text(), self._line)

    def _member(self, node: "SgNode") -> Expr:
        line, of, name = self._line, node.field("object"), _text(node.field("property"))
        if of is None:
            return self.mix(node)
        if of.kind() == "identifier" and of.text() in _GLOBALS:
            return ir.Name(name, line)
        if of.kind() == "identifier" and of.text() == "exports":
            return self._target(node)
        inner = self.expr(of)
        if name == "length":
            return _number(line, inner)
        return ir.Attr(inner, name, line)

    def _subscript(self, node: "SgNode") -> Expr:
        line, of, key = self._line, self._field(node, "object"), self._field(node, "index")
        if isinstance(key, ir.Const) and key.string and key.text.isidentifier():
            return ir.Attr(of, key.text, line)
        return ir.Item(of, key, line)

    def _call(self, node: "SgNode") -> Expr:
        arguments = node.field("arguments")
        if arguments is not None and arguments.kind() == "template_string":
            return self._tagged(node, arguments)
        module = required(node)
        if module:
            return ir.Name(module, self._line)
        line, end = _place(node) or self._line, self._end
        function = self._field(node, "function")
        if arguments is not None and isinstance(function, ir.Attr) and function.name in _EACH:
            given = self.named(arguments)
            if given and (made := self._each(function, given[0], line)) is not None:
                return made
        args = tuple(map(self._arg, self.named(arguments))) if arguments is not None else ()
        made = _called(function, args, line, end)
        if self._looked and isinstance(function, ir.Attr) and function.name == "valid" and args:
            schema = self._looked.get(args[0].value.text if isinstance(args[0].value, ir.Const) else "")
            return made if schema is None else _looked_at(self.expr(schema), made, line)
        return made

    def _each(self, function: ir.Attr, given: "SgNode", line: int) -> Expr | None:
        """`xs.map((x) => f(x))`, as a comprehension."""
        body, params = given.field("body"), self._param_nodes(given)
        if given.kind() != "arrow_function" or body is None or body.kind() == "statement_block":
            return None
        target = self.expr(_bare(params[0]) or params[0]) if params else ir.Mix((), line)
        result = self.expr(body)
        if function.name in {"map", "flatMap", "some", "every"}:
            return ir.Each(target, function.of, (), result, line)
        return ir.Each(target, function.of, (result,), target, line)

    def _tagged(self, node: "SgNode", template: "SgNode") -> Expr:
        tag = node.field("function")
        if _text(tag) in _PLAIN_TAGS:
            return self._template(template)
        line, end = self._line, self._end
        parts = tuple(map(Arg, self._template_parts(template)))
        return ir.Call(ir.Attr(self._field(node, "function"), "tagged", line), parts, line, end)

    def _new(self, node: "SgNode") -> Expr:
        line, end, arguments = self._line, self._end, node.field("arguments")
        args = tuple(map(self._arg, self.named(arguments))) if arguments is not None else ()
        made = self._field(node, "constructor")
        if len(args) == 1 and _dotted(made) == "Map" and (table := _table_of(args[0].value)) is not None:
            return table
        return ir.Call(made, args, line, end, new=True)

    def _arg(self, node: "SgNode") -> Arg:
        return Arg(self.expr(node), spread=node.kind() == "spread_element")

    def _binary(self, node: "SgNode") -> Expr:
        line, operator = self._line, _text(node.field("operator"))
        if operator in _CHAINS:
            parts = tuple(map(self.expr, _chain(node, operator)))
            return _CHAINS[operator](parts, line)
        left, right = self._field(node, "left"), self._field(node, "right")
        if operator in {"==", "===", "!=", "!=="}:
            return _equal(left, right, operator[0] == "=", line)
        if operator == "in":
            return ir.Compare("in", left, right, line)
        if operator in {">=", ">", "<"} and (held := _index_test(left, right)) is not None:
            return ir.Not(held, line) if operator == "<" else held
        return ir.Compare("<", left, right, line)  # all that is left gives numbers and truths

    def _unary(self, node: "SgNode") -> Expr:
        line, operator, of = self._line, _text(node.field("operator")), self._field(node, "argument")
        if operator == "!":
            return ir.Not(of, line)
        if operator == "typeof":
            return ir.Call(ir.Name("typeof", line), (Arg(of),), line, line)
        if operator == "-" and isinstance(of, ir.Const):
            return ir.Const(f"-{of.text}", line, string=False)
        return _number(line, of)

    def _ternary(self, node: "SgNode") -> Expr:
        line, test = self._line, self._field(node, "condition")
        return ir.Choice((self._field(node, "consequence"), self._field(node, "alternative")), line, test)

    def _wrapped(self, node: "SgNode") -> Expr:
        inner = self.named(node)
        return self.expr(inner[0]) if inner else ir.Const("", self._line, string=False)

    def _assertion(self, node: "SgNode") -> Expr:
        return self.expr(self.named(node)[-1])

    def _sequence(self, node: "SgNode") -> Expr:
        line = self._line
        return ir.All(tuple(map(self.expr, self.named(node))), line)

    def _assignment(self, node: "SgNode") -> Expr:
        line, (target, value) = self._line, self._sides(node)
        return ir.Bind(target, value, line)

    def _sides(self, node: "SgNode") -> tuple[Expr, Expr]:
        """The target of an assignment and its new value."""
        line, operator = self._line, _text(node.field("operator"))
        target, value = self._target(node.field("left")), self._field(node, "right")
        if operator == "+=":
            value = ir.Join((target, value), line)
        elif operator in {"||=", "??=", "&&="}:
            value = ir.Choice((target, value), line)
        elif operator:
            value = _number(line, value)
        return target, value

    def _target(self, node: "SgNode | None") -> Expr:
        if node is None:
            return ir.Mix((), self._line)
        if node.text() in {"module.exports", "exports"}:
            return ir.Name("default", self._line)
        if node.text() in {"location", "window.location"}:
            return ir.Attr(ir.Name("window", self._line), "location", self._line)
        if (name := exported(node)) is not None:
            return ir.Name(f"exports.{name}" if name in self._declared else name, self._line)
        return self.expr(node)

    def _object(self, node: "SgNode") -> Expr:
        line = self._line
        entries = tuple(map(self._entry, self.named(node)))
        return ir.Group(entries, line) if entries else ir.Const("{}", line, string=False)

    def _entry(self, node: "SgNode") -> ir.Entry:
        kind = node.kind()
        if kind in {"pair", "pair_pattern"}:
            key, value = self._key(node.field("key")), self._field(node, "value")
            if isinstance(key, ir.Const) and key.text == "$eq":
                value = ir.Call(ir.Name("typed:string", self._line), (Arg(value),), self._line, self._line)
            return ir.Entry(key, value)
        if kind in {"shorthand_property_identifier", "shorthand_property_identifier_pattern"}:
            return ir.Entry(ir.Const(node.text(), self._line), ir.Name(node.text(), self._line))
        if kind == "object_assignment_pattern":
            left = node.field("left")
            return self._entry(left) if left is not None else ir.Entry(None, self.mix(node))
        if kind == "method_definition":
            return ir.Entry(self._key(node.field("name")), self._lambda(node))
        return self._element(node)

    def _element(self, node: "SgNode") -> ir.Entry:
        return ir.Entry(None, self.expr(node), rest=node.kind() in {"spread_element", "rest_pattern"})

    def _key(self, node: "SgNode | None") -> Expr:
        if node is None or node.kind() == "computed_property_name":
            return self.mix(node) if node is not None else ir.Const("", self._line)
        return ir.Const(string_text(node), self._line)

    def _array(self, node: "SgNode") -> Expr:
        line = self._line
        return ir.Group(tuple(map(self._element, self.named(node))), line)

    def _default(self, node: "SgNode") -> Expr:
        """A pattern with a value for what is missing: the value is none of the client's."""
        return self._field(node, "left")

    def _lambda(self, node: "SgNode") -> Expr:
        name = self._names.get(node) if self._names else None
        if name is not None:
            return ir.Name(name, self._line)
        made = self._function(node, _name_of(node), marks=_taken_by(node))
        return ir.Lambda(_kept(made), self._line)

    def _class_value(self, node: "SgNode") -> Expr:
        return ir.Name(self._names.get(node) or _text(node.field("name")), self._line)

    def _jsx(self, node: "SgNode") -> Expr:
        """An element: React escapes what it shows, so nothing of it is left but what its attributes do."""
        line, end = self._line, self._end
        parts = tuple(Arg(self.expr(child)) for child in self.named(node) if child.kind() not in _JSX_NAMES)
        return ir.Call(ir.Name("jsx", line), parts, line, end)

    def _attribute(self, node: "SgNode") -> Expr:
        line, end = self._line, self._end
        name, *values = self.named(node)
        if not values:
            return ir.Const("", line, string=False)
        value = self.expr(values[0])
        if isinstance(value, ir.Const | ir.Lambda):
            return value
        return ir.Call(ir.Name(f"jsx:{name.text()}", line), (Arg(value),), line, end)

    def _field(self, node: "SgNode", name: str) -> Expr:
        child = node.field(name)
        return self.expr(child) if child is not None else ir.Const("", self._line, string=False)

    # Statements

    def block(self, node: "SgNode") -> tuple[Stmt, ...]:
        """The statements that stand directly in a node; functions behind the end come before it."""
        return self._statements(_before_the_end(node.named_children()))

    def _statements(self, nodes: Iterable["SgNode"]) -> tuple[Stmt, ...]:
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        before = self._line, self._end
        fixed = self._line and self._line == self._end
        try:
            made: list[Stmt] = []
            for child in nodes:
                if not fixed:
                    self._line, self._end = _lines(child)
                made += self.statement(child)
            return tuple(made)
        finally:
            self._line, self._end = before
            self._depth -= 1

    def _expression(self, node: "SgNode") -> Iterable[Stmt]:
        for child in self.named(node):
            if child.kind() == "sequence_expression":
                for part in self.named(child):
                    yield from self._expression_one(part)
            else:
                yield from self._expression_one(child)

    def _expression_one(self, node: "SgNode") -> Iterator[Stmt]:
        kind = node.kind()
        if kind in {"assignment_expression", "augmented_assignment_expression"}:
            yield from self._assign(node)
        elif kind == "call_expression" and self._functions and (called := _called_at_once(node)) is not None:
            yield from self._at_once(node, called)
        elif kind not in {"string", "identifier"}:
            line = self._line
            yield ir.Do(self.expr(node), line)

    def _at_once(self, node: "SgNode", body: "SgNode") -> Iterator[Stmt]:
        """A function that is called where it stands."""
        line = self._line
        function, arguments = body.parent(), node.field("arguments")
        params = self._param_nodes(function) if function is not None else []
        for param, given in zip(params, self.named(arguments) if arguments is not None else (), strict=False):
            yield ir.Assign(ir.Name(param.text(), line), self.expr(given), line, line)
        yield from self.block(body)

    def _assign(self, node: "SgNode") -> Iterator[Stmt]:
        line, end = self._line, self._end
        target, value = self._sides(node)
        if (
            isinstance(target, ir.Item)
            and isinstance(target.of, ir.Item)
            and not isinstance(target.key, ir.Const)
        ):
            keys = ir.Call(
                ir.Name("js:keys", line), (Arg(target.of.key), Arg(target.key), Arg(value)), line, end
            )
            yield ir.Do(keys, line)
        if isinstance(value, ir.Lambda) and isinstance(target, ir.Name):
            yield ir.Define(value.function.but(name=target.id), line)
        elif value != target:
            yield ir.Assign(target, value, line, end)

    def _declaration(self, node: "SgNode") -> Iterable[Stmt]:
        for child in node.named_children():
            if child.kind() == "variable_declarator":
                yield from self._declarator(child)

    def _declarator(self, node: "SgNode") -> Iterator[Stmt]:
        name, value = node.field("name"), node.field("value")
        if name is None:
            return
        line, end = self._line, self._end
        if value is None:
            yield ir.Assign(self.expr(name), ir.Mix((), line), line, end)
            return
        if not (line and line == end):
            line, end = _lines(node)
        made = self.expr(value)
        target = self.expr(name)
        if isinstance(target, ir.Name) and (module := required(value)):
            made = ir.Name(whole(module, target.id), line)
        if isinstance(made, ir.Lambda) and isinstance(target, ir.Name):
            yield ir.Define(made.function.but(name=target.id), line)
        elif made != target:
            yield ir.Assign(target, made, line, end)

    def _define(self, node: "SgNode") -> Iterable[Stmt]:
        if node not in self._names:
            yield ir.Define(_kept(self._function(node, _text(node.field("name")))), self._line)

    def _class(self, node: "SgNode") -> Iterable[Stmt]:
        """A class: constants that belong to it as a whole; in a function its methods are functions there."""
        name, body = ir.Name(_text(node.field("name")), self._line), node.field("body")
        is_known = node in self._names
        for child in body.named_children() if body is not None else ():
            if child.kind() in _FIELDS and any(part.kind() == "static" for part in child.children()):
                value = self._field(child, "value")
                yield ir.Assign(ir.Attr(name, _field_name(child), self._line), value, self._line, self._line)
            elif child.kind() == "method_definition" and not is_known:
                yield ir.Define(self._function(child, string_text(child.field("name"))), self._line)

    def _export(self, node: "SgNode") -> Iterable[Stmt]:
        declaration, value, line = node.field("declaration"), node.field("value"), self._line
        is_default = any(child.kind() == "default" for child in node.children())
        if declaration is not None:
            yield from self.statement(declaration)
            if is_default and (name := _text(declaration.field("name"))):
                yield ir.Assign(ir.Name("default", line), ir.Name(name, line), line, line)
        elif value is not None:
            made = self.expr(value)
            if made != ir.Name("default", made.line):
                yield ir.Assign(ir.Name("default", line), made, line, self._end)
        elif node.field("source") is None and (
            only := [c for c in self.named(node) if c.kind() == "identifier"]
        ):
            yield ir.Assign(ir.Name("default", line), self.expr(only[0]), line, line)

    def _return(self, node: "SgNode") -> Iterable[Stmt]:
        value = self.named(node)
        line, end = self._line, self._end
        return (ir.Return(self.expr(value[0]) if value else None, line, end),)

    def _leave(self, node: "SgNode") -> Iterable[Stmt]:
        value = self.named(node)
        return (ir.Leave(self.expr(value[0]) if value else None, self._line),)

    def _if(self, node: "SgNode") -> Iterable[Stmt]:
        line, test = self._line, self._field(node, "condition")
        then, otherwise = self._body(node, "consequence"), self._body(node, "alternative")
        return (ir.If(test, then, otherwise, line),)

    def _for(self, node: "SgNode") -> Iterable[Stmt]:
        line = self._line
        yield from self._body(node, "initializer")
        condition = node.field("condition")
        test = self._wrapped(condition) if condition is not None else None
        increment = node.field("increment")
        step = tuple(self._expression_one(increment)) if increment is not None else ()
        yield ir.Loop(None, None, test, (*self._body(node, "body"), *step), line)

    def _for_in(self, node: "SgNode") -> Iterable[Stmt]:
        line = self._line
        target, source = self._field(node, "left"), self._field(node, "right")
        yield ir.Loop(target, source, None, self._body(node, "body"), line)

    def _while(self, node: "SgNode") -> Iterable[Stmt]:
        line = self._line
        yield ir.Loop(None, None, self._field(node, "condition"), self._body(node, "body"), line)

    def _do(self, node: "SgNode") -> Iterable[Stmt]:
        line = self._line
        test = ir.Do(self._field(node, "condition"), line)
        yield ir.Loop(None, None, None, (*self._body(node, "body"), test), line)

    def _try(self, node: "SgNode") -> Iterable[Stmt]:
        line = self._line
        handler = node.field("handler")
        handlers: tuple[tuple[Stmt, ...], ...] = ()
        if handler is not None:
            caught = handler.field("parameter")
            begin = (
                (ir.Assign(self.expr(caught), ir.Mix((), line), line, line),) if caught is not None else ()
            )
            handlers = ((*begin, *self._body(handler, "body")),)
        finalizer = node.field("finalizer")
        ending = self._body(finalizer, "body") if finalizer is not None else ()
        yield ir.Try(self._body(node, "body"), handlers, ending, line)

    def _switch(self, node: "SgNode") -> Iterable[Stmt]:
        """A chain of comparisons. A case that does not end goes on with the next one."""
        subject, body = self._field(node, "value"), node.field("body")
        cases = body.named_children() if body is not None else []
        then: tuple[Stmt, ...] = ()
        made: list[tuple[Expr | None, tuple[Stmt, ...], int]] = []
        for case in reversed([case for case in cases if case.kind() in {"switch_case", "switch_default"}]):
            line = _lines(case)[0]
            own, ends = self._case(case)
            value = case.field("value")
            test = self._case_test(subject, value, line) if value is not None else None
            if made and not own and not ends:  # `case 1: case 2: ...`
                both = made[-1][0]
                made[-1] = (ir.AnyOf((test, both), line) if test and both else None, then, line)
                continue
            then = own if ends else (*own, *then)
            made.append((test, then, line))
        otherwise = next((then for test, then, _ in made if test is None), ())
        for test, then, line in made:
            if test is not None:
                otherwise = (ir.If(test, then, otherwise, line),)
        return otherwise

    def _case(self, node: "SgNode") -> tuple[tuple[Stmt, ...], bool]:
        value = node.field("value")
        nodes = [child for child in self.named(node) if child != value]
        if len(nodes) == 1 and nodes[0].kind() == "statement_block":
            nodes = self.named(nodes[0])
        ends = bool(nodes) and nodes[-1].kind() in _ENDS
        kept = [child for child in nodes if child.kind() != "break_statement"]
        return self._statements(kept), ends

    def _case_test(self, subject: Expr, value: "SgNode", line: int) -> Expr:
        made = self._later_value(value)
        assert made is not None  # noqa: S101 - there is a node
        is_true = isinstance(subject, ir.Const) and subject.text == "true"
        return made if is_true else ir.Compare("==", subject, made, line)

    def _enum(self, node: "SgNode") -> Iterable[Stmt]:
        body, line = node.field("body"), self._line
        entries = [
            ir.Entry(self._key(child.field("name")), self._field(child, "value"))
            for child in (body.named_children() if body is not None else ())
            if child.kind() == "enum_assignment"
        ]
        yield ir.Assign(
            ir.Name(_text(node.field("name")), line), ir.Group(tuple(entries), line), line, self._end
        )

    def _body(self, node: "SgNode", field: str) -> tuple[Stmt, ...]:
        body = node.field(field)
        if body is None:
            return ()
        if body.kind() in {"statement_block", "else_clause"}:
            return self.block(body)
        return self._statements((body,))

    def _none(self, _: "SgNode") -> Iterable[Stmt]:
        return ()

    expressions = {  # noqa: RUF012 - typed in the base class
        "identifier": _name,
        "this": _name,
        "property_identifier": _name,
        "private_property_identifier": _name,
        "shorthand_property_identifier_pattern": _name,
        "super": _super,
        "undefined": _literal,
        "null": _literal,
        "true": _literal,
        "false": _literal,
        "number": _literal,
        "regex": _literal,
        "string": _string,
        "template_string": _template,
        "member_expression": _member,
        "subscript_expression": _subscript,
        "call_expression": _call,
        "new_expression": _new,
        "binary_expression": _binary,
        "unary_expression": _unary,
        "ternary_expression": _ternary,
        "parenthesized_expression": _wrapped,
        "as_expression": _wrapped,
        "satisfies_expression": _wrapped,
        "non_null_expression": _wrapped,
        "await_expression": _wrapped,
        "yield_expression": _wrapped,
        "spread_element": _wrapped,
        "rest_pattern": _wrapped,
        "type_assertion": _assertion,
        "sequence_expression": _sequence,
        "assignment_expression": _assignment,
        "augmented_assignment_expression": _assignment,
        "assignment_pattern": _default,
        "object": _object,
        "object_pattern": _object,
        "array": _array,
        "array_pattern": _array,
        "arrow_function": _lambda,
        "function_expression": _lambda,
        "generator_function": _lambda,
        "function": _lambda,
        "class": _class_value,
        "jsx_element": _jsx,
        "jsx_self_closing_element": _jsx,
        "jsx_opening_element": _jsx,
        "jsx_fragment": _jsx,
        "jsx_attribute": _attribute,
    }
    statements = {  # noqa: RUF012 - typed in the base class
        "expression_statement": _expression,
        "lexical_declaration": _declaration,
        "variable_declaration": _declaration,
        "function_declaration": _define,
        "generator_function_declaration": _define,
        "class_declaration": _class,
        "abstract_class_declaration": _class,
        "export_statement": _export,
        "return_statement": _return,
        "throw_statement": _leave,
        "break_statement": _leave,
        "continue_statement": _leave,
        "if_statement": _if,
        "for_statement": _for,
        "for_in_statement": _for_in,
        "while_statement": _while,
        "do_statement": _do,
        "try_statement": _try,
        "switch_statement": _switch,
        "enum_declaration": _enum,
        "import_statement": _none,
        "import_alias": _none,
        "interface_declaration": _none,
        "type_alias_declaration": _none,
        "ambient_declaration": _none,
        "function_signature": _none,
        "debugger_statement": _none,
    }


_HOLDERS: Final = frozenset(
    {
        "expression_statement",
        "lexical_declaration",
        "variable_declaration",
        "export_statement",
        "if_statement",
    }
    | {"else_clause", "try_statement", "statement_block", "internal_module", "module", "labeled_statement"}
)
_STATEMENTS: Final = _HOLDERS | _DECLARED | _CLASSES | {"type_alias_declaration"}
_LEAVES: Final = frozenset(
    {
        "string",
        "number",
        "identifier",
        "property_identifier",
        "true",
        "false",
        "null",
        "undefined",
        "regex",
        "this",
    }
    | {"type_annotation", "type_arguments", "decorator", "comment", "import", "shorthand_property_identifier"}
)
_ENDS: Final = frozenset({"break_statement", "return_statement", "throw_statement", "continue_statement"})
_JSX_NAMES: Final = frozenset({"identifier", "member_expression", "jsx_namespace_name", "nested_identifier"})
_CHAINS: Final[dict[str, Callable[[tuple[Expr, ...], int], Expr]]] = {
    "+": ir.Join,
    "&&": ir.All,
    "||": ir.AnyOf,
    "??": ir.Choice,
}


def _text(node: "SgNode | None") -> str:
    return node.text() if node is not None else ""


def _lines(node: "SgNode") -> tuple[int, int]:
    place = node.range()
    return place.start.line + 1, place.end.line + 1


def _number(line: int, *of: Expr) -> Expr:
    """A number, or a truth: it depends on something and can do no harm."""
    first, *rest = of
    return ir.Compare("<", first, rest[0] if rest else ir.Const("0", line, string=False), line)


def _kept(function: Function) -> Function:
    """An inner function, which is run each time that somebody calls it: it is lowered only once."""
    made: list[tuple[Stmt, ...]] = []

    def body() -> tuple[Stmt, ...]:
        if not made:
            made.append(function.body())
        return made[0]

    return function.but(body=body)


def _own(name: str, value: Expr, line: int) -> Stmt:
    return ir.Assign(ir.Attr(ir.Name("this", line), name, line), value, line, line)


def _chain(node: "SgNode", operator: str) -> list["SgNode"]:
    """The operands of an operator from left to right, however many: sums are as deep as they are long."""
    parts: list[SgNode] = []
    while node.kind() == "binary_expression" and _text(node.field("operator")) == operator:
        left, right = node.field("left"), node.field("right")
        if left is None or right is None:
            break
        parts.append(right)
        node = left
    parts.append(node)
    return parts[::-1]


def _before_the_end(nodes: list["SgNode"]) -> list["SgNode"]:
    """Statements, with functions that are declared behind a `return` before it."""
    ends = next((at for at, node in enumerate(nodes) if node.kind() == "return_statement"), None)
    if ends is None or ends == len(nodes) - 1:
        return nodes
    late = [node for node in nodes[ends:] if node.kind() in _DECLARED]
    return [*nodes[:ends], *late, nodes[ends]]


def _place(node: "SgNode") -> int:
    """The line of a method in a chain of calls over several lines; 0 where a call begins on its own."""
    function = node.field("function")
    called = function.field("property") if function is not None else None
    return called.range().start.line + 1 if called is not None else 0


def _callee(node: "SgNode") -> "SgNode | None":
    """What a call calls, or `new` makes an object of."""
    return node.field("function") or node.field("constructor")


def _name_of(node: "SgNode") -> str:
    """The name of a function in a function: its own, or the keys of the objects in which it stands."""
    own = string_text(node.field("name"))
    keys = [own] if own and node.kind() == "method_definition" else []
    holder = node.parent()
    while holder is not None and holder.kind() in {"pair", "object"}:
        if holder.kind() == "pair":
            keys.append(string_text(holder.field("key")))
        holder = holder.parent()
    return ".".join(("object", *reversed(keys))) if keys and keys != [own] else own


def _taken_by(node: "SgNode") -> tuple[Expr, ...]:
    """What is known of a function by the call that it is given to."""
    arguments = node.parent()
    call = arguments.parent() if arguments is not None and arguments.kind() == "arguments" else None
    if arguments is None or call is None:
        return ()
    return _taker_marks(_text(_callee(call)), arguments.named_children())


def _taker_marks(callee: str, given: Sequence["SgNode"]) -> tuple[Expr, ...]:
    """Marks of a function that a call is given: `to:queue.process`, and of an event `socket.on:message`."""
    word = callee.rpartition(".")[2]
    if word in _LISTENS:
        event = string_text(given[0]) if given and given[0].kind() == "string" else ""
        return (ir.Name(f"{callee}:{event}", 1),) if event and event not in _QUIET else ()
    is_route = word in _ROUTES and given and string_text(given[0]).startswith(("/", ":", "*"))
    return (ir.Name(_ROUTE if is_route else f"to:{callee}", 1),)


def _looked_at(schema: Expr, data: Expr, line: int) -> Expr:
    """What a schema leaves of some data."""
    return ir.Call(ir.Attr(schema, "schema", line), (Arg(data),), line, line)


def _validators(node: "SgNode") -> dict[str, "SgNode"]:
    """Schemas that stand beside a function: `app.get("/", zValidator("query", schema), (c) => ...)`."""
    arguments = node.parent()
    if arguments is None or arguments.kind() != "arguments":
        return {}
    found: dict[str, SgNode] = {}
    for child in arguments.named_children():
        if child.kind() == "call_expression" and _text(child.field("function")).endswith("alidator"):
            inner = child.field("arguments")
            given = inner.named_children() if inner is not None else []
            if len(given) > 1:
                found[string_text(given[0])] = given[1]
    return found


def _purpose(marks: Iterable[Expr]) -> str:
    """What a function is for, by its marks: to answer a `route`, to take in a `message`; "" for all else."""
    words = [_dotted(mark) for mark in marks]
    if _ROUTE in words:
        return "route"
    return "message" if any(word.endswith(":message") for word in words) else ""


def _called_at_once(node: "SgNode") -> "SgNode | None":
    """The body of a function that is called where it stands, as `(() => { ... })()`."""
    function = node.field("function")
    while function is not None and function.kind() in {"parenthesized_expression", "await_expression"}:
        inner = function.named_children()
        function = inner[-1] if inner else None
    if function is None or function.kind() not in _FUNCTIONS:
        return None
    body = function.field("body")
    return body if body is not None and body.kind() == "statement_block" else None


def _called(function: Expr, args: tuple[Arg, ...], line: int, end: int) -> Expr:
    """A call, or what it comes to if that is known."""
    if isinstance(function, ir.Attr):
        if (made := _method_called(function, args, line)) is not None:
            return made
        if function.name == "call" and args and isinstance(function.of, ir.Attr):
            return ir.Call(function.of, args[1:], line, end)
        if function.name in _REPLACES and len(args) > 1 and isinstance(args[0].value, ir.Const):
            kind = _replaced(function.name, args[0].value, args[1].value)
            function = function.but(name=f"replace:{kind}") if kind else function
    named = _dotted(function)
    if (args and named in _SAME) or named == "util.promisify":
        return args[0].value if args else function
    if named in _REMEMBERS:  # what a result is remembered by is no part of it
        args = args[:1]
    if named == "JSON.stringify" and args:  # what it gives begins like an object, and is no page
        brackets = ir.Const("{", line), ir.Const("}", line)
        return ir.Join((brackets[0], ir.Call(function, args, line, end), brackets[1]), line)
    if named in _HAS_OWN and len(args) > 1:
        return ir.Compare("in", args[1].value, args[0].value, line)
    return ir.Call(function, args, line, end)


def _replaced(method: str, pattern: ir.Const, by: Expr) -> str:
    """What is gone once a pattern is replaced: `replaceAll` takes a text for one, and leaves none of it."""
    text = f"/{pattern.text}/g" if pattern.string and method == "replaceAll" else pattern.text
    return replaced_kind(text, by.text if isinstance(by, ir.Const) and by.string else "?")


def _method_called(function: ir.Attr, args: tuple[Arg, ...], line: int) -> Expr | None:
    """Methods that mean what an operator means."""
    name, of = function.name, function.of
    if not args:
        return None
    first = args[0].value
    if _dotted(of) in _COLLECTIONS and len(args) > 1:  # `_.includes(list, entry)`
        name, of, first = name.replace("contains", "includes"), first, args[1].value
    if name in {"includes", "has", "hasOwnProperty"}:
        return ir.Compare("in", first, of, line)
    if name == "call" and isinstance(of, ir.Attr) and of.name == "hasOwnProperty" and len(args) > 1:
        return ir.Compare("in", args[1].value, first, line)
    if name == "concat":
        return ir.Join((of, *(arg.value for arg in args)), line)
    return None


def _table_of(expr: Expr) -> Expr | None:
    """`new Map([["a", f], ["b", g]])` as the object that it is like; None if it is not written out."""
    if not isinstance(expr, ir.Group):
        return None
    pairs = [entry.value.entries for entry in expr.entries if isinstance(entry.value, ir.Group)]
    if len(pairs) < len(expr.entries) or any(len(pair) != 2 for pair in pairs):  # noqa: PLR2004 - key, value
        return None
    return ir.Group(tuple(ir.Entry(key.value, value.value) for key, value in pairs), expr.line)


def _dotted(expr: Expr) -> str:
    if isinstance(expr, ir.Name):
        return expr.id
    return f"{_dotted(expr.of)}.{expr.name}" if isinstance(expr, ir.Attr) else "?"


def _equal(left: Expr, right: Expr, is_equal: bool, line: int) -> Expr:  # noqa: FBT001 - `==` or `!=`
    """A comparison; of a type or of an index it asks for something else."""
    test: Expr | None = None
    if isinstance(left, ir.Call) and _dotted(left.function) == "typeof" and isinstance(right, ir.Const):
        test = left.but(function=ir.Name(f"typeof:{right.text}", line))
    elif (
        (held := _index_test(left, right)) is not None and isinstance(right, ir.Const) and right.text == "-1"
    ):
        test, is_equal = held, not is_equal
    if test is not None:
        return test if is_equal else ir.Not(test, line)
    return ir.Compare("==" if is_equal else "!=", left, right, line)


def _index_test(left: Expr, right: Expr) -> Expr | None:
    """`xs.indexOf(x)` before a comparison with -1 or 0: whether it is one of them."""
    if not (
        isinstance(right, ir.Const) and right.text in _MINUS_ONE and isinstance(left, ir.Call) and left.args
    ):
        return None
    function = left.function
    if not isinstance(function, ir.Attr) or function.name != "indexOf":
        return None
    return ir.Compare("in", left.args[0].value, function.of, left.line)


def _bare(node: "SgNode") -> "SgNode | None":
    """A parameter without its type, its default and its decorators."""
    while node.kind() in {"required_parameter", "optional_parameter", "assignment_pattern"}:
        inner = node.field("pattern") or node.field("left")
        if inner is None:
            return None
        node = inner
    return node


def _bare_text(node: "SgNode") -> str:
    return _text(_bare(node))


def _type_of(node: "SgNode") -> str:
    """A declared type as it is written."""
    typed = node.field("type")
    return typed.text().lstrip(": ") if typed is not None else ""


def _checked_type(node: "SgNode") -> str:
    """A declared type, or one that stands for what decorators let through: `@IsUUID() id: string`."""
    for child in node.named_children():
        if child.kind() == "decorator":
            text = child.text()
            pattern = _MATCHES.match(text)
            if _IS_PLAIN.search(text) or (pattern is not None and is_strict(pattern[1])):
                return "checked:value"
    return _type_of(node)


def _field_name(node: "SgNode") -> str:
    return string_text(node.field("name") or node.field("property"))


def _properties(constructor: "SgNode") -> list[tuple[str, str]]:
    """Parameters of a constructor that are fields too."""
    params = constructor.field("parameters")
    return [
        (_bare_text(child), _type_of(child))
        for child in (params.named_children() if params is not None else ())
        if any(part.kind() in {"accessibility_modifier", "readonly"} for part in child.children())
    ]


def _bases(node: "SgNode") -> Iterator[str]:
    for child in node.named_children():
        if child.kind() == "class_heritage":
            text = child.text().removeprefix("extends").partition("implements")[0]
            yield text.partition("<")[0].partition("(")[0].strip()


def _is_server_function(node: "SgNode") -> bool:
    body = node.field("body")
    return body is not None and body.kind() == "statement_block" and is_server(body.named_children()[:1])
