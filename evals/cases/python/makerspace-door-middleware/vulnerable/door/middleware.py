import logging

from aiohttp import web
from aiohttp_session import get_session

log = logging.getLogger("door")

OPEN_PATHS = {"/login", "/healthz"}
OPEN_TREES = ("/kiosk/", "/static/")


@web.middleware
async def error_middleware(request, handler):
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:
        log.exception("request failed")
        return web.json_response({"error": "internal error"}, status=500)


@web.middleware
async def session_middleware(request, handler):
    if request.path in OPEN_PATHS:
        return await handler(request)
    # pages of the kiosk link to their own assets, wherever those are mounted
    if any(tree in request.path_qs for tree in OPEN_TREES):
        return await handler(request)

    session = await get_session(request)
    member = session.get("member")
    if member is None:
        raise web.HTTPUnauthorized(text="please sign in")
    request["member"] = member
    return await handler(request)
