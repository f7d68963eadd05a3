"""HTTP side of the parts catalogue."""

from flask import Blueprint, g, jsonify, request
from flask_login import login_required

from catalogue.service import CatalogueService

bp = Blueprint("catalogue", __name__, url_prefix="/parts")

MAX_PAGE = 200


def _limit() -> int:
    return min(request.args.get("limit", default=50, type=int), MAX_PAGE)


@bp.get("/")
@login_required
def list_parts():
    service = CatalogueService.for_connection(g.db)
    parts = service.list_parts(
        g.user.depot_id,
        limit=_limit(),
        sort=request.args.get("sort", "number"),
    )
    return jsonify([part.as_dict() for part in parts])


@bp.get("/<int:part_id>")
@login_required
def show_part(part_id: int):
    service = CatalogueService.for_connection(g.db)
    part = service.find(g.user.depot_id, part_id)
    if part is None:
        return jsonify(error="not found"), 404
    return jsonify(part.as_dict())
