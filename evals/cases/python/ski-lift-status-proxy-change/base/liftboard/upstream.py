import json
import os

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

HUB = "https://hub.lifts.example"


class UpstreamError(Exception):
    pass


class HubClient:
    def __init__(self, http=None):
        self._http = http or AsyncHTTPClient()
        self._token = os.environ["HUB_TOKEN"]

    def _request(self, path):
        url = HUB + path
        return HTTPRequest(
            url,
            headers={"Authorization": f"Bearer {self._token}"},
            request_timeout=4,
            follow_redirects=False,
        )

    async def lifts(self):
        request = self._request("/v2/lifts")
        try:
            reply = await self._http.fetch(request)
        except (HTTPClientError, OSError) as exc:
            raise UpstreamError("hub did not answer") from exc
        return json.loads(reply.body)["lifts"]
