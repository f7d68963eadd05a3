from flask import Blueprint, abort, jsonify, request
from flask_login import current_user, login_required

from bakery.services import rename, shop_of

bp = Blueprint("profile", __name__)


def _public(shop):
    return {"id": shop.id, "name": shop.name, "phone": shop.phone, "about": shop.about, "opens_at": shop.opens_at}


@bp.patch("/api/shop")
@login_required
def patch_shop():
    shop = shop_of(current_user) or abort(404)
    body = request.get_json()
    if not isinstance(body, dict):
        abort(400)
    return jsonify(_public(rename(shop, str(body.get("name", "")))))
