import re

from markupsafe import Markup, escape


def latin(name):
    """Scientific names in italics."""
    return Markup("<i>{}</i>").format(name)


def highlight(text, term):
    """Marks what was searched for, ignoring case."""
    if not term:
        return text
    hit = re.compile(re.escape(term), re.IGNORECASE)
    return Markup(hit.sub(lambda m: f"<mark>{m.group(0)}</mark>", text))


def register(app):
    app.add_template_filter(latin)
    app.add_template_filter(highlight)
