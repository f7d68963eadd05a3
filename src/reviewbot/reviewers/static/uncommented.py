"""A passage without the words that decide nothing: those of comments, documentation, and what is logged.

`// no permission check yet` is no permission check. What is left stands on its line and in its column.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.passages import Passage, Unreadable
from reviewbot.reviewers.static.structure import parse

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_TELLING: Final = re.compile(
    r"(?i)user|owner|auth|admin|perm|role|access|session|token|log_?in|staff|internal|forbid|allow|member|team|tenant"
    r"|polic|scope|guard|worker|cron|console|hook|can|40[134]|throw|verif|check"
)
_SPOKEN: Final = re.compile(r"(?://|#|/\*|^[ \t]{0,40}\*|\"\"\"|''').*", re.MULTILINE)
_COMMENTS: Final = ("comment", "line_comment", "block_comment")
_LOGGER: Final = r"(?:console|(?:this|self)\.log\w{0,20}|log\w{0,20})(?:\.|->)\w{1,20}"
_LOGS: Final = re.compile(
    rf"^[ \t]{{0,80}}(?:await )?(?:{_LOGGER}|log|print\w{{0,2}}|puts|debug)[( ].{{0,300}}$", re.MULTILINE
)
_STRING: Final = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`\n$]*`")
_WORD: Final = re.compile(r"\w")
_SAID: Final = re.compile(r"(\\.|\{[^{}\n]*+\})|\w")
"""What is said, apart from escapes and from values that are put in: `{ }` would be no code."""


def uncommented(passage: Passage) -> Passage:
    """The passage with blanks in place of such words; itself if there are none."""
    text = passage.text
    bare = _without_comments(passage, text) if _tells(text) else text
    bare = _LOGS.sub(lambda line: _STRING.sub(_blank, line[0]), bare)
    return passage if bare == text else replace(passage, lines=tuple(bare[:-1].split("\n")))


def _tells(text: str) -> bool:
    """Whether a comment, or what looks like one, may be taken for a check."""
    return any(_TELLING.search(found[0]) for found in _SPOKEN.finditer(text))


def _without_comments(passage: Passage, text: str) -> str:
    root = parse(passage)
    if root is None or isinstance(root, Unreadable):
        return text
    read = root.text()  # of PHP, only what stands between its marks
    ahead = text.find(read) - root.range().start.index
    if read not in text:
        return text
    kept, at = [], 0
    for first, last in sorted((first + ahead, last + ahead) for first, last in _comments(root)):
        if first >= at:
            kept += [text[at:first], _WORD.sub(" ", text[first:last])]
            at = last
    return "".join((*kept, text[at:]))


def _comments(root: "SgNode") -> Iterator[tuple[int, int]]:
    """Where comments and documentation begin and end."""
    strings = {"kind": "string", "inside": {"kind": "expression_statement"}}
    for rule in (*({"kind": kind} for kind in _COMMENTS), strings):
        try:
            found = root.find_all(**rule)  # type: ignore[arg-type]
        except RuntimeError:  # a grammar without this kind of node
            continue
        for node in found:
            yield node.range().start.index, node.range().end.index


def _blank(found: re.Match[str]) -> str:
    return _SAID.sub(lambda part: part[1] or " ", found[0])
