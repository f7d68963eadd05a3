"""What stood before all routes of a router, and stands in each of them now."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.statements import Statement, masked

_MOUNTED: Final = re.compile(r"\.use\(\s*(?:\w+\.)*(\w+)$")
_ROUTER: Final = re.compile(r"[\w$.]+$")
_LISTED: Final = re.compile(r"(?:const|let|var)\s+(\w+)\s*=\s*\[")
_DOES: Final = re.compile(
    r"\s*(?:\.(?P<verb>use|route|get|post|put|patch|delete|del|all|head|options)\(|\[.{0,80}?\]\()"
)
"""What a router may be told: `api[verb](path, act)` is any of it."""
_FAILS: Final = re.compile(
    r"(?i)\.use\(\s*(?:(?![\w.]*rout)[\w.]*(?:error|not_?found)\w*\b|\(?\s*_?err?\w*\s*,)"
)
"""What is done with a request that nothing has answered."""
_BRACKET: Final = re.compile(r"[()\[\]{}]")


def on_each_route(comparison: Comparison, statement: Statement, what: str) -> bool:
    """Whether what stood before all routes now stands in each of them, or in a list that is handed to it."""
    mounted = _MOUNTED.search(what)
    router = _ROUTER.search(statement.text.partition(what)[0])
    if not mounted or not router:
        return False
    above = set(_told(comparison.old[: comparison.place(statement)], router[0]))
    told = [one for one in _told(comparison.new, router[0]) if one not in above and not _FAILS.match(one)]
    lists = (
        found[1] for one in comparison.added if mounted[1] in one.words and (found := _LISTED.match(one.text))
    )
    guards = re.compile(rf"\b(?:{'|'.join((mounted[1], *lists))})\b")
    return bool(told) and all(guards.search(masked(call)) for call in told)


def _told(side: Sequence[Statement], router: str) -> Iterator[str]:
    """Each call that a router gets; of a chain, `api.route("/").get(list)`, those behind the path."""
    said = "\n".join(one.text for one in side)
    bare = "\n".join(masked(one.text) for one in side)
    ends, at = _ends(bare), 0
    for named in re.finditer(rf"(?<![\w$.]){re.escape(router)}(?=\s*[.\[])", bare):
        if named.start() < at:
            continue
        at = named.end()
        while found := _DOES.match(bare, at):
            at = ends.get(found.end() - 1, found.end())
            if found["verb"] != "route" or not _DOES.match(bare, at):
                yield squeezed(said[found.start() : at])


def _ends(text: str) -> dict[int, int]:
    """By where a bracket opens: behind the one that closes it."""
    opened: list[int] = []
    ends = {}
    for found in _BRACKET.finditer(text):
        if found[0] in "([{":
            opened.append(found.start())
        elif opened:
            ends[opened.pop()] = found.end()
    return ends
