"""Helpers for the tables of the web interface."""

from sqlalchemy import Select, asc, desc

from greenhouse.models import Sensor

PAGE_SIZE = 50

SORTABLE = {
    "name": Sensor.name,
    "bed": Sensor.bed,
    "battery": Sensor.battery,
    "last_seen": Sensor.last_seen,
}


def ordering(sort: str) -> list:
    clauses = []
    for part in sort.split(",")[:4]:
        name = part.strip()
        direction = asc
        if name.startswith("-"):
            name, direction = name[1:], desc
        if name in SORTABLE:
            clauses.append(direction(SORTABLE[name]).nulls_last())
    return clauses


def sorted_by(query: Select, sort: str) -> Select:
    """Sort a query: "bed,-battery" by bed and then by battery, descending."""
    return query.order_by(*ordering(sort), Sensor.id)


def page_of(query: Select, page: int) -> Select:
    return query.limit(PAGE_SIZE).offset((max(page, 1) - 1) * PAGE_SIZE)
