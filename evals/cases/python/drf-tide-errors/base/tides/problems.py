from rest_framework.response import Response
from rest_framework.views import exception_handler


def handle(exc, context):
    """EXCEPTION_HANDLER of REST framework: adds the station to the known problems."""
    response = exception_handler(exc, context)
    if response is not None and isinstance(response.data, dict):
        response.data["station"] = context["kwargs"].get("station")
    return response
