import logging
import secrets
import traceback

from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.response import json

log = logging.getLogger(__name__)


async def known(request, exception):
    return json({"error": str(exception)}, status=exception.status_code)


async def unknown(request, exception):
    number = secrets.token_hex(4)
    trace = "".join(traceback.format_exception(exception))
    log.error("error %s\n%s", number, trace)
    return json(
        {
            "error": "internal error",
            "number": number,
            "trace": trace.splitlines(),
        },
        status=500,
    )


def install(app: Sanic) -> None:
    app.error_handler.add(SanicException, known)
    app.error_handler.add(Exception, unknown)
