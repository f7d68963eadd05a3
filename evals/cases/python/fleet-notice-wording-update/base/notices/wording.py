"""Departure notices: the depot writes the text, we fill in the blanks."""
from __future__ import annotations

from dataclasses import dataclass
from string import Template

from notices.models import Depot, Stop, Vehicle


class WordingError(ValueError):
    """The text of the depot cannot be used."""


@dataclass(frozen=True)
class Wording:
    pattern: str
    language: str = "en"

    def fill(self, vehicle: Vehicle, depot: Depot, stop: Stop) -> str:
        values = {
            "plate": vehicle.plate,
            "depot": depot.name,
            "stop": stop.name,
            "leaves": f"{stop.leaves_at:%H:%M}",
        }
        try:
            return Template(self.pattern).substitute(values)
        except (KeyError, ValueError) as problem:
            raise WordingError("unknown placeholder") from problem


DEFAULTS = {
    "en": Wording("$plate leaves $stop at $leaves", "en"),
    "de": Wording("$plate fährt um $leaves ab $stop", "de"),
}
