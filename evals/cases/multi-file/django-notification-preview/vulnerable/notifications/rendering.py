"""Texts of notifications, which are Jinja templates."""

from functools import cache

from django.conf import settings
from jinja2 import Environment, FileSystemLoader, TemplateError, TemplateNotFound

SAMPLE = {"first_name": "Kim", "order_number": "2024-0815", "amount": "49.90"}


class BadTemplate(Exception):
    """A text is not a template."""


@cache
def _environment():
    return Environment(
        loader=FileSystemLoader(settings.NOTIFICATION_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
    )


def standard_text(kind, values):
    """The text that we ship for a kind of notification."""
    try:
        return _environment().get_template(f"{kind.name}.html").render(**values)
    except TemplateNotFound as error:
        raise BadTemplate from error


def preview_text(text, notification):
    """A tenant's own text with sample values in it."""
    values = SAMPLE | {"subject": notification.subject}
    environment = _environment().overlay(trim_blocks=False)
    try:
        return environment.from_string(text).render(**values)
    except TemplateError as error:
        raise BadTemplate from error
