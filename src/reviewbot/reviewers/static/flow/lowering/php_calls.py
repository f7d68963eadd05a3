"""What PHP has functions for and other languages operators: tests, formatting, filters."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr
from reviewbot.reviewers.static.flow.lowering.literals import filled, put_together

Args = tuple[Arg, ...]
Lines = tuple[int, int]
_POSITIONS: Final = frozenset(("strpos", "stripos", "strrpos", "mb_strpos", "mb_stripos", "str_contains"))
"""Functions that look for a text in another."""
_TRUTHS: Final = {"true": True, "false": False, "TRUE": True, "FALSE": False, "1": True, "0": False}
_DELIMITED: Final = re.compile(
    r"\s*([/#~@!%|+])(.*)\1[a-zA-Z]*\s*|\s*[({\[](.*)[)}\]][a-zA-Z]*\s*", re.DOTALL
)
_SAME: Final = {
    "trim": "strip",
    "ltrim": "strip",
    "strtolower": "lower",
    "strtoupper": "upper",
    "mb_strtolower": "lower",
}
"""Functions that give the same text, as the methods that other languages have for them."""


def built_in(name: str, args: Args, line: int, end: int) -> Expr | None:
    """What a call of a built-in function comes to, if there is a better word for it than the call."""
    make = _BUILT_IN.get(name.lower())
    return make(name.lower(), args, (line, end)) if make and args else None


def judged(operator: str, left: Expr, right: Expr, line: int) -> Expr | None:
    """A comparison with true, false or a position, as what it stands for; None if it is another."""
    if isinstance(left, ir.Const) and not isinstance(right, ir.Const):
        left, right = right, left
    if not isinstance(right, ir.Const) or right.string or right.text not in _TRUTHS:
        return None
    is_position = isinstance(left, ir.Compare) and left.op == "in"
    if isinstance(left, ir.Compare) and is_position and right.text == "0":
        starts: Expr = ir.Call(
            ir.Name("str_starts_with", line), (Arg(left.right), Arg(left.left)), line, line
        )
        return starts if operator in {"==", "==="} else ir.Not(starts, line) if operator[0] == "!" else None
    if not isinstance(left, ir.Compare | ir.Call | ir.Not | ir.All | ir.AnyOf | ir.Bind):
        return None
    if operator[0] in "<>" and operator != "<>":
        return left if operator == ">" and right.text == "0" else None
    truth = _TRUTHS[right.text] is (operator in {"==", "==="})
    return left if truth else ir.Not(left, line)


def _member_of(_: str, args: Args, at: Lines) -> Expr | None:
    return ir.Compare("in", args[0].value, args[1].value, at[0]) if len(args) > 1 else None


def _position(_: str, args: Args, at: Lines) -> Expr | None:
    return ir.Compare("in", args[1].value, args[0].value, at[0]) if len(args) > 1 else None


def _is_set(_: str, args: Args, at: Lines) -> Expr:
    tests = tuple(_there(arg.value, at[0]) for arg in args)
    return tests[0] if len(tests) == 1 else ir.All(tests, at[0])


def _there(value: Expr, line: int) -> Expr:
    if isinstance(value, ir.Item) and not isinstance(value.key, ir.Const):  # `isset($allowed[$name])`
        return ir.Compare("in", value.key, value.of, line)
    return ir.Not(ir.Compare("is", value, ir.Const("null", line, string=False), line), line)


def _empty(_: str, args: Args, at: Lines) -> Expr:
    return ir.Not(_there(args[0].value, at[0]), at[0])


def _formatted(name: str, args: Args, at: Lines) -> Expr:
    first = 1 if name in {"fprintf", "vfprintf"} else 0
    rest = args[first + 1 :]
    if name.startswith("v") and rest and isinstance(rest[0].value, ir.Group):
        rest = tuple(Arg(entry.value) for entry in rest[0].value.entries)
    text = filled(args[first].value, rest, *at) if len(args) > first else args[0].value
    if name.lstrip("v")[0] == "s":
        return text
    if first:
        return ir.Call(ir.Name("fwrite", at[0]), (args[0], Arg(text)), *at)
    return ir.Call(ir.Name("echo", at[0]), (Arg(text),), *at)


def _matched(name: str, args: Args, at: Lines) -> Expr | None:
    """The pattern without its delimiters, as a test reads it."""
    pattern = args[0].value
    if not isinstance(pattern, ir.Const) or not (found := _DELIMITED.fullmatch(pattern.text)):
        return None
    bare = pattern.but(text=found[2] if found[2] is not None else found[3])
    return ir.Call(ir.Name(name, at[0]), (Arg(bare), *args[1:]), *at)


def _filtered(name: str, args: Args, at: Lines) -> Expr | None:
    """A filter is told by a constant: the name of the call tells it."""
    first = 1 if name == "filter_var" else 2
    told = args[first].value if len(args) > first else None
    if not isinstance(told, ir.Name) or not told.id.startswith("FILTER_"):
        return None
    return ir.Call(ir.Name(f"{name}.{told.id}", at[0]), args, *at)


def _same(name: str, args: Args, at: Lines) -> Expr:
    return ir.Call(ir.Attr(args[0].value, _SAME[name], at[0]), (), *at)


def _opened(_: str, args: Args, at: Lines) -> Expr | None:
    first = args[0].value
    if isinstance(first, ir.Const) and first.text in {"php://input", "php://stdin"}:
        return ir.Call(ir.Name(first.text.replace("://", "_"), at[0]), (), *at)
    return None


def _imploded(_: str, args: Args, at: Lines) -> Expr | None:
    if len(args) > 1 and isinstance(args[1].value, ir.Group):
        parts: list[Expr] = []
        for entry in args[1].value.entries:
            parts += [args[0].value, entry.value] if parts else [entry.value]
        return put_together(parts, at[0])
    values = tuple(arg.value for arg in args[::-1] if not isinstance(arg.value, ir.Const))
    return ir.Join(values, at[0]) if values else None


def _constant(_: str, args: Args, at: Lines) -> Expr | None:
    first = args[0].value
    if len(args) > 1 and isinstance(first, ir.Const):
        return ir.Bind(ir.Name(first.text, at[0]), args[1].value, at[0])
    return None


def _appended(_: str, args: Args, at: Lines) -> Expr | None:
    return ir.Call(ir.Attr(args[0].value, "append", at[0]), args[1:], *at) if len(args) > 1 else None


Maker = Callable[[str, Args, Lines], Expr | None]
_BUILT_IN: Final[Mapping[str, Maker]] = {
    "in_array": _member_of,
    "array_key_exists": _member_of,
    "key_exists": _member_of,
    "isset": _is_set,
    "empty": _empty,
    "is_null": _empty,
    "preg_match": _matched,
    "filter_var": _filtered,
    "filter_input": _filtered,
    "file_get_contents": _opened,
    "fopen": _opened,
    "implode": _imploded,
    "join": _imploded,
    "define": _constant,
    "array_push": _appended,
    "array_unshift": _appended,
    **dict.fromkeys(_POSITIONS, _position),
    **dict.fromkeys(_SAME, _same),
    **dict.fromkeys(("sprintf", "vsprintf", "printf", "vprintf", "fprintf", "vfprintf"), _formatted),
}
