import aiohttp
from quart import Blueprint, abort, request
from quart_auth import current_user, login_required

from planner import store

bp = Blueprint("subscriptions", __name__, url_prefix="/subscriptions")


@bp.get("/")
@login_required
async def index():
    return {"subscriptions": await store.subscriptions(current_user.auth_id)}


@bp.post("/")
@login_required
async def add():
    address = (await request.get_json()).get("address", "")
    if not address.startswith("https://calendar.example.org/"):
        abort(422)
    return {"id": await store.subscribe(current_user.auth_id, address)}, 201
