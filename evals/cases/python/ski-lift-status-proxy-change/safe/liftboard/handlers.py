import tornado.web

from .upstream import DEFAULT_REGION, UpstreamError


class BoardHandler(tornado.web.RequestHandler):
    """The board is public: it hangs in every hotel lobby."""

    def initialize(self, hub):
        self.hub = hub

    def set_default_headers(self):
        self.set_header("Cache-Control", "max-age=15")

    async def get(self):
        region = self.get_query_argument("region", DEFAULT_REGION)
        try:
            lifts = await self.hub.lifts(region)
        except UpstreamError as exc:
            self.set_status(502)
            self.write({"error": str(exc)})
            return
        self.write({
            "open": [l["name"] for l in lifts if l["state"] == "open"],
            "closed": [l["name"] for l in lifts if l["state"] != "open"],
        })
