"""Template filters of the discussion board."""
import re
from datetime import datetime, timezone

from flask import Flask, url_for
from markupsafe import Markup, escape

MENTION = re.compile(r"@(?P<handle>[a-z0-9_]{2,30})\b")

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


def _profile_link(match: re.Match[str]) -> str:
    handle = match["handle"]
    return f'<a class="mention" href="{url_for("people.profile", handle=handle)}">@{handle}</a>'


def comment_html(text: str) -> Markup:
    """A comment with its mentions linked and its line breaks kept."""
    linked = MENTION.sub(_profile_link, str(escape(text)))
    return Markup(linked.replace("\n", "<br>\n"))


def register(app: Flask) -> None:
    app.add_template_filter(ago)
    app.add_template_filter(excerpt)
    app.add_template_filter(comment_html, "comment")
