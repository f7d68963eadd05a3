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


def sorted_by(query: Select, sort: str) -> Select:
    """Sort a query: "battery" for ascending, "-battery" for descending."""
    descending = sort.startswith("-")
    column = SORTABLE.get(sort.lstrip("-"), Sensor.name)
    return query.order_by(desc(column) if descending else asc(column), Sensor.id)


def page_of(query: Select, page: int) -> Select:
    return query.limit(PAGE_SIZE).offset((max(page, 1) - 1) * PAGE_SIZE)
