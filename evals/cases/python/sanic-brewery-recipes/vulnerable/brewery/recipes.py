from functools import wraps

from sanic import Blueprint, empty, json
from sanic.exceptions import NotFound

from .guard import brewer_only

bp = Blueprint("recipes", url_prefix="/recipes")


def counted(handler):
    @wraps(handler)
    async def wrapper(request, *args, **kwargs):
        request.app.ctx.metrics[handler.__name__] += 1
        return await handler(request, *args, **kwargs)

    return wrapper


@bp.get("/")
@counted
async def public_list(request):
    recipes = await request.app.ctx.recipes.published()
    return json([r.as_dict() for r in recipes])


@bp.delete("/<recipe_id:int>")
@counted
async def drop(request, recipe_id):
    if not await request.app.ctx.recipes.remove(recipe_id):
        raise NotFound("no such recipe")
    return empty()
