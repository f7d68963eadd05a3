from sqlalchemy import select
from starlette.authentication import requires
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from greenhouse.database import session_factory
from greenhouse.models import Sensor
from greenhouse.tables import page_of, sorted_by


def _int(value: str | None, default: int) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return default


def _row(sensor: Sensor) -> dict:
    return {
        "id": sensor.id,
        "name": sensor.name,
        "bed": sensor.bed,
        "battery": sensor.battery,
        "lastSeen": sensor.last_seen.isoformat(),
    }


@requires("authenticated")
async def list_sensors(request: Request) -> Response:
    params = request.query_params
    query = select(Sensor).where(Sensor.farm_id == request.user.farm_id)
    if bed := params.get("bed"):
        query = query.where(Sensor.bed == bed)
    query = sorted_by(query, params.get("sort", "name"))
    query = page_of(query, _int(params.get("page"), 1))

    async with session_factory() as session:
        sensors = (await session.scalars(query)).all()
    return JSONResponse({"sensors": [_row(sensor) for sensor in sensors]})
