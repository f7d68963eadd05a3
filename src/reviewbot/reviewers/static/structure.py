"""Defects that show in the shape of the code, found by our own rules on ast-grep's trees."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reviewbot.reviewers.static.passages import Hit, Passage, Unreadable, hit
from reviewbot.reviewers.static.rulebook import LANGUAGES, Rule, Rulebook, load

if TYPE_CHECKING:
    from ast_grep_py import SgNode

LARGEST = 2_000_000
"""Characters of one file."""
LONGEST = 100_000
"""Characters of one line: columns are counted from its start for each hit."""
DEEPEST = 400
"""Levels of the tree. To find a node's parent takes a walk from the root, and some rules look into all that a
node holds: on deeper trees the time would grow with the square of the text."""
_DECLARATIONS = (".d.ts", ".d.cts", ".d.mts")
"""Types without code: nothing to search, and the grammar stumbles over `export default function (): T;`."""
_SHALLOW = 2_000
"""Characters that cannot hold a tree deep enough to matter."""


@dataclass(frozen=True)
class Structure:
    """Parses each passage once, and runs all rules of its language over the tree."""

    name: str = "static/rules"

    def speaks(self, language: str) -> bool:
        """The languages that rules are written for."""
        return language in LANGUAGES

    @cached_property
    def book(self) -> Rulebook:
        """The rules, read at the first need."""
        return load()

    def detect(self, texts: Sequence[Passage]) -> Iterable[Sequence[Hit] | Unreadable]:
        """Read one passage after the other; the tree of one is gone before the next."""
        for passage in texts:
            yield self._read(passage)

    def _read(self, passage: Passage) -> Sequence[Hit] | Unreadable:
        from ast_grep_py import SgRoot  # noqa: PLC0415 - 20 ms, and only a run that gets here needs it

        if passage.path.endswith(_DECLARATIONS):
            return []
        text = passage.text
        if excess := _excess(passage, text):
            return Unreadable(f"too large for the rules: {excess}")
        root = SgRoot(text, passage.language).root()
        if len(text) > _SHALLOW and root.matches(**_levels(DEEPEST)):
            return Unreadable(f"too large for the rules: more than {DEEPEST} levels of nesting")
        if _broken(root, len(text)):
            part = "does not parse: more than half of it is errors"
            return Unreadable(part if passage.complete else f"only part of the file is known, and it {part}")
        return list(self._search(root, passage, self.book.about(passage.language, text)))

    def _search(self, root: "SgNode", passage: Passage, rules: Sequence[Rule]) -> Iterator[Hit]:
        """One walk for all rules; only where it finds anything, one for each, to learn which rule it was."""
        if not rules or not self._find(root, passage.language, {"any": [rule.pattern for rule in rules]}):
            return
        for rule in rules:
            yield from _hits(rule, self.name, self._find(root, passage.language, rule.pattern), passage)

    def _find(self, root: "SgNode", language: str, pattern: object) -> list["SgNode"]:
        config: Any = {"rule": pattern, "utils": self.book.terms.get(language, {})}
        return root.find_all(config)


def _hits(rule: Rule, by: str, nodes: Iterable["SgNode"], passage: Passage) -> Iterator[Hit]:
    """One hit for each line that a match begins on, up to the end of the longest."""
    ends: dict[int, int] = {}
    for node in nodes:
        where = node.range()
        first = passage.start + where.start.line
        ends[first] = max(ends.get(first, first), min(passage.start + where.end.line, passage.end))
    for first, last in ends.items():
        yield hit(rule.weakness, by, passage, first, last)


def _broken(root: "SgNode", size: int) -> bool:
    """Whether the parser made nothing of most of the text; what it skips, no rule sees."""
    lost = done = 0
    for node in root.find_all(kind="ERROR"):
        where = node.range()
        lost += max(where.end.index - max(where.start.index, done), 0)
        done = max(done, where.end.index)
    return lost * 2 > size


def _excess(passage: Passage, text: str) -> str:
    """In which way the text is beyond what the rules read in bounded time; "" if it is not."""
    if len(text) > LARGEST:
        return f"{len(text):,} characters"
    longest = max(passage.lines, key=len)
    if len(longest) > LONGEST:
        return f"line {passage.start + passage.lines.index(longest)} has {len(longest):,} characters"
    return ""


def _levels(depth: int) -> Any:  # noqa: ANN401 - a rule in ast-grep's own form
    """The rule that matches a tree of at least this depth. To test it costs one walk at most."""
    rule: dict[str, Any] = {"regex": ""}
    for _ in range(depth):
        rule = {"has": rule}
    return rule
