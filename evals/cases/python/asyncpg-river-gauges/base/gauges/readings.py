"""GET /readings?gauge=thames-7&gauge=cherwell-2&hours=12"""
from sanic import Blueprint, Request, json
from sanic.exceptions import BadRequest

bp = Blueprint("readings")
MAX_HOURS = 72


def hours_of(request: Request) -> int:
    try:
        return min(int(request.args.get("hours", 24)), MAX_HOURS)
    except ValueError:
        raise BadRequest("hours must be a number") from None


@bp.get("/readings")
async def readings(request: Request):
    gauges = request.args.getlist("gauge", [])
    if not 0 < len(gauges) <= 20:
        raise BadRequest("between one and twenty gauges")
    sql = "SELECT gauge, at, level FROM reading WHERE gauge = ANY($1) AND at > now() - make_interval(hours => $2)"
    async with request.app.ctx.pool.acquire() as conn:
        rows = await conn.fetch(sql, gauges, hours_of(request))
    return json([{**row, "at": row["at"].isoformat()} for row in map(dict, rows)])
