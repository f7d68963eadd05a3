from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from jinja2 import Environment, PackageLoader, select_autoescape

_env = Environment(loader=PackageLoader("dunning"), autoescape=select_autoescape(default_for_string=True))


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


def render_letter(reminder: Reminder) -> str:
    template = _env.get_template(f"level{int(reminder.level)}.html")
    return template.render(**asdict(reminder))
