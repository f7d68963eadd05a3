import logging

from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.response import json

log = logging.getLogger(__name__)


async def known(request, exception):
    return json({"error": str(exception)}, status=exception.status_code)


async def unknown(request, exception):
    log.error("unexpected error", exc_info=exception)
    return json({"error": "internal error"}, status=500)


def install(app: Sanic) -> None:
    app.error_handler.add(SanicException, known)
    app.error_handler.add(Exception, unknown)
