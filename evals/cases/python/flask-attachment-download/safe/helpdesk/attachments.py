import os

from flask import Blueprint, abort, current_app, g, jsonify, send_file

from helpdesk.auth import agent_required
from helpdesk.models import Attachment, Ticket

attachments = Blueprint("attachments", __name__)


def ticket_folder(ticket):
    return os.path.join(current_app.config["ATTACHMENT_ROOT"], str(ticket.id))


def visible_ticket(ticket_id):
    ticket = Ticket.query.get_or_404(ticket_id)
    if ticket.team_id not in g.agent.team_ids:
        abort(404)
    return ticket


@attachments.get("/tickets/<int:ticket_id>/attachments")
@agent_required
def list_attachments(ticket_id):
    ticket = visible_ticket(ticket_id)
    found = Attachment.query.filter_by(ticket_id=ticket.id).order_by(Attachment.created_at)
    return jsonify([{"name": a.name, "size": a.size, "type": a.mimetype} for a in found])


@attachments.get("/tickets/<int:ticket_id>/attachments/<path:filename>")
@agent_required
def download(ticket_id, filename):
    ticket = visible_ticket(ticket_id)
    folder = os.path.realpath(ticket_folder(ticket))
    path = os.path.realpath(os.path.join(folder, filename))
    if os.path.commonpath([folder, path]) != folder or not os.path.isfile(path):
        abort(404)
    current_app.logger.info("agent %s fetched an attachment of ticket %s", g.agent.id, ticket.id)
    return send_file(path, as_attachment=True)


@attachments.delete("/attachments/<int:attachment_id>")
@agent_required
def remove(attachment_id):
    attachment = Attachment.query.get_or_404(attachment_id)
    visible_ticket(attachment.ticket_id)
    attachment.mark_deleted(by=g.agent)
    return "", 204
