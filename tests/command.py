"""The `reviewbot` command: a process of its own, with its own home and no key."""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from repositories import NO_CONFIG

PYTHON = """#!{python} -ES
import json, os, socket, sys

isolated, module, name, *arguments = sys.argv[1:]
assert (isolated, module, name) == ("-I", "-m", "reviewbot")
line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
line.connect("\\0{name}")
order = dict(arguments=arguments, cwd=os.getcwd(), environ=dict(os.environ))
socket.send_fds(line, [json.dumps(order).encode()], [0, 1, 2])
sys.exit(int(line.recv(100)))
"""
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


def without_settings() -> dict[str, str]:
    """The surroundings of this process without what anybody has set up for themselves."""
    return {**{name: os.environ[name] for name in KEPT if name in os.environ}, **NO_CONFIG}


class Zygote:
    """Starts commands as children of one process that has imported everything; see `zygote.py`."""

    def __init__(self, home: Path, seconds: float = 120) -> None:
        self.home, self.seconds = home, seconds
        self._start()

    @property
    def python(self) -> Path:
        """What Python does with `-I -m reviewbot ARGUMENTS`, as a program: the zygote does it."""
        program = self.home / "python"
        self.run(["--version"], self.home, b"", without_settings())  # it has begun to listen
        program.write_text(PYTHON.format(python=sys.executable, name=self.name), "utf-8")
        program.chmod(0o755)
        return program

    def _start(self) -> None:
        # A new name each time: what is dying may still hold the old one.
        self.name = f"zygote-{secrets.token_hex(8)}"
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, Path(__file__).with_name("zygote.py"), str(theirs.fileno()), self.name],
                env={**without_settings(), "HOME": str(self.home)},
                pass_fds=[theirs.fileno()],
                process_group=0,
            )

    def run(self, arguments: Sequence[str], cwd: Path, stdin: bytes, environ: Mapping[str, str]) -> "Ran":
        """Run one command to its end."""
        order = {"arguments": arguments, "cwd": str(cwd), "environ": environ}
        with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            streams = [given.fileno(), out.fileno(), err.fileno()]
            self._line.settimeout(self.seconds)
            socket.send_fds(self._line, [json.dumps(order).encode()], streams)
            try:
                code = int(self._line.recv(100))
            except TimeoutError:
                self._replace()
                raise
            out.seek(0)
            err.seek(0)
            return Ran(code, out.read().decode(), err.read().decode())

    def _replace(self) -> None:
        """End it with the command that hangs, whose exit code would else be taken for that of the next."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self.close()
        self._start()

    def close(self) -> None:
        """End it."""
        self._line.close()
        self._process.wait(30)


@dataclass(frozen=True)
class Command:
    """Runs reviewbot with one home, so that the compiled secret rules serve a whole session."""

    home: Path
    zygote: Zygote

    def __call__(self, *arguments: str | Path, cwd: Path, stdin: bytes = b"", **environment: str) -> Ran:
        return self.zygote.run([*map(str, arguments)], cwd, stdin, self.environment(**environment))

    def environment(self, **more: str) -> dict[str, str]:
        """What the command finds around it: no key, no CI, no configuration of this machine.

        No answers are kept either: two model servers of a session may well have the same port, one after the
        other, and then the same address.
        """
        return {**without_settings(), "HOME": str(self.home), "REVIEWBOT_CACHE": "off", **more}
