"""Takes events from partners and puts them on the queue, for the worker to decode."""

from flask import Blueprint, abort, current_app, request

from jobs.signing import signature_matches

bp = Blueprint("ingest", __name__, url_prefix="/ingest")

QUEUE = "jobs:incoming"
MAX_BODY = 64 * 1024


@bp.post("/<partner>")
def accept(partner: str):
    if request.content_length is None or request.content_length > MAX_BODY:
        abort(413)
    body = request.get_data()
    if not signature_matches(partner, request.headers.get("X-Signature", ""), body):
        abort(403)
    current_app.redis.lpush(QUEUE, body)
    return "", 202
