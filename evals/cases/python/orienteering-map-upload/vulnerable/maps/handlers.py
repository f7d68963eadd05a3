from aiohttp import web

from auth.guards import event_organiser
from maps.storage import MapTooLarge


@event_organiser
async def upload_map(request: web.Request) -> web.Response:
    """POST /events/{event_id}/maps, one part named "map"."""
    event_id = int(request.match_info["event_id"])
    reader = await request.multipart()
    part = await reader.next()
    if part is None or part.name != "map":
        raise web.HTTPBadRequest(text="expected a part named map")
    try:
        name = await request.app["maps"].save(event_id, part)
    except MapTooLarge:
        raise web.HTTPRequestEntityTooLarge(max_size=25 * 1024 * 1024, actual_size=-1)
    return web.json_response({"name": name}, status=201)
