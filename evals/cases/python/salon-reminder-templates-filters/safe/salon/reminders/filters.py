"""Filters for reminder texts: {{ appointment.starts_at | day }}"""

from datetime import datetime


def _moment(value):
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))


def day(value):
    return f"{_moment(value):%A, %d %B}"


def clock(value):
    return f"{_moment(value):%H:%M}"


def money(value):
    return f"€ {float(value):.2f}"


FILTERS = {"day": day, "clock": clock, "money": money}
