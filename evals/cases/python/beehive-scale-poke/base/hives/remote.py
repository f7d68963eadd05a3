import asyncio
import logging

log = logging.getLogger(__name__)

OPTIONS = ("-o", "BatchMode=yes", "-o", "ConnectTimeout=5", "-l", "apiary")


class Unreachable(Exception):
    pass


async def ping(address):
    """address is one of the numbers in our own inventory."""
    process = await asyncio.create_subprocess_exec("ping", "-c", "1", "-W", "2", str(address))
    return await process.wait() == 0
