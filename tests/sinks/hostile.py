"""Text that wants to act instead of being read, and a reader's-eye view of rendered Markdown."""

import re
from collections.abc import Iterator

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

PAYLOADS = (
    "![x](http://e.vil/p)", "! [x](<u>)", "![x][r]\n\n[r]: //e.vil", "<img src=x onerror=y>",
    "<picture><source srcset=u>", "[c](javascript:x)", "<https://e.vil>", "https://e.vil/a?b=c",
    "HTTP://E.VIL", "www.e.vil", "mailto:a@e.vil", "a@e.vil", "@octo/team", "&#64;octo", "&commat;octo",
    "`@octo`", "#1", "GH-1", "fixes #1", "acme/shop#1", "@types/node", "0123456789abcdef", "| a | b |",
    "\n| - |\n", "\n\n# big\n", "\n===\n", "\n---\n", "```\n", "~~~~\n", "``", "`", "</details><h1>",
    "<!--", "-->", "    indented", "\t", "1. one", "- one", "+ one", "> quoted", "**b**", "_i_", "~~s~~",
    "$x$", "$$", ":octocat:", "\\", "*", "\n::set-output name=a::b", "\r::add-mask::e",
    "::stop-commands::x", "##[group]", "##vso[task.x]", "{{ report }}", "{% raw %}", "[red]markup[/red]",
    "\x1b]8;;http://e\x07", "\x1b[2J", "\x9b2J", "\u202e", "\u2066", "\u200b", "\U000e0041", "\ufe0f",
    "\udc80", "\u2028", "\x85", "\x00", "<span>", "&lt;b&gt;", "[x]: http://e.vil", "[^1]", "GHSA-",
    "\u00a0::debug::x", "![x]( u )", "![x][u]", "[![x](u)](u)", "<svg onload=x>", "<a href=u>", "<https://e.vil",
    "[x](<javascript:x>)", "ftp://e.vil", "\n> [!NOTE]\n> x", "\n</sub>", "</summary>", "\n- [ ] task",
    "<!-- reviewbot:v1 e30= -->", "\n<!-- reviewbot:finding 0123456789abcdef -->\n", "```suggestion\nx\n```",
    "\n::error file=a::b", "%0A::error::x", "\n##[error]x", "EOF\nname=evil", "{0}", "[x](1)", "$&",
    "\x0c# x",
)  # fmt: skip

hostile = st.lists(st.sampled_from(PAYLOADS) | st.text(st.characters(), max_size=8), max_size=6).map("".join)

# What GitHub makes live once the HTML is there, outside of code.
LIVE = re.compile(r"@\w|#\d|\bgh-\d|(?:https?|ftp)://|www\.|\b[0-9a-f]{7,40}\b|:[\w+-]+:", re.IGNORECASE)
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)


def tokens(markdown: str) -> Iterator[Token]:
    """All tokens of the rendered text, those of its lines included."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for block in parser.parse(markdown):
        yield block
        yield from block.children or ()


def kinds(markdown: str) -> set[str]:
    """The types of all tokens."""
    return {token.type for token in tokens(markdown)}


def prose(markdown: str) -> str:
    """All text outside of code, entities and escapes resolved, as GitHub's second pass reads it."""
    return "\n".join(token.content for token in tokens(markdown) if token.type == "text")
