from aiohttp import web

from . import kiosk, members
from .door import unlock
from .middleware import error_middleware, session_middleware
from .sessions import install_sessions


async def open_door(request: web.Request) -> web.Response:
    await unlock(request.match_info["door"])
    return web.json_response({"state": "open"})


async def healthz(request):
    return web.Response(text="ok")


def build() -> web.Application:
    app = web.Application()
    install_sessions(app)
    app.middlewares.extend([error_middleware, session_middleware])
    app.router.add_get("/healthz", healthz)
    app.router.add_post("/login", members.login)
    app.router.add_get("/members", members.index)
    app.router.add_post("/doors/{door}/open", open_door)
    app.router.add_get("/kiosk/board", kiosk.board)
    app.router.add_static("/static/", kiosk.ASSETS)
    return app
