"""What Java and C# have in common: all code stands in classes, whose members need no receiver."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr, Function, Param, Stmt, Unit
from reviewbot.reviewers.static.flow.lowering.base import Lowering, line_of, lines_of
from reviewbot.reviewers.static.flow.lowering.literals import compared, filled, put_together

if TYPE_CHECKING:
    from ast_grep_py import SgNode

THIS: Final = "this"
_BUILDERS: Final = frozenset({"StringBuilder", "StringBuffer", "StringWriter", "StringJoiner"})
"""Classes of objects that hold a text which grows: they are lowered to the text."""
_PRESENCE: Final = frozenset(
    {"isEmpty", "isBlank", "isNull", "IsNullOrEmpty", "IsNullOrWhiteSpace", "nonNull", "hasText"}
)
"""Methods that ask whether there is something."""
_NEGATIVE: Final = frozenset({"nonNull", "hasText"})
_EQUAL: Final = frozenset({"equals", "equalsIgnoreCase", "contentEquals", "Equals"})
_CONTAINS: Final = frozenset({"contains", "containsKey", "Contains", "ContainsKey", "containsIgnoreCase"})
_APPENDS: Final = frozenset({"append", "Append", "AppendLine"})


class Scope:
    """What the names of members stand for in one class: with the holder, the object or the class itself."""

    def __init__(self, owner: str, members: Mapping[str, str]) -> None:
        self.owner, self.members = owner, dict(members)


class ClassLowering(Lowering):
    """Lowers a file of classes. A language says how its nodes are called, and what becomes of them."""

    containers: ClassVar[frozenset[str]]
    """Kinds of nodes that hold classes."""
    types: ClassVar[frozenset[str]]
    """Kinds of classes, interfaces, records and enumerations."""
    callables: ClassVar[frozenset[str]]
    """Kinds of methods and constructors."""

    def __init__(self) -> None:
        super().__init__()
        self._members: dict[str, str] = {}
        self._locals: set[str] = set()
        self._owner = ""

    def unit(self, root: "SgNode") -> Unit:
        """All methods of all classes; the values of their fields stand outside."""
        functions: list[Function] = []
        classes: list[ir.Class] = []
        loose: list[Callable[[], Iterable[Stmt]]] = []
        self._gather(root, functions, classes, loose)
        return Unit(tuple(functions), tuple(classes), (), partial(_all_of, loose))

    def _gather(
        self,
        node: "SgNode",
        functions: list[Function],
        classes: list[ir.Class],
        loose: list[Callable[[], Iterable[Stmt]]],
    ) -> None:
        for child in node.children():
            kind = child.kind()
            if kind in self.types:
                self._gather_class(child, functions, classes, loose)
            elif kind in self.containers:
                self._gather(child, functions, classes, loose)
            elif kind == "global_statement":
                loose.append(partial(self.block, child))

    def _gather_class(
        self,
        node: "SgNode",
        functions: list[Function],
        classes: list[ir.Class],
        loose: list[Callable[[], Iterable[Stmt]]],
    ) -> None:
        cls = self.class_of(node)
        classes.append(cls)
        body = node.field("body")
        if body is None:
            return
        scope = Scope(cls.name, self.members_of(node, cls))
        loose.append(partial(self._within, scope, (), partial(self._constants, body, cls)))
        for child in body.children():
            kind = child.kind()
            if kind in self.callables:
                functions += self.functions_of(child, cls, scope)
            elif kind in self.types:
                self._gather_class(child, functions, classes, loose)
            elif kind in self.containers:
                self._gather(child, functions, classes, loose)

    def _within(
        self, scope: Scope, params: Sequence[Param], lower: Callable[[], tuple[Stmt, ...]]
    ) -> tuple[Stmt, ...]:
        """Lower something where the members of a class are known by name, unless parameters hide them."""
        before = self._members, self._locals, self._owner
        names = {param.name for param in params}
        self._owner, self._locals = scope.owner, set(names)
        self._members = {name: holder for name, holder in scope.members.items() if name not in names}
        try:
            return lower()
        finally:
            self._members, self._locals, self._owner = before

    def body_in(
        self, scope: Scope, params: Sequence[Param], body: "SgNode | None"
    ) -> Callable[[], tuple[Stmt, ...]]:
        """The body of a method, lowered when it is asked for."""
        return partial(self._within, scope, params, partial(self._statements_of, body))

    def _statements_of(self, body: "SgNode | None") -> tuple[Stmt, ...]:
        if body is None:
            return ()
        if body.kind() == "arrow_expression_clause":
            return (ir.Return(self.mix(body), *lines_of(body)),)
        return self.block(body)

    def class_of(self, node: "SgNode") -> ir.Class:
        """A class, without its body."""
        raise NotImplementedError

    def members_of(self, node: "SgNode", cls: ir.Class) -> Mapping[str, str]:
        """The names of fields, each with what holds it."""
        raise NotImplementedError

    def functions_of(self, node: "SgNode", cls: ir.Class, scope: Scope) -> Iterable[Function]:
        """What a member comes to: a method, or the accessors of a property."""
        raise NotImplementedError

    def _constants(self, body: "SgNode", cls: ir.Class) -> tuple[Stmt, ...]:
        """The first values of fields, as values of the class."""
        raise NotImplementedError

    # Names

    def declare(self, name: str) -> None:
        """A local variable hides the member of its name."""
        self._locals.add(name)
        self._members.pop(name, None)

    def named_here(self, name: str, line: int) -> Expr:
        """What a bare name stands for."""
        holder = self._members.get(name)
        return ir.Attr(ir.Name(holder, line), name, line) if holder else ir.Name(name, line)

    def literal(self, node: "SgNode") -> Expr:
        """A number, a truth value, a type: as written."""
        return ir.Const(node.text(), line_of(node), string=False)

    def this_object(self, node: "SgNode") -> Expr:
        """The object itself."""
        return ir.Name(THIS, line_of(node))

    def _field(self, node: "SgNode", name: str) -> Expr:
        child = node.field(name)
        return self.expr(child) if child is not None else ir.Const("", line_of(node), string=False)

    # Calls

    def called(self, of: Expr | None, name: str, args: tuple[Arg, ...], line: int, end: int) -> Expr:
        """A call of a method; of the object itself, if it has no receiver."""
        if of is None:
            function = (
                ir.Name(name, line) if name in self._locals else ir.Attr(ir.Name(THIS, line), name, line)
            )
            return ir.Call(function, args, line, end)
        if args and name in _EQUAL | _CONTAINS:
            return _tested(of, name, args, line)
        if name in _PRESENCE:
            asked = args[0].value if args else of
            test = ir.Compare("is", asked, ir.Const("", line), line)
            return ir.Not(test, line) if name in _NEGATIVE else test
        if name in _APPENDS and isinstance(of, ir.Call) and _appends(of) and isinstance(of.function, ir.Attr):
            return ir.Call(of.function, (*of.args, *args), of.line, end)
        return ir.Call(ir.Attr(of, "append" if name in _APPENDS else name, line), args, line, end)

    def constructed(self, name: str, args: tuple[Arg, ...], line: int, end: int) -> Expr:
        """A new object; what builds texts is the text that it begins with."""
        if name in _BUILDERS:
            texts = [
                arg.value for arg in args if not (isinstance(arg.value, ir.Const) and not arg.value.string)
            ]
            return put_together(texts[:1], line)
        return ir.Call(ir.Name(name, line), args, line, end, new=True)

    # Statements

    def returning(self, node: "SgNode") -> Iterable[Stmt]:
        """The end of a method, with its value."""
        value = self.named(node)
        return (ir.Return(self.expr(value[0]) if value else None, *lines_of(node)),)

    def leaving(self, node: "SgNode") -> Iterable[Stmt]:
        """The end of what is run here; what is thrown is looked at."""
        value = [part for part in self.named(node) if node.kind() == "throw_statement"]
        return (ir.Leave(self.expr(value[0]) if value else None, line_of(node)),)

    def branching(self, node: "SgNode") -> Iterable[Stmt]:
        """An `if`; its ways may be single statements."""
        test = self._field(node, "condition")
        then, otherwise = node.field("consequence"), node.field("alternative")
        return (ir.If(test, self.one(then), self.one(otherwise), line_of(node)),)

    def looping(self, node: "SgNode") -> Iterable[Stmt]:
        """A `while`."""
        test = self._field(node, "condition")
        return (ir.Loop(None, None, test, self.one(node.field("body")), line_of(node)),)

    def doing(self, node: "SgNode") -> Iterable[Stmt]:
        """A `do`: its test stands behind the body."""
        return (ir.Loop(None, None, None, self.one(node.field("body")), line_of(node)),)

    def one(self, node: "SgNode | None") -> tuple[Stmt, ...]:
        """A statement that may be a block."""
        return tuple(self.statement(node)) if node is not None else ()

    def nothing(self, _: "SgNode") -> Iterable[Stmt]:
        """What says nothing of data."""
        return ()

    def chain(self, cases: Sequence[tuple[Expr | None, tuple[Stmt, ...]]], line: int) -> tuple[Stmt, ...]:
        """A `switch` as a chain of tests; what has none is the default, wherever it stands."""
        otherwise = next((body for test, body in cases if test is None), ())
        for test, body in reversed(cases):
            if test is not None:
                otherwise = (ir.If(test, body, otherwise, line),)
        return otherwise

    def choices(self, cases: Sequence[tuple[Expr | None, Expr | None]], line: int) -> Expr:
        """A `switch` that has a value: each if its test holds. None as a value is one that throws."""
        made = next((value for test, value in cases if test is None), None)
        for test, value in reversed(cases):
            if test is None or value is None:
                continue
            made = value if made is None else ir.Choice((value, made), line, test)
        return made if made is not None else ir.Const("", line)


def case_test(subject: Expr, values: Sequence[Expr], line: int) -> Expr:
    """Whether a subject is one of some values."""
    if len(values) == 1:
        return compared("==", subject, values[0], line)
    entries = tuple(ir.Entry(None, value) for value in values)
    return ir.Compare("in", subject, ir.Group(entries, line), line)


def without_break(body: tuple[Stmt, ...]) -> tuple[Stmt, ...]:
    """The body of a case without the `break` that only ends it."""
    if body and isinstance(body[-1], ir.Leave) and body[-1].value is None:
        return body[:-1]
    if body and isinstance(body[-1], ir.Block):
        return (*body[:-1], body[-1].but(body=without_break(body[-1].body)))
    return body


def format_args(args: Sequence[Arg], word: str, line: int, end: int) -> Expr:
    """A template with its gaps filled in, `%s` or `{0}`."""
    template, *rest = args
    if not rest:
        return template.value
    if word == "%":
        return filled(template.value, rest, line, end)
    return ir.Call(ir.Attr(template.value, word, line), tuple(rest), line, end)


def typed_value(value: Expr, written: str, line: int) -> Expr:
    """A value with the type of the variable that it goes to, if that says anything of it."""
    return value if written in {"var", "bool", "boolean"} else ir.Typed(value, written, line)


def plain_type(written: str) -> str:
    """The class in a type as it is written: `java.util.List<User>`, `User[]`, `int?`."""
    return written.partition("<")[0].partition("[")[0].rstrip("?. ").rpartition(".")[2].strip()


def _tested(of: Expr, name: str, args: tuple[Arg, ...], line: int) -> Expr:
    """`a.equals(b)`, `Objects.equals(a, b)`, `set.contains(a)` as the comparisons that they are."""
    first = args[0].value
    if name in _CONTAINS:
        return ir.Compare("in", first, of, line)
    if len(args) > 1 and isinstance(of, ir.Name) and of.id[:1].isupper():
        return compared("==", first, args[1].value, line)
    return compared("==", of, first, line)


def _appends(call: ir.Call) -> bool:
    return isinstance(call.function, ir.Attr) and call.function.name == "append"


def _all_of(makers: Iterable[Callable[[], Iterable[Stmt]]]) -> tuple[Stmt, ...]:
    return tuple(stmt for make in makers for stmt in make())
