from flask import Blueprint, abort, jsonify, request

from glacier.guards import needs_role
from glacier.models import Closure, Hut, db

bp = Blueprint("huts", __name__, url_prefix="/api/huts")


def hut_or_404(code):
    hut = db.session.scalar(db.select(Hut).where(Hut.code == code))
    return hut or abort(404)


@bp.get("/<code>")
def show(code):
    hut = hut_or_404(code)
    return jsonify(code=hut.code, beds=hut.beds, closed=hut.is_closed)


@bp.put("/<code>/beds")
@needs_role("warden")
def set_beds(code):
    hut = hut_or_404(code)
    beds = request.get_json().get("beds")
    if not isinstance(beds, int) or not 0 <= beds <= 60:
        abort(422)
    hut.beds = beds
    db.session.commit()
    return "", 204


@needs_role("warden", "camp_leader")
@bp.post("/<code>/closures")
def close(code):
    hut = hut_or_404(code)
    reason = str(request.get_json().get("reason", ""))[:200]
    db.session.add(Closure(hut=hut, reason=reason))
    db.session.commit()
    return jsonify(closed=True), 201
