from flask import Blueprint, current_app, jsonify, request

from handbook.auth import require_author
from handbook.checkout import CheckoutError, prepare
from handbook.queue import enqueue_build

bp = Blueprint("builds", __name__)


@bp.post("/handbooks/<slug>/builds")
@require_author
def build(slug):
    body = request.get_json()
    ref = str(body.get("ref", "main"))
    try:
        commit = prepare(current_app.config["HANDBOOKS"], slug, ref)
    except CheckoutError as problem:
        return jsonify(error=str(problem)), 409
    return jsonify(commit=commit, job=enqueue_build(slug, commit)), 202
