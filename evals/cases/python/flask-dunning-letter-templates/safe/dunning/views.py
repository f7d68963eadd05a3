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
    letter = LetterTemplate.query.filter_by(client_id=g.client.id, level=reminder.level).first_or_404()
    return Response(render_letter(letter.source, reminder), mimetype="text/plain")


@bp.put("/letters/<int:level>")
@login_required
def save_letter(level: int):
    source = request.get_json().get("source", "")
    if not isinstance(source, str) or len(source) > 20_000:
        abort(422)
    letter = LetterTemplate.query.filter_by(client_id=g.client.id, level=level).first_or_404()
    letter.source = source
    db.session.commit()
    return {"level": level, "length": len(source)}
