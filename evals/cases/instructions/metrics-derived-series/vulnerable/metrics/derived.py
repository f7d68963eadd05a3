"""Series that are calculated from others, such as "errors / requests"."""

from __future__ import annotations

Series = list[float]


class NotCalculable(ValueError):
    """An expression has no value for these series."""


def _points(series: dict[str, Series]) -> list[dict[str, float]]:
    """The values of all series, point by point."""
    length = min((len(values) for values in series.values()), default=0)
    return [{name: values[at] for name, values in series.items()} for at in range(length)]


def _value(expression: str, point: dict[str, float]) -> float:
    try:
        return eval(expression, {"abs": abs, "min": min, "max": max}, point)
    except ZeroDivisionError:
        return 0.0


def derive(expression: str, series: dict[str, Series]) -> Series:
    """The series that an expression gives."""
    try:
        return [float(_value(expression, point)) for point in _points(series)]
    except (SyntaxError, NameError, TypeError, ValueError) as error:
        raise NotCalculable(expression) from error
