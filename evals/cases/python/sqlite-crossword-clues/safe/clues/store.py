import sqlite3


class ClueStore:
    """Clues of the setters' guild, in one file."""

    def __init__(self, path):
        self.db = sqlite3.connect(path, check_same_thread=False)
        self.db.row_factory = sqlite3.Row

    def by_answer(self, answer):
        rows = self.db.execute("SELECT * FROM clue WHERE answer = ?", (answer.upper(),))
        return rows.fetchall()

    def by_words(self, words, limit=30):
        tests = " AND ".join("clue LIKE ?" for w in words)
        values = [f"%{w}%" for w in words]
        return self.db.execute(f"SELECT * FROM clue WHERE {tests or 1} LIMIT ?", (*values, limit)).fetchall()
