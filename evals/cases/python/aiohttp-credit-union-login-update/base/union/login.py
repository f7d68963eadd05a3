from aiohttp import web

from union.keys import LIMITER, MEMBERS, SESSIONS

routes = web.RouteTableDef()


@routes.post("/login")
async def login(request: web.Request) -> web.Response:
    if not request.app[LIMITER].allow(request.remote):
        raise web.HTTPTooManyRequests
    form = await request.post()
    sessions = request.app[SESSIONS]
    session = await sessions.load(request)
    member = await request.app[MEMBERS].verify(form.get("number", ""), form.get("pin", ""))
    if member is None:
        return web.json_response({"error": "not recognised"}, status=401)
    await sessions.drop(session)
    session = sessions.fresh()
    session["member"] = member.id
    response = web.json_response({"name": member.name})
    await sessions.save(session, response)
    return response
