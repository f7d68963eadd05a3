from tornado.web import HTTPError, RequestHandler, authenticated

from .gpx import GpxError, waypoints


class BaseHandler(RequestHandler):
    def get_current_user(self):
        raw = self.get_signed_cookie("hiker")
        return int(raw) if raw else None


class WaypointImport(BaseHandler):
    def initialize(self, store):
        self.store = store

    @authenticated
    async def post(self):
        files = self.request.files.get("gpx")
        if not files:
            raise HTTPError(400, reason="no file")
        try:
            points = waypoints(files[0]["body"])
        except GpxError as exc:
            raise HTTPError(422, reason=str(exc))
        await self.store.add_waypoints(self.current_user, points)
        self.write({"waypoints": [[p.lat, p.lon, p.name] for p in points]})
