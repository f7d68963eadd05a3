"""WebSocket endpoint that keeps whiteboards of several people the same."""

from __future__ import annotations

import json

from aiohttp import WSMsgType, web

from boards.access import board_for_member, check_origin
from boards.hub import Hub
from patchkit.delta import DeltaError, apply

MAX_MESSAGE = 32 * 1024

routes = web.RouteTableDef()


@routes.get("/boards/{id}/sync")
async def sync(request: web.Request) -> web.WebSocketResponse:
    check_origin(request)
    board = await board_for_member(request)
    hub: Hub = request.app["hub"]
    socket = web.WebSocketResponse(max_msg_size=MAX_MESSAGE, heartbeat=30)
    await socket.prepare(request)

    async with hub.join(board.id, socket):
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            try:
                delta = json.loads(message.data)["delta"]
                apply(board.shapes, delta)
            except (KeyError, TypeError, ValueError) as error:
                reason = str(error) if isinstance(error, DeltaError) else "not a delta"
                await socket.send_json({"error": reason})
                continue
            await hub.broadcast(board.id, {"delta": delta}, but=socket)
    return socket
