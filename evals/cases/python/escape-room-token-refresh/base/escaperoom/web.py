from functools import wraps

from flask import Flask, g, jsonify, request

from . import rooms, tokens

app = Flask(__name__)


def _bearer():
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if scheme.lower() == "bearer" else ""


def game_master(view):
    @wraps(view)
    def wrapper(*args, **kwargs):
        g.claims = tokens.verify(_bearer())
        return view(*args, **kwargs)

    return wrapper


@app.errorhandler(tokens.InvalidToken)
def invalid_token(_):
    return jsonify(error="please sign in"), 401


@app.post("/rooms/<int:room_id>/hint")
@game_master
def hint(room_id):
    text = request.get_json().get("text", "")[:280]
    rooms.show_hint(room_id, text, by=g.claims["sub"])
    return "", 204
