class Select:
    """Tiny SELECT builder, just enough for the catalogue screens.

    >>> Select("scores").where("year > ?", 1900).sql()
    'SELECT * FROM scores WHERE year > ?'
    """

    def __init__(self, table, columns="*"):
        self._table = table
        self._columns = columns
        self._where = []
        self._order = None
        self.params = []

    def where(self, condition, *values):
        self._where.append(condition)
        self.params.extend(values)
        return self

    def order_by(self, column):
        self._order = column
        return self

    def sql(self):
        text = "SELECT {} FROM {}".format(self._columns, self._table)
        if self._where:
            text += " WHERE " + " AND ".join(self._where)
        if self._order:
            text += " ORDER BY " + self._order
        return text
