"""Which block a line stands in: by indentation in YAML, by brackets in HCL and JSON, by tags in pages.

No parser: it reads lines one by one, in time that grows with the text, and a template among the lines, as in
a Helm chart, does not stop it. Where text is odd the blocks are odd, and never more than that.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

NEAR: Final = 10
"""Lines before and after, which count as the block of a line in languages whose blocks are not known."""
_DEEPEST: Final = 60
"""Names that a path holds at most: hostile nesting would make paths grow with the square of the text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: names of the blocks around it and its own, first and last lines of two blocks."""

    path: str
    around: tuple[int, int]
    opened: tuple[int, int]


@dataclass(slots=True)
class _Block:
    name: str
    indent: int
    first: int
    last: int = -1
    item: bool = False


@dataclass(slots=True)
class _Stack:
    """The blocks that are open where a reader stands, and what is known of the lines before."""

    open: list[_Block] = field(default_factory=lambda: [_Block("", -1, 0)])
    seen: list[tuple[str, _Block, _Block | None]] = field(default_factory=list)

    def push(self, name: str, first: int, indent: int = 0, *, item: bool = False) -> _Block:
        block = _Block(name, indent, first, item=item)
        self.open.append(block)
        return block

    def pop(self, last: int) -> None:
        if len(self.open) > 1:
            self.open.pop().last = last

    def path(self, own: str = "") -> str:
        names = [block.name for block in self.open[: _DEEPEST + 1] if block.name]
        return ".".join([*names, own] if own else names)

    def places(self, count: int) -> tuple[Place, ...]:
        return tuple(
            Place(path, _range(around, count), _range(opened, count) if opened else (at, at))
            for at, (path, around, opened) in enumerate(self.seen)
        )


def _range(block: _Block, count: int) -> tuple[int, int]:
    return block.first, block.last if block.last >= block.first else count - 1


def places(language: str, lines: Sequence[str]) -> tuple[Place, ...]:
    """Where each line stands."""
    reader = _READERS.get(language)
    if reader is None:
        return tuple(
            Place("", (max(at - NEAR, 0), at + NEAR), (at, min(at + NEAR, len(lines) - 1)))
            for at in range(len(lines))
        )
    stack = _Stack()
    reader(lines, stack)
    return stack.places(len(lines))


_KEY = re.compile(r"""(["']?)([^\s"'#:{}\[\],&*!|>%@][^"':#]*)\1:(?=\s|$)""")
_SCALAR = re.compile(r":\s+(?:[&!]\S+\s+)?[|>][-+0-9]*\s*(?:#.*)?$|^[-\s]*[|>][-+0-9]*\s*$")


def _indented(lines: Sequence[str], stack: _Stack) -> None:
    """YAML: keys and list items open blocks, which end where the text returns to their column."""
    scalar = None
    for at, line in enumerate(lines):
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        if text and scalar is not None and indent <= scalar:
            scalar = None
        if not text or text[0] == "#" or scalar is not None:
            stack.seen.append((stack.path(), stack.open[-1], None))
            continue
        opened = _open_keys(stack, at, text, indent)
        if _SCALAR.search(text):
            scalar = indent if opened is None else opened.indent
        around = stack.open[-2] if opened is stack.open[-1] else stack.open[-1]
        stack.seen.append((stack.path(), around, opened))


def _open_keys(stack: _Stack, at: int, text: str, indent: int) -> _Block | None:
    """Close what ends before this line, and open its list items and its key, if it has one."""
    while text[:2] in ("- ", "-") and len(stack.open) <= _DEEPEST:
        while (top := stack.open[-1]).indent > indent or (top.indent == indent and top.item):
            stack.pop(at - 1)
        stack.push("", at, indent, item=True)
        rest = text[1:].lstrip(" ")
        indent += len(text) - len(rest)
        text = rest
    while stack.open[-1].indent >= indent:
        stack.pop(at - 1)
    key = _KEY.match(text)
    return stack.push(key[2].strip(), at, indent) if key else None


_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*(?:"|$)|[{}\[\]]')
_WORD = re.compile(r"[\w*-][\w*:./-]*")
_OWN = re.compile(r'\s*("?)([\w.-]+)\1\s*[=:]')
_NAMES: Final = 4
"""Words of a line that can name a block: `resource "aws_instance" "web" {`."""


def _bracketed(lines: Sequence[str], stack: _Stack) -> None:
    """HCL and JSON: the words before an opening bracket are the names of the block."""
    for at, line in enumerate(lines):
        around, opened, start, path = stack.open[-1], None, 0, ""
        for found in _BRACKET.finditer(line):
            if found[0] in "{[":
                block = stack.push(".".join(_WORD.findall(line, start, found.start())[:_NAMES]), at)
                opened = opened or block
                path = stack.path()
            elif found[0] in "}]":
                stack.pop(at)
            if found[0] in "{}[]":
                start = found.end()
        own = _OWN.match(line)
        stack.seen.append((path or stack.path(own[2] if own else ""), around, opened))


_TAG = re.compile(r"<(/?)(script|style|form)\b", re.IGNORECASE)


def _tagged(lines: Sequence[str], stack: _Stack) -> None:
    """Pages: only the tags whose content is read in another way open a block."""
    for at, line in enumerate(lines):
        around, opened, path = stack.open[-1], None, ""
        for closing, name in _TAG.findall(line):
            if not closing and len(stack.open) <= _DEEPEST:
                opened = stack.push(name.lower(), at)
                path = stack.path()
            elif stack.open[-1].name == name.lower():
                stack.pop(at)
        stack.seen.append((path or stack.path(), around, opened))


PAGES: Final = (
    *(
        "blade",
        "ejs",
        "erb",
        "freemarker",
        "handlebars",
        "html",
        "jinja",
        "jsp",
        "php",
        "razor",
        "svelte",
        "twig",
        "vue",
    ),
)
_READERS: Final[dict[str, Callable[[Sequence[str], _Stack], None]]] = {
    "yaml": _indented,
    "hcl": _bracketed,
    "json": _bracketed,
    **dict.fromkeys(PAGES, _tagged),
}
