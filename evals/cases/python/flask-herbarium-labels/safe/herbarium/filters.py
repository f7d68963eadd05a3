import re

from markupsafe import Markup, escape


def latin(name):
    """Scientific names in italics."""
    return Markup("<i>{}</i>").format(name)


def highlight(text, term):
    """Marks what was searched for, ignoring case."""
    if not term:
        return text
    hit = re.compile("(" + re.escape(term) + ")", re.IGNORECASE)
    parts = hit.split(text)
    return Markup("").join(Markup("<mark>{}</mark>").format(p) if i % 2 else escape(p) for i, p in enumerate(parts))


def register(app):
    app.add_template_filter(latin)
    app.add_template_filter(highlight)
