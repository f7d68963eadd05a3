"""HTTP client of the fleet command line tool."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import requests

RETRIES = 3
TIMEOUT = (5, 30)


class FleetError(Exception):
    pass


@dataclass(frozen=True)
class Endpoint:
    base_url: str
    token: str


class FleetClient:
    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {endpoint.token}"

    def devices(self, group: str | None = None) -> list[dict[str, Any]]:
        return self._call("GET", "/v1/devices", params={"group": group} if group else None)["devices"]

    def restart(self, device_id: int) -> None:
        self._call("POST", f"/v1/devices/{device_id:d}/restart")

    def _call(self, method: str, path: str, **kwargs: Any) -> dict[str, Any]:
        for attempt in range(1, RETRIES + 1):
            try:
                response = self._session.request(method, self._endpoint.base_url + path, timeout=TIMEOUT, **kwargs)
            except requests.ConnectionError as problem:
                if attempt == RETRIES:
                    raise FleetError("the fleet server cannot be reached") from problem
                time.sleep(2**attempt)
                continue
            if response.status_code == 401:
                raise FleetError("the token is not valid any more; run 'fleet login'")
            if not response.ok:
                raise FleetError(f"the fleet server answered {response.status_code}")
            return response.json() if response.content else {}
        raise FleetError("unreachable")
