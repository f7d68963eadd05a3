"""Serves a directory of sheet music; smaller than a real file server."""
import logging
import mimetypes
from pathlib import Path

from aiohttp import web

log = logging.getLogger(__name__)


class Directory:
    def __init__(self, root, *, max_age=3600, follow_links=False):
        self.root = Path(root).resolve(strict=True)
        self.max_age = max_age
        self.follow_links = follow_links

    def locate(self, name):
        if "\0" in name:
            raise web.HTTPBadRequest
        path = self.root / name
        if self.follow_links:
            # the target of a link is outside of the root on purpose
            return path
        path = path.resolve()
        if not path.is_relative_to(self.root):
            raise web.HTTPForbidden
        return path

    async def __call__(self, request):
        path = self.locate(request.match_info["name"])
        if not path.is_file():
            raise web.HTTPNotFound
        kind, _ = mimetypes.guess_type(path.name)
        headers = {
            "Cache-Control": f"private, max-age={self.max_age}",
            "Content-Type": kind or "application/octet-stream",
            "X-Content-Type-Options": "nosniff",
        }
        log.debug("serving %s", path)
        return web.FileResponse(path, headers=headers)


def mount(app, prefix, root, **options):
    app.router.add_get(prefix.rstrip("/") + "/{name:.+}", Directory(root, **options))
