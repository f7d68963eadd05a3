from datetime import datetime, timezone

import markdown as md
import nh3
from jinja2 import Environment
from markupsafe import Markup


def ago(when: datetime) -> str:
    days = (datetime.now(timezone.utc) - when).days
    if days < 1:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago"


def grade(value: int, system: str = "uiaa") -> str:
    table = {"uiaa": "UIAA", "french": "F"}
    return f"{table.get(system, '')} {value / 10:g}".strip()


def rich(source: str | None) -> Markup:
    html = md.markdown(source or "", extensions=["nl2br", "sane_lists"], output_format="html")
    return Markup(nh3.clean(html))


def install(env: Environment) -> None:
    env.filters.update(ago=ago, grade=grade, rich=rich)
