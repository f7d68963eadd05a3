"""Whether a fix can be put in the place of the quoted line as it is."""

import re
from collections import Counter

from reviewbot.findings import Finding
from reviewbot.sinks import escape
from reviewbot.spans import Side

_LONGEST = 1_000
_MOST_LINES = 10

_FENCE = re.compile(r"(`{3,})[\w+-]*\n(.*)\n\1|`([^`\n]+)`", re.DOTALL)
_STRING = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\\n])*`")
_NAME = re.compile(r"[A-Za-z_]\w*")
_NEIGHBOURS = re.compile(r"\b([A-Za-z_]\w*)[ \t]+(?=([A-Za-z_]\w*))")
_BRACKETS = "()[]{}"
_ENDS = ";{},:("

# Words that may stand before another in code. `use` is one in some languages, and begins most advice.
_KEYWORD = re.compile(
    "and|as|assert|async|await|case|catch|class|const|def|default|defer|del|delete|elif|else|end"
    "|except|export|extends|final|finally|fn|for|from|func|function|go|if|import|in|instanceof|is"
    "|lambda|let|match|mut|new|nonlocal|not|or|private|protected|pub|public|raise|return|static|throw"
    "|try|typeof|unless|val|var|when|while|with|yield"
)


def replacement(finding: Finding) -> tuple[str, ...]:
    """The lines that may stand instead of the quoted one; none unless the fix is nothing but such code.

    A prose fix, one of other lines or one of hidden characters is no replacement, nor is one whose
    indentation is in doubt, or that would leave open what the quoted line closes.
    """
    fix = _bare(finding.fix or "", finding.quote)
    if finding.side is Side.OLD or finding.end_line != finding.line or not _plain(finding.quote, fix):
        return ()
    lines = _indented(fix, finding.quote)
    return lines if lines and _is_code(lines, finding.quote) else ()


def _bare(fix: str, quote: str) -> str:
    """Without the fence or the backticks around all of it; "" where they may be the code's own."""
    text = fix.strip("\n").rstrip()
    fenced = _FENCE.fullmatch(text)
    if fenced is None:
        return text
    return "" if "`" in quote else fenced[2] or fenced[3] or ""


def _plain(quote: str, fix: str) -> bool:
    """Whether both are short and say what they seem to: nothing hidden or masked in them."""
    masked = "[secret" in quote + fix
    seen = all(escape.visible(text, keep="\t\n") == text for text in (quote, fix))
    return bool(fix.strip()) and len(fix) <= _LONGEST and "\n" not in quote and seen and not masked


def _indented(fix: str, quote: str) -> tuple[str, ...]:
    """The lines, with the indentation of the quoted one; a single line without any takes it over."""
    lines = tuple(line.rstrip() for line in fix.split("\n"))
    indent = _indent(quote)
    if len(lines) == 1 and not _indent(lines[0]):
        return (f"{indent}{lines[0]}",)
    fits = _indent(lines[0]) == indent and all(line.startswith(indent) for line in lines if line)
    return lines if fits and len(lines) <= _MOST_LINES else ()


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _is_code(lines: tuple[str, ...], quote: str) -> bool:
    new, old = "\n".join(lines), quote.rstrip()
    code, code_before = _STRING.sub("0", new), _STRING.sub("0", old)
    names = set(_NAME.findall(old))
    return (
        new != old
        and not set("\"'`") & set(code + code_before)
        and _open(code) == _open(code_before)
        and _end(code) == _end(code_before)
        and 2 * len(names & set(_NAME.findall(new))) >= len(names) > 0
        and all(_KEYWORD.fullmatch(first) for first, _ in _pairs(code) - _pairs(code_before))
    )


def _pairs(code: str) -> set[tuple[str, str]]:
    """Words next to each other: prose is made of them, code seldom."""
    return set(_NEIGHBOURS.findall(code))


def _open(code: str) -> tuple[int, ...]:
    """How many brackets of each kind stay open."""
    count = Counter(code)
    pairs = zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True)
    return tuple(count[left] - count[right] for left, right in pairs)


def _end(code: str) -> str:
    return code[-1] if code[-1:] in _ENDS else ""
