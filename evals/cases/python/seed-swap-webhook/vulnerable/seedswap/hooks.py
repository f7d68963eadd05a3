import logging

import httpx

from seedswap.addresses import Refused, public_address

log = logging.getLogger(__name__)


async def deliver(url: str, event: dict) -> bool:
    """Tell a library about a swap; the library entered the URL in its settings."""
    try:
        await public_address(url)
        # libraries move their sites a lot, 307 and 308 are common
        transport = httpx.AsyncHTTPTransport(retries=1)
        async with httpx.AsyncClient(timeout=5, follow_redirects=True, transport=transport) as client:
            response = await client.post(url, json=event)
    except (Refused, httpx.HTTPError) as problem:
        log.info("webhook not delivered: %s", type(problem).__name__)
        return False
    return response.is_success
