"""Audio and artwork of self-hosted shows."""
from pathlib import Path

from aiohttp import web

routes = web.RouteTableDef()
MEDIA = web.AppKey("media", Path)

PLAYABLE = {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg"}


def exists(media: Path, show: str) -> bool:
    return (media / show).is_dir()


def locate(media: Path, tail: str) -> Path | None:
    """File of an episode, such as my-show/season-1/03.mp3."""
    candidate = media.joinpath(tail)
    return candidate if candidate.is_file() else None


@routes.get("/shows/{show:[a-z0-9-]+}/artwork")
async def artwork(request: web.Request) -> web.StreamResponse:
    picture = request.app[MEDIA] / request.match_info["show"] / "artwork.jpg"
    if not picture.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(picture)


@routes.get("/episodes")
async def episode(request: web.Request) -> web.StreamResponse:
    found = locate(request.app[MEDIA], request.query.get("file", ""))
    if found is None:
        raise web.HTTPNotFound
    kind = PLAYABLE.get(found.suffix, "application/octet-stream")
    return web.FileResponse(found, headers={"Content-Type": kind})


def setup(app: web.Application, media: str) -> None:
    app[MEDIA] = Path(media).resolve()
    app.add_routes(routes)
