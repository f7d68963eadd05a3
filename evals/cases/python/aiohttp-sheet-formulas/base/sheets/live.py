"""Live editing of shared sheets over a websocket."""
import json
import logging

from aiohttp import WSMsgType, web

from sheets.auth import same_origin_user
from sheets.store import SHEETS, Sheet

log = logging.getLogger(__name__)

MAX_MESSAGE = 8 * 1024


def apply_edit(sheet: Sheet, message: dict) -> dict:
    cell = str(message["cell"])
    if cell not in sheet:
        raise KeyError(cell)
    sheet[cell] = float(message["value"])
    return {"cell": cell, "value": sheet[cell]}


async def live(request: web.Request) -> web.WebSocketResponse:
    user = await same_origin_user(request)
    sheet = await request.app[SHEETS].open(request.match_info["sheet_id"], user)
    socket = web.WebSocketResponse(max_msg_size=MAX_MESSAGE, heartbeat=30)
    await socket.prepare(request)
    async for message in socket:
        if message.type is not WSMsgType.TEXT:
            break
        try:
            await socket.send_json(apply_edit(sheet, json.loads(message.data)))
        except (ValueError, KeyError, TypeError):
            await socket.send_json({"error": "not understood"})
    log.info("user %s left sheet %s", user.id, sheet.id)
    return socket
