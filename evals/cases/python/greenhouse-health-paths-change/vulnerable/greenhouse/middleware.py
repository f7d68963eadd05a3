from aiohttp import web

from greenhouse.sessions import load_session

OPEN_SUFFIXES = ("/health", "/ready", "/login")


@web.middleware
async def sessions(request: web.Request, handler):
    if request.path.endswith(OPEN_SUFFIXES):
        return await handler(request)
    session = await load_session(request)
    if session is None:
        raise web.HTTPUnauthorized
    request["grower"] = session.grower
    return await handler(request)
