from django.db.models import Func, TextField, Value


class ReadingText(Func):
    """One reading of a firing log, as text: ReadingText("log", "cone")."""

    output_field = TextField()
    arity = None

    def __init__(self, column, key, **extra):
        template = "(%(expressions)s)"
        super().__init__(column, Value(key), template=template, arg_joiner=" ->> ", **extra)


class Hours(Func):
    function = "EXTRACT"
    template = "%(function)s(EPOCH FROM %(expressions)s) / 3600"
