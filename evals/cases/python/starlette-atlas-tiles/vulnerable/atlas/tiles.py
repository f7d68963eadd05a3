import os

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route


class TileServer:
    """Serves DIR/tiles; DIR/tiles-drafts and DIR/tiles-partners are for other programs."""

    def __init__(self, data_dir: str):
        self.root = os.path.join(os.path.realpath(data_dir), "tiles")

    def locate(self, wanted: str) -> str:
        path = os.path.realpath(os.path.join(self.root, wanted))
        if not path.startswith(self.root) or not path.endswith((".png", ".webp")):
            raise HTTPException(404)
        return path

    async def __call__(self, request: Request) -> FileResponse:
        path = self.locate(request.query_params.get("t", ""))
        if not os.path.isfile(path):
            raise HTTPException(404)
        return FileResponse(path, headers={"Cache-Control": "public, max-age=604800"})


def create(data_dir: str) -> Starlette:
    server = TileServer(data_dir)

    async def tile(request):
        return await server(request)

    return Starlette(routes=[Route("/tile", tile)])
