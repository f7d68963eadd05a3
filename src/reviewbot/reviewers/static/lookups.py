"""Records that are found by their number alone, where the same file asks for their owner elsewhere.

One such look-up says nothing: a record may be everybody's. But where others beside it find the same records
together with whose they are, the one that does not hands out what belongs to somebody else.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.flow.models import family_of
from reviewbot.reviewers.static.passages import Hit, Passage, Weakness, claim

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_MOST: Final = 200
"""Look-ups of one file that are compared."""
_LONGEST: Final = 500
"""Characters of a look-up."""
_ABOVE: Final = 3
"""Lines above a function in which its decorators stand."""
_FUNCTIONS: Final = (
    "function_definition",
    "function_declaration",
    "method_definition",
    "arrow_function",
    "function_expression",
    "method_declaration",
    "method",
)
_SQL: Final = re.compile(
    r"(?P<chain>)\b(?i:FROM|UPDATE)\s+(?P<model>[a-z]\w*)\b(?P<rest>[^\"`;]{0,200}?\b(?i:WHERE)\b[^\"`;]{0,300})"
)


class Lookup(NamedTuple):
    """One question for records: of what, on which lines, and how it is put."""

    model: str
    first: int
    last: int
    text: str


class Words(NamedTuple):
    """The regular expressions of lookups.toml."""

    owner: re.Pattern[str]
    by_id: re.Pattern[str]
    derived: re.Pattern[str]
    decides: re.Pattern[str]
    compares: re.Pattern[str]
    calls: Mapping[str, tuple[re.Pattern[str], ...]]
    weakness: Weakness


@cache
def words() -> Words:
    """What lookups.toml says."""
    told = tomllib.loads(files(__package__).joinpath("lookups.toml").read_text())
    calls = {name: tuple(map(re.compile, patterns)) for name, patterns in told["calls"].items()}
    weakness = Weakness(severity=Severity.HIGH, confidence=Confidence.MEDIUM, **told["weakness"])
    owner, by_id, derived, decides, compares = (
        re.compile(told[key]) for key in ("owner", "by_id", "derived", "decides", "compares")
    )
    return Words(owner, by_id, derived, decides, compares, calls, weakness)


def unowned(root: "SgNode", passage: Passage, by: str) -> Iterator[Hit]:
    """Look-ups on changed lines that lack the owner whom others of the same file ask for."""
    found = list(_lookups(passage))[:_MOST]
    opened = [one for one in found if _is_open(one)]
    if not any(passage.is_changed(passage.start + one.first, passage.start + one.last) for one in opened):
        return
    around = {one: _around(root, passage, one) for one in opened}
    owned = {one.model for one in found if _is_owned(one) or words().compares.search(around.get(one, ""))}
    for one in opened:
        first, last = passage.start + one.first, passage.start + one.last
        if one.model in owned and passage.is_changed(first, last) and not _decides(around[one]):
            yield Hit(claim(words().weakness, by, passage.line(first), first), last)


def _decides(text: str) -> bool:
    """Whether a function decides in its own way who may go on."""
    return any(pattern.search(text) for pattern in (words().decides, words().compares))


def _lookups(passage: Passage) -> Iterator[Lookup]:
    text = passage.text
    for pattern in (*words().calls.get(family_of(passage.language), ()), _SQL):
        for match in pattern.finditer(text):
            opened = text.rfind("(", match.start(), match.end())
            end = match.end() if pattern is _SQL else _end(text, opened)
            said = text[match.start() : max(end, match.end())][:_LONGEST]
            first = text.count("\n", 0, match.start())
            yield Lookup(match["model"].lower().rstrip("s"), first, first + said.count("\n"), said)


def _end(text: str, at: int) -> int:
    """Where a call ends that opens here, with the calls that are chained to it."""
    depth = 0
    for place in range(at, min(len(text), at + _LONGEST)):
        if text[place] in "([{":
            depth += 1
        elif text[place] in ")]}":
            depth -= 1
            if depth <= 0 and not _CHAINED.match(text, place + 1):
                return place + 1
    return at + _LONGEST


_CHAINED: Final = re.compile(r"\s*\.(?:where|filter|filter_by|and_|options|get|find\w*|first\w*)\(")


def _is_owned(one: Lookup) -> bool:
    return words().owner.search(_without_model(one)) is not None


def _is_open(one: Lookup) -> bool:
    """Whether a record is asked for by a number that comes as it is, and by nothing else."""
    text = _without_model(one)
    told = words()
    return (
        not told.owner.search(text) and not told.derived.search(text) and told.by_id.search(text) is not None
    )


def _without_model(one: Lookup) -> str:
    """A look-up without the name of what is looked for, which may be that of an owner itself."""
    return re.sub(rf"(?i)\b{re.escape(one.model)}s?\b", "", one.text)


def _around(root: "SgNode", passage: Passage, one: Lookup) -> str:
    """The function that a look-up stands in, with what stands right above it."""
    spans = (
        (node.range().start.line, node.range().end.line) for kind in _FUNCTIONS for node in _all(root, kind)
    )
    around = [span for span in spans if span[0] <= one.first <= span[1] and span[1] > span[0]]
    first, last = min(around, key=lambda span: span[1] - span[0], default=(one.first, one.last))
    return "\n".join(passage.lines[max(first - _ABOVE, 0) : last + 1])


def _all(root: "SgNode", kind: str) -> list["SgNode"]:
    try:
        return root.find_all(kind=kind)
    except RuntimeError:  # this grammar has no such kind
        return []
