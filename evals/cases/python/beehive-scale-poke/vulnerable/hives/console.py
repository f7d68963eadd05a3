import ipaddress

from aiohttp import web

from hives.auth import keeper_required
from hives.remote import Unreachable, ping, restart_logger

routes = web.RouteTableDef()


@routes.post("/console/ping")
@keeper_required
async def ping_scale(request):
    body = await request.json()
    try:
        address = ipaddress.ip_address(body["address"])
    except (KeyError, ValueError):
        raise web.HTTPBadRequest(text="address expected")
    if address not in request.app["apiary_network"]:
        raise web.HTTPForbidden
    return web.json_response({"alive": await ping(address)})


@routes.post("/console/restart")
@keeper_required
async def restart(request):
    body = await request.json()
    # new scales are reached by name: hive-07.apiary.example
    host = str(body.get("host", ""))
    try:
        await restart_logger(host)
    except Unreachable:
        raise web.HTTPBadGateway(text="the scale does not answer")
    return web.json_response({"restarted": host})
