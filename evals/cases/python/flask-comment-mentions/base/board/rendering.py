"""Template filters of the discussion board."""
from datetime import datetime, timezone

from flask import Flask

STEPS = (("day", 86400), ("hour", 3600), ("minute", 60))


def ago(moment: datetime) -> str:
    """'3 hours ago' for a moment in the past."""
    seconds = int((datetime.now(timezone.utc) - moment).total_seconds())
    for name, size in STEPS:
        count = seconds // size
        if count:
            return f"{count} {name}{'s' if count > 1 else ''} ago"
    return "just now"


def excerpt(text: str, length: int = 140) -> str:
    """The start of a text, cut at a word."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + "…"


def register(app: Flask) -> None:
    app.add_template_filter(ago)
    app.add_template_filter(excerpt)
