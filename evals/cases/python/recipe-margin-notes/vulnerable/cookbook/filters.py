import re
from datetime import date

from flask import url_for
from markupsafe import Markup

HASHTAG = re.compile(r"(?<![\w&])#(\w{2,30})")


FRACTIONS = {0.25: "¼", 0.5: "½", 0.75: "¾"}


def amount(value):
    whole, rest = divmod(value, 1)
    tail = FRACTIONS.get(rest)
    if tail is None:
        return f"{value:g}"
    return f"{int(whole)}{tail}" if whole else tail


def season(day: date) -> str:
    return ("winter", "spring", "summer", "autumn")[day.month % 12 // 3]


def _tag_link(match):
    return f'<a href="{url_for("notes.tagged", tag=match[1])}">#{match[1]}</a>'


def margin_note(note):
    """Keep the line breaks that the cook typed, and link the hashtags."""
    linked = HASHTAG.sub(_tag_link, note or "")
    return Markup("<br>".join(linked.splitlines()))


def init_app(app):
    for function in (amount, season, margin_note):
        app.jinja_env.filters[function.__name__] = function
