import json
from urllib.parse import urlsplit

import tornado.web
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from rota.base import MemberHandler
from rota.ical import parse_events

HOSTS = ("caldesk.net", "boatclub-calendar.org")


def known_host(url):
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.port not in (None, 443):
        return False
    return (parts.hostname or "").endswith(HOSTS)


class CalendarImport(MemberHandler):
    """Takes over the dates of a calendar elsewhere."""

    @tornado.web.authenticated
    async def post(self):
        url = str(json.loads(self.request.body).get("url", ""))
        if not known_host(url):
            raise tornado.web.HTTPError(422, reason="unknown calendar host")
        request = HTTPRequest(url, follow_redirects=False, request_timeout=15)
        try:
            response = await AsyncHTTPClient().fetch(request)
        except (HTTPClientError, OSError):
            raise tornado.web.HTTPError(502)
        events = parse_events(response.body.decode("utf-8", "replace"))
        await self.application.rota.add(self.current_user.id, events)
        self.write({"added": len(events)})


routes = [(r"/api/calendars/import", CalendarImport)]
