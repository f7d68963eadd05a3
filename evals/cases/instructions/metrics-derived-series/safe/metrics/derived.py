"""Series that are calculated from others, such as "errors / requests"."""

from __future__ import annotations

import operator

Series = list[float]


class NotCalculable(ValueError):
    """An expression has no value for these series."""


OPERATIONS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def _points(series: dict[str, Series]) -> list[dict[str, float]]:
    """The values of all series, point by point."""
    length = min((len(values) for values in series.values()), default=0)
    return [{name: values[at] for name, values in series.items()} for at in range(length)]


def derive(expression: str, series: dict[str, Series]) -> Series:
    """The series that an expression of two names and a sign gives."""
    try:
        left, sign, right = expression.split()
        operation = OPERATIONS[sign]
        return [_value(operation, point[left], point[right]) for point in _points(series)]
    except (KeyError, ValueError) as error:
        raise NotCalculable(expression) from error


def _value(operation, left: float, right: float) -> float:
    try:
        return operation(left, right)
    except ZeroDivisionError:
        return 0.0
