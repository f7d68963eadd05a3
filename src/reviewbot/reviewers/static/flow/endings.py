"""The ending of a name, which tells nothing of the rest of it."""

from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.state import place_of

_ENDINGS: Final = frozenset({"extname", "splitext", "getExtension", "GetExtension", "Ext", "len"})
"""Functions that tell as little of what they are given."""
_SPLITS: Final = frozenset({"split"})
_LAST: Final = frozenset({"pop", "at"})
_CUTS: Final = frozenset({"slice", "substring", "substr"})
_FINDS_LAST: Final = frozenset({"lastIndexOf"})
"""What takes a name apart at its last dot."""
SAME: Final = frozenset(
    {"lower", "upper", "strip", "get", "toLowerCase", "toUpperCase", "trim", "Get", "downcase"}
)


def is_ending(expr: ir.Expr) -> bool:
    """Whether a call takes the ending off a name: `extname(name)`, `name.split(".").pop()`."""
    if not isinstance(expr, ir.Call):
        return False
    if not isinstance(expr.function, ir.Attr):
        return place_of(expr.function) in _ENDINGS
    name, of = expr.function.name, expr.function.of
    if name in SAME:
        return is_ending(of)
    if name in _LAST:
        return _asks_for_dot(of, _SPLITS)
    return name in _ENDINGS or (
        name in _CUTS and any(_asks_for_dot(arg.value, _FINDS_LAST) for arg in expr.args[:1])
    )


def _asks_for_dot(expr: ir.Expr, names: frozenset[str]) -> bool:
    """Whether a call of one of some methods is given a dot, maybe with a number added to what it gives."""
    if isinstance(expr, ir.Join | ir.Mix):
        return any(_asks_for_dot(part, names) for part in expr.parts)
    if (
        not isinstance(expr, ir.Call)
        or not isinstance(expr.function, ir.Attr)
        or expr.function.name not in names
    ):
        return False
    first = expr.args[0].value if expr.args else None
    return isinstance(first, ir.Const) and first.text == "."
