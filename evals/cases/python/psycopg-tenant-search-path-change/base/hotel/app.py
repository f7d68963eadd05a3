from quart import Blueprint, abort, current_app, request

bp = Blueprint("rooms", __name__)


@bp.get("/rooms/free")
async def free_rooms():
    """Called by the public booking widget, which sends the hotel in a header."""
    hotel = request.headers.get("X-Hotel")
    if not hotel:
        abort(400)
    async with current_app.tenants.tenant(hotel) as conn:
        cursor = await conn.execute("SELECT number, kind, price FROM rooms WHERE NOT occupied ORDER BY number")
        rooms = await cursor.fetchall()
    return {"rooms": [{"number": n, "kind": k, "price": str(p)} for n, k, p in rooms]}
