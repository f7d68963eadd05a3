from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.routing import Route

from .cues import CueSheet
from .middleware import CrewOnly
from .tokens import Tokens


def build(db):
    sheet = CueSheet(db)

    async def scene(request):
        cues = await sheet.scene(request.path_params["play"], request.path_params["scene"])
        return JSONResponse(cues)

    async def drop(request):
        await sheet.drop(request.path_params["play"], request.path_params["scene"])
        return JSONResponse({"dropped": True})

    async def health(request):
        return JSONResponse({"ok": True})

    routes = [
        Route("/health", health),
        Route("/plays/{play}/{scene:path}", scene),
        Route("/plays/{play}/{scene:path}", drop, methods=["DELETE"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(CrewOnly, tokens=Tokens(db))])
