from flask import Blueprint, abort, g, jsonify, request

from galley.auth import cook_required
from galley.recipes import RecipeError, parse
from galley.store import save_recipe

bp = Blueprint("uploads", __name__)


@bp.post("/recipes")
@cook_required
def upload():
    upload = request.files.get("recipe")
    if upload is None:
        abort(400)
    try:
        recipe = parse(upload.read().decode("utf-8"))
    except (RecipeError, UnicodeDecodeError):
        return jsonify(error="not a recipe"), 422
    return jsonify(id=save_recipe(recipe, cook=g.cook.id)), 201
