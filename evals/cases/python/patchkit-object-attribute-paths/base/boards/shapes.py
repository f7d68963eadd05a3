"""What is drawn on a whiteboard."""

from __future__ import annotations

from typing import TypedDict


class Style(TypedDict):
    stroke: str
    width: float


class Shape(TypedDict):
    kind: str
    points: list[list[float]]
    style: Style


def new_line(points: list[list[float]]) -> Shape:
    return {"kind": "line", "points": points, "style": {"stroke": "#222222", "width": 2.0}}
