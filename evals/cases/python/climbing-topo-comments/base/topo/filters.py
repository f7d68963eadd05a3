from datetime import datetime, timezone

from jinja2 import Environment


def ago(when: datetime) -> str:
    days = (datetime.now(timezone.utc) - when).days
    if days < 1:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago"


def grade(value: int, system: str = "uiaa") -> str:
    table = {"uiaa": "UIAA", "french": "F"}
    return f"{table.get(system, '')} {value / 10:g}".strip()


def install(env: Environment) -> None:
    env.filters.update(ago=ago, grade=grade)
