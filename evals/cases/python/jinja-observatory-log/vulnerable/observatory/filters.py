"""Jinja filters of the night log."""
import re

from markupsafe import Markup

TARGET = re.compile(r"\b(NGC|IC|M) ?(\d{1,4})\b")


def paragraphs(text):
    linked = TARGET.sub(r'<a href="/targets/\1\2">\1 \2</a>', text)
    parts = linked.split("\n\n")
    return Markup("".join(f"<p>{p}</p>" for p in parts))


def sexagesimal(degrees):
    minutes, seconds = divmod(round(abs(degrees) * 3600), 60)
    whole, minutes = divmod(minutes, 60)
    return f"{'-' if degrees < 0 else ''}{whole}° {minutes:02}′ {seconds:02}″"


def install(env):
    env.filters["paragraphs"] = paragraphs
    env.filters["sexagesimal"] = sexagesimal
