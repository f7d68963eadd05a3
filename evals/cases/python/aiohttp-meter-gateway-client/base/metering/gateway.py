from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp

log = logging.getLogger(__name__)

TIMEOUT = aiohttp.ClientTimeout(total=20, connect=5)


@dataclass(frozen=True, slots=True)
class Reading:
    meter: str
    kwh: float
    taken_at: str


class GatewayClient:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @classmethod
    @asynccontextmanager
    async def connect(cls, base_url: str) -> AsyncIterator[GatewayClient]:
        headers = {"Authorization": f"Bearer {os.environ['GATEWAY_TOKEN']}"}
        connector = aiohttp.TCPConnector(limit=20)
        async with aiohttp.ClientSession(
            base_url, headers=headers, timeout=TIMEOUT, connector=connector
        ) as session:
            yield cls(session)

    async def meters(self) -> list[str]:
        async with self._session.get("/v4/meters") as response:
            response.raise_for_status()
            return [item["serial"] for item in await response.json()]

    async def reading(self, meter: str) -> Reading | None:
        async with self._session.get("/v4/readings/latest", params={"serial": meter}) as response:
            if response.status == 404:
                return None
            response.raise_for_status()
            body = await response.json()
            return Reading(meter=meter, kwh=float(body["kwh"]), taken_at=body["takenAt"])


async def collect(base_url: str) -> list[Reading]:
    async with GatewayClient.connect(base_url) as gateway:
        results = await asyncio.gather(
            *(gateway.reading(meter) for meter in await gateway.meters()), return_exceptions=True
        )
    failed = [r for r in results if isinstance(r, BaseException)]
    if failed:
        log.warning("%d meters could not be read", len(failed))
    return [r for r in results if isinstance(r, Reading)]
