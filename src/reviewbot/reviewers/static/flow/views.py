"""Functions that a request is handed to: views, whose parameters a client fills, or helpers of those."""

import re
from collections.abc import Iterable
from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.models import Views
from reviewbot.reviewers.static.flow.parameters import mark_names

_ROUTE: Final = re.compile(
    r"\b(?:path|re_path|url|add_\w+|Route)\((?:\s*r?(?:\"[^\"\n]*\"|'[^'\n]*')\s*,)+\s*(?:\w+=)?(?:\w+\()*([\w.]+)"
)
"""What a route leads to: `path("<pk>/", login_required(views.invoice))`."""
_ROUTES: Final = ("path(", "url(", "add_", "Route(")
_SAYS_NOTHING: Final = frozenset(
    """
    staticmethod classmethod abstractmethod override overload wraps cache lru_cache contextmanager
    asynccontextmanager
    """.split()  # noqa: SIM905 - a list of words
)
"""Marks that helpers bear, too."""
_CALL: Final = r"(?<!def )\b{}\(\s*(?:self\.)?req(?:uest)?\s*,"


def routed(texts: Iterable[str]) -> frozenset[str]:
    """The names of functions that routes lead to."""
    return frozenset(
        name.rpartition(".")[2]
        for text in texts
        if any(map(text.__contains__, _ROUTES))
        for name in _ROUTE.findall(text)
    )


def is_view(function: ir.Function, path: str, text: str, views: Views) -> bool:
    """Whether a function of a file shows that it is a view: by its marks, name, place or what it does.

    One that others call with more than the request, or that is private, is a helper.
    """
    marks = {name.rpartition(".")[2] for name in mark_names(function)}
    if marks - _SAYS_NOTHING or views.methods.fullmatch(function.name):
        return True
    if function.name.startswith("_") or re.search(_CALL.format(re.escape(function.name)), text):
        return False
    if views.files.search(path) or views.owners.search(function.owner):
        return True
    body = "\n".join(text.split("\n")[function.start - 1 : function.end])
    return views.bodies.search(body) is not None
