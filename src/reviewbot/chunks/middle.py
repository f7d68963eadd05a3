"""Where a chunk is best cut in two, and what its second half has to say again."""

from collections.abc import Container, Iterator, Sequence
from itertools import accumulate
from typing import Final

from reviewbot.chunks.chunk import Row

_MIDDLE: Final = (0.35, 0.65)
"""Between these parts of the text lies the cut, where the lines allow it."""
_SIGNATURE: Final = 4
"""Lines of a definition that are repeated at most, its decorators among them."""


def middle(rows: Sequence[Row]) -> int:
    """The row to begin the second half with."""
    total = list(accumulate((len(row.text) + 1 for row in rows), initial=0))
    least, half, most = (part * total[-1] for part in (_MIDDLE[0], 0.5, _MIDDLE[1]))
    cuts = range(1, len(rows))
    if near := [at for at in cuts if least <= total[at] <= most]:
        return min(near, key=lambda at: (*_damage(rows[at - 1], rows[at]), abs(total[at] - half)))
    return min(cuts, key=lambda at: abs(total[at] - half))


def signatures(rows: Sequence[Row], cut: int, known: Container[str]) -> Iterator[tuple[int, Row]]:
    """The rows before the cut that begin the definitions around it, as context, with their places."""
    names = list(accumulate(rows[cut].symbol.split("."), "{}.{}".format)) if rows[cut].symbol else []
    for name in names:
        places = [at for at in range(cut) if rows[at].symbol == name and rows[at].sign != "-"]
        for at in places[: 0 if name in known else _SIGNATURE]:
            yield at, rows[at]._replace(sign=" ")
            if rows[at].text.rstrip().endswith((":", "{")):
                break


def _damage(before: Row, after: Row) -> tuple[bool, bool, int]:
    """How bad it is to cut between two rows: worst between a removed line and what took its place."""
    code = after.text.lstrip()
    indent = len(after.text) - len(code) if code else 1_000
    return (before.sign == "-" and after.sign != " ", bool(before.text.strip()), indent)
