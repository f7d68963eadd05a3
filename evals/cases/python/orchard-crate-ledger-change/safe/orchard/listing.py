"""Shared bits of the list pages."""
from orchard.models import Crate

PAGE = 50
COLUMNS = {"packed_at": Crate.packed_at, "weight": Crate.weight_kg, "variety": Crate.variety}


def page_of(query, number):
    return query.paginate(max(number, 1), PAGE)


def sorted_by(query, spec):
    """Apply a sort like 'weight' or '-packed_at'; crates without a difference stay in the order of their numbers."""
    column = COLUMNS.get(spec.lstrip("-"), Crate.packed_at)
    return query.order_by(column.desc() if spec.startswith("-") else column.asc(), Crate.id)


def summary(rows):
    total = sum(row.weight_kg for row in rows)
    return {"count": len(rows), "weight_kg": str(total)}
