"""Defects that show in the shape of the code: patterns on ast-grep's trees, regular expressions on lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from reviewbot.reviewers.static.islands import code_of
from reviewbot.reviewers.static.lines import matching
from reviewbot.reviewers.static.passages import PARTIAL, TOO_LARGE, UNPARSED, Hit, Passage, Unreadable, hit
from reviewbot.reviewers.static.rulebook import GRAMMARS, Rule, Rulebook
from reviewbot.reviewers.static.sheet import Sheet
from reviewbot.reviewers.static.slow import is_exponential, patterns_of

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
_WHOLE = re.compile(r"\bfullmatch\(|\bmatches\(|^\w*regexp\s*=")
"""Calls whose pattern has to match a text as a whole."""
_ANY_CASE = re.compile(r"\bre\.I\b|IGNORECASE|CASE_INSENSITIVE|IgnoreCase|[\"']\w*i\w*[\"']\s*\)$")
_SHALLOW = 2_000
"""Characters that cannot hold a tree deep enough to matter."""


def parse(passage: Passage) -> "SgNode | Unreadable | None":
    """The tree of a passage; None if its language has no grammar or it holds no code."""
    from ast_grep_py import SgRoot  # noqa: PLC0415 - 20 ms, and only a run that gets here needs it

    grammar = GRAMMARS.get(passage.language)
    if grammar is None or passage.path.endswith(_DECLARATIONS):
        return None
    text = passage.text
    if beyond := excess(text, passage.start):
        return Unreadable(f"{TOO_LARGE} for the rules: {beyond}")
    root = SgRoot(_parsable(text, grammar, whole=passage.complete), grammar).root()
    if _may_be_deep(text) and root.matches(**_levels(DEEPEST)):
        return Unreadable(f"{TOO_LARGE} for the rules: more than {DEEPEST} levels of nesting")
    if _broken(root, len(text)):
        part = f"{UNPARSED}: more than half of it is errors"
        return Unreadable(part if passage.complete else f"{PARTIAL}, and it {part}")
    return root


def _parsable(text: str, grammar: str, *, whole: bool) -> str:
    """What the grammar survives: see `chunks/outline.py` for the crash of bash."""
    if grammar == "php":
        text = code_of(text, whole=whole)
    if text.isascii():
        return text
    return text.encode("ascii" if grammar == "bash" else "utf-8", "replace").decode()


def patterns_in(passage: Passage, book: Rulebook, by: str) -> list[Hit] | Unreadable:
    """All that patterns and lines tell of a passage."""
    root = parse(passage)
    return root if isinstance(root, Unreadable) else list(patterns_on(root, passage, book, by))


def patterns_on(root: "SgNode | None", passage: Passage, book: Rulebook, by: str) -> Iterator[Hit]:
    """All that patterns on its tree, which is there already, and lines tell of a passage."""
    if root is not None:
        yield from search(root, passage, book, by)
    yield from search_lines(passage, book, by)


def search(root: "SgNode", passage: Passage, book: Rulebook, by: str) -> Iterator[Hit]:
    """One walk for all rules; only where it finds anything, one for each, to learn which rule it was."""
    rules = book.about(passage.language, passage.path, passage.text)
    if not rules or not _find(root, book, rules, passage.language):
        return
    for rule in rules:
        nodes = _find(root, book, (rule,), passage.language)
        yield from _hits(rule, by, filter(_is_slow, nodes) if rule.slow else nodes, passage)


def _find(root: "SgNode", book: Rulebook, rules: Sequence[Rule], language: str) -> list["SgNode"]:
    pattern = rules[0].pattern if len(rules) == 1 else {"any": [rule.pattern for rule in rules]}
    config: Any = {"rule": pattern, "utils": book.terms_of(rules, language)}
    return root.find_all(config)


def _is_slow(node: "SgNode") -> bool:
    """Whether a regular expression takes exponential time."""
    text, around = node.text(), node.parent()
    outer = around.parent() if around is not None else None
    call = outer.text().replace(text, "") if outer is not None else ""
    if node.kind() == "regex_pattern":
        flags = around.text().rpartition("/")[2] if around is not None else ""
        return is_exponential(text, ignore_case="i" in flags)
    pattern = "".join(patterns_of(text))
    whole = f"(?:{pattern})$" if _WHOLE.search(call) else pattern
    return is_exponential(whole, ignore_case=_ANY_CASE.search(call) is not None)


def search_lines(passage: Passage, book: Rulebook, by: str) -> Iterator[Hit]:
    """The rules for lines, all on one sheet."""
    sheet = Sheet(passage.language, passage.lines)
    for rule in book.lined(passage.language, passage.path):
        for first, last in matching(rule.lines, rule.words, sheet, complete=passage.complete):
            yield hit(rule.weakness, by, passage, passage.start + first, passage.start + last)


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


def excess(text: str, start: int = 1) -> str:
    """In which way a text from some line on is beyond what is read in bounded time; "" if it is not."""
    if len(text) > LARGEST:
        return f"{len(text):,} characters"
    if len(text) > LONGEST:
        lines = text.split("\n")
        longest = max(lines, key=len)
        if len(longest) > LONGEST:
            return f"line {start + lines.index(longest)} has {len(longest):,} characters"
    return ""


def _may_be_deep(text: str) -> bool:
    """Whether a tree may be too deep: brackets in brackets, or enough of what makes chains.

    To ask the tree itself takes as long as to parse it.
    """
    if len(text) < _SHALLOW:
        return False
    if any(text.count(mark) > DEEPEST // 4 for mark in _CHAINED):
        return True
    depth = deepest = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket in "([{" else -1
        deepest = max(deepest, depth)
    return deepest > DEEPEST // 8


_BRACKETS = re.compile(r"[()\[\]{}]")
_CHAINED = (
    "else if",
    "elsif",
    " + ",
    "+\n",
    ").",
    "&& ",
    "|| ",
    " and ",
    " or ",
    " ? ",
    " =\n",
    ".\n",
    "<<",
    ":\n\n",
)
"""Marks of what is nested as often as it stands in a row."""


@cache
def _levels(depth: int) -> Any:  # noqa: ANN401 - a rule in ast-grep's own form
    """The rule that matches a tree of at least this depth. To test it costs one walk at most."""
    rule: dict[str, Any] = {"regex": ""}
    for _ in range(depth):
        rule = {"has": rule}
    return rule
