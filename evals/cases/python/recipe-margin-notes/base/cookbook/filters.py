from datetime import date

from markupsafe import Markup, escape


FRACTIONS = {0.25: "¼", 0.5: "½", 0.75: "¾"}


def amount(value):
    whole, rest = divmod(value, 1)
    tail = FRACTIONS.get(rest)
    if tail is None:
        return f"{value:g}"
    return f"{int(whole)}{tail}" if whole else tail


def season(day: date) -> str:
    return ("winter", "spring", "summer", "autumn")[day.month % 12 // 3]


def margin_note(note):
    """Keep the line breaks that the cook typed."""
    return Markup("<br>").join(escape(note or "").splitlines())


def init_app(app):
    for function in (amount, season, margin_note):
        app.jinja_env.filters[function.__name__] = function
