"""Departure notices: the depot writes the text, we fill in the blanks."""
from __future__ import annotations

from dataclasses import dataclass

from notices.models import Depot, Stop, Vehicle


class WordingError(ValueError):
    """The text of the depot cannot be used."""


@dataclass(frozen=True)
class Wording:
    pattern: str
    language: str = "en"

    def fill(self, vehicle: Vehicle, depot: Depot, stop: Stop) -> str:
        # {stop.leaves_at:%H:%M} and the like: depots asked for their own formats of times
        try:
            return self.pattern.format(vehicle=vehicle, depot=depot, stop=stop)
        except (KeyError, AttributeError, IndexError, ValueError) as problem:
            raise WordingError("unknown placeholder") from problem


DEFAULTS = {
    "en": Wording("{vehicle.plate} leaves {stop.name} at {stop.leaves_at:%H:%M}", "en"),
    "de": Wording("{vehicle.plate} fährt um {stop.leaves_at:%H:%M} ab {stop.name}", "de"),
}
