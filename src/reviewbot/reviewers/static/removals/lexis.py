"""Lines of code without their comments, in any language, from its lexical family alone."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

LONGEST: Final = 2_000
"""Characters. A longer line is read in pieces of this size, so that no pattern meets more at once."""


class _Family(NamedTuple):
    """`marks` finds strings and what opens a comment; `ends` says what closes a comment of several lines."""

    marks: re.Pattern[str]
    ends: dict[str, str]


_STRINGS: Final = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`"
_HASH: Final = r"(?:(?<=\s)|(?<![\s\S]))#(?![\[{]).*"
_SLASH: Final = r"(?<![\\:])//.*"
_BLOCK: Final = {"/*": "*/"}
_PAGE: Final = {"<!--": "-->", "{#": "#}"}
_TRIPLE: Final = {'"""': '"""', "'''": "'''"}


def _family(line: str, ends: dict[str, str]) -> _Family:
    opens = "|".join(re.escape(mark) for mark in ends)
    parts = [f"(?P<open>{opens})" if opens else "", _STRINGS, f"(?P<line>{line})" if line else ""]
    return _Family(re.compile("|".join(filter(None, parts))), ends)


_FAMILIES: Final = {
    **dict.fromkeys(["python"], _family(_HASH, _TRIPLE)),
    **dict.fromkeys(
        [
            "ruby",
            "bash",
            "yaml",
            "toml",
            "dockerfile",
            "elixir",
            "perl",
            "r",
            "makefile",
            "ini",
            "powershell",
        ],
        _family(_HASH, {}),
    ),
    **dict.fromkeys(
        ["javascript", "typescript", "tsx", "go", "java", "kotlin", "rust", "c", "cpp", "csharp", "scala"],
        _family(_SLASH, _BLOCK),
    ),
    **dict.fromkeys(["swift", "solidity", "dart", "groovy", "objective-c"], _family(_SLASH, _BLOCK)),
    **dict.fromkeys(["php", "hcl"], _family(f"{_SLASH}|{_HASH}", _BLOCK)),
    **dict.fromkeys(["html", "jinja", "erb", "ejs", "handlebars", "xml"], _family("", _PAGE)),
    **dict.fromkeys(["vue", "svelte"], _family(_SLASH, {**_BLOCK, **_PAGE})),
    **dict.fromkeys(["lua"], _family(r"--.*", {})),
    **dict.fromkeys(["json"], _family("", {})),
}
_INSIDE_BLOCK: Final = re.compile(r"\s*\*(?:[\s/]|$)")
_ANY_MARK: Final = re.compile(r"[#\"'`/*]|<!--|--")


def speaks(language: str) -> bool:
    """Whether removed lines of this language can be read: code and configuration, no prose."""
    return language in _FAMILIES


def codes(lines: Iterable[str], language: str) -> Iterator[str]:
    """The code of each line, "" for one that is a comment or a documentation string."""
    family = _FAMILIES[language]
    slashes = "/*" in family.ends
    until = ""
    for line in lines:
        if not until and not _ANY_MARK.search(line):
            yield line.rstrip()
        elif slashes and not until and _INSIDE_BLOCK.match(line):  # a bare diff may begin inside a comment
            yield ""
        else:
            code, until = _code(line, family, until)
            yield code.rstrip()


def _code(line: str, family: _Family, until: str) -> tuple[str, str]:
    """The code of one line, and what closes the comment that it leaves open."""
    kept: list[str] = []
    at = 0
    while True:
        if until:
            end = line.find(until, at)
            if end < 0:
                return "".join(kept), until
            at, until = end + len(until), ""
        found = next(_comments(line, family.marks, at), None)
        if found is None:
            return "".join((*kept, line[at:])), ""
        kept.append(line[at : found.start()])
        if found.lastgroup == "line":
            return "".join(kept), ""
        at, until = found.end(), family.ends[found.group()]


def _comments(line: str, marks: re.Pattern[str], at: int) -> Iterator[re.Match[str]]:
    return (found for found in marks.finditer(line, at) if found.lastgroup)
