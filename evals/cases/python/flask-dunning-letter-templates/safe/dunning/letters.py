from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

_env = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


@dataclass(frozen=True)
class Reminder:
    debtor: str
    invoice_number: str
    amount: Decimal
    due: date
    level: int


def _money(value: Decimal) -> str:
    return f"{value:,.2f}".replace(",", "'")


_env.filters["money"] = _money


def render_letter(source: str, reminder: Reminder) -> str:
    """Fill in the client's own letter. Known fields: debtor, invoice_number, amount, due, level."""
    template = _env.from_string(source)
    return template.render(**asdict(reminder))
