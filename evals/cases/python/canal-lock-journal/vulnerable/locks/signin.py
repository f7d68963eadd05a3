import asyncio

from aiohttp import web
from aiohttp_session import new_session

from locks.keys import JOURNAL, KEEPERS, LIMITER

routes = web.RouteTableDef()


@routes.post("/signin")
async def signin(request: web.Request) -> web.Response:
    if not request.app[LIMITER].allow(request.remote):
        raise web.HTTPTooManyRequests
    form = await request.post()
    name = str(form.get("name", ""))
    keeper = await request.app[KEEPERS].check(name, str(form.get("password", "")))
    if keeper is None:
        journal = request.app[JOURNAL]
        await asyncio.to_thread(journal.note, "refused", name, request.remote)
        raise web.HTTPForbidden(text="wrong name or password")
    session = await new_session(request)
    session["keeper"] = keeper.id
    raise web.HTTPSeeOther("/locks")


@routes.post(r"/locks/{lock:\d+}/open")
async def open_lock(request: web.Request) -> web.Response:
    keeper = await request.app[KEEPERS].of(request)
    if keeper is None:
        raise web.HTTPUnauthorized
    lock = int(request.match_info["lock"])
    await keeper.open(lock)
    await asyncio.to_thread(request.app[JOURNAL].note, "opened", keeper.badge, request.remote)
    return web.Response(status=204)
