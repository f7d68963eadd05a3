import os

from flask import Blueprint, abort, current_app, request, send_file
from flask_login import current_user, login_required
from werkzeug.utils import safe_join

from tickets.models import Ticket

bp = Blueprint("attachments", __name__)


def _folder(ticket):
    return os.path.join(current_app.config["ATTACHMENT_ROOT"], str(ticket.id))


@bp.get("/tickets/<int:ticket_id>/attachments")
@login_required
def listing(ticket_id):
    ticket = Ticket.visible_to(current_user).filter_by(id=ticket_id).first_or_404()
    folder = _folder(ticket)
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    return {"attachments": names}


@bp.get("/tickets/<int:ticket_id>/attachments/<path:filename>")
@login_required
def download(ticket_id, filename):
    ticket = Ticket.visible_to(current_user).filter_by(id=ticket_id).first_or_404()
    folder = _folder(ticket)
    path = safe_join(folder, filename)
    if path is None or not os.path.isfile(path):
        abort(404)
    return send_file(path, as_attachment=True)
