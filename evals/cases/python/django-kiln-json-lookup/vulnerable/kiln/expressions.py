from django.db.models import Func, TextField


class ReadingText(Func):
    """One reading of a firing log, as text: ReadingText("log", "cone")."""

    output_field = TextField()
    arity = None

    def __init__(self, column, key, **extra):
        template = f"(%(expressions)s ->> '{key}')"
        super().__init__(column, template=template, **extra)


class Hours(Func):
    function = "EXTRACT"
    template = "%(function)s(EPOCH FROM %(expressions)s) / 3600"
