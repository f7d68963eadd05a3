import sqlite3


class ClueStore:
    """Clues of the setters' guild, in one file."""

    def __init__(self, path):
        self.db = sqlite3.connect(path, check_same_thread=False)
        self.db.row_factory = sqlite3.Row

    def by_answer(self, answer):
        rows = self.db.execute("SELECT * FROM clue WHERE answer = ?", (answer.upper(),))
        return rows.fetchall()
