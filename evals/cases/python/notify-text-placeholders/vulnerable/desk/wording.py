"""Wording of notifications; each customer may have its own."""
import string

DEFAULT = "Ticket {number} is now {state}."


def render(wording: str | None, ticket) -> str:
    fields = {"number": ticket.number, "state": ticket.state, "ticket": ticket}
    try:
        return (wording or DEFAULT).format(**fields)
    except (KeyError, IndexError, AttributeError, ValueError):
        return DEFAULT.format(**fields)
