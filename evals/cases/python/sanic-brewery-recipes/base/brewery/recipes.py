from sanic import Blueprint, empty, json
from sanic.exceptions import NotFound

from .guard import brewer_only

bp = Blueprint("recipes", url_prefix="/recipes")


@bp.get("/")
async def public_list(request):
    recipes = await request.app.ctx.recipes.published()
    return json([r.as_dict() for r in recipes])


@bp.delete("/<recipe_id:int>")
@brewer_only
async def drop(request, recipe_id):
    if not await request.app.ctx.recipes.remove(recipe_id):
        raise NotFound("no such recipe")
    return empty()
