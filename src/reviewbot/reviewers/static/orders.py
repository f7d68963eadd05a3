"""Words in code that are meant for a reviewer: orders to a model, claims that all is well, forged messages.

Everyday comments speak of instructions, reviewers and empty lists too. So a phrase counts by itself only if
it leaves no other reading, and else only near a word for who is spoken to. `orders.toml` has the phrases.
"""

import re
import tomllib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate
from typing import Final

from reviewbot.chunks.visible import HIDDEN
from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.passages import Weakness

_HIDDEN: Final = re.compile(f"[{HIDDEN}]")
_NEAR: Final = 160
"""Characters before and after a phrase in which a reader may be named."""
_BETWEEN: Final = r"[\s#/*\"'`+\\|<>.,:;_!-]{1,16}"
"""Between two words: blanks, punctuation, and the end of a line with the marks of a comment or a string."""


@dataclass(frozen=True, slots=True)
class Order:
    """A phrase by its possible first words and the bounded pattern from there on.

    It is looked for only in a text that `holds` one of some words, which is cheap to tell.
    """

    begins: tuple[str, ...]
    holds: tuple[str, ...]
    pattern: re.Pattern[str]
    addressed: bool
    confidence: Confidence
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Orders:
    """All phrases, the surest first, and what names a reader."""

    orders: tuple[Order, ...]
    reader: re.Pattern[str]

    def on(self, lines: Sequence[str]) -> Iterator[tuple[int, Weakness]]:
        """The lines, counted from 0, on which somebody speaks to the reviewer, each once."""
        text = "\n".join(lines)
        text = text.lower() if text.isascii() else "\n".join(map(_plain, lines))
        starts: list[int] = []
        seen: set[int] = set()
        for at, confidence in self._places(text):
            starts = starts or list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
            line = bisect_right(starts, at) - 1
            if line not in seen:
                seen.add(line)
                yield line, _weakness(confidence)

    def _places(self, text: str) -> Iterator[tuple[int, Confidence]]:
        for order in (order for order in self.orders if any(word in text for word in order.holds)):
            for at in _starts(text, order.begins):
                match = order.pattern.match(text, at)
                if match and (not order.addressed or self._names_reader(text, at, match.end())):
                    yield at, order.confidence

    def _names_reader(self, text: str, start: int, end: int) -> bool:
        return self.reader.search(text, max(start - _NEAR, 0), end + _NEAR) is not None


def load_orders() -> Orders:
    """The phrases of `orders.toml`."""
    told = tomllib.loads(files(__package__).joinpath("orders.toml").read_text(encoding="utf-8"))
    words: dict[str, str] = told["words"]
    orders = [
        Order(
            begins=tuple(row["begins"]),
            holds=tuple(row.get("holds", row["begins"])),
            pattern=_pattern(rf"(?:{'|'.join(map(re.escape, row['begins']))}){row['then']}", words),
            addressed=row.get("addressed", False),
            confidence=Confidence[row.get("confidence", "medium").upper()],
            examples=tuple(row["examples"]),
        )
        for row in told["order"]
    ]
    orders.sort(key=lambda order: -order.confidence)
    return Orders(tuple(orders), _pattern("@reader", words))


def _pattern(pattern: str, words: dict[str, str]) -> re.Pattern[str]:
    for name, meaning in words.items():
        pattern = pattern.replace(f"@{name}", meaning)
    return re.compile(pattern.replace(r"\ ", " ").replace(" ", _BETWEEN))


def _starts(text: str, words: Iterable[str]) -> Iterator[int]:
    """Where one of some words begins, and not amid another one."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            if not (at and word[0].isascii() and word[0].isalpha() and text[at - 1].isalpha()):
                yield at
            at = text.find(word, at + 1)


def _plain(line: str) -> str:
    """A line in small letters, without what hides in it, letters of odd width as common ones."""
    if line.isascii():
        return line.lower()
    return unicodedata.normalize("NFKC", _HIDDEN.sub("", line)).lower()


def _weakness(confidence: Confidence) -> Weakness:
    return Weakness(
        cwe="CWE-1427",
        severity=Severity.MEDIUM if confidence > Confidence.LOW else Severity.LOW,
        confidence=confidence,
        title="Text that speaks to the reviewer",
        explanation="It tells a reviewer, or a language model that reads the code, what to say of it. "
        "It changed no other finding here; another reader may be deceived.",
        fix="Remove it, and find out who wanted it there.",
    )
