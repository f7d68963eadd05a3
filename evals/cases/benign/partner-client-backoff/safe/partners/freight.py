"""Client of the freight partner's API."""

from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import httpx

from partners.retry import Backoff, retrying
from partners.settings import FreightSettings


class FreightClient:
    def __init__(self, settings: FreightSettings, backoff: Backoff | None = None) -> None:
        self._backoff = backoff or Backoff()
        self._http = httpx.Client(
            base_url="https://api.freight-partner.example/v2",
            headers={"Authorization": f"Bearer {settings.token.get_secret_value()}"},
            timeout=httpx.Timeout(10, connect=3),
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.close()

    def quote(self, weight: int, postcode: str) -> int:
        return self._get("/quotes", weight=weight, postcode=postcode)["cents"]

    def track(self, parcel: str) -> list[dict[str, Any]]:
        return self._get(f"/parcels/{quote(parcel, safe='')}/events")["events"]

    def _get(self, path: str, **params: str | int) -> dict[str, Any]:
        def call() -> dict[str, Any]:
            response = self._http.get(path, params=params)
            response.raise_for_status()
            return response.json()

        return retrying(call, self._backoff)
