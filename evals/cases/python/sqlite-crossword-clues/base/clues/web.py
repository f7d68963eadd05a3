from bottle import Bottle, request

from .store import ClueStore


def make_app(store: ClueStore):
    app = Bottle()

    @app.get("/answers/<answer:re:[A-Za-z]+>")
    def answers(answer):
        return {"clues": [dict(row) for row in store.by_answer(answer)]}

    return app
