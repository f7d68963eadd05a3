"""Star fields, horizon panoramas and sound of the shows."""
from pathlib import Path

from aiohttp import web

ROOT = web.AppKey("root", Path)
routes = web.RouteTableDef()


def locate(root: Path, tail: str) -> Path:
    root = root.resolve()
    target = (root / tail).resolve()
    try:
        target.relative_to(root)
    except ValueError:
        raise web.HTTPNotFound from None
    if not target.is_file():
        raise web.HTTPNotFound
    return target


@routes.get("/assets/{tail:.+}")
async def asset(request: web.Request) -> web.StreamResponse:
    target = locate(request.app[ROOT], request.match_info["tail"])
    return web.FileResponse(target)


def make_app(base: Path) -> web.Application:
    app = web.Application()
    # next to it lies shows-private with the productions that are not out yet
    app[ROOT] = base / "shows"
    app.add_routes(routes)
    return app
