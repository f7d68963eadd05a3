"""What was not read, told in as few lines as possible: gaps grouped by cause, lines as ranges."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from reviewbot.spans import Gap, GapKind, Side, Span, line_count


@dataclass(frozen=True, slots=True)
class Place:
    """The unread lines of one file, disjoint and in order; none for a file without lines to count."""

    path: str
    spans: tuple[Span, ...]

    @property
    def ranges(self) -> str:
        """Lines as a person writes them: `3-9, 12; removed 4`."""
        sides = [_ranges(self.spans, side) for side in (Side.NEW, Side.OLD)]
        return "; ".join(filter(None, sides))


@dataclass(frozen=True, slots=True)
class Cause:
    """Everything that one reviewer or policy did not read for one reason."""

    kind: GapKind
    by: str
    reason: str
    places: tuple[Place, ...]

    @property
    def lines(self) -> int:
        """How many changed lines that is."""
        return sum(line_count(place.spans) for place in self.places)


def causes(gaps: Iterable[Gap]) -> tuple[Cause, ...]:
    """Group gaps by cause, failures first; a line that two gaps hold for one cause counts once."""
    ordered = sorted(gaps, key=lambda gap: (*_cause(gap), gap.path))
    return tuple(
        Cause(GapKind(kind), by, reason, _places(group))
        for (kind, by, reason), group in groupby(ordered, key=_cause)
    )


def _cause(gap: Gap) -> tuple[str, str, str]:
    # "failed" sorts before "skipped", as it should.
    return gap.kind.value, gap.by, gap.reason


def _places(gaps: Iterable[Gap]) -> tuple[Place, ...]:
    return tuple(
        Place(path, tuple(_joined(span for gap in group for span in gap.spans)))
        for path, group in groupby(gaps, key=lambda gap: gap.path)
    )


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.path, span.side, span.start, span.end)):
        last = joined[-1] if joined else None
        if last and (last.path, last.side) == (span.path, span.side) and span.start <= last.end + 1:
            joined[-1] = Span(last.path, last.side, last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return joined


def _ranges(spans: Iterable[Span], side: Side) -> str:
    shown = ", ".join(
        str(span.start) if span.start == span.end else f"{span.start}-{span.end}"
        for span in spans
        if span.side is side
    )
    return f"removed {shown}" if shown and side is Side.OLD else shown
