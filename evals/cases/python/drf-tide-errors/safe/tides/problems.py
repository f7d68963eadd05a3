import logging
import uuid

from rest_framework.response import Response
from rest_framework.views import exception_handler

log = logging.getLogger(__name__)


def handle(exc, context):
    """EXCEPTION_HANDLER of REST framework: adds the station to the known problems."""
    response = exception_handler(exc, context)
    if response is None:
        return unexpected(exc, context)
    if isinstance(response.data, dict):
        response.data["station"] = context["kwargs"].get("station")
    return response


def unexpected(exc, context):
    reference = uuid.uuid4().hex
    log.error("%s in %s", reference, type(context["view"]).__name__, exc_info=exc)
    return Response(
        {
            "reference": reference,
            "detail": "Something went wrong on our side.",
        },
        status=500,
    )
