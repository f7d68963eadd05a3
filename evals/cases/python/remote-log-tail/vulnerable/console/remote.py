"""Commands on our machines, over the console's restricted ssh account."""

from __future__ import annotations

from dataclasses import dataclass

import asyncssh

from console.inventory import Machine

TIMEOUT = 15
MAX_OUTPUT = 200_000


class RemoteError(Exception):
    pass


@dataclass(frozen=True)
class Remote:
    machine: Machine
    key_file: str
    known_hosts: str

    async def uptime(self) -> str:
        return await self._run("uptime --pretty")

    async def disk_usage(self) -> list[tuple[str, int]]:
        lines = (await self._run("df --output=target,pcent --local")).splitlines()[1:]
        pairs = (line.split() for line in lines)
        return [(target, int(percent.rstrip("%"))) for target, percent in pairs]

    async def log_lines(self, unit: str, lines: int = 200, text: str = "") -> str:
        """The last lines of a unit's journal, or those among them that contain the text."""
        parts = ["journalctl", "--no-pager", "-o", "short-iso", "-n", str(lines), "-u", unit]
        if text:
            parts += ["|", "grep", "-F", "-i", text]
        return await self._run(" ".join(parts))

    async def _run(self, command: str) -> str:
        options = {"client_keys": [self.key_file], "known_hosts": self.known_hosts, "connect_timeout": 5}
        try:
            async with asyncssh.connect(self.machine.address, username="console", **options) as connection:
                done = await connection.run(command, timeout=TIMEOUT)
        except (OSError, asyncssh.Error) as problem:
            raise RemoteError(f"{self.machine.name} does not answer") from problem
        return (done.stdout or "")[:MAX_OUTPUT]
