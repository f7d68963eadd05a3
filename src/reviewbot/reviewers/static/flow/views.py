"""Functions that a request is handed to: views, whose parameters a client fills, or helpers of those."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final, NamedTuple

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
_CALL: Final = re.compile(r"(?<!def )(?<![\w.])((?:\w+\.)?\w+)\(\s*(?:request=)?(?:self\.)?req(?:uest)?\s*,")
"""A call with more than the request; of what stands behind two dots, nobody knows whose it is."""
_IMPORT: Final = re.compile(r"^[ \t]*from[ \t]+[\w.]*?(\w+)[ \t]+import\b", re.MULTILINE)


class Routes(NamedTuple):
    """What the files of a program do with functions that are given a request."""

    lead_to: frozenset[str]
    """Names of those that routes lead to."""
    called: frozenset[str]
    """Those that are called with more than the request, by the file that they may be of: `pages.pull`."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Routes":
        """Those of some files."""
        every = tuple(texts)
        leads = (text for text in every if any(map(text.__contains__, _ROUTES)))
        return cls(
            frozenset(name.rpartition(".")[2] for text in leads for name in _ROUTE.findall(text)),
            frozenset(name for text in every for name in _called_elsewhere(text)),
        )


def _called_elsewhere(text: str) -> Iterator[str]:
    """What a file calls with a request, of the modules that it names."""
    calls = _CALL.findall(text) if "req" in text else ()
    modules = _IMPORT.findall(text) if calls else ()
    for name in calls:
        yield from (name,) if "." in name else (f"{module}.{name}" for module in modules)


def is_view(function: ir.Function, path: str, text: str, views: Views, routes: Routes) -> bool:
    """Whether a function of a file is a view: by routes, its marks, name, place or what it does.

    One that others call with more than the request, or that is private, is a helper.
    """
    if function.name in routes.lead_to:
        return True
    marks = {name.rpartition(".")[2] for name in mark_names(function)}
    if marks - _SAYS_NOTHING or views.methods.fullmatch(function.name):
        return True
    own = {function.name, f"self.{function.name}"}
    if function.name.startswith("_") or not own.isdisjoint(_CALL.findall(text)):
        return False
    if views.files.search(path) or views.owners.search(function.owner):
        return True
    body = "\n".join(text.split("\n")[function.start - 1 : function.end])
    if views.bodies.search(body):
        return True
    # What is marked as a helper may be, and what stands inside another function is called by that.
    is_open = not marks and not function.owner and not body[:1].isspace()
    is_called = f"{PurePosixPath(path).stem}.{function.name}" in routes.called
    return is_open and not is_called and views.replies.search(body) is not None
