import asyncio
from dataclasses import dataclass


@dataclass(frozen=True)
class Station:
    code: str
    host: str
    user: str = "reader"

    @property
    def login(self) -> str:
        return f"{self.user}@{self.host}"


SSH = ("ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10")
LOGFILE = "/var/log/station/current.log"


async def run(station: Station, *command: str, limit: float = 30) -> str:
    process = await asyncio.create_subprocess_exec(
        *SSH, "--", station.login, *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        out, _ = await asyncio.wait_for(process.communicate(), limit)
    except TimeoutError:
        process.kill()
        raise
    return out.decode("utf-8", "replace")


async def tail(station: Station, lines: int) -> list[str]:
    text = await run(station, "tail", "-n", str(lines), LOGFILE)
    return text.splitlines()
