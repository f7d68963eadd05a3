import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit


class Refused(Exception):
    pass


async def public_address(url: str) -> str:
    """The one address of an https URL that may be called; Refused for everything in our networks."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.port not in (None, 443):
        raise Refused(url)
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(parts.hostname, 443, type=socket.SOCK_STREAM)
    except OSError as problem:
        raise Refused(url) from problem
    addresses = [ipaddress.ip_address(info[4][0]) for info in found]
    if not addresses or not all(address.is_global for address in addresses):
        raise Refused(url)
    return str(addresses[0])
