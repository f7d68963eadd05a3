import re

from markupsafe import Markup, escape


def latin(name):
    """Scientific names in italics."""
    return Markup("<i>{}</i>").format(name)


def register(app):
    app.add_template_filter(latin)
