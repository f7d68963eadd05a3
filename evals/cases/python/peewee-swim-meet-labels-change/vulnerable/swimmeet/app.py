from flask import Blueprint, abort, jsonify, request
from flask_login import current_user, login_required

from .labels import pages
from .models import Entry, Meet

bp = Blueprint("meets", __name__)


@bp.post("/meets/<int:meet_id>/labels")
@login_required
def labels(meet_id):
    meet = Meet.get_or_none(Meet.id == meet_id, Meet.organiser == current_user.id)
    if meet is None:
        abort(404)
    entries = Entry.select().where(Entry.meet == meet).order_by(Entry.heat, Entry.lane)
    layout = request.get_json().get("layout", "")
    if not isinstance(layout, str) or not 0 < len(layout) <= 120:
        abort(400)
    try:
        return jsonify(pages(entries, layout))
    except (ValueError, LookupError, AttributeError):
        abort(400, "The layout cannot be used.")
