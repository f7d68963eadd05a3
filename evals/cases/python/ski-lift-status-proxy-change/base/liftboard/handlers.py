import tornado.web

from .upstream import UpstreamError


class BoardHandler(tornado.web.RequestHandler):
    """The board is public: it hangs in every hotel lobby."""

    def initialize(self, hub):
        self.hub = hub

    def set_default_headers(self):
        self.set_header("Cache-Control", "max-age=15")

    async def get(self):
        try:
            lifts = await self.hub.lifts()
        except UpstreamError as exc:
            self.set_status(502)
            self.write({"error": str(exc)})
            return
        self.write({
            "open": [l["name"] for l in lifts if l["state"] == "open"],
            "closed": [l["name"] for l in lifts if l["state"] != "open"],
        })
