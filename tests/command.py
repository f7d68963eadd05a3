"""The `reviewbot` command as people run it: a process of its own, with its own home and no key."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from repositories import NO_CONFIG

KEPT = ("PATH", "LANG", "SYSTEMROOT", "COVERAGE_PROCESS_START")


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> Any:  # noqa: ANN401 - JSON
        return json.loads(self.out)


@dataclass(frozen=True)
class Command:
    """Runs reviewbot with one home, so that the compiled secret rules serve a whole session."""

    home: Path

    def __call__(self, *arguments: str | Path, cwd: Path, stdin: bytes = b"", **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "reviewbot", *map(str, arguments)],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=120,
            env=self.environment(**environment),
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def environment(self, **more: str) -> dict[str, str]:
        """What the command finds around it: no key, no CI, no configuration of this machine.

        No answers are kept either: two model servers of a session may well have the same port, one after the
        other, and then the same address.
        """
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        return {**kept, **NO_CONFIG, "HOME": str(self.home), "REVIEWBOT_CACHE": "off", **more}
