import os

from flask import Blueprint, abort, current_app, request
from flask_login import current_user, login_required

from tickets.models import Ticket
from tickets.ranges import send_range

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
    path = os.path.join(folder, filename)
    if not os.path.isfile(path):
        abort(404)
    return send_range(path, request.range)
