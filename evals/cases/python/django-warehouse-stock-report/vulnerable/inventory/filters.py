"""Turn the query string of a report page into SQL conditions."""
from __future__ import annotations

from dataclasses import dataclass, field

from django.http import QueryDict


@dataclass
class Conditions:
    parts: list[str] = field(default_factory=list)

    def add(self, condition: str) -> None:
        self.parts.append(condition)

    @property
    def where(self) -> str:
        return " AND ".join(self.parts) or "TRUE"


def stock_conditions(query: QueryDict) -> Conditions:
    found = Conditions()
    if query.get("low") == "1":
        found.add("s.quantity <= s.reorder_level")
    if text := query.get("q", "").strip():
        found.add(f"(p.name ILIKE '%{text}%' OR p.sku ILIKE '{text}%')")
    if site := query.get("site"):
        found.add(f"w.code = '{site}'")
    return found
