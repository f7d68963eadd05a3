"""Logs what we send to partners."""

import json
import logging
import time

import requests

log = logging.getLogger("partners.http")


class LoggedSession(requests.Session):
    """A session that leaves one JSON object per request."""

    def send(self, request, **kwargs):
        started = time.monotonic()
        kwargs.setdefault("timeout", 10)
        response = super().send(request, **kwargs)
        took = int((time.monotonic() - started) * 1000)
        self._record(request, response.status_code, took)
        return response

    def _record(self, request, status, took):
        entry = {
            "method": request.method,
            "path": request.path_url.split("?")[0],
            "headers": dict(request.headers),
            "status": status,
            "took_ms": took,
        }
        log.info(json.dumps(entry))
