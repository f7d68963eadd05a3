import logging
import os
from datetime import date

import httpx

logger = logging.getLogger("tour.hotels")


class BookingFailed(Exception):
    pass


class HotelClient:
    def __init__(self) -> None:
        self._http = httpx.AsyncClient(
            base_url=os.environ["HOTELS_URL"],
            headers={
                "Authorization": f"Bearer {os.environ['HOTELS_TOKEN']}",
                "X-Api-Key": os.environ["HOTELS_KEY"],
            },
            timeout=8.0,
        )

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self._http.aclose()

    async def book(self, hotel: str, night: date, beds: int) -> str:
        answer = await self._http.post(
            "/bookings",
            json={"hotel": hotel, "night": night.isoformat(), "beds": beds},
        )
        if answer.status_code == 409:
            raise BookingFailed("no beds left")
        answer.raise_for_status()
        return answer.json()["reference"]

    async def cancel(self, reference: str) -> None:
        answer = await self._http.post("/cancellations", json={"reference": reference})
        answer.raise_for_status()
