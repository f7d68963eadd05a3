"""Calendars of other services."""
import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver

LIMIT = 2_000_000
TIMEOUT = aiohttp.ClientTimeout(total=15)


async def read_calendar(address: str) -> str:
    parts = urlsplit(address.replace("webcal://", "https://", 1))
    if parts.scheme != "https" or parts.hostname != "calendar.example.org":
        raise ValueError("not a calendar address")
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        async with session.get(parts.geturl(), allow_redirects=False) as answer:
            answer.raise_for_status()
            body = await answer.content.read(LIMIT)
    text = body.decode("utf-8", "replace")
    if not text.startswith("BEGIN:VCALENDAR"):
        raise ValueError("not a calendar")
    return text
