"""Shared bits of the list pages."""
from peewee import SQL

from orchard.models import Crate

PAGE = 50


def page_of(query, number):
    return query.paginate(max(number, 1), PAGE)


def sorted_by(query, spec):
    """Apply a sort like 'weight' or '-packed_at'; crates without a difference stay in the order of their numbers."""
    direction = "DESC" if spec.startswith("-") else "ASC"
    column = spec.lstrip("-") or "packed_at"
    return query.order_by(SQL(f"{column} {direction}"), Crate.id)


def summary(rows):
    total = sum(row.weight_kg for row in rows)
    return {"count": len(rows), "weight_kg": str(total)}
