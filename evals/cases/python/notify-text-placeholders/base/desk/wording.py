"""Wording of notifications; each customer may have its own."""
import string

DEFAULT = "Ticket {number} is now {state}."


def render(wording: str | None, ticket) -> str:
    return DEFAULT.format(number=ticket.number, state=ticket.state)
