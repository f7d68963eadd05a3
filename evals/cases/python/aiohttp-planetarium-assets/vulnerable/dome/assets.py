"""Star fields, horizon panoramas and sound of the shows."""
from pathlib import Path

from aiohttp import web

ROOT = web.AppKey("root", Path)
routes = web.RouteTableDef()
LONG = {".flac", ".exr"}


def locate(root: Path, tail: str) -> Path:
    root = root.resolve()
    target = (root / tail).resolve()
    if not str(target).startswith(str(root)):
        raise web.HTTPNotFound
    if not target.is_file():
        raise web.HTTPNotFound
    return target


@routes.get("/assets/{tail:.+}")
async def asset(request: web.Request) -> web.StreamResponse:
    target = locate(request.app[ROOT], request.match_info["tail"])
    age = 30 * 86400 if target.suffix in LONG else 3600
    return web.FileResponse(target, headers={"Cache-Control": f"public, max-age={age}"})


def make_app(base: Path) -> web.Application:
    app = web.Application()
    # next to it lies shows-private with the productions that are not out yet
    app[ROOT] = base / "shows"
    app.add_routes(routes)
    return app
