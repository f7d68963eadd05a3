"""Dashboards ask for series over a websocket."""

from starlette.websockets import WebSocket, WebSocketDisconnect

from metrics.derived import NotCalculable, derive
from metrics.session import viewer_of
from metrics.store import SeriesStore

MAX_POINTS = 2000


class DashboardSocket:
    def __init__(self, store: SeriesStore) -> None:
        self._store = store

    async def serve(self, socket: WebSocket) -> None:
        viewer = viewer_of(socket)
        if viewer is None:
            await socket.close(4401)
            return
        await socket.accept()
        try:
            while True:
                await socket.send_json(self._answer(viewer, await socket.receive_json()))
        except WebSocketDisconnect:
            return

    def _answer(self, viewer, message: dict) -> dict:
        names = [str(name) for name in message.get("series", [])][:8]
        series = {
            name: self._store.read(viewer.tenant, name, MAX_POINTS)
            for name in names
        }
        expression = message.get("expression")
        if isinstance(expression, str):
            try:
                series["derived"] = derive(expression, series)
            except NotCalculable:
                return {"error": "This expression cannot be calculated."}
        return {"series": series}
