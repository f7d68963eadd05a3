from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from gateway.logs import RequestLog, setup


async def health(request):
    return PlainTextResponse("ok")


setup()
app = Starlette(routes=[Route("/health", health)], middleware=[Middleware(RequestLog)])
