"""Search in the bookings of a client."""

import logging

from flask import Blueprint, g, jsonify

from ledger.access import require_bookkeeper
from ledger.database import connection

bp = Blueprint("search", __name__, url_prefix="/ledger")
logger = logging.getLogger(__name__)

PAGE = 100
COLUMNS = ("id", "booked_on", "account", "memo", "amount")


def _as_dict(row):
    return dict(zip(COLUMNS, row, strict=True))


@bp.get("/recent")
@require_bookkeeper
def recent():
    with connection() as conn:
        rows = conn.execute(
            "SELECT id, booked_on, account, memo, amount FROM booking"
            " WHERE client_id = %s ORDER BY booked_on DESC LIMIT %s",
            (g.client_id, PAGE),
        ).fetchall()
    return jsonify([_as_dict(row) for row in rows])
