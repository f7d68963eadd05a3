"""Turns a draft into the HTML that goes out by mail."""
from flask import current_app, render_template
from jinja2 import TemplateError


class DraftError(ValueError):
    pass


def shell(issue, body):
    return render_template("newsletter/shell.html", issue=issue, body=body)


def draft_to_html(issue, source, reader):
    """Drafts know {{ first_name }}, {{ parish }} and the events of the month."""
    values = {
        "first_name": reader.first_name,
        "parish": issue.parish.name,
        "events": [{"title": e.title, "day": f"{e.day:%d %B}"} for e in issue.events],
    }
    try:
        body = current_app.jinja_env.from_string(source).render(**values)
    except TemplateError as problem:
        raise DraftError("the draft has a mistake in its placeholders") from problem
    return shell(issue, body)


def plain_subject(issue):
    return f"{issue.parish.name}: news for {issue.month:%B %Y}"
