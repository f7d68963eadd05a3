import asyncio
import logging
import re

log = logging.getLogger(__name__)

OPTIONS = ("-o", "BatchMode=yes", "-o", "ConnectTimeout=5", "-l", "apiary")
HOST = re.compile(r"[a-z0-9][a-z0-9.-]{0,200}")


class Unreachable(Exception):
    pass


async def ping(address):
    """address is one of the numbers in our own inventory."""
    process = await asyncio.create_subprocess_exec("ping", "-c", "1", "-W", "2", str(address))
    return await process.wait() == 0


async def restart_logger(host):
    if not HOST.fullmatch(host):
        raise Unreachable("not a host name")
    process = await asyncio.create_subprocess_exec("ssh", *OPTIONS, "--", host, "systemctl", "restart", "hive-logger",
                                                   stderr=asyncio.subprocess.PIPE)
    _, errors = await process.communicate()
    if process.returncode:
        log.warning("restart failed with %d, %d bytes of errors", process.returncode, len(errors))
        raise Unreachable("no answer")
