"""Fetch the page of a recipe that a cook has pasted the address of."""
import ipaddress

from aiohttp import ClientSession, ClientTimeout, TCPConnector
from aiohttp.abc import AbstractResolver
from aiohttp.resolver import DefaultResolver
from yarl import URL

TIMEOUT = ClientTimeout(total=12)
MAX_PAGE = 2 * 1024 * 1024


class Refused(Exception):
    pass


class PublicResolver(AbstractResolver):
    def __init__(self):
        self.inner = DefaultResolver()

    async def resolve(self, host, port=0, family=0):
        found = await self.inner.resolve(host, port, family)
        if not all(ipaddress.ip_address(f["host"]).is_global for f in found):
            raise OSError("not a public host")
        return found

    async def close(self):
        await self.inner.close()


def is_address(host):
    """Also short forms such as 10.1, which aiohttp does not give to the resolver."""
    return ":" in host or host.replace(".", "").isdigit()


async def only_names(request, handler):
    """Client middleware, called for the first address and for each redirect."""
    if request.url.scheme not in ("http", "https") or is_address(request.url.host):
        raise Refused("give the name of a site")
    return await handler(request)


async def page(address: str) -> str:
    url = URL(address)
    if url.scheme not in ("http", "https") or not url.host or is_address(url.host):
        raise Refused("give the name of a site")
    connector = TCPConnector(resolver=PublicResolver())
    async with ClientSession(timeout=TIMEOUT, connector=connector) as session, session.get(
        url, max_redirects=4, middlewares=[only_names]
    ) as reply:
        if reply.status != 200:
            raise Refused(f"the site answers {reply.status}")
        body = await reply.content.read(MAX_PAGE)
    return body.decode(reply.charset or "utf-8", errors="replace")
