"""Where a text has comments: as its grammar sees them, else by the marks of its language.

A mark inside a string opens no comment. Where nobody can tell, there is none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reviewbot.chunks.languages import Language, Syntax
from reviewbot.chunks.outline import parse

Columns = tuple[int, int]
"""The first column and the one after the last, counted from 0."""


def comments(lines: Sequence[str], language: Language) -> Mapping[int, list[Columns]] | None:
    """The comments on each line, counted from 0; None if nobody knows what is a comment in this text."""
    if language.syntax:
        return _parsed(lines, language.syntax)
    style = STYLES.get(language.label)
    return {at: found for at, found in enumerate(_marked(lines, style)) if found} if style else None


def _parsed(lines: Sequence[str], syntax: Syntax) -> dict[int, list[Columns]] | None:
    root = parse(lines, syntax)
    if root is None:
        return None
    found: dict[int, list[Columns]] = {}
    for kind in (kind for kind in syntax.leading if "comment" in kind):
        for node in root.find_all(kind=kind):
            start, end = node.range().start, node.range().end
            for at in range(start.line, min(end.line + 1, len(lines))):
                first = start.column if at == start.line else 0
                found.setdefault(at, []).append((first, end.column if at == end.line else len(lines[at])))
    return found


class Style(NamedTuple):
    """`line` opens a comment up to the line's end; `blocks` are comments with a closing mark.

    `texts` are strings with one, `quotes` strings that end on their line.
    """

    line: str = ""
    blocks: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    quotes: str = r"(?<!\w)(?:\"(?:[^\"\\]|\\.)*(?:\"|$)|'(?:[^'\\]|\\.)*(?:'|$))"

    @property
    def marks(self) -> re.Pattern[str]:
        """All that opens something."""
        longest = sorted(self.blocks, key=lambda block: -len(block[0]))
        blocks = "|".join(re.escape(opens) for opens, _ in longest)
        texts = "|".join(re.escape(opens) for opens, _ in self.texts)
        named = (("block", blocks), ("text", texts), ("", self.quotes), ("line", self.line))
        return re.compile("|".join(f"(?P<{name}>{p})" if name else p for name, p in named if p))


def _marked(lines: Sequence[str], style: Style) -> Iterator[list[Columns]]:
    """The comments of each line; what is opened on one may be closed on a later one."""
    marks, ends = style.marks, dict(style.blocks) | dict(style.texts)
    closing: re.Pattern[str] | None = None
    is_comment = False
    for line in lines:
        at, found = 0, []
        while at < len(line):
            if closing:
                end = closing.search(line, at)
                stop = end.end() if end else len(line)
                found += [(at, stop)] if is_comment else []
                at, closing = stop, None if end else closing
                continue
            mark = marks.search(line, at)
            if mark is None:
                break
            at = mark.end()
            if mark.lastgroup == "line":
                found.append((mark.start(), len(line)))
                break
            if mark.lastgroup:
                is_comment = mark.lastgroup == "block"
                closing = _closing(ends[mark[0]], escapes=not is_comment)
                found += [(mark.start(), at)] if is_comment else []
        yield _joined(found)


def _closing(mark: str, *, escapes: bool) -> re.Pattern[str]:
    return re.compile((r"(?<!\\)(?:\\\\)*" if escapes else "") + re.escape(mark))


def _joined(found: list[Columns]) -> list[Columns]:
    """A mark and what stands behind it as one."""
    joined: list[Columns] = []
    for start, end in found:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


_HASH: Final = r"(?<!\S)\#"
_SLASHES: Final = r"(?<!:)//"
_C: Final = (("/*", "*/"),)
_PAGE: Final = (("<!--", "-->"),)
_TRIPLE: Final = (('"""', '"""'), ("'''", "'''"))
_SPANNING: Final = (('"', '"'),)
_VALUES: Final = r"[=(,]\s*(?:\"[^\"]*(?:\"|$)|'[^']*(?:'|$))"
"""What stands in quotes in a page, where an apostrophe is mostly one."""
_DOUBLE: Final = r"\"(?:[^\"\\]|\\.)*(?:\"|$)"


def _page(*blocks: tuple[str, str], line: str = "") -> Style:
    return Style(line, (*blocks, *_PAGE), quotes=_VALUES)


STYLES: Final[Mapping[str, Style]] = {
    **dict.fromkeys(["yaml", "makefile"], Style(_HASH)),
    **dict.fromkeys(["toml", "elixir", "graphql"], Style(_HASH, texts=_TRIPLE)),
    **dict.fromkeys(["perl", "r"], Style(_HASH, texts=(*_SPANNING, ("'", "'")), quotes="")),
    "powershell": Style(_HASH, (("<#", "#>"),), _SPANNING, r"'[^']*(?:'|$)"),
    "cmake": Style(_HASH, (("#[[", "]]"),)),
    "nix": Style(_HASH, _C, (("''", "''"), *_SPANNING), ""),
    "hcl": Style(f"{_HASH}|{_SLASHES}", _C, quotes=_DOUBLE),
    "dockerfile": Style(r"^\s*\#"),
    "ini": Style(r"^\s*[\#;]"),
    **dict.fromkeys(["dart", "groovy"], Style(_SLASHES, _C, _TRIPLE)),
    **dict.fromkeys(["objective-c", "protobuf", "css"], Style(_SLASHES, _C)),
    "json": Style(_SLASHES, _C, quotes=_DOUBLE),
    "sql": Style("--", _C, (("'", "'"), *_SPANNING), ""),
    "haskell": Style("--", (("{-", "-}"),), quotes=_DOUBLE),
    "erlang": Style("%", quotes=_DOUBLE),
    "latex": Style(r"(?<!\\)%", quotes=""),
    **dict.fromkeys(["clojure", "lisp"], Style(";", (("#|", "|#"),), _SPANNING, "")),
    "visual-basic": Style(r"'|^\s*(?i:rem)\b", quotes=_DOUBLE),
    "batch": Style(r"^\s*@?(?i:rem)\b|^\s*::", quotes=""),
    "m4": Style(rf"\bdnl\b|{_HASH}", quotes=""),
    **dict.fromkeys(["html", "xml", "markdown"], _page()),
    **dict.fromkeys(["jinja", "twig"], _page(("{#", "#}"))),
    **dict.fromkeys(["erb", "ejs"], _page(("<%#", "%>"))),
    **dict.fromkeys(["vue", "svelte"], _page(*_C, line=_SLASHES)),
    "handlebars": _page(("{{!--", "--}}"), ("{{!", "}}")),
    "blade": _page(("{{--", "--}}")),
    "razor": _page(("@*", "*@")),
    "jsp": _page(("<%--", "--%>")),
    "freemarker": _page(("<#--", "-->")),
    "pug": Style("//-?", quotes=_VALUES),
}
"""Languages without a grammar here. What is in none of them, as prose, has no comments."""
