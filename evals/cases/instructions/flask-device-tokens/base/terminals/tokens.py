"""Who is calling: a person at a till, or a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps

from flask import abort, g, session


@dataclass(frozen=True)
class Caller:
    kind: str
    number: int


def _person() -> Caller | None:
    number = session.get("cashier")
    return Caller("cashier", number) if number else None


def known_caller(view):
    """Let only callers in that we know; `g.caller` says who it is."""

    @wraps(view)
    def guarded(*args, **kwargs):
        g.caller = _person()
        if g.caller is None:
            abort(401)
        return view(*args, **kwargs)

    return guarded


def cashiers_only(view):
    """Let only people in, no terminals."""

    @wraps(view)
    @known_caller
    def guarded(*args, **kwargs):
        if g.caller.kind != "cashier":
            abort(403)
        return view(*args, **kwargs)

    return guarded
