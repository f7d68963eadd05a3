"""Ruby. `@x` is a member of `self`; the last expression of a method is what it returns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr, Function, Param, Stmt, Unit
from reviewbot.reviewers.static.flow.lowering.base import Lowering, line_of, lines_of
from reviewbot.reviewers.static.flow.lowering.endings import ended
from reviewbot.reviewers.static.flow.lowering.literals import combined, compared, put_together, unescaped
from reviewbot.reviewers.static.flow.lowering.ruby_calls import asked, built_in

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_METHODS: Final = frozenset(("method", "singleton_method"))
_HOMES: Final = frozenset(("class", "module", "singleton_class"))
_PASSED: Final = frozenset(
    (
        "body_statement",
        "program",
        "if",
        "unless",
        "then",
        "argument_list",
        "begin",
        "if_modifier",
        "call",
        "else",
    )
)
"""Where methods stand that are none inside of others: `private def`, `if`, `included do`."""
_WORDS: Final = frozenset(
    [
        "params",
        "request",
        "cookies",
        "session",
        "env",
        "response",
        "headers",
        "flash",
        "logger",
        "controller",
        "args",
        "argv",
        "options",
    ]
)
"""Methods without arguments that are spoken of as if they were variables."""
_ASKED: Final = frozenset(("request", "req", "env", "response", "self"))
"""What is asked for its members: `request.referer` is one, not a call."""
_PARTS: Final = frozenset(
    ["logger", "root", "env", "cache", "application", "connection", "config", "helpers"]
)
"""What classes are asked for: `Rails.logger`."""
_NUMBERED: Final = ("_id", "_at", "_on", "lft", "rgt")
"""Endings of members that hold numbers and times."""
_ROUTES: Final = frozenset(["get", "post", "put", "patch", "delete", "options", "head", "route", "match"])
_EACH: Final = frozenset(
    [
        "each",
        "each_with_index",
        "each_pair",
        "each_value",
        "each_key",
        "each_slice",
        "each_line",
        "each_char",
        "times",
        "upto",
        "downto",
        "reverse_each",
        "find_each",
        "find_in_batches",
        "each_entry",
        "each_with_object",
        "map",
        "collect",
        "select",
        "filter",
        "reject",
    ]
)
_FUNCTIONS: Final = frozenset(("lambda", "proc", "define_method", "scope", "let", "let!", "subject"))
_ARITHMETIC: Final = frozenset(("-", "*", "/", "**", "&", "^", ">>"))
_LEAVES: Final = frozenset(("raise", "fail", "halt", "abort", "exit", "exit!", "throw"))
_ANSWERS: Final = frozenset(("redirect_to", "render", "head", "redirect", "send_file", "redirect_back"))
_WRITTEN: Final = re.compile(r"\.(\w+)\s*(?:\|\||&&|\+|<<)?=(?![=~>])")
_DEFINED: Final = re.compile(
    r"^\s*(?:private|protected|public|private_class_method)?\s*def\s+(?:self\.)?(\w+[?!]?)", re.MULTILINE
)
_HELD: Final = re.compile(r"\battr_(?:accessor|reader)[ (]+((?::\w+[\s,]*)+)")
_FILLED: Final = re.compile(r"\battr_accessor[ (]+((?::\w+[\s,]*)+)")


class RubyLowering(Lowering):
    """Lowers one Ruby file."""

    ignored = frozenset(("comment", "heredoc_body", "empty_statement"))

    def __init__(self) -> None:
        super().__init__()
        self._locals: frozenset[str] = frozenset()
        self._own: frozenset[str] = frozenset()
        self._written: frozenset[str] = frozenset()
        self._held: frozenset[str] = frozenset()
        self._heredocs: dict[int, SgNode] = {}
        self._owner = ""

    def unit(self, root: "SgNode") -> Unit:
        """All methods, all classes and modules."""
        text = root.text()
        self._own = frozenset(_DEFINED.findall(text))
        self._written = frozenset(_WRITTEN.findall(text))
        self._held = frozenset(re.findall(r":(\w+)", " ".join(_HELD.findall(text))))
        if "<<" in text:
            begins, bodies = root.find_all(kind="heredoc_beginning"), root.find_all(kind="heredoc_body")
            self._heredocs = {a.range().start.index: b for a, b in zip(begins, bodies, strict=False)}
        functions: list[Function] = []
        classes: list[ir.Class] = []
        self._gather(root, "", functions, classes, is_static=False)
        return Unit(tuple(functions), tuple(classes), (), partial(self._outside, root))

    def _gather(
        self,
        node: "SgNode",
        owner: str,
        functions: list[Function],
        classes: list[ir.Class],
        *,
        is_static: bool,
    ) -> None:
        for child in node.children():
            kind = child.kind()
            if kind in _METHODS:
                functions.append(
                    self._function(child, owner, is_static=is_static or kind == "singleton_method")
                )
            elif kind in _HOMES:
                self._home(child, owner, functions, classes)
            elif kind in _PASSED or (kind in {"do_block", "block", "block_body"} and owner):
                self._gather(child, owner, functions, classes, is_static=is_static)

    def _home(self, node: "SgNode", owner: str, functions: list[Function], classes: list[ir.Class]) -> None:
        body = node.field("body")
        is_static = node.kind() == "singleton_class"
        name = owner if is_static else _text(node.field("name")).rpartition("::")[2]
        if not is_static:
            base = _text(node.field("superclass")).lstrip("< ").replace("::", ".")
            filled = tuple(re.findall(r":(\w+)", " ".join(_FILLED.findall(node.text()))))
            classes.append(ir.Class(name, (base,) if base else (), (), *lines_of(node), open=filled))
        if body is not None:
            self._gather(body, name, functions, classes, is_static=is_static)

    def _function(self, node: "SgNode", owner: str, *, is_static: bool) -> Function:
        start, end = lines_of(node)
        params = self._params(node.field("parameters"))
        lower = partial(self._method_body, node, owner, params)
        receiver = "self" if owner and not is_static else ""
        return Function(_text(node.field("name")), owner, params, (), start, end, lower, receiver)

    def _method_body(self, node: "SgNode", owner: str, params: Sequence[Param]) -> tuple[Stmt, ...]:
        body = node.field("body")
        if body is None:
            return ()
        before = self._locals, self._owner
        self._locals, self._owner = _assigned(node, params), owner
        try:
            made = self.block(body) if body.kind() == "body_statement" else tuple(self.statement(body))
            return ended(made, _returned)
        finally:
            self._locals, self._owner = before

    def _params(self, node: "SgNode | None") -> tuple[Param, ...]:
        return tuple(self._param(child) for child in self.named(node)) if node is not None else ()

    def _param(self, node: "SgNode") -> Param:
        kind = node.kind()
        if kind == "destructured_parameter":
            return Param("", fields=tuple(child.text() for child in self.named(node)))
        name = _text(node.field("name")) if kind != "identifier" else node.text()
        return Param(name or node.text().lstrip("*&"), rest=kind == "splat_parameter")

    def _outside(self, root: "SgNode") -> tuple[Stmt, ...]:
        """What a script runs, and what the bodies of its classes do."""
        before = self._locals
        self._locals = _assigned(root, ())
        try:
            return tuple(self._loose(root))
        finally:
            self._locals = before

    def _loose(self, node: "SgNode") -> Iterator[Stmt]:
        for child in self.named(node):
            kind = child.kind()
            if kind in _METHODS:
                continue
            if kind in {"class", "module"}:
                if (body := child.field("body")) is not None:
                    yield from self._loose(body)
            elif kind == "singleton_class":
                continue
            else:
                yield from self.statement(child)

    # Expressions

    def _identifier(self, node: "SgNode") -> Expr:
        name, line = node.text(), line_of(node)
        if name in self._locals or name in _WORDS:
            return ir.Name(name, line)
        if name in self._held and self._owner:
            return ir.Attr(ir.Name("self", line), name, line)
        return ir.Call(self._method(name, line), (), line, line)

    def _method(self, name: str, line: int) -> Expr:
        """A method without a receiver: one of this class if the file has it, else a function."""
        if self._owner and name in self._own:
            return ir.Attr(ir.Name("self", line), name, line)
        return ir.Name(name, line)

    def _constant(self, node: "SgNode") -> Expr:
        return ir.Name(node.text(), line_of(node))

    def _scope(self, node: "SgNode") -> Expr:
        of, line = node.field("scope"), line_of(node)
        name = _text(node.field("name"))
        return ir.Attr(self.expr(of), name, line) if of is not None else ir.Name(name, line)

    def _own_variable(self, node: "SgNode") -> Expr:
        line = line_of(node)
        return ir.Attr(ir.Name("self", line), node.text().lstrip("@"), line)

    def _self(self, node: "SgNode") -> Expr:
        return ir.Name("self", line_of(node))

    def _literal(self, node: "SgNode") -> Expr:
        return ir.Const(node.text(), line_of(node), string=False)

    def _symbol(self, node: "SgNode") -> Expr:
        return ir.Const(node.text().lstrip(":").rstrip(":"), line_of(node))

    def _string(self, node: "SgNode") -> Expr:
        line = line_of(node)
        parts = [self._part(child) for child in self.named(node) if child.kind() != "heredoc_end"]
        if all(isinstance(part, ir.Const) for part in parts):
            return ir.Const("".join(part.text for part in parts if isinstance(part, ir.Const)), line)
        return put_together(parts, line)

    def _part(self, node: "SgNode") -> Expr:
        kind = node.kind()
        if kind in {"string_content", "heredoc_content", "escape_sequence"}:
            return ir.Const(unescaped(node.text()), line_of(node))
        if kind == "interpolation":
            inner = self.named(node)
            return self.expr(inner[-1]) if inner else ir.Const("", line_of(node))
        return self.expr(node)

    def _heredoc(self, node: "SgNode") -> Expr:
        body = self._heredocs.get(node.range().start.index)
        made = self._string(body) if body is not None else ir.Const("", line_of(node))
        return (
            ir.Call(ir.Name("`", made.line), (Arg(made),), *lines_of(node))
            if node.text().endswith("`")
            else made
        )

    def _words(self, node: "SgNode") -> Expr:
        line = line_of(node)
        return ir.Group(tuple(ir.Entry(None, self._string(child)) for child in self.named(node)), line)

    def _regex(self, node: "SgNode") -> Expr:
        r"""A pattern as others write it: `^` and `$` tell only lines here, and `\A` and `\z` the text."""
        made, line = self._string(node), line_of(node)
        if not isinstance(made, ir.Const):
            return ir.Call(ir.Attr(ir.Name("Regexp", line), "new", line), (Arg(made),), *lines_of(node))
        raw = node.text().partition("/")[2].rpartition("/")[0] or made.text
        return ir.Const(f"(?m){raw}" if raw[:1] == "^" else raw, line)

    def _subshell(self, node: "SgNode") -> Expr:
        return ir.Call(ir.Name("`", line_of(node)), (Arg(self._string(node)),), *lines_of(node))

    def _element(self, node: "SgNode") -> Expr:
        of, *keys = self.named(node)
        line = line_of(node)
        if not keys:
            return ir.Item(self.expr(of), ir.Const("", line), line)
        key = self.expr(keys[0])
        if isinstance(key, ir.Const) and of.text().endswith("env"):
            return ir.Attr(
                self.expr(of), key.text, line
            )  # some of its elements come from outside, some do not
        return ir.Item(self.expr(of), key, line)

    def _call(self, node: "SgNode") -> Expr:
        start, end = lines_of(node)
        of, method = node.field("receiver"), node.field("method")
        word = _text(method)
        args = self._args(node, word)
        if of is None:
            return built_in(word, args, start, end) or ir.Call(self._method(word, start), args, start, end)
        if word in {"", "call"} and method is None:  # `f.(x)`
            return ir.Call(self.expr(of), args, start, end)
        receiver = self.expr(of)
        if (
            not args
            and node.field("arguments") is None
            and (
                of.text() in _ASKED
                or (word in self._written and not word.endswith(_NUMBERED))
                or (word in _PARTS and of.text()[:1].isupper())
            )
        ):
            return ir.Attr(receiver, word, start)
        if made := asked(receiver, word, args, start, end):
            return made
        return ir.Call(ir.Attr(receiver, word, start), args, start, end, new=word == "new")

    def _args(self, node: "SgNode", word: str) -> tuple[Arg, ...]:
        listed = node.field("arguments")
        args = [self._arg(child) for child in self.named(listed)] if listed is not None else []
        block = node.field("block")
        if block is not None:
            first = args[0].value if args else None
            is_route = word in _ROUTES and isinstance(first, ir.Const)
            args.append(Arg(self._lambda(block, is_route=is_route)))
        return tuple(args)

    def _arg(self, node: "SgNode") -> Arg:
        kind = node.kind()
        if kind == "pair":
            key, value = node.field("key"), node.field("value")
            if key is not None and key.kind() in {"hash_key_symbol", "simple_symbol"}:
                name = key.text().strip(":")
                return Arg(self.expr(value) if value is not None else self._identifier(key), name)
            return Arg(ir.Group((self._entry(node),), line_of(node)))
        if kind in {"splat_argument", "hash_splat_argument"}:
            return Arg(self.mix(node), spread=True)
        if kind == "block_argument":
            return Arg(self.mix(node), name="&")
        return Arg(self.expr(node))

    def _lambda(self, node: "SgNode", *, is_route: bool = False) -> Expr:
        start, end = lines_of(node)
        params = self._params(node.field("parameters"))
        body = node.field("body")
        inner = body if body is None or body.kind() not in {"block", "do_block"} else body.field("body")
        marks = (ir.Name("route", start),) if is_route else ()
        names = frozenset(name for param in params for name in (param.name, *param.fields))
        around, owner = self._locals, self._owner

        def lower() -> tuple[Stmt, ...]:
            before = self._locals, self._owner
            self._locals, self._owner = around | names, owner
            try:
                return ended(self.block(inner), _returned) if inner is not None else ()
            finally:
                self._locals, self._owner = before

        return ir.Lambda(Function("", "", params, marks, start, end, lower), start)

    def _arrow(self, node: "SgNode") -> Expr:
        return self._lambda(node)

    def _binary(self, node: "SgNode") -> Expr:
        operator, line = _text(node.field("operator")), line_of(node)
        left, right = self._field(node, "left"), self._field(node, "right")
        if operator == "+":
            return put_together((left, right), line)
        if operator in {"&&", "and", "||", "or"}:
            return combined("&&" if operator in {"&&", "and"} else "||", left, right, line)
        if operator in {"<<", "%"}:
            entries = (
                right.entries if operator == "%" and isinstance(right, ir.Group) else (ir.Entry(None, right),)
            )
            args = tuple(Arg(e.value, e.key.text if isinstance(e.key, ir.Const) else "") for e in entries)
            return ir.Call(ir.Attr(left, operator, line), args, *lines_of(node))
        if operator in {"=~", "!~"}:
            test = ir.Call(ir.Attr(left, "match?", line), (Arg(right),), line, line)
            return test if operator == "=~" else ir.Not(test, line)
        if operator in {"==", "!=", "===", "<", ">", "<=", ">=", "<=>"} or operator in _ARITHMETIC:
            return compared("==" if operator == "===" else operator, left, right, line)
        return ir.Mix((left, right), line)

    def _unary(self, node: "SgNode") -> Expr:
        operator = _text(node.field("operator")) or _text(node.child(0))
        of = self.expr(self.named(node)[-1])
        if operator == "defined?":
            return ir.Not(ir.Compare("is", of, ir.Const("nil", of.line, string=False), of.line), of.line)
        return ir.Not(of, line_of(node)) if operator in {"!", "not"} else of

    def _conditional(self, node: "SgNode") -> Expr:
        test, then, otherwise = (
            self._field(node, name) for name in ("condition", "consequence", "alternative")
        )
        return ir.Choice((then, otherwise), line_of(node), test)

    def _as_value(self, node: "SgNode") -> Expr:
        """A statement where a value is asked for: one of what it may come to."""
        line = line_of(node)
        values = [stmt.value for stmt in _endings(tuple(self.statement(node))) if isinstance(stmt, ir.Do)]
        if len(values) == 1:
            return values[0]
        return ir.Choice(tuple(values), line) if values else ir.Const("nil", line, string=False)

    def _statements(self, node: "SgNode") -> Expr:
        parts = self.named(node)
        return self.expr(parts[-1]) if parts else ir.Const("nil", line_of(node), string=False)

    def _hash(self, node: "SgNode") -> Expr:
        return ir.Group(tuple(map(self._entry, self.named(node))), line_of(node))

    def _entry(self, node: "SgNode") -> ir.Entry:
        if node.kind() != "pair":
            return ir.Entry(None, self.expr(node))
        key, value = node.field("key"), node.field("value")
        if key is None:
            return ir.Entry(None, self.mix(node))
        if value is None:
            return ir.Entry(self._symbol(key), self._identifier(key))
        named = self._symbol(key) if key.kind() == "hash_key_symbol" else self.expr(key)
        return ir.Entry(named, self.expr(value))

    def _assigned_value(self, node: "SgNode") -> Expr:
        return ir.Bind(self._target(node.field("left") or node), self._field(node, "right"), line_of(node))

    def _field(self, node: "SgNode", name: str) -> Expr:
        child = node.field(name)
        return self.expr(child) if child is not None else ir.Const("", line_of(node), string=False)

    # Statements

    def statement(self, node: "SgNode") -> Iterable[Stmt]:
        """Whatever is no statement of its own is an expression that stands for itself."""
        kind = node.kind()
        if kind in self.ignored or kind in _METHODS or kind in _HOMES:
            return ()
        make = self.statements.get(kind)
        if make is not None:
            return make(self, node)
        return (ir.Do(self.expr(node), line_of(node)),)

    def _assignment(self, node: "SgNode") -> Iterable[Stmt]:
        left, right = node.field("left"), node.field("right")
        start, end = lines_of(node)
        if left is None or right is None:
            return (ir.Do(self.mix(node), start),)
        target = self._target(left)
        if right.kind() in _WAYS:
            return ended(
                tuple(self.statement(right)), lambda value, line: ir.Assign(target, value, line, end)
            )
        return (ir.Assign(target, self.expr(right), start, end),)

    def _target(self, node: "SgNode") -> Expr:
        kind = node.kind()
        if kind == "left_assignment_list":
            entries = (ir.Entry(None, self._target(child)) for child in self.named(node))
            return ir.Group(tuple(entries), line_of(node))
        if kind in {"rest_assignment", "destructured_left_assignment"}:
            return ir.Mix(tuple(self._target(child) for child in self.named(node)), line_of(node))
        if kind == "identifier":
            return ir.Name(node.text(), line_of(node))
        if kind == "call":
            return ir.Attr(self._field(node, "receiver"), _text(node.field("method")), line_of(node))
        return self.expr(node)

    def _operated(self, node: "SgNode") -> Iterable[Stmt]:
        operator = _text(node.field("operator")) or next(
            (c.text() for c in node.children() if not c.is_named()), ""
        )
        left, value, lines = node.field("left"), self._field(node, "right"), lines_of(node)
        if left is None:
            return ()
        target = self._target(left)
        if operator in {"+=", "<<="}:
            return (ir.Assign(target, value, *lines, adds=True),)
        if operator in {"||=", "&&="}:
            value = ir.Choice((target, value), lines[0])
        return (ir.Assign(target, value, *lines),)

    def _return(self, node: "SgNode") -> Iterable[Stmt]:
        value = node.child(1)
        return (ir.Return(self._statements(value) if value is not None else None, *lines_of(node)),)

    def _leave(self, node: "SgNode") -> Iterable[Stmt]:
        return (ir.Leave(None, line_of(node)),)

    def _if(self, node: "SgNode") -> Iterable[Stmt]:
        test, line = self._field(node, "condition"), line_of(node)
        then, otherwise = (self._way(node.field(name)) for name in ("consequence", "alternative"))
        return (ir.If(ir.Not(test, line) if node.kind() == "unless" else test, then, otherwise, line),)

    def _way(self, node: "SgNode | None") -> tuple[Stmt, ...]:
        if node is None:
            return ()
        return tuple(self._if(node)) if node.kind() == "elsif" else self.block(node)

    def _modified(self, node: "SgNode") -> Iterable[Stmt]:
        body, line = node.field("body"), line_of(node)
        test = self._field(node, "condition")
        then = tuple(self.statement(body)) if body is not None else ()
        return (ir.If(ir.Not(test, line) if node.kind().startswith("unless") else test, then, (), line),)

    def _short(self, node: "SgNode") -> Iterable[Stmt]:
        """`redirect_to root and return`, `x or raise`: an `if` in short."""
        operator, right, line = _text(node.field("operator")), node.field("right"), line_of(node)
        left = node.field("left")
        if operator not in {"&&", "and", "||", "or"} or right is None or left is None:
            return (ir.Do(self.expr(node), line),)
        then = tuple(self.statement(right))
        if _text(left.field("method")) in _ANSWERS and isinstance(
            then[-1] if then else None, ir.Return | ir.Leave
        ):
            return (*self.statement(left), *then)
        both = operator in {"&&", "and"}
        return (ir.If(self.expr(left), then if both else (), () if both else then, line),)

    def _case(self, node: "SgNode") -> Iterable[Stmt]:
        subject, line = node.field("value"), line_of(node)
        value = self.expr(subject) if subject is not None else None
        made: tuple[Stmt, ...] = ()
        for way in reversed(
            [child for child in node.children() if child.kind() in {"when", "in_clause", "else"}]
        ):
            if way.kind() == "else":
                made = self.block(way)
                continue
            body = way.field("body")
            tests = [self.expr(child) for child in self.named(way) if child.kind() == "pattern"]
            test = _matches(value, tests, line_of(way)) if tests else ir.Mix((), line)
            made = (ir.If(test, self.block(body) if body is not None else (), made, line_of(way)),)
        return made

    def _while(self, node: "SgNode") -> Iterable[Stmt]:
        test, line, body = self._field(node, "condition"), line_of(node), node.field("body")
        inner = self.block(body) if body is not None else ()
        return (
            ir.Loop(None, None, ir.Not(test, line) if node.kind().startswith("until") else test, inner, line),
        )

    def _for(self, node: "SgNode") -> Iterable[Stmt]:
        body, pattern = node.field("body"), node.field("pattern")
        target = self._target(pattern) if pattern is not None else None
        inner = self.block(body) if body is not None else ()
        source = node.field("value")
        return (
            ir.Loop(target, self.mix(source) if source is not None else None, None, inner, line_of(node)),
        )

    def _begin(self, node: "SgNode") -> Iterable[Stmt]:
        """A body with what runs if it fails."""
        ways = [child for child in node.children() if child.kind() in {"rescue", "ensure", "else"}]
        if not ways:
            return self.block(node)
        body: list[Stmt] = []
        handlers: list[tuple[Stmt, ...]] = []
        last: tuple[Stmt, ...] = ()
        for child in self.named(node):
            kind = child.kind()
            if kind == "rescue":
                inner = child.field("body")
                handlers.append(self.block(inner) if inner is not None else ())
            elif kind == "ensure":
                last = self.block(child)
            else:
                body += self.block(child) if kind == "else" else self.statement(child)
        return (ir.Try(tuple(body), tuple(handlers), last, line_of(node)),)

    def block(self, node: "SgNode") -> tuple[Stmt, ...]:
        """The statements that stand in a node, with its `rescue` if it has one."""
        if any(child.kind() in {"rescue", "ensure"} for child in node.children()):
            return tuple(self._begin(node))
        return super().block(node)

    def _called(self, node: "SgNode") -> Iterable[Stmt]:
        """A call that stands for itself. Its block runs here and now, and changes the variables around it."""
        word, line = _text(node.field("method")), line_of(node)
        block = node.field("block")
        if word in _LEAVES and node.field("receiver") is None:
            value = self.expr(node)
            return (ir.Do(value, line), ir.Leave(None, line))
        if block is None or word in _FUNCTIONS or word in _ROUTES:
            return (ir.Do(self.expr(node), line),)
        return self._run_block(node, block, word)

    def _run_block(self, node: "SgNode", block: "SgNode", word: str) -> Iterable[Stmt]:
        line, end = lines_of(node)
        of = node.field("receiver")
        params = self._params(block.field("parameters"))
        names = [name for param in params for name in (param.name, *param.fields) if name]
        before = self._locals
        self._locals = before | set(names)
        body = block.field("body")
        inner = self.block(body) if body is not None else ()
        self._locals = before
        if word in _EACH and of is not None:
            source: Expr = self.expr(of)
        else:
            args = tuple(map(self._arg, self.named(listed))) if (listed := node.field("arguments")) else ()
            source = ir.Call(
                ir.Attr(self.expr(of), word, line) if of else self._method(word, line), args, line, end
            )
        targets: tuple[Expr, ...] = tuple(ir.Name(name, line) for name in names)
        if word not in _EACH:
            opens = tuple(ir.Assign(target, source, line, line) for target in targets[:1]) or (
                ir.Do(source, line),
            )
            return (*opens, ir.Loop(None, None, None, inner, line))
        target = targets[0] if len(targets) == 1 else ir.Mix(targets, line) if targets else None
        return (ir.Loop(target, source, None, inner, line),)

    def _alone(self, node: "SgNode") -> Iterable[Stmt]:
        name, line = node.text(), line_of(node)
        made = ir.Do(self.expr(node), line)
        return (made, ir.Leave(None, line)) if name in _LEAVES else (made,)

    expressions = {  # noqa: RUF012 - typed in the base class
        "identifier": _identifier,
        "constant": _constant,
        "scope_resolution": _scope,
        "instance_variable": _own_variable,
        "class_variable": _own_variable,
        "global_variable": _constant,
        "self": _self,
        "integer": _literal,
        "float": _literal,
        "true": _literal,
        "false": _literal,
        "nil": _literal,
        "simple_symbol": _symbol,
        "hash_key_symbol": _symbol,
        "delimited_symbol": _string,
        "string": _string,
        "chained_string": _string,
        "heredoc_beginning": _heredoc,
        "string_array": _words,
        "symbol_array": _words,
        "regex": _regex,
        "subshell": _subshell,
        "element_reference": _element,
        "call": _call,
        "lambda": _arrow,
        "binary": _binary,
        "unary": _unary,
        "conditional": _conditional,
        "parenthesized_statements": _statements,
        "hash": _hash,
        "array": _hash,
        "assignment": _assigned_value,
        "if": _as_value,
        "unless": _as_value,
        "case": _as_value,
        "case_match": _as_value,
        "begin": _as_value,
        "if_modifier": _as_value,
        "unless_modifier": _as_value,
        "operator_assignment": _as_value,
        "return": _as_value,
        "next": _as_value,
        "break": _as_value,
    }
    statements = {  # noqa: RUF012 - typed in the base class
        "assignment": _assignment,
        "operator_assignment": _operated,
        "return": _return,
        "next": _leave,
        "break": _leave,
        "redo": _leave,
        "retry": _leave,
        "if": _if,
        "unless": _if,
        "if_modifier": _modified,
        "unless_modifier": _modified,
        "binary": _short,
        "case": _case,
        "case_match": _case,
        "while": _while,
        "until": _while,
        "while_modifier": _while,
        "until_modifier": _while,
        "for": _for,
        "begin": _begin,
        "body_statement": _begin,
        "call": _called,
        "identifier": _alone,
    }


_WAYS: Final = frozenset(("if", "unless", "case", "case_match", "begin"))


def _text(node: "SgNode | None") -> str:
    return node.text() if node is not None else ""


def _returned(value: Expr, line: int) -> Stmt:
    return ir.Return(value, line, line)


def _endings(stmts: tuple[Stmt, ...]) -> Iterator[Stmt]:
    found: list[Stmt] = []

    def keep(value: Expr, line: int) -> Stmt:
        found.append(ir.Do(value, line))
        return found[-1]

    ended(stmts, keep)
    return iter(found)


def _assigned(node: "SgNode", params: Sequence[Param]) -> frozenset[str]:
    """The names that are variables here: parameters, and what is assigned to."""
    names = {name for param in params for name in (param.name, *param.fields)}
    names |= {name for found in _LOCAL.findall(node.text()) for name in _LOWER.findall(" ".join(found))}
    return frozenset(names)


_LOWER: Final = re.compile(r"[a-z_]\w*")
_LOCAL: Final = re.compile(
    r"(?<![.\w@$:])((?:\*?[a-z_]\w*[ \t]*,[ \t]*)*+\*?[a-z_]\w*)[ \t]*"
    r"(?:\|\||&&|[-+*/%&|^]|<<|>>|\*\*)?=(?![=~>])"
    r"|=>[ \t]*([a-z_]\w*)|\bfor[ \t]+([\w, ]+?)[ \t]+in\b"
)


def _matches(subject: Expr | None, tests: list[Expr], line: int) -> Expr:
    """A case as a comparison: with one literal, with one of several, with a pattern."""
    if subject is None:
        return tests[0] if len(tests) == 1 else ir.AnyOf(tuple(tests), line)
    if len(tests) > 1 and all(isinstance(test, ir.Const) for test in tests):
        return ir.Compare("in", subject, ir.Group(tuple(ir.Entry(None, test) for test in tests), line), line)
    made: Iterable[Expr] = (ir.Compare("==", subject, test, line) for test in tests)
    every = tuple(made)
    return every[0] if len(every) == 1 else ir.AnyOf(every, line)
