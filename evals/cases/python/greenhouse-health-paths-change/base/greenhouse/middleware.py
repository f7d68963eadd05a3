from aiohttp import web

from greenhouse.sessions import load_session

OPEN_PATHS = {"/health", "/login"}


@web.middleware
async def sessions(request: web.Request, handler):
    if request.path in OPEN_PATHS:
        return await handler(request)
    session = await load_session(request)
    if session is None:
        raise web.HTTPUnauthorized
    request["grower"] = session.grower
    return await handler(request)
