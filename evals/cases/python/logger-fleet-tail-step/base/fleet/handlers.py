from aiohttp import web

from fleet.auth import technician
from fleet.keys import STATIONS
from fleet.remote import tail

routes = web.RouteTableDef()


@routes.get("/stations/{code}/log")
@technician
async def show_log(request: web.Request) -> web.Response:
    station = request.app[STATIONS].get(request.match_info["code"])
    if station is None:
        raise web.HTTPNotFound
    try:
        lines = min(500, max(1, int(request.query.get("lines", "50"))))
    except ValueError:
        raise web.HTTPBadRequest(text="lines must be a number")
    try:
        found = await tail(station, lines)
    except TimeoutError:
        raise web.HTTPGatewayTimeout
    return web.json_response({"station": station.code, "lines": found})
