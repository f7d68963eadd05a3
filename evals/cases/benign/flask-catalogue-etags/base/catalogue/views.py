from flask import Blueprint, jsonify

from catalogue.models import Product

bp = Blueprint("catalogue", __name__, url_prefix="/catalogue")


@bp.get("/<int:category_id>")
def category(category_id: int):
    products = Product.query.filter_by(category_id=category_id, published=True).limit(200)
    return jsonify([product.as_dict() for product in products])
