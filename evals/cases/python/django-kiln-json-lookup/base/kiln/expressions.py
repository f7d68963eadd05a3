from django.db.models import Func, TextField, Value


class ReadingText(Func):
    """One reading of a firing log, as text: ReadingText("log", "cone")."""

    output_field = TextField()
    template = "(%(expressions)s)"
    arg_joiner = " ->> "

    def __init__(self, column, key, **extra):
        super().__init__(column, Value(key), **extra)


class Hours(Func):
    function = "EXTRACT"
    template = "%(function)s(EPOCH FROM %(expressions)s) / 3600"
