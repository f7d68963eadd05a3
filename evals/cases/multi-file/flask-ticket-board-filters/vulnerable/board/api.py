"""JSON API of the ticket board."""

from flask import Blueprint, abort, g, jsonify, request

from board.auth import require_member
from board.repository import TicketRepository

bp = Blueprint("board", __name__, url_prefix="/api/board")
repo = TicketRepository()


@bp.post("/search")
@require_member
def search():
    body = request.get_json(silent=True) or {}
    filters = {key: body[key] for key in ("status", "assignee") if key in body}
    tickets = repo.matching(g.team_id, **filters)
    return jsonify([_card(ticket) for ticket in tickets])


@bp.get("/<int:number>")
@require_member
def show(number: int):
    ticket = repo.by_number(g.team_id, number)
    if ticket is None:
        abort(404)
    return jsonify(_card(ticket))


def _card(ticket: dict) -> dict:
    return {
        "number": ticket["number"],
        "title": ticket["title"],
        "status": ticket["status"],
        "assignee": ticket.get("assignee"),
    }
