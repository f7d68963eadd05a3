from flask import Blueprint, jsonify, request
from flask_login import current_user, login_required

from orchard.listing import page_of, summary
from orchard.models import Crate

bp = Blueprint("ledger", __name__, url_prefix="/ledger")


def _row(crate):
    return {
        "id": crate.id,
        "variety": crate.variety,
        "weight_kg": str(crate.weight_kg),
        "packed_at": crate.packed_at.isoformat(),
    }


@bp.get("/")
@login_required
def crates():
    query = Crate.select().where(Crate.grower == current_user.grower_id)
    variety = request.args.get("variety")
    if variety:
        query = query.where(Crate.variety == variety)
    query = query.order_by(Crate.packed_at.desc(), Crate.id)
    rows = list(page_of(query, request.args.get("page", 1, type=int)))
    return jsonify(items=[_row(c) for c in rows], **summary(rows))
