from flask import Blueprint, current_app, json, request
from werkzeug.http import generate_etag

from catalogue.cache import PageCache, fingerprint
from catalogue.models import Product

bp = Blueprint("catalogue", __name__, url_prefix="/catalogue")
pages = PageCache()

PAGE = 50
ORDERS = {"name": Product.name.asc(), "price": Product.price.asc(), "new": Product.created_at.desc()}


def _load(category_id: int, order: str, page: int) -> str:
    products = (
        Product.query.filter_by(category_id=category_id, published=True)
        .order_by(ORDERS[order])
        .offset(page * PAGE)
        .limit(PAGE)
    )
    return json.dumps([product.as_dict() for product in products])


@bp.get("/<int:category_id>")
def category(category_id: int):
    order = request.args.get("order", "name")
    if order not in ORDERS:
        return {"message": "unknown order"}, 400
    page = max(0, min(request.args.get("page", 0, type=int), 100))
    key = fingerprint("category", category_id, order, page)
    body = pages.get(key, lambda: _load(category_id, order, page))
    response = current_app.response_class(body, mimetype="application/json")
    response.set_etag(generate_etag(body.encode()), weak=True)
    response.cache_control.public = True
    response.cache_control.max_age = 60
    return response.make_conditional(request)
