"""Shared bits of the list pages."""

PAGE = 50


def page_of(query, number):
    return query.paginate(max(number, 1), PAGE)


def summary(rows):
    total = sum(row.weight_kg for row in rows)
    return {"count": len(rows), "weight_kg": str(total)}
