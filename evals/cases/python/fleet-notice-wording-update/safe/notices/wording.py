"""Departure notices: the depot writes the text, we fill in the blanks."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from string import Formatter

from notices.models import Depot, Stop, Vehicle


class WordingError(ValueError):
    """The text of the depot cannot be used."""


class _PlainFormatter(Formatter):
    """Names and format specs, nothing that reaches into a value."""

    def get_field(self, field_name, args, kwargs):
        if field_name not in kwargs:
            raise KeyError(field_name)
        return kwargs[field_name], field_name

    def format_field(self, value, format_spec):
        return format(value, format_spec) if isinstance(value, datetime) else str(value)


_FORMATTER = _PlainFormatter()


@dataclass(frozen=True)
class Wording:
    pattern: str
    language: str = "en"

    def fill(self, vehicle: Vehicle, depot: Depot, stop: Stop) -> str:
        # {leaves:%H:%M} and the like: depots asked for their own formats of times
        values = {
            "plate": vehicle.plate,
            "depot": depot.name,
            "stop": stop.name,
            "leaves": stop.leaves_at,
        }
        try:
            return _FORMATTER.vformat(self.pattern, (), values)
        except (KeyError, ValueError) as problem:
            raise WordingError("unknown placeholder") from problem


DEFAULTS = {
    "en": Wording("{plate} leaves {stop} at {leaves:%H:%M}", "en"),
    "de": Wording("{plate} fährt um {leaves:%H:%M} ab {stop}", "de"),
}
