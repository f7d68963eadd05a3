"""Client of the freight partner's API."""

import httpx

from partners.settings import FreightSettings


class FreightClient:
    def __init__(self, settings: FreightSettings) -> None:
        self._http = httpx.Client(
            base_url="https://api.freight-partner.example/v2",
            headers={"Authorization": f"Bearer {settings.token.get_secret_value()}"},
            timeout=10,
        )

    def quote(self, weight: int, postcode: str) -> int:
        response = self._http.get("/quotes", params={"weight": weight, "postcode": postcode})
        response.raise_for_status()
        return response.json()["cents"]
