"""Images of remote accounts, fetched by us so that readers do not talk to other servers."""
import logging

import aiohttp
from aiohttp import web

from federation.cache import ImageCache
from federation.keys import CACHE, CLIENT, LIMITER, SETTINGS

log = logging.getLogger(__name__)
routes = web.RouteTableDef()

IMAGE_TYPES = {"image/png", "image/jpeg", "image/webp", "image/gif"}
MAX_BYTES = 1_000_000
HEADERS = {"Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff"}


async def read_image(session: aiohttp.ClientSession, url: str) -> tuple[str, bytes]:
    """Content type and bytes of a remote image; ValueError for anything else."""
    timeout = aiohttp.ClientTimeout(total=8)
    async with session.get(url, timeout=timeout) as response:
        if response.status != 200 or response.content_type not in IMAGE_TYPES:
            raise ValueError("not an image")
        body = await response.content.read(MAX_BYTES + 1)
        while len(body) <= MAX_BYTES and (more := await response.content.read(MAX_BYTES + 1 - len(body))):
            body += more
        if len(body) > MAX_BYTES:
            raise ValueError("too large")
        return response.content_type, body


@routes.get("/avatar")
async def avatar(request: web.Request) -> web.Response:
    if not request.app[LIMITER].allow(request.remote):
        raise web.HTTPTooManyRequests
    try:
        url = request.query["url"]
    except KeyError:
        raise web.HTTPBadRequest(text="url is missing")
    cache: ImageCache = request.app[CACHE]
    image = await cache.get(url)
    if image is None:
        try:
            image = await read_image(request.app[CLIENT], url)
        except (aiohttp.ClientError, TimeoutError, ValueError) as problem:
            log.info("avatar not available: %s", type(problem).__name__)
            raise web.HTTPFound(request.app[SETTINGS].default_avatar)
        await cache.put(url, image)
    content_type, body = image
    return web.Response(body=body, content_type=content_type, headers=HEADERS)
