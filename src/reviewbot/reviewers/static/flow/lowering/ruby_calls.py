"""What Ruby asks by methods and other languages by operators: tests, formatting."""

from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.ir import Arg, Expr
from reviewbot.reviewers.static.flow.lowering.literals import filled

Args = tuple[Arg, ...]
_THERE: Final = frozenset(("present?", "any?", "exists?", "presence?"))
_MISSING: Final = frozenset(("nil?", "blank?", "empty?", "none?", "zero?"))
_HOLDS: Final = frozenset(("include?", "key?", "has_key?", "member?", "has_value?", "cover?"))
_SAME: Final = {
    "strip": "strip",
    "downcase": "lower",
    "upcase": "upper",
    "dup": "strip",
    "to_sym": "strip",
    "chomp": "strip",
    "freeze": "strip",
    "html_safe?": "strip",
    "squish": "strip",
}
"""Methods that give the same text, as other languages call them."""


def asked(of: Expr, word: str, args: Args, line: int, end: int) -> Expr | None:
    """A question to an object, as the condition that it stands for; None if it is another call."""
    if word in _MISSING and not args:
        return ir.Compare("is", of, ir.Const("nil", line, string=False), line)
    if word in _THERE and not args:
        return ir.Not(ir.Compare("is", of, ir.Const("nil", line, string=False), line), line)
    if word in _HOLDS and len(args) == 1:
        return ir.Compare("in", args[0].value, of, line)
    if word == "in?" and len(args) == 1:
        return ir.Compare("in", of, args[0].value, line)
    if word in _SAME and not args:
        return ir.Call(ir.Attr(of, _SAME[word], line), (), line, end)
    return None


def built_in(word: str, args: Args, line: int, end: int) -> Expr | None:
    """A function that has a better word than its call; None if it has not."""
    if word in {"format", "sprintf"} and args:
        return filled(args[0].value, args[1:], line, end) if len(args) > 1 else args[0].value
    return None
