from flask import Blueprint, abort, jsonify, request

from peat.auth import signed_in
from peat.models import Bog
from peat.queries import cores_of, deepest

bp = Blueprint("cores", __name__, url_prefix="/bogs")


def page_number():
    return max(1, request.args.get("page", default=1, type=int))


@bp.get("/<slug>/cores")
@signed_in
def listing(slug):
    if not Bog.get_or_none(Bog.slug == slug):
        abort(404)
    order = {k: request.args[k] for k in ("sort", "direction") if k in request.args}
    rows = cores_of(slug, page_number(), **order)
    return jsonify([
        {"code": core.code, "depth": core.depth_cm, "drilled": core.drilled_on.isoformat()}
        for core in rows
    ])


@bp.get("/<slug>/cores/deepest")
@signed_in
def deepest_core(slug):
    core = deepest(slug)
    return jsonify(None if core is None else {"code": core.code, "depth": core.depth_cm})
