r"""Hostile text, made harmless for the place where it will stand.

Whatever a model, a diff or a file name says passes through here before it is shown. A character that would
act instead of being seen is written as its code point, `\u{202E}`: never stripped, for a reader must see that
it was there.
"""

import re

from reviewbot.chunks.visible import HIDDEN, code_point

# What hides in code, and what only a renderer acts on: all controls, private use, noncharacters.
_ACTING = re.compile(f"[{HIDDEN}\x00-\x1f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")

# A CI runner obeys `::command::` at the start of a line, after blanks, and `##[command]` anywhere in one.
# https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
_COMMAND = re.compile(r"#(?=#\w*\[)|^(?:[^\S\n]|\x1b\[[0-9;]*m)*:(?=:)", re.MULTILINE)
_BLANKS = re.compile(r"[ \t\n\v\f\r]+")

# What a renderer makes live in plain text: mentions, issues, URLs, commit ids, emoji. A zero-width space
# after the match keeps it dead, also where the renderer looks only once the HTML is made, as for `&#64;user`.
_LIVE = re.compile(r"[@#]|:(?=//|[\w+-]+:)|/(?=/)|www(?=\.)|gh(?=-\d)|[0-9a-f]{6}(?=[0-9a-f])", re.IGNORECASE)
_INLINE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "<span>$</span>"}
    | {char: f"\\{char}" for char in r"\`*_[]|~#!"}
)
_CODE = re.compile("`([^`]+)`")
_LINK = re.compile(r"\](?=[(\[])")
_BLOCK = re.compile(r"^([-+=]|\d+(?=[.)]))")

# Suffixes that a fence may be coloured by; `mermaid`, `geojson` and `math` would be drawn instead.
_LANGUAGE = re.compile(
    "bash|c|cc|cpp|cs|css|dart|ex|go|groovy|h|hcl|hpp|html|java|js|json|jsx|kt|lua|php|pl|ps1|py|rb|rs|scala|scss"
    "|sh|sql|swift|tf|toml|ts|tsx|vue|xml|yaml|yml|diff"
)


def visible(text: str, keep: str = "") -> str:
    """Show what would act as code points; only the control characters in `keep` stay as they are.

    The result can be encoded in UTF-8, moves no cursor, and gives no command to a CI runner that reads it.
    """
    shown = _ACTING.sub(lambda char: char[0] if char[0] in keep else code_point(char[0]), text)
    return disarm(shown)


def disarm(text: str) -> str:
    """Take the force out of commands to a CI runner; for text wrapped or coloured after `visible`."""
    return _COMMAND.sub(lambda match: match[0][:-1] + code_point(match[0][-1]), text)


def line(text: str) -> str:
    """One visible line of prose: every run of white space is one blank."""
    return visible(_BLANKS.sub(" ", text).strip(" "))


def markdown(text: str) -> str:
    """One line of prose for Markdown: only `code` in backticks is formatted, nothing links or notifies."""
    parts = _CODE.split(line(text))
    return _BLOCK.sub(
        _escaped, "".join(name(part) if at % 2 else _plain(part) for at, part in enumerate(parts))
    )


def name(text: str) -> str:
    """A path or an identifier as a Markdown code span, fit for a table too."""
    shown = line(text).replace("|", code_point("|"))
    fence = "`" * (_longest_run(shown) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}" if shown else ""


def code(text: str, path: str = "") -> str:
    """Code as a Markdown fence that no line of it can close, coloured by the suffix of `path`."""
    lines = [visible(row.rstrip(), keep="\t") for row in text.split("\n")]
    fence = "`" * max(3, _longest_run(text) + 1)
    suffix = path.rpartition(".")[2].lower()
    language = suffix if _LANGUAGE.fullmatch(suffix) else ""
    return "\n".join([f"{fence}{language}", *lines, fence])


def clip(text: str, limit: int) -> str:
    """At most about `limit` characters, and how many more there were."""
    more = len(text) - limit
    return text if more <= 0 else f"{text[:limit]}… ({more:,} more characters)"


def inert(text: str) -> str:
    """One line of prose for a viewer of unknown habits: nothing links, notifies or is fetched."""
    return _LINK.sub("] ", _still(line(text)))


def _plain(text: str) -> str:
    return _still(text).translate(_INLINE)


def _still(text: str) -> str:
    return _LIVE.sub(lambda match: f"{match[0]}\u200b", text)


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def _escaped(mark: re.Match[str]) -> str:
    return f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}"
