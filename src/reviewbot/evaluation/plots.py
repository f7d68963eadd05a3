"""Figures as shapes on a page: only numbers, the template draws them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from reviewbot.evaluation.figures import Figures

SIZE = 320
"""Units along each axis of the field of precision and recall."""

_SMALLEST, _PER_DEFECT = 4.0, 2.0
_WORTH_A_NAME = 5
"""A dot for fewer defects says little, and its name would hide others."""

_STEPS = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """One part's F1, as a share of the full width; None where there is nothing to measure."""

    label: str
    f1: float | None
    figures: Figures


@dataclass(frozen=True, slots=True)
class Dot:
    """One part in the field: recall to the right, precision upwards, its area by how much was expected."""

    label: str
    x: float
    y: float
    radius: float
    figures: Figures

    @property
    def has_name(self) -> bool:
        """Whether its label has room on the field."""
        return self.figures.found + self.figures.missed >= _WORTH_A_NAME


def bars(of: Mapping[str, Figures]) -> list[Bar]:
    """A bar for each part, the best first, and among equals what matters most."""
    every = [Bar(label, figures.f1, figures) for label, figures in of.items()]
    return sorted(
        every, key=lambda bar: (-(bar.f1 or 0.0), -bar.figures.found - bar.figures.missed, bar.label)
    )


def dots(of: Mapping[str, Figures]) -> list[Dot]:
    """A dot for each part of which anything was expected and reported, the largest at the back."""
    every = (_dot(label, figures) for label, figures in of.items())
    return sorted((dot for dot in every if dot), key=lambda dot: (-dot.radius, dot.label))


def _dot(label: str, figures: Figures) -> Dot | None:
    precision, recall = figures.precision, figures.recall
    if precision is None or recall is None:
        return None
    radius = _SMALLEST + _PER_DEFECT * sqrt(figures.found + figures.missed)
    return Dot(label, round(recall * SIZE, 1), round((1 - precision) * SIZE, 1), round(radius, 1), figures)


def contours(levels: Iterable[float] = (0.2, 0.4, 0.6, 0.8)) -> list[tuple[float, str]]:
    """Lines of equal F1 through the field, as points for a polyline."""
    return [(level, _contour(level)) for level in levels]


def _contour(f1: float) -> str:
    """F1 = 2pr / (p + r), so for each recall above F1 / 2 there is one precision."""
    lowest = f1 / (2 - f1)
    recalls = [lowest + (1 - lowest) * step / _STEPS for step in range(_STEPS + 1)]
    points = ((r * SIZE, (1 - f1 * r / (2 * r - f1)) * SIZE) for r in recalls)
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
