import logging

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

logging.basicConfig(level=logging.INFO)


async def health(request):
    return PlainTextResponse("ok")


app = Starlette(routes=[Route("/health", health)])
