import logging
import secrets

from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.response import json

log = logging.getLogger(__name__)


async def known(request, exception):
    return json({"error": str(exception)}, status=exception.status_code)


async def unknown(request, exception):
    number = secrets.token_hex(4)
    log.error("error %s", number, exc_info=exception)
    return json(
        {
            "error": "internal error",
            "number": number,
        },
        status=500,
    )


def install(app: Sanic) -> None:
    app.error_handler.add(SanicException, known)
    app.error_handler.add(Exception, unknown)
