"""Addresses to coordinates, through the Mapwerk API."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache

import httpx

BASE_URL = "https://api.mapwerk.example/v2"
KEY_VARIABLE = "MAPWERK_API_KEY"
TIMEOUT = 6.0


class GeocodingError(Exception):
    pass


@dataclass(frozen=True)
class Place:
    label: str
    latitude: float
    longitude: float
    confidence: float


class Geocoder:
    """Looks addresses up and remembers the last thousand.

    The key of a Mapwerk project may be given, or stand in the environment as MAPWERK_API_KEY.
    """

    def __init__(self, api_key: str | None = None, client: httpx.Client | None = None) -> None:
        self._key = api_key or os.environ.get(KEY_VARIABLE, "")
        if not self._key:
            raise GeocodingError(f"give an api_key or set {KEY_VARIABLE}")
        self._client = client or httpx.Client(base_url=BASE_URL, timeout=TIMEOUT)
        self.find = lru_cache(maxsize=1000)(self._find)

    def _find(self, address: str, country: str = "DE") -> Place | None:
        """The best match, or None."""
        try:
            response = self._client.get(
                "/geocode",
                params={"q": address, "country": country, "limit": 1},
                headers={"X-Api-Key": self._key},
            )
            response.raise_for_status()
        except httpx.HTTPError as problem:
            raise GeocodingError("Mapwerk does not answer") from problem
        features = response.json()["features"]
        if not features:
            return None
        best = features[0]
        return Place(best["label"], best["lat"], best["lon"], best.get("confidence", 0.0))
