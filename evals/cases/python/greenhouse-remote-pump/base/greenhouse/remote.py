"""Runs pump programs on the controllers in the greenhouses."""
import asyncio
import logging
import shlex

from greenhouse.config import Controller

log = logging.getLogger(__name__)


class RemoteError(Exception):
    pass


async def ssh(controller: Controller, command: str, timeout: float = 30) -> str:
    process = await asyncio.create_subprocess_exec(
        "ssh", "-o", "BatchMode=yes", "-i", controller.identity, "--", controller.address, command,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        out, _ = await asyncio.wait_for(process.communicate(), timeout)
    except asyncio.TimeoutError:
        process.kill()
        raise RemoteError("timeout") from None
    if process.returncode != 0:
        raise RemoteError(f"exit status {process.returncode}")
    return out.decode("utf-8", "replace")


async def run_pump(controller: Controller, zone: int, seconds: int, label: str = "") -> str:
    """label: what the gardener typed into the app, for the controller's diary."""
    command = shlex.join(["pumpctl", "run", str(int(zone)), str(int(seconds)), "--label=" + label])
    log.info("pump of zone %d at %s", zone, controller.name)
    return await ssh(controller, command)
