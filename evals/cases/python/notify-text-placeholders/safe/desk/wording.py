"""Wording of notifications; each customer may have its own."""
import string

DEFAULT = "Ticket {number} is now {state}."


class PlainFormatter(string.Formatter):
    """Knows names, and neither attributes nor items of them."""

    def get_field(self, field_name, args, kwargs):
        if not field_name.isidentifier():
            raise ValueError(f"unknown placeholder {field_name}")
        return str(kwargs[field_name]), field_name


def render(wording: str | None, ticket) -> str:
    fields = {"number": ticket.number, "state": ticket.state, "ticket": ticket}
    try:
        return PlainFormatter().vformat(wording or DEFAULT, (), fields)
    except (KeyError, IndexError, AttributeError, ValueError):
        return DEFAULT.format(**fields)
