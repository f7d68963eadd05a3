"""Turn the query string of a report page into SQL conditions."""
from __future__ import annotations

from dataclasses import dataclass, field

from django.http import QueryDict


@dataclass
class Conditions:
    parts: list[str] = field(default_factory=list)
    params: list[object] = field(default_factory=list)

    def add(self, condition: str, *params: object) -> None:
        self.parts.append(condition)
        self.params.extend(params)

    @property
    def where(self) -> str:
        return " AND ".join(self.parts) or "TRUE"


def stock_conditions(query: QueryDict) -> Conditions:
    found = Conditions()
    if query.get("low") == "1":
        found.add("s.quantity <= s.reorder_level")
    if text := query.get("q", "").strip():
        found.add("(p.name ILIKE %s OR p.sku ILIKE %s)", f"%{text}%", f"{text}%")
    if site := query.get("site"):
        found.add("w.code = %s", site)
    return found
