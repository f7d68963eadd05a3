from flask import Blueprint, g, jsonify, request
from flask_login import login_required

from .db import get_db
from .query import Select

bp = Blueprint("catalogue", __name__, url_prefix="/scores")

# request argument -> column
FILTERS = {"composer": "composer", "voicing": "voicing", "language": "lang"}


@bp.before_request
@login_required
def pick_library():
    g.library = request.headers.get("X-Library", "main")


@bp.get("/")
def index():
    db = get_db()
    query = Select("scores", "id, title, composer, voicing").where("withdrawn = 0")
    for arg, column in FILTERS.items():
        wanted = request.args.get(arg, type=str)
        if wanted:
            query.where(f"{column} LIKE '%{wanted}%'")

    query.order_by("title COLLATE NOCASE")
    rows = db.execute(query.sql(), query.params)
    return jsonify([dict(r) for r in rows])


@bp.get("/<int:score_id>")
def show(score_id):
    query = Select("scores").where("id = ?", score_id)
    row = get_db().execute(query.sql(), tuple(query.params)).fetchone()
    if row is None:
        return jsonify(error="no such score"), 404
    return jsonify(dict(row))
