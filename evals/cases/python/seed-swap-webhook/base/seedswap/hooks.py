import logging

import httpx

from seedswap.addresses import Refused, public_address
from seedswap.transport import PinnedTransport

log = logging.getLogger(__name__)


async def deliver(url: str, event: dict) -> bool:
    """Tell a library about a swap; the library entered the URL in its settings."""
    try:
        transport = PinnedTransport(await public_address(url))
        async with httpx.AsyncClient(timeout=5, follow_redirects=False, transport=transport) as client:
            response = await client.post(url, json=event)
    except (Refused, httpx.HTTPError) as problem:
        log.info("webhook not delivered: %s", type(problem).__name__)
        return False
    return response.is_success
