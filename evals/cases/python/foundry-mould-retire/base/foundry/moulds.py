from quart import Blueprint, abort, current_app, request

from foundry.guards import needs

bp = Blueprint("moulds", __name__, url_prefix="/moulds")


@bp.get("/")
@needs("caster")
async def index():
    rows = await current_app.db.fetch("SELECT id, name, casts FROM mould WHERE retired_at IS NULL ORDER BY name")
    return {"moulds": [dict(row) for row in rows]}


@bp.post("/")
@needs("foreman")
async def create():
    body = await request.get_json()
    if not body or not body.get("name"):
        abort(400)
    number = await current_app.db.fetchval("INSERT INTO mould (name) VALUES ($1) RETURNING id", body["name"])
    return {"id": number}, 201
