import json

from starlette.authentication import requires
from starlette.requests import Request
from starlette.responses import JSONResponse

from sensors.body import collect
from sensors.queue import publish


@requires("gateway")
async def ingest(request: Request) -> JSONResponse:
    try:
        measurements = json.loads(await collect(request))
    except ValueError:
        return JSONResponse({"error": "JSON is expected"}, status_code=400)
    if not isinstance(measurements, list):
        return JSONResponse({"error": "a list is expected"}, status_code=400)
    await publish(request.user.gateway_id, measurements)
    return JSONResponse({"accepted": len(measurements)}, status_code=202)
