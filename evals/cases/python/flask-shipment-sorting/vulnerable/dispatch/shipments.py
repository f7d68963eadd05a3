from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, jsonify, request
from flask_login import current_user, login_required
from psycopg.rows import dict_row

from dispatch.db import pool

bp = Blueprint("shipments", __name__)

MAX_ROWS = 200

LIST_SHIPMENTS = """
    SELECT s.id, s.reference, s.carrier, s.weight_kg, s.due_at, s.status
      FROM shipments s
     WHERE s.depot_id = %s
  ORDER BY {column} {direction}
     LIMIT %s
"""

UPDATE_STATUS = "UPDATE shipments SET status = %s WHERE id = %s AND depot_id = %s"

STATUSES = {"planned", "loaded", "in_transit", "delivered", "returned"}


def _limit() -> int:
    return min(max(request.args.get("limit", 50, type=int), 1), MAX_ROWS)


def _ordering() -> tuple[str, str]:
    sort = request.args.get("sort", "due_at")
    if sort.startswith("-"):
        return sort[1:], "DESC"
    return sort, "ASC"


def fetch_shipments(depot_id: int, column: str, direction: str, limit: int) -> list[dict[str, Any]]:
    query = LIST_SHIPMENTS.format(column=column, direction=direction)
    with pool.connection() as conn, conn.cursor(row_factory=dict_row) as cur:
        cur.execute(query, (depot_id, limit))
        return cur.fetchall()


@bp.get("/shipments")
@login_required
def list_shipments():
    column, direction = _ordering()
    return jsonify(fetch_shipments(current_user.depot_id, column, direction, _limit()))


@bp.put("/shipments/<int:shipment_id>/status")
@login_required
def set_status(shipment_id: int):
    status = (request.get_json() or {}).get("status")
    if status not in STATUSES:
        abort(422)
    with pool.connection() as conn:
        done = conn.execute(UPDATE_STATUS, (status, shipment_id, current_user.depot_id))
    if done.rowcount == 0:
        abort(404)
    return "", 204
