"""Jinja filters of the night log."""
import re

from markupsafe import Markup, escape


def paragraphs(text):
    parts = [escape(p) for p in text.split("\n\n")]
    return Markup("".join(f"<p>{p}</p>" for p in parts))


def sexagesimal(degrees):
    minutes, seconds = divmod(round(abs(degrees) * 3600), 60)
    whole, minutes = divmod(minutes, 60)
    return f"{'-' if degrees < 0 else ''}{whole}° {minutes:02}′ {seconds:02}″"


def install(env):
    env.filters["paragraphs"] = paragraphs
    env.filters["sexagesimal"] = sexagesimal
