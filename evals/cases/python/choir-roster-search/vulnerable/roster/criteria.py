from sqlalchemy import text


class Criteria:
    """Collects conditions for the statements of the roster, which are written by hand for speed."""

    def __init__(self):
        self._parts = []
        self._values = {}

    def joined_since(self, year):
        if year is not None:
            self._parts.append("joined_year >= :year")
            self._values["year"] = int(year)
        return self

    def singing(self, voices):
        if voices:
            quoted = ", ".join(f"'{v}'" for v in voices)
            self._parts.append(f"voice IN ({quoted})")
        return self

    def active(self):
        self._parts.append("left_on IS NULL")
        return self

    @property
    def values(self):
        return dict(self._values)

    def clause(self):
        return text(" AND ".join(self._parts) or "1 = 1")
