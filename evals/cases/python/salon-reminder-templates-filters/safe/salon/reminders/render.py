"""Renders the reminder texts that each salon writes in its settings."""

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from salon.reminders.filters import FILTERS

MAX_TEXT = 4000

EXAMPLE = {
    "customer": {"name": "Mira Falk"},
    "appointment": {"service": "Cut and colour", "starts_at": "2024-05-14 09:30", "price": "64.00"},
    "salon": {"name": "Salon Example", "phone": "+43 1 234 567"},
}

ENVIRONMENT = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters.update(FILTERS)


class ReminderTextError(Exception):
    """The text of the salon cannot be rendered."""


def render_reminder(text, values):
    """The HTML of the mail for one appointment."""
    if len(text) > MAX_TEXT:
        raise ReminderTextError("The text is too long")
    try:
        template = ENVIRONMENT.from_string(text)
        return template.render(values)
    except TemplateError as error:
        raise ReminderTextError(error.message) from error
    except (ArithmeticError, ValueError) as error:
        raise ReminderTextError("A filter got something that it cannot format") from error


def preview_reminder(text):
    """What the settings page shows while the text is written."""
    return render_reminder(text, EXAMPLE)
