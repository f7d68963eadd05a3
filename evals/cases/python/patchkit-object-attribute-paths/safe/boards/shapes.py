"""What is drawn on a whiteboard."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Style:
    stroke: str = "#222222"
    width: float = 2.0


@dataclass
class Shape:
    kind: str
    points: list[list[float]]
    style: Style = field(default_factory=Style)


def new_line(points: list[list[float]]) -> Shape:
    return Shape("line", points)
