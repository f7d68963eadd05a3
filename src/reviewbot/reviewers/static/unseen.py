"""Characters that nobody sees in a line of code or text, and what they can do there.

Where people need them they are no defect: in emoji, in scripts that join letters or run from right to left.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reviewbot.chunks.visible import hides, without_pictures
from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.passages import Weakness

_TEXTS: Final = frozenset(
    {"text", "markdown", "restructuredtext", "html", "jinja", "erb", "ejs", "handlebars", "css"}
    | {"json", "yaml", "toml", "xml", "ini"}
)
"""Languages that are mostly read by people, or hold what is."""

_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_WIDTHLESS = "\u034f\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff"
_JOINED = "\u0590-\u1fff\u2c80-\u2dff\u3000-\ud7ff\ufb1d-\ufdff"
"""Scripts in which words are joined or parted by characters without width."""
_ARABIC = (
    "\u0620-\u065f\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff"
    "\ufb50-\ufdff\ufe70-\ufefc"
)
_INDIC = "\u0900-\u0dff"
_SPELLING = re.compile(
    f"(?<=[{_ARABIC}])\u200c(?=_?[{_ARABIC}]|_?['\"`])|(?<=[{_INDIC}])[\u200c\u200d](?=[{_INDIC}])"
)
"""What belongs to a word: between its letters, or behind the last one, in lists parted by `_` too."""
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENED, _CLOSED = re.compile("[\u202a\u202b\u2066-\u2068]"), re.compile("[\u202c\u2069]")
_TAGS = re.compile("[\U000e0020-\U000e007e]+")
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Trick:
    """Characters that deceive, how bad that is in code and in text for people, and what they do."""

    signs: re.Pattern[str]
    in_code: Severity
    in_text: Severity | None
    harm: str
    is_fair: Callable[[str], bool] = lambda _: False
    """Whether a line has a good reason for them."""


def _is_two_way(line: str) -> bool:
    """Whether the line has letters that run from right to left, and each turn of direction ends in it."""
    return _is_balanced(line) and _RIGHT_TO_LEFT.search(line) is not None


def _is_balanced(line: str) -> bool:
    return len(_OPENED.findall(line)) == len(_CLOSED.findall(line))


TRICKS: Final = (
    Trick(
        re.compile("[\u202d\u202e]"),
        Severity.HIGH,
        Severity.MEDIUM,
        "It turns the direction of what follows, so that people read other code than the compiler.",
    ),
    Trick(
        re.compile("[\U000e0000-\U000e007f]"),
        Severity.HIGH,
        Severity.HIGH,
        "Tag characters spell a text that people cannot see and language models can read.",
    ),
    Trick(
        re.compile(f"[{_SELECTORS}](?=[{_SELECTORS}]{{2}})|(?<=[{_SELECTORS}]{{2}})[{_SELECTORS}]"),
        Severity.HIGH,
        Severity.HIGH,
        "A row of variation selectors carries bytes that people cannot see and programs can read.",
    ),
    Trick(
        re.compile("[\u115f\u1160\u17b4\u17b5\u3164\uffa0]"),
        Severity.HIGH,
        None,
        "It looks like a blank and may be a name: a variable or a parameter that nobody sees.",
    ),
    Trick(
        re.compile("[\u202a-\u202c\u2066-\u2069]"),
        Severity.HIGH,
        None,
        "It changes the order in which people see the code; the compiler reads another one.",
        _is_two_way,
    ),
    Trick(
        re.compile("[\u202a\u202b\u2066-\u2068]"),
        Severity.LOW,
        Severity.LOW,
        "It changes the order in which people see what follows, and nothing in the line ends it.",
        _is_balanced,
    ),
    Trick(
        re.compile(f"[{_WIDTHLESS}](?=[{_WIDTHLESS}]{{7}})|(?<=[{_WIDTHLESS}]{{7}})[{_WIDTHLESS}]"),
        Severity.HIGH,
        Severity.MEDIUM,
        "A row of characters without width carries a message that people cannot see.",
    ),
    Trick(
        re.compile(f"(?<=[A-Za-z0-9_])[{_WIDTHLESS}]|[{_WIDTHLESS}](?=[A-Za-z0-9_])"),
        Severity.MEDIUM,
        None,
        "Names and values that look the same differ by it.",
    ),
    Trick(
        re.compile("[\u2028\u2029]"),
        Severity.MEDIUM,
        None,
        "Some languages end a line there, and so a comment: what follows may be code.",
    ),
    Trick(
        re.compile(f"(?<![{_JOINED}])[\xad{_WIDTHLESS}\ufff9-\ufffb\U0001d173-\U0001d17a]"),
        Severity.LOW,
        None,
        "Texts that look the same differ by it.",
    ),
    Trick(
        re.compile("[\u061c\u200e\u200f]"),
        Severity.LOW,
        None,
        "It may change the order in which people see the code.",
        _is_two_way,
    ),
)
"""The worst first: a line is reported for one of them."""


def unseen(line: str, language: str, *, first: bool = False) -> Weakness | None:
    """What deceives in a line, if anything; the `first` one of a file may begin with a byte order mark."""
    if line.isascii() or not hides(line):
        return None
    line = _SPELLING.sub("", without_pictures(line.removeprefix("\ufeff") if first else line))
    for trick in TRICKS:
        severity = trick.in_text if language in _TEXTS else trick.in_code
        signs = trick.signs.findall(line) if severity else []
        if severity and signs and not trick.is_fair(line):
            return Weakness(
                cwe="CWE-1007",
                severity=severity,
                confidence=Confidence.HIGH if severity > Severity.LOW else Confidence.MEDIUM,
                title=f"Hidden characters: {_names(signs)}",
                explanation=f"{trick.harm}{_spelt(line)}",
                fix="Delete them, or write them as escapes where the program needs them.",
            )
    return None


def _names(signs: list[str]) -> str:
    """The code points, each once, with what Unicode calls them."""
    kinds = list(dict.fromkeys(signs))
    names = [
        f"U+{ord(sign):04X} {unicodedata.name(sign, '').lower()}".strip() for sign in kinds[:_MOST_NAMES]
    ]
    return ", ".join([*names, *([f"{len(kinds) - _MOST_NAMES} more"] if len(kinds) > _MOST_NAMES else [])])


def _spelt(line: str) -> str:
    """What tag characters say."""
    words = "".join(chr(ord(sign) - 0xE0000) for run in _TAGS.findall(line) for sign in run)
    return f" It says: {words[:200]}" if words.strip() else ""
