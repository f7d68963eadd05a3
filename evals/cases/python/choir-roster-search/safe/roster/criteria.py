from sqlalchemy import bindparam, text


class Criteria:
    """Collects conditions for the statements of the roster, which are written by hand for speed."""

    def __init__(self):
        self._parts = []
        self._values = {}
        self._lists = []

    def joined_since(self, year):
        if year is not None:
            self._parts.append("joined_year >= :year")
            self._values["year"] = int(year)
        return self

    def singing(self, voices):
        if voices:
            self._parts.append("voice IN :voices")
            self._values["voices"] = list(voices)
            self._lists.append(bindparam("voices", expanding=True))
        return self

    def active(self):
        self._parts.append("left_on IS NULL")
        return self

    @property
    def values(self):
        return dict(self._values)

    def clause(self):
        return text(" AND ".join(self._parts) or "1 = 1").bindparams(*self._lists)
