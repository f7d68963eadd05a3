"""Parser of written patterns:  Row 3: k2, p2, yo, k2tog."""
import re
from dataclasses import dataclass

LINE = re.compile(r"^(row|rnd) (\d{1,3}): ([a-z0-9]+(?:, [a-z0-9]+)*)\.$")
STITCH = re.compile(r"([a-z]+)(\d{0,3})(?:tog)?")


class ChartError(ValueError):
    def __init__(self, number, message):
        super().__init__(f"line {number}: {message}")
        self.number = number


@dataclass(frozen=True)
class Row:
    number: int
    in_round: bool
    stitches: tuple[tuple[str, int], ...]


def _stitch(number, word):
    match = STITCH.fullmatch(word)
    if match is None:
        raise ChartError(number, f"unknown stitch {word[:20]}")
    return match[1], int(match[2] or 1)


def parse_line(number, text):
    match = LINE.match(text.strip().lower())
    if match is None:
        raise ChartError(number, "neither a row nor a round")
    words = match[3].split(", ")
    return Row(int(match[2]), match[1] == "rnd", tuple(_stitch(number, word) for word in words))


def parse(text):
    """The rows of a pattern that somebody pasted into the editor."""
    return [parse_line(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
