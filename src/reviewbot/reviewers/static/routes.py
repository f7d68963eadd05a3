"""What a route is, and the words that routes and their protection are told by."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_FIRST: Final = 400
"""Characters at the beginning of a handler in which a check counts as its protection."""
_NAME = re.compile(r"[A-Za-z_][\w.]*")
_RANKED = re.compile(r"\b(Roles|Policy)\s*=")


@dataclass(frozen=True, slots=True)
class Route:
    """A place where requests arrive.

    Lines count from 0: that of its first decorator, of its name, of the end of its header.

    `marks` are the names of what protects it, `checked` says that its body decides on its own who may go on,
    and `opened` that somebody wrote down that it is public. Routes of one `scope` are siblings.
    """

    first: int
    line: int
    last: int
    scope: str
    name: str
    writes: bool
    marks: frozenset[str] = frozenset()
    checked: bool = False
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The regular expressions that routes and their protection are told by."""

    protects: re.Pattern[str]
    decides: re.Pattern[str]
    unrelated: re.Pattern[str]
    opened: re.Pattern[str]
    checks: re.Pattern[str]
    first: re.Pattern[str]
    public: re.Pattern[str]
    readable: re.Pattern[str]
    of: Mapping[str, Mapping[str, re.Pattern[str]]]
    """By language, or "calls", those of one way to write routes."""

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> "Words":
        """From the file that holds them."""
        general = {key: re.compile(text) for key, text in table.items() if isinstance(text, str)}
        sections = {
            key: entry for key, entry in table.items() if key != "weakness" and isinstance(entry, dict)
        }
        return cls(
            **general,
            of={
                key: {name: re.compile(text) for name, text in entry.items()}
                for key, entry in sections.items()
            },
        )

    def marks(self, texts: Iterable[str]) -> frozenset[str]:
        """The names of those that protect."""
        return frozenset(
            f"{name[0]}(Roles)" if _RANKED.search(text) else name[0]
            for text in texts
            if self.protects.search(text) and not self.unrelated.search(text) and (name := _NAME.search(text))
        )

    def is_public(self, route: Route) -> bool:
        """Whether a route is open to everybody by its nature, as its name tells."""
        return bool(self.public.search(route.name) or (not route.writes and self.readable.search(route.name)))

    def of_body(self, text: str) -> frozenset[str]:
        """What a body checks first."""
        asked = self.first.finditer(text[:_FIRST])
        return frozenset(next(filter(None, found.groups())) for found in asked)


def rows(node: "SgNode") -> tuple[int, int]:
    """First and last line of a node, from 0."""
    where = node.range()
    return where.start.line, where.end.line


def field_text(node: "SgNode", name: str) -> str:
    """The text of a field; "" if there is none."""
    found = node.field(name)
    return found.text() if found else ""


def header_end(node: "SgNode") -> int:
    """The line on which the header of a definition ends, as far as that is before its body."""
    parameters = node.field("parameters")
    return rows(parameters or node.field("name") or node)[1]
