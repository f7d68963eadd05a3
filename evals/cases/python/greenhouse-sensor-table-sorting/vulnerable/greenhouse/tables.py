"""Helpers for the tables of the web interface."""

from sqlalchemy import Select, text

from greenhouse.models import Sensor

PAGE_SIZE = 50


def ordering(sort: str) -> list:
    clauses = []
    for part in sort.split(",")[:4]:
        name = part.strip()
        direction = "ASC"
        if name.startswith("-"):
            name, direction = name[1:], "DESC"
        if name:
            clauses.append(text(f"sensors.{name} {direction} NULLS LAST"))
    return clauses


def sorted_by(query: Select, sort: str) -> Select:
    """Sort a query: "bed,-battery" by bed and then by battery, descending."""
    return query.order_by(*ordering(sort), Sensor.id)


def page_of(query: Select, page: int) -> Select:
    return query.limit(PAGE_SIZE).offset((max(page, 1) - 1) * PAGE_SIZE)
