"""What the depot staff can ask of the catalogue."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from catalogue.repository import PartRepository


@dataclass(frozen=True)
class Part:
    id: int
    number: str
    label: str
    stock: int

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


class CatalogueService:
    def __init__(self, parts: PartRepository) -> None:
        self._parts = parts

    @classmethod
    def for_connection(cls, conn) -> CatalogueService:
        return cls(PartRepository(conn))

    def list_parts(self, depot_id: int, *, limit: int, sort: str) -> list[Part]:
        rows = self._parts.in_depot(depot_id, limit, order_by=sort)
        return [Part(*row) for row in rows]

    def find(self, depot_id: int, part_id: int) -> Part | None:
        row = self._parts.by_id(depot_id, part_id)
        return Part(*row) if row else None
