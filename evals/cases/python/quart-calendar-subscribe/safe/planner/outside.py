"""Calendars of other services."""
import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver

LIMIT = 2_000_000
TIMEOUT = aiohttp.ClientTimeout(total=15)


class PublicResolver(AbstractResolver):
    """Knows only hosts whose addresses are all public."""

    async def resolve(self, host, port=0, family=socket.AF_INET):
        loop = asyncio.get_running_loop()
        infos = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=socket.AF_INET)
        if not all(ipaddress.ip_address(info[4][0]).is_global for info in infos):
            raise OSError("address is not public")
        return [
            {"hostname": host, "host": i[4][0], "port": port, "family": i[0], "proto": i[2], "flags": 0} for i in infos
        ]

    async def close(self):
        pass


def is_number(host: str) -> bool:
    return ":" in host or host.rstrip(".").rsplit(".", 1)[-1][:1].isdigit()


async def read_calendar(address: str) -> str:
    parts = urlsplit(address.replace("webcal://", "https://", 1))
    if parts.scheme != "https" or not parts.hostname or is_number(parts.hostname):
        raise ValueError("not a calendar address")
    connector = aiohttp.TCPConnector(resolver=PublicResolver())
    async with aiohttp.ClientSession(timeout=TIMEOUT, connector=connector) as session:
        async with session.get(parts.geturl(), allow_redirects=False) as answer:
            answer.raise_for_status()
            body = await answer.content.read(LIMIT)
    text = body.decode("utf-8", "replace")
    if not text.startswith("BEGIN:VCALENDAR"):
        raise ValueError("not a calendar")
    return text
