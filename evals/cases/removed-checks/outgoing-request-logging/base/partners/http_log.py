"""Logs what we send to partners."""

import logging
import time

import requests

log = logging.getLogger("partners.http")

SENSITIVE = {"authorization", "cookie", "x-api-key", "proxy-authorization"}


class LoggedSession(requests.Session):
    """A session that leaves one line per request."""

    def send(self, request, **kwargs):
        started = time.monotonic()
        kwargs.setdefault("timeout", 10)
        response = super().send(request, **kwargs)
        took = int((time.monotonic() - started) * 1000)
        shown = {name: "***" if name.lower() in SENSITIVE else value for name, value in request.headers.items()}
        log.info("%s %s %s %d %dms", request.method, request.path_url.split("?")[0], shown, response.status_code, took)
        return response
