import ipaddress

from aiohttp import web

from hives.auth import keeper_required
from hives.remote import ping

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
