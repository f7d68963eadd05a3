from flask import Blueprint, Response, abort, g, request

from dunning.auth import login_required
from dunning.letters import render_letter
from dunning.models import LetterTemplate, db, find_reminder

bp = Blueprint("dunning", __name__, url_prefix="/dunning")


@bp.get("/reminders/<int:reminder_id>/letter")
@login_required
def show_letter(reminder_id: int) -> Response:
    reminder = find_reminder(g.client.id, reminder_id)
    if reminder is None:
        abort(404)
    return Response(render_letter(reminder), mimetype="text/html")
