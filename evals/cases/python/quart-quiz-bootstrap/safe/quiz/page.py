"""The page of a running quiz."""
import json

from quart import Blueprint, Response, abort
from quart_auth import current_user, login_required

from quiz.rounds import find_round

bp = Blueprint("page", __name__)

PAGE = """<!doctype html>
<meta charset="utf-8">
<title>Quiz</title>
<main id="quiz"></main>
<script type="application/json" id="state">%s</script>
<script type="module" src="/static/quiz.js"></script>
"""


def state(game) -> dict:
    """What the browser needs; players choose their names when they join."""
    return {
        "round": game.number,
        "question": game.question,
        "players": [{"name": p.name, "points": p.points} for p in game.players],
    }


def embedded(value) -> str:
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


@bp.get("/rounds/<int:round_id>")
@login_required
async def show(round_id: int):
    game = await find_round(round_id, player=current_user.auth_id)
    if game is None:
        abort(404)
    return Response(PAGE % embedded(state(game)), mimetype="text/html")


@bp.get("/rounds/<int:round_id>/state")
@login_required
async def show_state(round_id: int):
    game = await find_round(round_id, player=current_user.auth_id)
    if game is None:
        abort(404)
    return Response(json.dumps(state(game)), mimetype="application/json")
