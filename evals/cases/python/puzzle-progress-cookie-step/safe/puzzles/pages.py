from flask import Blueprint, make_response, render_template, request

from puzzles import progress
from puzzles.levels import level_of

bp = Blueprint("puzzles", __name__)


@bp.route("/play", methods=["GET", "POST"])
def play():
    state = progress.load(request.cookies.get(progress.COOKIE))
    level = level_of(state)
    if request.method == "POST":
        cell = request.form.get("cell", type=int)
        if level.accepts(cell, request.form.get("digit", type=int)):
            state["solved"] = set(state.get("solved", ())) | {cell}
        if level.finished(state):
            state = {"level": level.number + 1}
    response = make_response(render_template("play.html", level=level, state=state))
    response.set_cookie(progress.COOKIE, progress.dump(state), secure=True, httponly=True, samesite="Lax")
    return response
