from aiohttp import web

from push.keys import DEVICES, SOCKET
from push.session import signed_in
from push.wire import post

routes = web.RouteTableDef()


@routes.post("/messages")
@signed_in
async def message(request: web.Request) -> web.Response:
    data = await request.json()
    device = await request.app[DEVICES].for_member(data["to"], sender=request["member"])
    if device is None:
        raise web.HTTPNotFound
    headers = {"X-Device": device.token, "Content-Type": "text/plain"}
    headers["X-Sender"] = data.get("display_name") or request["member"].name
    status = await post(request.app[SOCKET], "/deliver", headers, data["text"].encode()[:2000])
    return web.json_response({"delivered": status == 202})
