"""What the service desk can try when a line is down."""

from __future__ import annotations

from flask import Blueprint, abort, jsonify

from console.access import service_desk_only
from console.lines import line_of_customer

bp = Blueprint("diagnosis", __name__, url_prefix="/diagnosis")


@bp.get("/lines/<int:customer>")
@service_desk_only
def line(customer: int):
    found = line_of_customer(customer)
    if found is None:
        abort(404)
    return jsonify(state=found.state, since=found.since.isoformat())
