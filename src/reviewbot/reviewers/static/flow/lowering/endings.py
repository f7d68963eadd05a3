"""Languages in which statements have values: the last expression of each way through them."""

from collections.abc import Callable

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Expr, Stmt

Ending = Callable[[Expr, int], Stmt]


def ended(stmts: tuple[Stmt, ...], end: Ending) -> tuple[Stmt, ...]:
    """The statements, with `end` made of the value that each way through them comes to."""
    if not stmts:
        return stmts
    *before, last = stmts
    return (*before, *_ended(last, end))


def _ended(stmt: Stmt, end: Ending) -> tuple[Stmt, ...]:
    match stmt:
        case ir.Do():
            return (end(stmt.value, stmt.line),)
        case ir.Assign():
            return (stmt, end(stmt.target, stmt.line))
        case ir.If():
            return (stmt.but(then=ended(stmt.then, end), otherwise=ended(stmt.otherwise, end)),)
        case ir.Try():
            handlers = tuple(ended(handler, end) for handler in stmt.handlers)
            return (stmt.but(body=ended(stmt.body, end), handlers=handlers),)
        case ir.Block():
            return (stmt.but(body=ended(stmt.body, end)),)
        case _:
            return (stmt,)
