import json
import os

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

DEFAULT_REGION = "north"
REGIONS = {
    "north": "https://north.hub.lifts.example",
    "valley": "https://valley.hub.lifts.example",
    "glacier": "https://glacier.hub.lifts.example",
}


class UpstreamError(Exception):
    pass


class HubClient:
    def __init__(self, http=None):
        self._http = http or AsyncHTTPClient()
        self._token = os.environ["HUB_TOKEN"]

    def _request(self, region, path):
        try:
            url = REGIONS[region] + path
        except KeyError:
            raise UpstreamError("no such region") from None
        return HTTPRequest(
            url,
            headers={"Authorization": f"Bearer {self._token}"},
            request_timeout=4,
            follow_redirects=False,
        )

    async def lifts(self, region=DEFAULT_REGION):
        request = self._request(region, "/v2/lifts")
        try:
            reply = await self._http.fetch(request)
        except (HTTPClientError, OSError) as exc:
            raise UpstreamError("hub did not answer") from exc
        return json.loads(reply.body)["lifts"]
